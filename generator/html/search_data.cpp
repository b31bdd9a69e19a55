#include "html/page_data.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "base/parallel.hpp"
#include "base/unicode.hpp"

namespace tebiki::html {
namespace {

/// Pieces of two texts with a bar between.
std::string beside(std::string one, std::string_view other) {
  if (!one.empty() && !other.empty()) one += '|';
  return one.append(other);
}

/// Entries that are alike stand together: those of one list, kind and town.
std::string order_of(std::size_t list, model::SearchIndex const& search, model::SearchFacts const& facts) {
  std::string kind, town;
  for (auto const& one : facts.said) {
    auto const& term = search.terms[one.term];
    if (term.sort == model::SearchTerm::Sort::kind && kind.empty()) kind = term.label;
    if (term.sort == model::SearchTerm::Sort::town && town.empty()) town = term.label;
  }
  return std::string(1, char('a' + list % 26)) + kind + "|" + town + "|";
}

/// What is neither in Japanese nor a number: those are found where they are written first.
std::string foreign_words(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    auto const c = base::next_character(text, at);
    bool const number = c == U'#' || (c >= U'0' && c <= U'9');
    if (!number && !base::is_kana(c) && !base::is_han(c)) out += text.substr(begin, at - begin);
  }
  return out;
}

/// Gathers the script: the rows of lists, then pages, each with the words that it is found by.
class SearchScript {
 public:
  SearchScript(model::Site const& site, model::Documents const& documents, Links const& links)
      : site_(site), search_(documents.search), links_(links) {
    for (auto const& page : documents.pages) {
      if (page.kind == model::DocumentKind::entry) entry_pages_.emplace(reference_name(page), &page);
    }
  }
  void add_entries(model::Document const& page);
  void add_page(model::Document const& page);
  /// A page of another language, which is its kind.
  void add_translated(model::ComposedSite const& other, model::Document const& page);
  SearchData data(unsigned jobs) {
    auto rows = base::parallel_map(entries_.size(), jobs, [&](std::size_t i) { return row_of(entries_[i]); });
    auto const terms = terms_json(search_.terms), folded_terms = base::search_key(terms);
    std::vector<std::string_view> folded{folded_, search_.synonyms, folded_terms};
    for (auto const& row : rows) folded.push_back(row.searched);
    auto const folding = base::folding_table(folded);
    SearchData data;
    auto entries = entries_json(rows, jobs, data.pieces);
    data.script = "tebikiSearch({same:" + base::json_string(search_.synonyms) +
                  ",\nfolding:" + base::json_string(folding) + ",\nlanguage:{" + language_json(site_.words) +
                  "},\nholidays:[" + holidays_json(site_) + "],\nlists:[" + lists_ + "],\nterms:[\n" + terms +
                  "\n],\n" + entries + ",\npages:[\n" + pages_ + "\n]});\n";
    return data;
  }

 private:
  struct ListedEntry {
    model::Entry const* entry = nullptr;
    std::size_t list = 0;  ///< its number
  };

  SearchRow row_of(ListedEntry const& listed) const;
  /// All entries, or of a large site which pieces hold them.
  std::string entries_json(std::vector<SearchRow> const& rows, unsigned jobs,
                           std::vector<model::OutputFile>& files) const;
  std::string kind_of(model::Document const& page) const;
  void add_row_of(model::Document const& page, std::vector<std::string> const& leading, std::string const& kind,
                  model::SearchWords const& found, std::string const& file, std::string_view language);

