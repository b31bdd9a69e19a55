#pragma once
#include <libdeflate.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "japanese_words.hpp"
#include "pdf/fonts/font_embedding.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/layout/frames.hpp"
#include "pdf/painting/page_painter.hpp"
#include "pdf/print.hpp"
#include "pdf/text/items.hpp"

/// Frames made by hand, for the tests of the painter.
namespace tebiki::pdf::fixture {

inline model::PrintStyle style() {
  model::PrintStyle style;
  style.body_fonts = {{"BIZ UDPGothic", "fonts-morisawa-bizud-gothic"},
                      {"IPAexGothic", "fonts-ipaexfont-gothic"},
                      {"IPAmjMincho", "fonts-ipamj-mincho"}};
  style.code_fonts = {{"BIZ UDGothic", "fonts-morisawa-bizud-gothic"}};
  return style;
}

inline Fonts const& fonts() {
  static Fonts const fonts(style(), *installed_fonts());
  return fonts;
}

struct Setting {
  model::Point origin;
  float size = 12;
  TagId tag = TagId::artifact;
  FontChoice choice = {};
  float extra = 0;  ///< points added to every advance
};

/// One run for each face that the text needs.
inline std::vector<TextRun> runs(std::string_view text, Setting const& setting) {
  auto const& glyphs = fonts().shape(text, setting.choice);
  std::vector<TextRun> runs;
  double pen = 0;
  for (std::size_t i = 0; i < glyphs.size();) {
    bool vertical = setting.choice.vertical;
    TextRun run{setting.origin, glyphs[i].font, setting.size, vertical, {}, setting.tag, {}, {}};
    (vertical ? run.origin.y : run.origin.x) += pen;
    std::uint32_t from = glyphs[i].cluster;
    for (; i < glyphs.size() && glyphs[i].font == run.font; ++i) {
      float scale = setting.size / 1000;
      auto const& g = glyphs[i];
      run.glyphs.push_back(
          {g.cluster - from, g.glyph, g.advance * scale + setting.extra, g.x_offset * scale, g.y_offset * scale});
      pen += g.advance * scale + setting.extra;
    }
    run.text = text.substr(from, (i < glyphs.size() ? glyphs[i].cluster : text.size()) - from);
    runs.push_back(std::move(run));
  }
  return runs;
}

inline void set_text(PageFrame& page, std::string_view text, Setting const& setting) {
  for (auto& run : runs(text, setting)) page.items.push_back(std::move(run));
}

inline PageFrame page(std::string label = "") {
  PageFrame page;
  page.width = 419.53;
  page.height = 595.28;
  page.label = std::move(label);
  return page;
}

inline model::Booklet booklet() {
  model::Booklet booklet;
  booklet.publication.slug = "care-guide";
  booklet.publication.title = "見本 医療・介護サービスガイド <1> & more";
  booklet.publication.summary = "在宅療養の手引き";
  return booklet;
}

inline model::Site site() {
  model::Site site;
  site.words = japanese_words();
  site.name = "見本市 在宅医療・介護連携支援センター";
  site.publisher = "見本市";
  return site;
}

inline std::string painted(Frames const& frames, unsigned jobs = 1, model::Site const& site = fixture::site(),
                           model::Booklet const& booklet = fixture::booklet()) {
  return paint(frames, booklet, site, fonts(), {{2026, 11, 21}, jobs});
}

/// A heading, a table over two pages, a list, a link, a figure, vertical text, rare characters.
inline Frames sample() {
  Frames frames;
  auto& tags = frames.tags;
  frames.pages = {page(), page("1"), page("2")};
  auto& cover = frames.pages[0];
  cover.items.push_back(Box{{0, 0, 419.53, 200}, 0, model::Colour{0, 0x59, 0x6b}, {}, 0});
  set_text(cover, "医療・介護サービスガイド",
           {{40, 260}, 20, tags.add(StructureTree::root, Role::h1), {FontChoice::List::body, true, false}});
  set_text(cover, "縦書き（やさしい）、ー「手引き」です。",
           {{380, 230}, 14, tags.add(StructureTree::root, Role::p), {FontChoice::List::body, false, true}});
  auto& first = frames.pages[1];
  set_text(first, "𠮷田 髙橋 山﨑 葛󠄀城 葛城 電話0463-00-0001",
           {{40, 60}, 12, tags.add(StructureTree::root, Role::p)});
  set_text(first, "字間を広げた行", {{40, 84}, 12, tags.add(StructureTree::root, Role::p), {}, 1.5F});
  auto list = tags.add(StructureTree::root, Role::l);
  tags.detail(list).numbering = Numbering::decimal;
  auto item = tags.add(list, Role::li);
  set_text(first, "1", {{40, 110}, 12, tags.add(item, Role::lbl)});
  set_text(first, "まず相談する", {{60, 110}, 12, tags.add(item, Role::lbody)});
  auto paragraph = tags.add(StructureTree::root, Role::p);
  set_text(first, "くわしくは", {{40, 140}, 12, paragraph});
  auto link = tags.add(paragraph, Role::link);
  set_text(first, "見本市のページ", {{100, 140}, 12, link});
  set_text(first, "へ。", {{190, 140}, 12, paragraph});
  first.links.push_back({{100, 128, 84, 14}, "https://example.jp/医療?a=(1)", "", "見本市のページを開く", link});
  auto inner = tags.add(paragraph, Role::link);
  set_text(first, "表へ", {{230, 140}, 12, inner});
  first.links.push_back({{230, 128, 24, 14}, "", "facilities/aoba", "表へ移る", inner});
  frames.destinations["facilities/aoba"] = {2, 60};
  auto figure = tags.add(StructureTree::root, Role::figure);
  tags.detail(figure).alternative = "棒グラフ：相談の数";
  model::Drawing drawing{100, 50, {}};
  drawing.shapes.push_back(
      model::RectangleShape{{5, 10}, 20, 40, 4, model::Colour{0x1d, 0x6b, 0x3c}, model::Colour{}, 1});
  drawing.shapes.push_back(model::TextShape{{15, 8}, 6, "12件", {}, model::TextShape::Anchor::middle, false});
  using Step = model::PathStep;
  drawing.shapes.push_back(model::PathShape{{{Step::Kind::move, {}, {}, {40, 45}},
                                             {Step::Kind::curve, {50, 0}, {70, 0}, {80, 45}},
                                             {Step::Kind::close, {}, {}, {}}},
                                            {},
                                            model::Colour{200, 0, 0},
                                            2});
  first.items.push_back(placed(fonts(), drawing, {40, 170, 200, 100}, figure));
  first.items.push_back(Box{{40, 300, 100, 40}, 8, model::Colour{0xe3, 0xf0, 0xf2}, model::Colour{0, 0x59, 0x6b}, 1});
  auto note = tags.add(StructureTree::root, Role::note);
  set_text(first, "注：見本です。", {{50, 324}, 10, note});

  auto table = tags.add(StructureTree::root, Role::table);
  auto head = tags.add(tags.add(table, Role::thead), Role::tr);
  auto body = tags.add(table, Role::tbody);
  auto cell = [&](PageFrame& on, TagId row, Role role, double x, double y, std::string_view text) {
    auto tag = tags.add(row, role);
    if (role == Role::th) tags.detail(tag).scope = Scope::column;
    set_text(on, text, {{x, y}, 10, tag});
  };
  cell(first, head, Role::th, 40, 400, "名称");
  cell(first, head, Role::th, 200, 400, "電話");
  auto row = tags.add(body, Role::tr);
  cell(first, row, Role::td, 40, 420, "見本 訪問看護");
  cell(first, row, Role::td, 200, 420, "0463-00-0001");
  auto& second = frames.pages[2];
  set_text(second, "名称", {{40, 40}, 10});
  row = tags.add(body, Role::tr);
  cell(second, row, Role::td, 40, 60, "見本 薬局");
  cell(second, row, Role::td, 200, 60, "0463-00-0002");
  frames.bookmarks = {{"医療・介護サービスガイド", {0, 0}, {}}, {"一覧", {1, 380}, {{"見本 薬局", {2, 60}, {}}}}};
  return frames;
}

/// The operators of a page, before they are deflated.
inline std::string page_operators(PageFrame const& page, PageResources const& resources) {
  auto const content = paint_page(page, resources).content;
  std::string operators(1 << 22, '\0');
  std::size_t length = 0;
  auto* inflate = libdeflate_alloc_decompressor();
  auto const result =
      libdeflate_zlib_decompress(inflate, content.data(), content.size(), operators.data(), operators.size(), &length);
  libdeflate_free_decompressor(inflate);
  if (result != LIBDEFLATE_SUCCESS) throw std::runtime_error("the content of a page cannot be inflated");
  operators.resize(length);
  return operators;
}

/// A page with nothing on it yet, and the tags of its document.
struct Sheet {
  Frames frames;
  Sheet() { frames.pages = {fixture::page()}; }
  PageFrame& page() { return frames.pages[0]; }
  TagId paragraph() { return frames.tags.add(StructureTree::root, Role::p); }
  std::string operators() const {
    Images const no_images;
    BoxForms const no_forms;
    auto usage = glyphs_of(frames, fonts());
    return page_operators(frames.pages[0], {frames.tags, usage, no_images, no_forms});
  }
  std::string unicode_of(FontId font) const {
    auto usage = glyphs_of(frames, fonts());
    return to_unicode(usage, usage.faces()[std::size_t(font)]);
  }
};

inline std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++count;
  return count;
}

}  // namespace tebiki::pdf::fixture
