// What the script that narrows a list down is told: its filters, and its rows with what they have.
#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "html/page_data.hpp"

namespace tebiki::html {
namespace {

/// More stand in files of their own, which are loaded when somebody begins to choose.
constexpr std::size_t rows_in_one_script = 500;

using Filter = model::Directory::Filter;

bool is_ability(Filter const& filter) { return filter.kind == Filter::Kind::ability; }

std::string number_of(std::size_t filter, std::size_t choice) {
  return std::to_string(filter) + '.' + std::to_string(choice);
}

/// The choices of a list's filters by number, so that a row names what it has in a few bytes: `0.2` is the third
/// choice of the first filter; of a ○ △ question `1.0` is yes, `1.0?` 要相談 and `1.0!` no.
class FacetNumbers {
 public:
  explicit FacetNumbers(std::vector<Filter> const& filters) {
    for (std::size_t f = 0; f < filters.size(); ++f) {
      auto const& filter = filters[f];
      bool const ability = is_ability(filter);
      if (ability) abilities_[filter.label] = number_of(f, 0);
      for (std::size_t c = 0; c < filter.choices.size(); ++c) {
        auto const& value = filter.choices[c].first;
        bool const ask = ability && value == "ask";
        asks_ = asks_ || ask;
        numbers_[filter.key][value] = ability ? number_of(f, 0) + (ask ? "?" : "") : number_of(f, c);
      }
    }
  }

  std::string tokens(model::Entry const& entry) const {
    std::string out;
    auto const add = [&](std::string const& number) { out.append(out.empty() ? "" : " ").append(number); };
    for (auto const& facet : entry.facets) {
      auto filter = numbers_.find(facet.key);
      if (filter == numbers_.end()) continue;
      for (auto const& value : facet.values) {
        if (auto number = filter->second.find(value); number != filter->second.end()) add(number->second);
      }
    }
    for (auto const& [label, answer] : entry.abilities) {
      auto ability = answer == model::Availability::no ? abilities_.find(label) : abilities_.end();
      if (ability != abilities_.end()) add(ability->second + '!');
    }
    return out;
  }

  /// Some answer that one can filter by is 要相談.
  bool asks() const { return asks_; }

 private:
  std::unordered_map<std::string, std::unordered_map<std::string, std::string>> numbers_;
  std::unordered_map<std::string, std::string> abilities_;
  bool asks_ = false;
};

/// Where a name may be parted, as scripts count characters: `4 8`.
std::string breaks_told(std::string_view name) {
  std::string out;
  std::size_t units = 0, from = 0;
  for (auto const at : name_breaks(name)) {
    for (; from < at; ++units) units += base::next_character(name, from) > 0xFFFF;
    out.append(out.empty() ? "" : " ").append(std::to_string(units));
  }
  return out;
}

std::string fieldset(std::string_view legend, std::string_view kind, std::string const& choices) {
  return "[" + base::json_string(legend) + ',' + base::json_string(kind) + ",[" + choices + "]]";
}

/// All abilities stand together where the first of them is.
std::string filters_json(model::Directory const& directory, bool asks) {
  std::string out, abilities;
  auto const& filters = directory.filters;
  auto const first_ability = std::find_if(filters.begin(), filters.end(), is_ability);
  for (std::size_t f = 0; f < filters.size(); ++f) {
    if (is_ability(filters[f]))
      add_row(abilities, {filters[f].key, "yes", number_of(f, 0), filters[f].label, filters[f].quick});
  }
  for (std::size_t f = 0; f < filters.size(); ++f) {
    bool const ability = is_ability(filters[f]);
    if (ability && &filters[f] != &*first_ability) continue;
    std::string choices;
    for (std::size_t c = 0; !ability && c < filters[f].choices.size(); ++c) {
      auto const& value = filters[f].choices[c].first;
      add_row(choices, {filters[f].key, value, number_of(f, c), value, filters[f].quick});
    }
    out += (out.empty() ? "" : ",\n") +
           (ability ? fieldset(directory.abilities, asks ? "ask" : "wish", abilities)
                    : fieldset(filters[f].label, filters[f].kind == Filter::Kind::area ? "area" : "", choices));
  }
  return out;
}

/// When an event is, as its row says it.
std::string days_of(model::Entry const& event) {
  std::string days;
  for (auto i = event.opening.first; i < event.opening.end; ++i)
    days.append(days.empty() ? "" : " ").append(model::plain_text(event.details[i]));
  return days;
}

/// One list, all its pages together.
class ListScript {
 public:
  ListScript(std::string_view title, model::Directory const& first, model::SearchIndex const& search,
             Links const& links)
      : title_(title), first_(first), numbers_(first.filters), search_(search), links_(links) {}

  void add(model::Directory const& directory) {
    for (auto const& group : directory.groups) {
      for (auto const& entry : group.entries) entries_.push_back(&entry);
    }
  }
  std::size_t size() const { return entries_.size(); }

