#pragma once
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/typed_values.hpp"

namespace tebiki::model {

/// A word or sentence in which the site speaks to its readers, and where it is written.
/// `{name}` stands for something to be filled in: `{count}件`.
struct Word {
  std::string text;
  base::SourceLocation at;
};

/// A piece of a word: text as it is, or the name of what is filled in.
struct WordPiece {
  std::string_view text;
  bool filled_in = false;
};
/// Braces that do not hold a name of small letters, digits, `-` and `_` are text. Linear.
std::vector<WordPiece> pieces_of(std::string_view word);

/// The words of the interface in one language: of pages, print and scripts (`templates/words/<language>.json`).
class Words {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  void add(std::string key, Word word) { words_.insert_or_assign(std::move(key), std::move(word)); }
  Word const* find(std::string_view key) const;
  std::map<std::string, Word, std::less<>> const& all() const { return words_; }

  /// The word of that key. One that is missing was reported while loading; here its key stands for it.
  std::string_view operator[](std::string_view key) const;
  std::string_view operator[](Availability availability) const;
  /// The word with everything filled in; a name without a value stays as it is.
  std::string filled(std::string_view key, Values values) const;

 private:
  std::map<std::string, Word, std::less<>> words_;
};

// ---- years and days as readers see them; other values: `plain_text` in list.hpp ----

/// 四月, April: the words of `date.months` in their order; empty for what is no month.
std::string_view month_name(int month, Words const& words);
/// 月, Mon; 0 is Sunday.
std::string_view weekday_name(std::size_t day, Words const& words);
/// Mon–Sat, or one by one, from Monday on.
std::string weekdays_text(Weekdays const& days, Words const& words);
/// 令和8年4月1日
std::string date_text(Date date, Words const& words);
/// 令和8年4月
std::string month_text(Date date, Words const& words);
/// 令和8年; 元年 for a first year.
std::string year_text(Date date, Words const& words);
/// 令和5年度
std::string fiscal_year_text(int year, Words const& words);
/// The same in less room: 令和5
std::string short_fiscal_year_text(int year, Words const& words);
/// 計画, 予定, 中止, 未集計, 実績
std::string_view kind_word(Words const& words, YearFigure::Kind kind);

/// A word that the program itself asks for, and the names that it fills in, blanks between.
struct WordUse {
  std::string_view key;
  std::string_view names = {};
};
/// Every word that C++ asks for; templates name the others.
std::span<WordUse const> words_of_program();

}  // namespace tebiki::model
