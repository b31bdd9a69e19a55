#pragma once
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "html/render.hpp"
#include "japanese_words.hpp"
#include "source_dir.hpp"

/// A small site made by hand: one list with two offices, one page, one booklet with two chapters.
namespace tebiki::html::sample {

inline model::Block paragraph(std::string text) { return {model::Paragraph{{model::words(std::move(text))}}, {}}; }

inline model::Block heading(std::string text, std::string anchor, int level = 2) {
  return {model::Heading{level, {model::words(std::move(text))}, std::move(anchor)}, {}};
}

inline model::Record record(std::string id, std::string name, std::string tel) {
  auto const name_slot = model::understood_field(model::Role::name).slot;
  model::Record made{std::move(id), {{std::move(name), {}, name_slot}, {std::move(tel), {}, 0}}, {}, {}};
  made.name_slot = name_slot;
  return made;
}

inline model::Entry entry(int number, std::string id, std::string name, std::string tel) {
  model::Entry made;
  made.number = number;
  made.anchor = "facilities/" + id;
  made.page = {"facilities/" + id, {}};
  made.name = std::move(name);
  made.tel = model::parse_telephone(tel);
  return made;
}

inline model::Site site() {
  model::Site site;
  site.name = "見本の手引き";
  site.words = japanese_words();
  site.publisher = "見本市";
  site.lead = "電話する先が分かります";
  site.contact = {
      "見本支援センター", model::parse_telephone("0463-00-0001"), {}, "a@example.jp", "平日 8:30〜17:15", "",
      "まず相談"};
  site.menu = {{"ホーム", {"index", {}}, {}}, {"さがす", {"facilities", {}}, {}}};
  site.suggestions = {"訪問看護"};
  model::List list;
  list.slug = "facilities";
  list.schema.title = "事業所";
  model::Field tel;
  tel.key = "tel";
  tel.label = "電話";
  tel.kind = model::FieldKind::tel;
  tel.role = model::Role::telephone;
  tel.slot = 0;
  list.schema.fields = {tel};
  list.records = {record("aoba", "見本 あおば", "0463-00-0011"), record("kaede", "見本 かえで", "0463-00-0012")};
  site.lists.push_back(std::move(list));
  site.pages.push_back({"about", "この手引きについて", "", {paragraph("本文です。")}, {}});
  model::Publication guide;
  guide.slug = "guide";
  guide.title = "ガイド";
  guide.parts = {{"first", "はじめに", "", {}, {}}, {"second", "つぎに", "", {}, {}}};
  site.publications.push_back(std::move(guide));
  site.index.take_names(site);
  return site;
}

inline model::Document document(model::DocumentKind kind, std::string path, std::string title, std::string subject,
                                model::Blocks blocks = {}) {
  model::Document made;
  made.kind = kind;
  made.path = std::move(path);
  made.title = std::move(title);
  made.subject = std::move(subject);
  made.blocks = std::move(blocks);
  return made;
}

inline std::vector<model::Document> documents() {
  using Kind = model::DocumentKind;
  model::Directory directory;
  directory.list = "facilities";
  directory.groups = {
      {"", {entry(1, "aoba", "見本 あおば", "0463-00-0011"), entry(2, "kaede", "見本 かえで", "0463-00-0012")}}};
  std::vector<model::Document> pages = {
      document(Kind::home, "", "ホーム", "index"),
      document(Kind::list, "facilities/", "事業所", "facilities", {{directory, {}}}),
      document(Kind::entry, "facilities/aoba/", "見本 あおば", "facilities", {paragraph("あおばの本文。")}),
      document(Kind::entry, "facilities/kaede/", "見本 かえで", "facilities"),
      document(Kind::page, "about/", "この手引きについて", "about", {paragraph("本文です。")}),
      document(Kind::publication, "guide/", "ガイド", "guide"),
      document(Kind::part, "guide/first/", "はじめに", "guide", {paragraph("第一章。")}),
      document(Kind::part, "guide/second/", "つぎに", "guide", {paragraph("第二章。")}),
  };
  pages[1].records = 2;
  pages[2].record = "aoba";
  pages[2].head.tel = model::parse_telephone("0463-00-0011");
  pages[3].record = "kaede";
  pages[3].head.tel = model::parse_telephone("0463-00-0012");
  return pages;
}

inline base::DiskTree shipped(char const* folder) {
  return base::DiskTree(std::string(TEBIKI_SOURCE_DIR) + "/" + folder);
}

/// Templates of pages as small as they may be, those of blocks as tebiki comes with them; `changes` replace or add
/// files.
inline base::MemoryTree bare_templates(std::map<std::string, std::string> const& changes = {}) {
  std::map<std::string, std::string> files = {
      {"site/layout.mustache", "<title>{{page_title}}</title><h1>{{title}}</h1>{{> content}}"},
      {"site/404.mustache", "{{site_name}}"}};
  auto const all = shipped("templates");
  for (auto const& entry : all.entries()) {
    if (entry.path.starts_with("site/blocks/")) files[entry.path] = *all.read(entry.path);
  }
  for (auto const* kind : {"home", "list", "entry", "page", "publication", "part"}) {
    files["site/" + std::string(kind) + ".mustache"] = std::string(kind) + ":{{{body}}}";
  }
  for (auto const& [path, text] : changes) files[path] = text;
  return base::MemoryTree(files);
}

/// The words that the program and these templates ask for: no others are to be there.
inline model::Words words_for(model::Words const& all, base::FileTree const& templates) {
  std::string text;
  for (auto const& use : model::words_of_program()) text += "word." + std::string(use.key) + "}}";
  for (auto const& entry : templates.entries()) text += templates.read(entry.path).value_or("");
  model::Words words;
  for (auto const& [key, word] : all.all()) {
    bool const asked = text.find("word." + key + "}}") != text.npos || text.find("script." + key + "}}") != text.npos;
    if (asked) words.add(key, word);
  }
  return words;
}

/// What a rendering gave: files by path, and the mistakes as they would be printed.
struct Rendered {
  std::map<std::string, std::string> files;
  std::string report;

