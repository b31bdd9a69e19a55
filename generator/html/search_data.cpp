#include "html/search_data.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/json_text.hpp"
#include "base/unicode.hpp"
#include "model/telephone.hpp"

namespace tebiki::html {
namespace {

class TextOf {
 public:
  void add(model::Blocks const& blocks) {
    for (auto const& block : blocks) std::visit(*this, block.node);
  }
  std::string text;

  void operator()(model::Paragraph const& node) { add(node.text); }
  void operator()(model::Quote const& node) { add(node.blocks); }
  void operator()(model::CodeBlock const& node) { add(node.text); }
  void operator()(model::Figure const& node) {
    add(node.alternative);
    add(node.caption);
  }
  void operator()(model::ListBlock const& node) {
    for (auto const& item : node.items) add(item.blocks);
  }
  void operator()(model::Footnotes const& node) {
    for (auto const& note : node.notes) add(note.blocks);
  }
  void operator()(model::Table const& node) {
    bool const of_records =
        std::any_of(node.rows.begin(), node.rows.end(), [](model::Row const& row) { return !row.anchor.empty(); });
    if (of_records) return;
    add(node.caption);
    for (auto const& column : node.columns) add(column.label);
    for (auto const& row : node.rows) {
      for (auto const& cell : row.cells) add(cell.text);
    }
  }
  template <class Other>
  void operator()(Other const&) {}

 private:
  void add(model::Inlines const& inlines) { add(model::plain_text(inlines)); }
  void add(std::string_view words) {
    auto const folded = base::search_key(words);
    if (!folded.empty()) text.append(text.empty() ? "" : "|").append(folded);
  }
};

/// What was written for this page, folded for finding, a bar between pieces: paragraphs, items, captions and tables.
/// Not headings, and nothing that views made of records (tables of theirs, terms, legends): those are found by
/// themselves. Linear in the blocks.
std::string page_text(model::Blocks const& blocks) {
  TextOf found;
  found.add(blocks);
  return std::move(found.text);
}

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
std::string dialled_otherwise(std::string_view tel) {
  std::string digits;
  for (char c : tel) {
    if (c >= '0' && c <= '9') digits += c;
  }
  auto address = model::telephone_address(tel);
  return address == "tel:" + digits || address.empty() ? "" : address.substr(4);
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
    folded_ += base::search_key(row.kind) + base::search_key(row.name) + row.words + row.found_by;
  }
  std::string const& text() const { return out_; }
  /// What all rows can be found by.
  std::string const& folded() const { return folded_; }

 private:
  std::string out_;
  std::string folded_;
};

/// Finds the rows that lists show, and the words that describe them.
class Gathering {
 public:
  Gathering(model::Site const& site, std::vector<model::Document> const& pages) : site_(site), links_(site, pages, {}) {
    for (auto const& page : pages) {
      if (page.kind == model::DocumentKind::entry) entry_pages_.emplace(reference_name(page), &page);
    }
  }
  void add_entries(model::Document const& page);
  void add_page(model::Document const& page);
  std::string script() const {
    auto const same = synonym_lines(site_);
    auto const folded = entries_.folded() + pages_.folded() + same + base::search_key(abilities_.json());
    return "tebikiSearch({same:" + base::json_string(same) +
           ",\nvariants:" + base::json_string(base::kanji_variants_of(folded)) + ",\nabilities:[" + abilities_.json() +
           "],\nentries:[\n" + entries_.text() + "\n],\npages:[\n" + pages_.text() + "\n]});\n";
  }

 private:
  void add_entry(model::Document const& page, model::Entry const& entry);
  std::string kind_of(model::Document const& page) const;

  model::Site const& site_;
  Links links_;
  std::unordered_map<std::string, model::Document const*> entry_pages_;
  Abilities abilities_;
  Rows entries_, pages_;
};

/// The entry's words without those that its row says elsewhere.
std::string remaining_words(model::Entry const& entry) {
  if (entry.search.empty()) return {};
  std::vector<std::string> said = {base::search_key(entry.name), base::search_key(entry.kana)};
  for (auto const& ability : entry.abilities) said.push_back(base::search_key(ability.label));
  std::string words;
  bool told = false;
  for (std::size_t at = 0; at <= entry.search.size();) {
    auto const end = std::min(entry.search.find('|', at), entry.search.size());
    auto const piece = std::string_view(entry.search).substr(at, end - at);
    told = told || piece.empty();
    if (told || std::find(said.begin(), said.end(), piece) == said.end()) words.append(piece).append("|");
    at = end + 1;
  }
  if (!words.empty()) words.pop_back();
  if (words.starts_with('|')) words.insert(0, "|");  // all names are said elsewhere
  return words;
}

/// What is only told stands behind an empty piece.
void add_told(std::string& words, std::string const& told) {
  if (told.empty()) return;
  bool const begun = words.find("||") != words.npos;
  words += (begun ? "|" : "||") + told;
}

void Gathering::add_entry(model::Document const& page, model::Entry const& entry) {
  std::string can;
  for (auto const& ability : entry.abilities) {
    bool const ask = ability.answer == model::Availability::ask;
    if (!ask && ability.answer != model::Availability::yes) continue;
    can += (can.empty() ? "" : " ") + abilities_.number(ability.label) + (ask ? "?" : "");
  }
  auto const file = links_.file_of(entry.page.name).value_or(file_url(page.path));
  static model::Document const none;
  auto const found = entry_pages_.find(entry.anchor);
  auto const& own = found == entry_pages_.end() ? none : *found->second;
  auto words = remaining_words(entry);
  add_told(words, page_text(own.blocks));
  entries_.add({page.title,
                entry.name,
                entry.kana,
                entry.tel,
                own.description,
                file,
                std::move(words),
                can,
                {},
                dialled_otherwise(entry.tel)});
}

void Gathering::add_entries(model::Document const& page) {
  for (auto const& block : page.blocks) {
    auto const* directory = std::get_if<model::Directory>(&block.node);
    if (!directory) continue;
    for (auto const& group : directory->groups) {
      for (auto const& entry : group.entries) add_entry(page, entry);
    }
  }
}

std::string Gathering::kind_of(model::Document const& page) const {
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

void Gathering::add_page(model::Document const& page) {
  std::string words;
  for (auto const& block : page.blocks) {
    auto const* heading = std::get_if<model::Heading>(&block.node);
    if (heading) words += (words.empty() ? "" : "|") + base::search_key(model::plain_text(heading->text));
  }
  add_told(words, base::search_key(page.description));
  add_told(words, page_text(page.blocks));
  std::string found_by;
  for (auto const& word : page.found_by) found_by += (found_by.empty() ? "" : "|") + base::search_key(word);
  pages_.add({kind_of(page), page.title, "", "", page.description, file_url(page.path), words, "", found_by});
}

}  // namespace

std::string synonym_lines(model::Site const& site) {
  std::string lines;
  for (auto const& group : site.synonyms) {
    if (!lines.empty()) lines += '\n';
    for (auto const& word : group) {
      if (&word != group.data()) lines += ' ';
      lines += base::search_key(word);
    }
  }
  return lines;
}

std::string search_data(model::Site const& site, std::vector<model::Document> const& pages) {
  Gathering gathering(site, pages);
  for (auto const& page : pages) {
    if (page.kind == model::DocumentKind::list) gathering.add_entries(page);
    if (page.kind != model::DocumentKind::entry && page.kind != model::DocumentKind::home) gathering.add_page(page);
  }
  return gathering.script();
}

}  // namespace tebiki::html
