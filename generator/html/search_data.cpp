#include "html/page_data.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/unicode.hpp"

namespace tebiki::html {
namespace {

/// In the order of the row.
struct Row {
  std::string kind;
  std::string_view name, kana, tel, detail, file;
  std::string words;
  std::string abilities;
  std::string found_by = {};
  std::string dialled = {};  ///< what is dialled, where that is not just the digits of `tel`
};

/// What a number's address holds behind `tel:`; empty where it is just the digits that are shown.
std::string dialled_otherwise(model::Telephone const& tel) {
  auto const address = tel.address();
  bool const plain = address.empty() || address == "tel:" + base::digits_of(tel.written());
  return plain ? std::string() : std::string(address.substr(4));
}

/// What entries can be asked for, numbered as it first occurs.
class Abilities {
 public:
  std::string number(std::string const& label) {
    auto const [found, fresh] = numbers_.emplace(label, std::to_string(numbers_.size()));
    if (fresh) json_ += (json_.empty() ? "" : ",") + base::json_string(label);
    return found->second;
  }
  std::string const& json() const { return json_; }

 private:
  std::unordered_map<std::string, std::string> numbers_;
  std::string json_;
};

class Rows {
 public:
  void add(Row const& row) {
    out_ += out_.empty() ? "[" : ",\n[";
    std::array<std::string_view, 10> const pieces{row.kind, row.name,  row.kana,      row.tel,      row.detail,
                                                  row.file, row.words, row.abilities, row.found_by, row.dialled};
    constexpr std::size_t always = 8;
    auto count = pieces.size();
    while (count > always && pieces[count - 1].empty()) --count;
    for (std::size_t i = 0; i < count; ++i) out_ += (i == 0 ? "" : ",") + base::json_string(pieces[i]);
    out_ += ']';
  }
  std::string const& text() const { return out_; }

 private:
  std::string out_;
};

/// `names||told`, without what is empty.
std::string joined(std::string words, std::string_view told) {
  if (!told.empty()) words.append("||").append(told);
  return words;
}

/// Pieces of two texts with a bar between.
std::string beside(std::string one, std::string_view other) {
  if (!one.empty() && !other.empty()) one += '|';
  return one.append(other);
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
  std::string text() const {
    auto const folding = base::folding_table(folded_ + search_.synonyms + base::search_key(abilities_.json()));
    return "tebikiSearch({same:" + base::json_string(search_.synonyms) + ",\nfolding:" + base::json_string(folding) +
           ",\nabilities:[" + abilities_.json() + "],\nentries:[\n" + entries_.text() + "\n],\npages:[\n" +
           pages_.text() + "\n]});\n";
  }

 private:
  void add_entry(model::Document const& page, model::Entry const& entry);
  std::string kind_of(model::Document const& page) const;

  model::Site const& site_;
  model::SearchIndex const& search_;
  Links const& links_;
  std::unordered_map<std::string, model::Document const*> entry_pages_;
  Abilities abilities_;
  Rows entries_, pages_;
  std::string folded_;  ///< what all rows can be found by
};

void SearchScript::add_entry(model::Document const& page, model::Entry const& entry) {
  std::string can;
  for (auto const& ability : entry.abilities) {
    bool const ask = ability.availability == model::Availability::ask;
    if (!ask && ability.availability != model::Availability::yes) continue;
    can += (can.empty() ? "" : " ") + abilities_.number(ability.label) + (ask ? "?" : "");
  }
  auto const file = links_.file_of(entry.page.name).value_or(file_url(page.path));
  auto const found = entry_pages_.find(entry.anchor);
  auto const* own = found == entry_pages_.end() ? nullptr : found->second;
  auto const& record = search_.of_record(entry.page.name);
  auto words = joined(record.names, beside(record.told, own ? search_.of_page(own->path).told : ""));
  folded_ += record.row + words;
  entries_.add({page.title,
                entry.name,
                entry.kana,
                entry.tel.written(),
                own ? std::string_view(own->description) : std::string_view(),
                file,
                std::move(words),
                can,
                {},
                dialled_otherwise(entry.tel)});
}

void SearchScript::add_entries(model::Document const& page) {
  folded_ += base::search_key(page.title);
  for (auto const& block : page.blocks) {
    auto const* directory = std::get_if<model::Directory>(&block.node);
    if (!directory) continue;
    for (auto const& group : directory->groups) {
      for (auto const& entry : group.entries) add_entry(page, entry);
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
  auto const& found = search_.of_page(page.path);
  auto words = joined(found.names, found.told);
  std::string found_by;
  for (auto const& word : page.found_by) found_by += (found_by.empty() ? "" : "|") + base::search_key(word);
  auto const kind = kind_of(page);
  folded_ += base::search_key(kind + page.title) + words + found_by;
  pages_.add({kind, page.title, "", "", page.description, file_url(page.path), std::move(words), "", found_by});
}

}  // namespace

std::string search_data(model::Site const& site, model::Documents const& documents, Links const& links) {
  SearchScript script(site, documents, links);
  for (auto const& page : documents.pages) {
    if (page.kind == model::DocumentKind::list) script.add_entries(page);
    if (page.kind != model::DocumentKind::entry && page.kind != model::DocumentKind::home) script.add_page(page);
  }
  return script.text();
}

std::string search_words(model::Entry const& entry, model::SearchIndex const& index) {
  auto const& words = index.of_record(entry.page.name);
  return words.row + (words.names.empty() ? "" : "|") + words.names + "||" + words.told;
}

std::string searched_text(model::Directory const& directory, model::SearchIndex const& index) {
  std::string text;
  for (auto const& group : directory.groups) {
    for (auto const& entry : group.entries) text += search_words(entry, index);
  }
  return text;
}

}  // namespace tebiki::html
