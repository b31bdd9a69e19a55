// A sheet folded in three: six panels on two pages, the front at the right of the outside.
#include <fmt/format.h>

#include <algorithm>

#include "pdf/layout/faces.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

/// Besides the front.
constexpr std::size_t panels_with_text = 5;
/// From line to line of whom to call, and from the top of a line to its baseline.
constexpr double leading_ems = 1.5, ascent_ems = 0.88;

/// One panel's text, in the order of reading: inside from the left, the panel that is folded in, the back.
struct Panel {
  std::string title;
  std::span<model::Block const> blocks;
  model::Part const* part = nullptr;
  base::SourceLocation at;
  std::string anchor = {};  ///< of its heading
};

/// A part begins a panel, and so does what follows a page break. A heading at its beginning is a panel's title; the
/// first panel of a part that has none takes the part's.
std::vector<Panel> panels_of(model::Publication const& publication) {
  std::vector<Panel> panels;
  for (auto const& part : publication.parts) {
    std::span<model::Block const> const all(part.blocks);
    for (std::size_t begin = 0, first = 1; first || begin < all.size(); first = 0) {
      auto end = begin;
      while (end < all.size() && !std::holds_alternative<model::PageBreak>(all[end].node)) ++end;
      Panel panel{first ? part.title : "", all.subspan(begin, end - begin), &part, part.at};
      auto const* heading = panel.blocks.empty() ? nullptr : std::get_if<model::Heading>(&panel.blocks[0].node);
      if (heading) {
        panel.title = model::plain_text(heading->text);
        panel.anchor = heading_key(part_key(publication, part), heading->anchor);
        panel.at = panel.blocks[0].at;
        panel.blocks = panel.blocks.subspan(1);
      }
      panels.push_back(panel);
      begin = end + 1;
    }
  }
  return panels;
}

/// Where a panel stands: its page, and its left and right edge. The one that is folded in is narrower.
struct PanelPlace {
  std::size_t page = 0;
  double left = 0, width = 0;
};

class FoldedSheet {
 public:
  explicit FoldedSheet(BookletContext const& context)
      : context_(context), style_(context.style), publication_(context.booklet.publication) {
    auto const geometry = geometry_of(style_, publication_);
    width_ = geometry.width, height_ = geometry.height;
    wide_ = (width_ + style_.panel_shorter) / double(publication_.fold);
    frames_.pages.assign(2, {width_, height_, "", {}, {}});
  }

  Frames lay_out() {
    auto const panels = panels_of(publication_);
    if (panels.size() != panels_with_text) report_count(panels.size());
    add_front();
    for (std::size_t i = 0; i < std::min(panels.size(), panels_with_text); ++i) add_panel(panels[i], i);
    for (std::size_t page = 0; page < frames_.pages.size(); ++page) {
      add_fold_marks(page);
      frames_.pages[page].label = std::to_string(page + 1);
    }
    return std::move(frames_);
  }

 private:
  double narrow() const { return width_ - 2 * wide_; }

  /// Outside: folded in, back, front. Inside: three from the left, the last behind the one that is folded in.
  PanelPlace place_of(std::size_t panel) const {
    if (panel < 2) return {1, wide_ * double(panel), wide_};
    if (panel == 2) return {1, 2 * wide_, narrow()};
    if (panel == 3) return {0, 0, narrow()};
    return {0, narrow(), wide_};
  }

  void report_count(std::size_t count) const {
    context_.diagnostics.error(
        publication_.at, "number-of-panels",
        {fmt::format("三つ折りには、表紙のほかに面が{}つ要りますが、「{}」には{}つあります。", panels_with_text,
                     publication_.title, count),
         fmt::format("A sheet folded in three has {} panels beside its front, but “{}” has {}.", panels_with_text,
                     publication_.title, count)},
        {"部（.md）か、部の中の page-break で、中の左、中の中央、中の右、中に折り込む面、裏の順に分けてください。",
         "Part them by files (.md) or by page-break: inside left, middle and right, the one folded in, the back."});
  }

  /// The cover, on its panel.
  void add_front() {
    Geometry const panel{wide_, height_, 0, 0, 0, 0};
    auto cover = cover_page(context_, frames_.tags, panel);
    shift(cover.items, width_ - wide_, 0);
    auto& page = frames_.pages[0];
    std::move(cover.items.begin(), cover.items.end(), std::back_inserter(page.items));
    frames_.destinations[publication_.slug] = {0, 0};
    frames_.bookmarks = {{publication_.title, {0, 0}, {}}};
  }