  /// The script; further ones are added to `files`.
  std::string script(model::Site const& site, unsigned jobs, std::vector<model::OutputFile>& files) {
    number_terms();
    auto const rows = base::parallel_map(size(), jobs, [&](std::size_t i) { return row_of(*entries_[i]); });
    auto const terms = terms_json(terms_);
    auto const folded_terms = base::search_key(terms + title_);
    std::vector<std::string_view> searched{search_.synonyms, folded_terms};
    bool opening = false;  // somebody says when it is open
    for (auto const& row : rows) {
      searched.insert(searched.end(), row.words.begin(), row.words.end());
      opening = opening || row.opening;
    }
    return "tebikiList({same:" + base::json_string(search_.synonyms) +
           ",\nfolding:" + base::json_string(base::folding_table(searched)) + ",\nlanguage:{" +
           language_json(site.words) + "},\nholidays:[" + holidays_json(site) + "],\nlists:[" +
           base::json_string(title_) + "],\nterms:[\n" + terms + "\n],\nfilters:[" +
           filters_json(first_, numbers_.asks()) + "],\nhours:" + (opening ? "true" : "false") +
           ",\ncount:" + std::to_string(size()) + ",\n" + rows_json(rows, files) + "});\n";
  }

 private:
  struct Row {
    std::string json;
    std::array<std::string_view, 4> words;  ///< folded, as the index has them
    bool opening = false;
  };

  /// Only the terms of the list are in its script.
  void number_terms() {
    for (auto const* entry : entries_) {
      for (auto const& one : search_.facts_of(entry->page.name).said) {
        if (term_numbers_.emplace(one.term, terms_.size()).second) terms_.push_back(search_.terms[one.term]);
      }
    }
  }

  Row row_of(model::Entry const& entry) const {
    SearchedEntry told(entry, search_, links_);
    auto const& facts = told.facts;
    if (entry.event) told.detail = days_of(entry);
    for (auto const& one : facts.said) told.say(term_numbers_.at(one.term), one.ask);
    auto const tokens = numbers_.tokens(entry);
    std::string tags;
    for (auto const& tag : entry.tags) tags.append(tags.empty() ? "" : "\t").append(tag);
    auto const breaks = entry.tel.empty() || entry.event ? std::string() : breaks_told(entry.name);
    return {told.row(0, {tokens, tags, breaks}),
            {search_.of_record(entry.page.name).row, facts.facts, facts.remarks, search_.of_page(told.path).told},
            !facts.days.empty() || !facts.hours.empty()};
  }

  static std::string joined(std::vector<Row> const& rows, std::size_t from) {
    std::string out;
    for (auto i = from; i < std::min(rows.size(), from + rows_in_one_script); ++i)
      out.append(i == from ? "" : ",\n").append(rows[i].json);
    return out;
  }

  static std::string rows_json(std::vector<Row> const& rows, std::vector<model::OutputFile>& files) {
    if (rows.size() <= rows_in_one_script) return "rows:[\n" + joined(rows, 0) + "\n]";
    std::string names;
    for (std::size_t from = 0; from < rows.size(); from += rows_in_one_script) {
      auto const number = std::to_string(from / rows_in_one_script);
      auto bytes = "tebikiListRows(" + number + ",[\n" + joined(rows, from) + "\n]);\n";
      auto path = fingerprinted("list.rows.js", bytes);
      names += (names.empty() ? "" : ",") + base::json_string(path.substr(path.rfind('/') + 1));
      files.push_back({std::move(path), std::move(bytes)});
    }
    return "rowFiles:[" + names + "]";
  }

  std::string title_;
  model::Directory const& first_;
  FacetNumbers numbers_;
  model::SearchIndex const& search_;
  Links const& links_;
  std::vector<model::Entry const*> entries_;
  std::vector<model::SearchTerm> terms_;
  std::unordered_map<std::size_t, std::size_t> term_numbers_;
};

model::Directory const* directory_of(model::Document const& page) {
  bool const list = page.kind == model::DocumentKind::list && !page.blocks.empty();
  return list ? std::get_if<model::Directory>(&page.blocks.front().node) : nullptr;
}

}  // namespace

FinderData finder_data(model::Site const& site, model::Documents const& documents, Links const& links, unsigned jobs) {
  FinderData data;
  auto const& pages = documents.pages;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    auto const* first = directory_of(pages[i]);
    if (!first || pages[i].list_page.number > 1) continue;
    ListScript list(pages[i].title, *first, documents.search, links);
    list.add(*first);
    for (; i + 1 < pages.size() && pages[i + 1].list_page.number > 1; ++i) list.add(*directory_of(pages[i + 1]));
    if (list.size() < 2) continue;
    auto bytes = list.script(site, jobs, data.files);
    auto path = fingerprinted("list-" + pages[i].subject + ".js", bytes);
    data.paths[pages[i].subject] = path;
    data.files.push_back({std::move(path), std::move(bytes)});
  }
  return data;
}

}  // namespace tebiki::html
