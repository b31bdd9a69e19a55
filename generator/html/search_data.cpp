#include "html/search_data.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "support/json_text.hpp"
#include "support/unicode.hpp"

namespace tebiki::html {
namespace {

/// In the order of the row.
struct Row {
  std::string kind;
  std::string_view name, kana, tel, detail, file;
  std::string words;
  std::string abilities;
};

/// What entries can be asked for, numbered as it first occurs.
class Abilities {
 public:
  std::string number(std::string const& label) {
    auto const [found, fresh] = numbers_.emplace(label, std::to_string(numbers_.size()));
    if (fresh) json_ += (json_.empty() ? "" : ",") + support::json_string(label);
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
    std::array<std::string_view, 8> const pieces{row.kind,   row.name, row.kana,  row.tel,
                                                 row.detail, row.file, row.words, row.abilities};
    for (auto const& piece : pieces) {
      if (&piece != pieces.data()) out_ += ',';
      out_ += support::json_string(piece);
    }
    out_ += ']';
  }
  std::string const& text() const { return out_; }

 private:
  std::string out_;
};

/// Finds the rows that lists show, and the words that describe them.
class Gathering {
 public:
  Gathering(model::Site const& site, std::vector<model::Document> const& pages) : site_(site), links_(site, pages, {}) {
    for (auto const& page : pages) {
      if (page.kind == model::DocumentKind::entry) descriptions_.emplace(reference_name(page), page.description);
    }
  }
  void add_entries(model::Document const& page);
  void add_page(model::Document const& page);
  std::string script() const {
    return "tebikiSearch({same:" + support::json_string(synonym_lines(site_)) + ",\nabilities:[" + abilities_.json() +
           "],\nrows:[\n" + rows_.text() + "\n]});\n";
  }

 private:
  void add_entry(model::Document const& page, model::Entry const& entry);
  std::string kind_of(model::Document const& page) const;

  model::Site const& site_;
  Links links_;
  std::unordered_map<std::string, std::string_view> descriptions_;
  Abilities abilities_;
  Rows rows_;
};

/// The entry's words without those that its row says elsewhere.
std::string remaining_words(model::Entry const& entry) {
  if (entry.search.empty()) return {};
  std::vector<std::string> said = {support::search_key(entry.name), support::search_key(entry.kana)};
  for (auto const& ability : entry.abilities) said.push_back(support::search_key(ability.label));
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
  return words;
}

void Gathering::add_entry(model::Document const& page, model::Entry const& entry) {
  std::string can;
  for (auto const& ability : entry.abilities) {
    bool const ask = ability.answer == model::Answer::ask;
    if (!ask && ability.answer != model::Answer::yes) continue;
    can += (can.empty() ? "" : " ") + abilities_.number(ability.label) + (ask ? "?" : "");
  }
  auto const file = links_.file_of(entry.page.name).value_or(file_url(page.path));
  auto const description = descriptions_.find(entry.anchor);
  rows_.add({page.title, entry.name, entry.kana, entry.tel,
             description == descriptions_.end() ? std::string_view() : description->second, file,
             remaining_words(entry), can});
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
      return "一覧";
    case model::DocumentKind::publication:
      return "印刷物";
    case model::DocumentKind::part:
      return site_.title_of(page.subject);
    default:
      return "ページ";
  }
}

void Gathering::add_page(model::Document const& page) {
  std::string words;
  for (auto const& block : page.blocks) {
    auto const* heading = std::get_if<model::Heading>(&block.node);
    if (heading) words += (words.empty() ? "" : "|") + support::search_key(model::plain_text(heading->text));
  }
  if (!page.description.empty()) words += "||" + support::search_key(page.description);
  rows_.add({kind_of(page), page.title, "", "", page.description, file_url(page.path), words, ""});
}

}  // namespace

std::string synonym_lines(model::Site const& site) {
  std::string lines;
  for (auto const& group : site.synonyms) {
    if (!lines.empty()) lines += '\n';
    for (auto const& word : group) {
      if (&word != group.data()) lines += ' ';
      lines += support::search_key(word);
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