  std::string const& at(std::string const& path) const {
    static std::string const missing = "(no such file)";
    auto found = files.find(path);
    return found == files.end() ? missing : found->second;
  }
};

inline Rendered render(model::Site site, model::Documents const& documents, base::FileTree const& templates,
                       base::FileTree const& assets, unsigned jobs = 1) {
  site.index.take_names(site);
  base::Sources sources;
  base::Diagnostics diagnostics;
  std::vector<model::PrintedBooklet> const booklets = {{"guide", "pdf/guide.pdf", 12, 345678, {{"second", 4}}}};
  site.words = words_for(site.words, templates);
  std::vector<model::ComposedSite> sites{{site, documents}};
  auto files = html::render(sites, booklets, templates, assets, jobs, sources, diagnostics);
  Rendered rendered;
  for (auto& file : files) rendered.files.emplace(std::move(file.path), std::move(file.bytes));
  rendered.report = base::text_report(diagnostics.sorted(sources), sources, base::Language::ja);
  return rendered;
}

inline Rendered render(model::Site const& site, std::vector<model::Document> const& pages,
                       base::FileTree const& templates, base::FileTree const& assets, unsigned jobs = 1) {
  return render(site, model::Documents{pages, {}, {}}, templates, assets, jobs);
}

/// The HTML of these blocks, on a page one folder deep.
inline std::string body_of(model::Blocks blocks, model::Site const& made = site()) {
  auto pages = documents();
  pages[4].blocks = std::move(blocks);
  auto const templates =
      bare_templates({{"site/layout.mustache", "{{> content}}"}, {"site/page.mustache", "{{{body}}}"}});
  auto html = render(made, pages, templates, base::MemoryTree({})).at("about/index.html");
  html.pop_back();  // the line end of the template
  return html;
}

/// Words that would be markup, and what stands for them in HTML.
inline std::string const hostile = "<script>alert('\"&')</script>";
inline std::string const harmless = "&lt;script&gt;alert(&#39;&quot;&amp;&#39;)&lt;/script&gt;";

inline std::size_t count(std::string const& text, std::string const& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

}  // namespace tebiki::html::sample
