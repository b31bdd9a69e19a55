#include "html/search_data.hpp"

#include "support/json_text.hpp"
#include "support/unicode.hpp"

namespace tebiki::html {
namespace {

class Rows {
 public:
  void add(std::string_view kind, std::string_view name, std::string_view kana, std::string_view tel,
           std::string_view detail, std::string_view file, std::string_view words) {
    out_ += out_.empty() ? "[" : ",\n[";
    bool first = true;
    for (auto piece : {kind, name, kana, tel, detail, file, words}) {
      if (!first) out_ += ',';
      first = false;
      out_ += support::json_string(piece);
    }
    out_ += ']';
  }
  std::string const& text() const { return out_; }

 private:
  std::string out_;
};

std::string detail_of(model::Entry const& entry) {
  std::string detail;
  for (auto const& tag : entry.tags) detail += (detail.empty() ? "" : "・") + tag;
  if (!entry.details.empty()) detail += (detail.empty() ? "" : "　") + model::plain_text(entry.details.front());
  return detail;
}

void add_entries(Rows& rows, Links const& links, model::Document const& page) {
  for (auto const& block : page.blocks) {
    auto const* directory = std::get_if<model::Directory>(&block.node);
    if (!directory) continue;
    for (auto const& group : directory->groups) {
      for (auto const& entry : group.entries) {
        auto const words = entry.search.empty() ? support::search_key(entry.name + entry.kana) : entry.search;
        rows.add(page.title, entry.name, entry.kana, entry.tel, detail_of(entry),
                 links.file_of(entry.page.name).value_or(file_url(page.path)), words);
      }
    }
  }
}

std::string kind_of(model::Site const& site, model::Document const& page) {
  switch (page.kind) {
    case model::DocumentKind::list:
      return "一覧";
    case model::DocumentKind::publication:
      return "印刷物";
    case model::DocumentKind::part:
      return site.title_of(page.subject);
    default:
      return "ページ";
  }
}

void add_page(Rows& rows, model::Site const& site, model::Document const& page) {
  auto words = support::search_key(page.title) + ' ' + support::search_key(page.description);
  for (auto const& block : page.blocks) {
    if (auto const* heading = std::get_if<model::Heading>(&block.node)) {
      words += ' ' + support::search_key(model::plain_text(heading->text));
    }
  }
  rows.add(kind_of(site, page), page.title, "", "", page.description, file_url(page.path), words);
}

}  // namespace

std::string search_data(model::Site const& site, std::vector<model::Document> const& pages) {
  Links const links(site, pages, {});
  Rows rows;
  for (auto const& page : pages) {
    if (page.kind == model::DocumentKind::list) add_entries(rows, links, page);
    if (page.kind != model::DocumentKind::entry && page.kind != model::DocumentKind::home) add_page(rows, site, page);
  }
  return "tebikiSearch([\n" + rows.text() + "\n]);\n";
}

}  // namespace tebiki::html
