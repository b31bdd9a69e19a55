#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "japanese_words.hpp"
#include "loading/load.hpp"
#include "pdf/frame_dump.hpp"
#include "pdf/print.hpp"
#include "print_style.hpp"
#include "source_dir.hpp"

/// Small booklets of one's own, laid out on a small page.
namespace tebiki::pdf::laying {

/// The print style of the repository.
inline model::PrintStyle const& standard_style() {
  static auto const style = [] {
    base::Sources sources;
    base::Diagnostics diagnostics;
    base::DiskTree const templates(std::string(TEBIKI_SOURCE_DIR) + "/templates");
    return loading::load_print_style(templates, "standard", sources, diagnostics);
  }();
  return style;
}

inline model::PrintStyle style() {
  auto style = print_style_of_tests();
#define TEXT_STYLE(name) style.name = {12, 20.4};
#include "model/print_style.def"
  style.page_width = 300;
  style.page_height = 400;
  style.margin_top = style.margin_bottom = 40;
  style.margin_inner = 40;
  style.margin_outer = 30;
  style.form_box_least = 5;
  style.body_fonts = {{"BIZ UDPGothic", "fonts-morisawa-bizud-gothic"}};
  style.code_fonts = {{"BIZ UDGothic", "fonts-morisawa-bizud-gothic"}};
  style.heading1 = {20, 27, true, {}, 0, 12};
  style.heading2 = {16, 23, true, {}, 16, 7};
  style.small = {10.5, 16, false, {0x4a, 0x52, 0x57}, 0, 4};
  style.contents_chapter = {12, 23.4, true, {}, 9, 0};
  style.contents_section = {10.5, 19.4, false, {}, 0, 0};
  return style;
}

inline Fonts const& fonts() {
  static Fonts const fonts(style(), *installed_fonts());
  return fonts;
}

inline model::Block paragraph(std::string text) { return {model::Paragraph{{model::words(std::move(text))}}, {}}; }
inline model::Block heading(int level, std::string text, std::string anchor) {
  return {model::Heading{level, {model::words(std::move(text))}, std::move(anchor)}, {}};
}
inline model::Cell cell(std::string text) { return {{model::words(std::move(text))}}; }
inline model::Row row(std::vector<std::string> texts, std::string anchor = {}) {
  model::Row row;
  for (auto& text : texts) row.cells.push_back(cell(std::move(text)));
  row.anchor = std::move(anchor);
  return row;
}
inline model::Row group(std::string text) { return {model::Row::Kind::group, {cell(std::move(text))}, {}}; }
inline model::Table table(std::vector<std::string> labels) {
  model::Table table;
  for (auto& label : labels) {
    model::Column column;
    column.label = {model::words(std::move(label))};
    table.columns.push_back(std::move(column));
  }
  table.row_headers = true;
  return table;
}
inline model::Entry entry(int number, std::string name, std::string kana) {
  model::Entry entry;
  entry.number = number;
  entry.anchor = "facilities/entry-" + std::to_string(number);
  entry.name = std::move(name);
  entry.kana = std::move(kana);
  entry.tel = model::parse_telephone("0463-00-00" + std::to_string(10 + number));
  return entry;
}

inline model::FormField field(model::FormField::Kind kind, std::string label, std::vector<std::string> choices = {}) {
  model::FormField field;
  field.kind = kind;
  field.name = field.label = std::move(label);
  for (auto const& choice : choices) field.choices.push_back({choice, choice == "そのほか"});
  return field;
}

inline model::Block form(std::vector<model::FormField> fields, model::Form::Look look = model::Form::Look::framed) {
  model::Form form;
  form.name = "ask";
  form.look = look;
  form.fields = std::move(fields);
  return {std::move(form), {}};
}

inline std::vector<Widget> widgets_of(Frames const& frames) {
  std::vector<Widget> all;
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* widget = std::get_if<Widget>(&item)) all.push_back(*widget);
  return all;
}

/// A publication without a cover: one part with these blocks.
inline model::Booklet booklet(model::Blocks blocks) {
  model::Booklet booklet;
  auto& publication = booklet.publication;
  publication.slug = "guide";
  publication.title = "見本の手引き";
  publication.paper = "test";
  publication.colour = {0x00, 0x59, 0x6b};
  publication.parts.push_back({"first", "はじめに", "", std::move(blocks), {}});
  return booklet;
}

inline model::Site site() {
  model::Site site;
  site.words = japanese_words();
  site.name = "見本の市";
  return site;
}

inline Frames laid_out(model::Booklet const& booklet, unsigned jobs = 1, model::Site const& where = site()) {
  base::Diagnostics diagnostics;
  Unprintable unprintable;
  auto frames = lay_out(booklet, where, style(), fonts(), jobs, unprintable, diagnostics);
  unprintable.report({}, diagnostics);
  for (auto const& mistake : diagnostics.sorted({})) ADD_FAILURE() << mistake.code << " " << mistake.message.ja;
  return frames;
}
inline Frames laid_out(model::Blocks blocks, unsigned jobs = 1) { return laid_out(booklet(std::move(blocks)), jobs); }

/// The words on a page in the order of painting, one piece a line; decoration only when asked for.
enum class Words { content, decoration };
inline std::string words_on(PageFrame const& page, Words which = Words::content) {
  std::string result;
  for (auto const& item : page.items)
    if (auto const* run = std::get_if<TextRun>(&item))
      if ((run->tag == TagId::artifact) == (which == Words::decoration)) result += run->text + "\n";
  return result;
}

inline std::size_t count(Frames const& frames, Role role) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < frames.tags.size(); ++i) found += frames.tags.role(TagId(i)) == role;
  return found;
}

inline TextRun const* find_run(Frames const& frames, std::string_view text) {
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* run = std::get_if<TextRun>(&item); run && run->text.find(text) != std::string::npos) return run;
  return nullptr;
}

/// Compares with tests/pdf/frames/<name>.txt; UPDATE_GOLDEN=1 writes it anew.
inline void expect_golden(std::string const& name, std::string const& actual) {
  std::string path = std::string(TEBIKI_SOURCE_DIR) + "/tests/pdf/frames/" + name + ".txt";
  if (std::getenv("UPDATE_GOLDEN")) std::ofstream(path) << actual;
  std::ifstream file(path);
  std::string expected{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(actual, expected) << "differs from " << path << "; UPDATE_GOLDEN=1 writes it anew";
}

}  // namespace tebiki::pdf::laying