  void add_panel(Panel const& panel, std::size_t index) {
    auto const place = place_of(index);
    auto const section = frames_.tags.add(StructureTree::root, Role::sect);
    double const margin = style_.panel_margin_x;
    Rectangle area{margin, style_.panel_margin_y, place.width - 2 * margin, height_ - 2 * style_.panel_margin_y};
    Face face;
    double const title = add_title(face, panel, area, section);
    area.y += title, area.height -= title;
    bool const back = index + 1 == panels_with_text;
    if (back) area.height -= foot_height() - style_.panel_margin_y + style_.panel_foot_padding;
    FlowableList none;
    add_to_face(face, {context_, frames_.tags, none, section, {}, panel.at}, panel.blocks,
                {area, Filling::from_top, panel.title});
    if (back) add_foot(face, place.width, section);
    put(std::move(face), place, panel);
  }

  /// What a panel is about, with a rule below; its height with the space that follows.
  double add_title(Face& face, Panel const& panel, Rectangle const& area, TagId section) {
    if (panel.title.empty()) return 0;
    auto const& style = style_.panel_title;
    auto lines =
        set_lines(context_, plain(panel.title, look_of(style), panel.at), in_phrases(area.width, style.leading));
    double const bottom = place_lines(lines, area.x, area.y, face.items, face.links,
                                      attach_tags(frames_.tags, frames_.tags.add(section, Role::h2), lines.tags)) +
                          style_.chapter_rule_space;
    face.items.emplace_back(
        Box{{area.x, bottom - style_.chapter_rule, area.width, style_.chapter_rule}, 0, context_.brand, {}, 0});
    return bottom + style_.panel_title_after - area.y;
  }

  void put(Face face, PanelPlace const& place, Panel const& panel) {
    auto& page = frames_.pages[place.page];
    shift(face, place.left, 0);
    std::move(face.items.begin(), face.items.end(), std::back_inserter(page.items));
    std::move(face.links.begin(), face.links.end(), std::back_inserter(page.links));
    for (auto& anchor : face.anchors) frames_.destinations.try_emplace(std::move(anchor), Destination{place.page, 0});
    frames_.destinations.try_emplace(part_key(publication_, *panel.part), Destination{place.page, 0});
    if (!panel.anchor.empty()) frames_.destinations.try_emplace(panel.anchor, Destination{place.page, 0});
    if (!panel.title.empty())
      frames_.bookmarks.front().children.push_back({panel.title, {place.page, style_.panel_margin_y}, {}});
  }

  /// Whom to call: words, number, name and hours on the publication's colour.
  struct FootLine {
    std::string words;
    model::TextStyle style;
  };
  std::vector<FootLine> foot_lines() const {
    auto const& contact = context_.site.contact;
    auto words = style_.body;
    words.leading = words.size * leading_ems;
    words.colour = style_.panel_tel.colour;
    std::vector<FootLine> lines;
    for (auto const& line : {FootLine{contact.prompt, words}, FootLine{std::string(contact.tel.written()), style_.panel_tel},
                             FootLine{contact.name, words}, FootLine{contact.hours, words}})
      if (!line.words.empty()) lines.push_back(line);
    return lines;
  }
  double foot_height() const {
    double height = 0;
    for (auto const& line : foot_lines()) height += line.style.leading;
    return height > 0 ? height + 2 * style_.panel_foot_padding : 0;
  }

  void add_foot(Face& face, double width, TagId section) {
    double const height = foot_height();
    if (height == 0) return;
    face.items.emplace_back(Box{{0, height_ - height, width, height}, 0, context_.brand, {}, 0});
    double y = height_ - height + style_.panel_foot_padding;
    for (auto const& [words, style] : foot_lines()) {
      auto const line =
          fit_line(context_.fonts, words, look_of(style), width - 2 * style_.panel_margin_x, style_.least_size);
      double const baseline = y + (style.leading - style.size) / 2 + style.size * ascent_ems;
      report_missing_glyphs(context_, words, line.look.font, context_.site.at);
      for (auto& run : text_runs(context_.fonts, line.words, line.look, {style_.panel_margin_x, baseline},
                                 frames_.tags.add(section, Role::p)))
        face.items.emplace_back(std::move(run));
      y += style.leading;
    }
  }

  /// Dotted, at the edges alone: what folds the sheet needs no more, and no line runs through the panels.
  void add_fold_marks(std::size_t page) {
    constexpr double dot = 1.4, gap = 1.4, width = 0.5;
    double const first = page == 0 ? narrow() : wide_;
    for (double const fold : {first, first + wide_})
      for (double y = 0; y < style_.fold_mark; y += dot + gap)
        for (double const top : {y, height_ - y - dot})
          frames_.pages[page].items.emplace_back(
              Box{{fold - width / 2, top, width, dot}, 0, style_.strong_line, {}, 0});
  }

  BookletContext const& context_;
  model::PrintStyle const& style_;
  model::Publication const& publication_;
  Frames frames_;
  double width_ = 0, height_ = 0;
  double wide_ = 0;  ///< of a panel that is not folded in
};

}  // namespace

Frames lay_out_folded_sheet(BookletContext const& context) { return FoldedSheet(context).lay_out(); }

}  // namespace tebiki::pdf
