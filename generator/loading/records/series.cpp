// Figures by fiscal year: R5 6（9月末現在）、R6 計画 18、R7 中止.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/unicode.hpp"
#include "loading/records/field_kinds.hpp"

namespace tebiki::loading {
namespace {

using model::YearFigure;

/// Takes one figure apart from left to right, of a text in NFKC and without its note.
class FigureReader {
 public:
  explicit FigureReader(std::string_view text) : rest_(base::trimmed(text)) {}

  /// A year and nothing else.
  std::optional<int> read_year() {
    auto const year = this->year();
    return rest_.empty() ? year : std::nullopt;
  }

  std::optional<YearFigure> read() {
    YearFigure figure;
    auto const year = this->year();
    if (!year) return std::nullopt;
    figure.year = std::int16_t(*year);
    figure.kind = kind();
    if (figure.has_number()) {
      auto const number = this->number();
      if (!number) return std::nullopt;
      figure.number = *number;
    }
    return rest_.empty() ? std::optional(figure) : std::nullopt;
  }

 private:
  bool skip(std::string_view word) {
    if (word.empty() || !rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    rest_ = base::trimmed(rest_);
    return true;
  }

  std::optional<int> whole_number() {
    int number = 0;
    constexpr int last_year = 9999;
    auto const [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
    if (error != std::errc() || number < 1 || number > last_year) return std::nullopt;
    rest_.remove_prefix(std::size_t(end - rest_.data()));
    return number;
  }

  /// R5, 令和5年度, 令和元年度, 2023年度, 2023: followed by a blank or by a word.
  std::optional<int> year() {
    base::JapaneseEra const* era = nullptr;
    for (auto const& known : base::japanese_eras()) {
      if (!era && (skip(known.name) || skip(known.letter))) era = &known;
    }
    auto const number = era && skip("元") ? std::optional(1) : whole_number();
    bool const parted = rest_.starts_with(' ') || skip("年度") || skip("年");
    rest_ = base::trimmed(rest_);
    auto const year = number && era ? era->gregorian(*number) : number.value_or(0);
    bool const follows = parted || rest_.empty() || rest_.front() < '0' || rest_.front() > '9';
    return follows && year >= 1868 && year <= 9999 ? std::optional(year) : std::nullopt;
  }

  YearFigure::Kind kind() {
    skip(":");
    if (skip("中止")) return YearFigure::Kind::cancelled;
    if (skip("未集計")) return YearFigure::Kind::uncounted;
    if (skip("計画")) return YearFigure::Kind::plan;
    if (skip("予定")) return YearFigure::Kind::expected;
    skip("実績");
    return YearFigure::Kind::actual;
  }

  /// 1,234.5, with a unit or without.
  std::optional<model::Decimal> number() {
    auto const end = std::min(rest_.find_first_not_of("0123456789.,-"), rest_.size());
    std::string digits(rest_.substr(0, end));
    std::erase(digits, ',');
    rest_.remove_prefix(end);
    for (auto unit : {"人", "回", "件", "円", "か所", "%"}) skip(unit);
    rest_ = base::trimmed(rest_);
    return model::parse_decimal(digits);
  }

  std::string_view rest_;
};

/// Brackets of both widths are as good.
bool opens(char32_t c) { return c == U'(' || c == U'（'; }
bool closes(char32_t c) { return c == U')' || c == U'）'; }

/// The words in brackets at the end, which it takes off; nothing where there are none.
std::string_view take_note(std::string_view& piece) {
  for (std::size_t at = 0; at < piece.size();) {
    auto const before = at;
    if (!opens(base::next_character(piece, at))) continue;
    auto const length = piece.ends_with(")") ? 1 : piece.ends_with("）") ? std::string_view("）").size() : 0;
    if (length == 0 || at + length > piece.size()) return {};
    auto const note = base::trimmed(piece.substr(at, piece.size() - length - at));
    piece = piece.substr(0, before);
    return note;
  }
  return {};
}

/// 9月末現在: the number is none of a whole year.
bool tells_so_far(std::string_view note) {
  return note.ends_with("現在") || note.ends_with("時点") || note.ends_with("まで");
}

std::optional<YearFigure> read_figure(std::string_view piece) {
  auto const note = take_note(piece);
  auto const folded = base::nfkc(piece);
  auto figure = FigureReader(folded).read();
  if (figure) figure->note = note, figure->so_far = tells_so_far(note);
  return figure;
}

FormatMistake no_figure(std::string_view piece) {
  constexpr std::string_view digits = "0123456789.,";
  auto const folded = base::nfkc(piece);
  for (auto begin = folded.find_first_of(digits); begin < folded.size();) {
    auto const end = std::min(folded.find_first_not_of(digits, begin), folded.size());
    if (auto mistake = too_many_digits(folded.substr(begin, end - begin)))
      return {{fmt::format("「{}」の数の{}", piece, mistake->is.ja),
               fmt::format("has “{}”, which {}", piece, mistake->is.en)},
              mistake->hint};
    begin = folded.find_first_of(digits, end);
  }
  return {
      {fmt::format("「{}」のところが、年度と数になっていません。", piece),
       fmt::format("has “{}”, which is no year with a number.", piece)},
      {"「R5 6、R6 計画 18、R7 中止」のように、年度、計画か予定（実績なら書きません）、数の順に書いてください。"
       "まだ数がない年は「R5 未集計」と書き、注は「R5 6（9月末現在）」のように、後ろにつけます。",
       "Write year, 計画 (plan) or 予定 (expected) unless it is the result, and number: R5 6、R6 計画 18、R7 中止."}};
}

FormatMistake told_twice(YearFigure const& figure, YearFigure const& other) {
  auto const year = model::written_fiscal_year(figure.year);
  bool const expected = figure.kind != other.kind &&
                        (figure.kind == YearFigure::Kind::expected || other.kind == YearFigure::Kind::expected);
  if (expected)
    return {{fmt::format("{}の予定と実績が、両方あります。", year),
             fmt::format("has both what is expected of {} and its result.", year)},
            {"実績が分かったら、「予定」のほうを消してください。", "Once the result is known, delete the 予定."}};
  return {{fmt::format("{}の数が二つあります。", year), fmt::format("has two figures of {}.", year)},
          {"どちらかを消してください。計画と実績の両方を書くときは、計画の方に「計画」とつけます。",
           "Delete one; where one is the plan, write 計画 before its number."}};
}

/// The first year that has no figure though years before and after it have; nothing where none is left out.
std::optional<FormatMistake> left_out(model::Series const& series) {
  std::vector<int> years;
  for (auto const& figure : series.figures) years.push_back(figure.year);
  std::sort(years.begin(), years.end());
  auto const gap = std::adjacent_find(years.begin(), years.end(), [](int a, int b) { return b > a + 1; });
  if (gap == years.end()) return std::nullopt;
  auto const year = model::written_fiscal_year(*gap + 1);
  auto const before = model::written_fiscal_year(*gap), after = model::written_fiscal_year(*std::next(gap));
  return FormatMistake{{fmt::format("{}がぬけています（{}の次が{}です）。", year, before, after),
                        fmt::format("leaves out {}: {} is followed by {}.", year, before, after)},
                       {fmt::format("「{0} 12」のように数を足してください。まだ数がなければ「{0} "
                                    "未集計」、しなかった年なら「{0} 中止」と書きます。",
                                    year),
                        fmt::format("Add its number ({0} 12); write {0} 未集計 where it is not counted yet, {0} 中止 "
                                    "where nothing took place.",
                                    year)}};
}

/// The pieces between commas that stand in no brackets.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  int open = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const before = at;
    auto const c = base::next_character(text, at);
    open += opens(c) ? 1 : closes(c) && open > 0 ? -1 : 0;
    bool const ends = open == 0 && (c == U'、' || c == U'\n' || c == U';' || c == U'；');
    if (!ends) continue;
    pieces.push_back(base::trimmed(text.substr(begin, before - begin)));
    begin = at;
  }
  pieces.push_back(base::trimmed(text.substr(begin)));
  std::erase_if(pieces, [](std::string_view piece) { return piece.empty(); });
  return pieces;
}

}  // namespace

std::optional<int> fiscal_year_in(std::string_view text) {
  auto const folded = base::nfkc(text);
  return FigureReader(folded).read_year();
}

ReadValue read_series(model::Field const&, std::string_view text, Form) {
  model::Series series;
  for (auto const piece : pieces_of(text)) {
    auto figure = read_figure(piece);
    if (!figure) return {std::string(text), no_figure(piece)};
    bool const planned = figure->kind == YearFigure::Kind::plan;
    auto const known = std::find_if(series.figures.begin(), series.figures.end(), [&](YearFigure const& other) {
      return other.year == figure->year && (other.kind == YearFigure::Kind::plan) == planned;
    });
    if (known != series.figures.end()) return {std::string(text), told_twice(*figure, *known)};
    series.figures.push_back(std::move(*figure));
  }
  if (auto mistake = left_out(series)) return {std::string(text), std::move(mistake)};
  return {std::move(series)};
}

}  // namespace tebiki::loading