  model::Site const& site_;
  model::SearchIndex const& search_;
  Links const& links_;
  std::unordered_map<std::string, model::Document const*> entry_pages_;
  std::string lists_, pages_;
  std::set<std::string> found_by_;  ///< words that lead to pages before all others
  std::vector<ListedEntry> entries_;
  std::size_t list_count_ = 0;
  std::string folded_;  ///< what all pages, and the titles of lists, can be found by
};

/// 令和9年2月18日（木） 18:30〜20:30 平塚海岸病院: who asks for an event asks when it is.
std::string day_and_place(model::EventHead const& event, model::Words const& words) {
  std::vector<std::string> parts{fmt::format("{}", fmt::join(event.days, words["join.comma"]))};
  for (auto const& part : {event.time, event.place})
    if (!part.empty()) parts.push_back(part);
  return fmt::format("{}", fmt::join(parts, words["join.gap"]));
}

SearchRow SearchScript::row_of(ListedEntry const& listed) const {
  auto const& entry = *listed.entry;
  auto const found = entry_pages_.find(entry.anchor);
  auto const* own = found == entry_pages_.end() ? nullptr : found->second;
  auto const& facts = search_.facts_of(entry.page.name);
  auto const& words = search_.of_record(entry.page.name).row;
  SearchedEntry told(entry, search_, links_);
  if (own && own->head.event) {
    told.detail = day_and_place(*own->head.event, site_.words);
  } else if (own && entry.tel.empty()) {
    told.detail = own->description;
  }
  SearchRow row;
  for (auto const& one : facts.said) {
    told.say(one.term, one.ask);
    row.said.push_back(one.term);
  }
  for (auto term : facts.refused) told.refuse(term);
  row.said.push_back(search_.terms.size() + listed.list);
  row.searched = words + "|" + facts.facts + "|" + told.sentences;
  row.numbers = base::digits_of(entry.tel.written()) + "|" + base::digits_of(entry.fax.written()) + "|" + facts.numbers;
  row.path = told.path;
  row.order = order_of(listed.list, search_, facts) + entry.kana;
  row.json = told.row(listed.list, {});
  return row;
}

std::string SearchScript::entries_json(std::vector<SearchRow> const& rows, unsigned jobs,
                                       std::vector<model::OutputFile>& files) const {
  if (rows.size() > most_in_one_script) {
    auto pieces = search_pieces(rows, search_.terms.size() + list_count_, jobs);
    files = std::move(pieces.files);
    return pieces.json;
  }
  std::string json;
  for (auto const& row : rows) json += (json.empty() ? "" : ",\n") + row.json;
  return "entries:[\n" + json + "\n]";
}

void SearchScript::add_entries(model::Document const& page) {
  if (page.list_page.number == 1) {
    folded_ += base::search_key(page.title);
    lists_ += (lists_.empty() ? "" : ",") + base::json_string(page.title);
    ++list_count_;
  }
  for (auto const& block : page.blocks) {
    auto const* directory = std::get_if<model::Directory>(&block.node);
    if (!directory) continue;
    for (auto const& group : directory->groups) {
      for (auto const& entry : group.entries) entries_.push_back({&entry, list_count_ - 1});
    }
  }
}

std::string SearchScript::kind_of(model::Document const& page) const {
  switch (page.kind) {
    case model::DocumentKind::list:
      return std::string(site_.words["search.kind-list"]);
    case model::DocumentKind::publication:
      return std::string(site_.words["search.kind-publication"]);
    case model::DocumentKind::part:
      return site_.title_of(page.subject);
    default:
      return std::string(site_.words["search.kind-page"]);
  }
}

void SearchScript::add_page(model::Document const& page) {
  add_row_of(page, page.found_by, kind_of(page), search_.of_page(page.path), file_url(page.path), "");
}

void SearchScript::add_translated(model::ComposedSite const& other, model::Document const& page) {
  // Who asks in Japanese, or dials 119, is shown the original.
  auto found = other.documents.search.of_page(page.path);
  for (auto* words : {&found.names, &found.told}) *words = foreign_words(*words);
  auto own = page.found_by;
  std::erase_if(own, [&](std::string const& word) { return found_by_.contains(word); });
  add_row_of(page, own, std::string(other.site.words["language.name"]), found,
             links_.shared_file(other.site.folder() + page.path), other.site.language);
}

void SearchScript::add_row_of(model::Document const& page, std::vector<std::string> const& leading,
                              std::string const& kind, model::SearchWords const& found, std::string const& file,
                              std::string_view language) {
  std::string found_by;
  for (auto const& word : leading) {
    found_by += (found_by.empty() ? "" : "|") + base::search_key(word);
    found_by_.insert(word);
  }
  folded_ += base::search_key(kind + page.title) + found.names + found.told + found_by;
  add_row(pages_,
          {kind, page.title, page.description, without_index(file), found.names, found.told, found_by, language});
}

}  // namespace

std::string dialled_otherwise(model::Telephone const& tel) {
  auto const address = tel.address();
  bool const plain = address.empty() || address == "tel:" + base::digits_of(tel.written());
  return plain ? std::string() : std::string(address.substr(4));
}

std::string terms_json(std::vector<model::SearchTerm> const& terms) {
  constexpr std::array<std::string_view, 4> sorts{"kind", "town", "visited", "ability"};
  std::string out;
  for (auto const& term : terms) add_row(out, {term.label, term.field, sorts[std::size_t(term.sort)]});
  return out;
}

SearchedEntry::SearchedEntry(model::Entry const& shown, model::SearchIndex const& search, Links const& links)
    : entry(shown), facts(search.facts_of(shown.page.name)) {
  path = without_index(links.file_of(entry.page.name).value_or(""));
  sentences = beside(facts.remarks, search.of_page(path).told);
}

void SearchedEntry::say(std::size_t term, bool ask) {
  said += (said.empty() ? "" : " ") + std::to_string(term) + (ask ? "?" : "");
}

void SearchedEntry::refuse(std::size_t term) { said += (said.empty() ? "" : " ") + std::to_string(term) + "!"; }

std::string SearchedEntry::row(std::size_t list, std::vector<std::string_view> const& more) const {
  auto const number = std::to_string(list), dialled = dialled_otherwise(entry.tel);
  std::vector<std::string_view> pieces{
      number, entry.name,  entry.kana,        entry.tel.written(), entry.fax.written(), path,
      said,   facts.facts, sentences,         facts.days,          facts.hours,         facts.numbers,
      detail, dialled,     facts.opening_note};
  pieces.insert(pieces.end(), more.begin(), more.end());
  std::string out;
  add_row(out, std::move(pieces));
  return out;
}

void add_row(std::string& out, std::vector<std::string_view> pieces) {
  while (!pieces.empty() && pieces.back().empty()) pieces.pop_back();
  out += out.empty() ? "[" : ",\n[";
  for (auto const& piece : pieces) {
    if (&piece != pieces.data()) out += ',';
    base::append_json_string(out, piece);
  }
  out += ']';
}

std::string_view without_index(std::string_view file) {
  constexpr std::string_view index = "index.html";
  return file.ends_with(index) ? file.substr(0, file.size() - index.size()) : file;
}

std::string language_json(model::Words const& words) {
  using Pair = std::pair<std::string_view, std::string_view>;
  std::array const pairs{Pair{"filler", words["search.understand-filler"]},
                         Pair{"deny", words["search.understand-deny"]},
                         Pair{"explain", words["search.understand-explain"]},
                         Pair{"every-day", words["search.understand-every-day"]},
                         Pair{"working-days", words["search.understand-working-days"]},
                         Pair{"weekend", words["search.understand-weekend"]},
                         Pair{"weekday", words["search.understand-weekday"]},
                         Pair{"today", words["search.understand-today"]},
                         Pair{"tomorrow", words["search.understand-tomorrow"]},
                         Pair{"feasts", words["search.understand-feasts"]},
                         Pair{"now", words["search.understand-now"]},
                         Pair{"afternoon", words["search.understand-afternoon"]},
                         Pair{"evening", words["search.understand-evening"]},
                         Pair{"night", words["search.understand-night"]},
                         Pair{"morning", words["search.understand-morning"]},
                         Pair{"all-day", words["search.understand-all-day"]},
                         Pair{"from-hour", words["search.understand-from-hour"]},
                         Pair{"until-hour", words["search.understand-until-hour"]}};
  std::string out;
  for (auto const& [name, value] : pairs) out += base::json_string(name) + ':' + base::json_string(value) + ',';
  return out + "\"days\":" + base::json_string(words["search.understand-days"]);
}

SearchData search_data(model::Site const& site, model::Documents const& documents, Links const& links, unsigned jobs,
                       std::vector<model::ComposedSite> const& sites) {
  SearchScript script(site, documents, links);
  for (auto const& page : documents.pages) {
    if (page.kind == model::DocumentKind::list) script.add_entries(page);
    bool const known = page.kind == model::DocumentKind::entry || page.kind == model::DocumentKind::home;
    if (!known && page.list_page.number == 1) script.add_page(page);
  }
  for (auto const& other : sites) {
    // Another form of the same language would answer every question twice.
    if (!site.translation.empty() || other.site.language == site.language) continue;
    for (auto const& page : other.documents.pages) {
      if (page.kind == model::DocumentKind::page || page.kind == model::DocumentKind::entry)
        script.add_translated(other, page);
    }
  }
  return script.data(jobs);
}

}  // namespace tebiki::html
