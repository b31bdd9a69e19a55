// A sheet folded in three: six panels on two pages, the front at the right of the outside.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

/// Besides the front, in the order of reading.
constexpr std::size_t panels_with_text = 5;
base::Message name_of_panel(std::size_t index) {
  static std::array<base::Message, panels_with_text> const names = {{{"中の左", "inside left"},
                                                                     {"中の中央", "inside middle"},
                                                                     {"中の右", "inside right"},
                                                                     {"中に折り込む面", "the one folded in"},
                                                                     {"裏", "the back"}}};
  return names.at(index);
}
/// From line to line of whom to call.
constexpr double leading_ems = 1.5;

/// One panel's text, in the order of reading: inside from the left, the panel that is folded in, the back.
struct Panel {
  std::string title;
  std::span<model::Block const> blocks;
  model::Part const* part = nullptr;
  base::SourceLocation at;
  std::string anchor = {};  ///< of its heading

  bool empty() const { return title.empty() && blocks.empty(); }
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
      if (begin > 0 && all[begin - 1].at.file != base::FileId::none) panel.at = all[begin - 1].at;
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
    auto const places = places_to_fill();
    check(panels, places);
    add_front();
    for (std::size_t i = 0; i < std::min(panels.size(), places.size()); ++i) add_panel(panels[i], places[i]);
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

  /// All but those that are meant to stay blank.
  std::vector<std::size_t> places_to_fill() const {
    std::vector<std::size_t> places;
    auto const& blank = publication_.blank_panels;
    for (std::size_t i = 0; i < panels_with_text; ++i)
      if (std::find(blank.begin(), blank.end(), int(i) + 1) == blank.end()) places.push_back(i);
    return places;
  }

  /// A panel that is empty may be what makes the number wrong; then only that is told.
  void check(std::vector<Panel> const& panels, std::vector<std::size_t> const& places) const {
    std::size_t empty = 0;
    for (std::size_t i = 0; i < panels.size(); ++i) {
      if (!panels[i].empty()) continue;
      ++empty;
      report_empty(panels[i], i);
    }
    bool const explained = empty > 0 && panels.size() - empty <= places.size() && panels.size() >= places.size();
    if (panels.size() != places.size() && !explained) report_count(panels, places.size());
  }

  void report_empty(Panel const& panel, std::size_t index) const {
    context_.state.diagnostics.error(
        panel.at, "empty-panel",
        {fmt::format("「{}」の{}つめの面に、何もありません。", publication_.title, index + 1),
         fmt::format("Panel {} of “{}” is empty.", index + 1, publication_.title)},
        {"page-break が2つ続いていれば、1つを消してください。わざと空けておく面なら、page-break を1つにして、"
         "publication.json に \"blank_panels\": [5] のように、面の番号（中の左から裏まで、1〜5）を書いてください。",
         "Of two page-breaks in a row take one away. If the panel is meant to stay blank, name it in publication.json, "
         "like \"blank_panels\": [5] (1 is inside left, 5 the back)."});
  }

  void report_count(std::vector<Panel> const& panels, std::size_t needed) const {
    bool const too_many = panels.size() > needed;
    std::string names_ja, names_en;
    for (auto place : places_to_fill()) {
      auto const name = name_of_panel(place);
      names_ja += (names_ja.empty() ? "" : "、") + name.ja;
      names_en += (names_en.empty() ? "" : ", ") + name.en;
    }
    auto const blank = publication_.blank_panels.empty();
    context_.state.diagnostics.error(
        too_many ? panels[needed].at : publication_.at, "number-of-panels",
        {fmt::format("三つ折りには、表紙{}のほかに面が{}つ要りますが、「{}」には{}つあります。",
                     blank ? "" : "と空けておく面", needed, publication_.title, panels.size()),
         fmt::format("A sheet folded in three has {} panels beside its front{}, but “{}” has {}.", needed,
                     blank ? "" : " and those that stay blank", publication_.title, panels.size())},
        too_many
            ? base::Message{fmt::format("部（.md）か page-break を減らして、{}の順に分けてください。", names_ja),
                            fmt::format("Take files (.md) or page-breaks away, so that there are: {}.", names_en)}
            : base::Message{
                  fmt::format("部（.md）か、部の中の page-break で、{}の順に分けてください。空けておく面は、"
                              "publication.json に \"blank_panels\": [5] のように番号（1〜5）で書きます。",
                              names_ja),
                  fmt::format("Part them by files (.md) or by page-break: {}. Panels that are to stay blank are named "
                              "in publication.json, like \"blank_panels\": [5].",
                              names_en)});
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

  void add_panel(Panel const& panel, std::size_t place_index) {
    auto const place = place_of(place_index);
    auto const section = frames_.tags.add(StructureTree::root, Role::sect);
    double const margin = style_.panel_margin_x;
    Rectangle area{margin, style_.panel_margin_y, place.width - 2 * margin, height_ - 2 * style_.panel_margin_y};
    Face face;
    bool const back = place_index + 1 == panels_with_text;
    auto foot = back ? foot_lines(place.width - 2 * margin) : std::vector<Lines>();
    if (!foot.empty()) area.height -= foot_height(foot) - style_.panel_margin_y + style_.panel_foot_padding;
    double const title = add_title(face, panel, area, section);
    area.y += title, area.height -= title;
    FlowableList none;
    add_to_face(face, {context_, frames_.tags, none, section, {}, panel.at}, panel.blocks,
                {area, Filling::from_top, panel.title});
    add_foot(face, foot, place.width, section);
    put(std::move(face), place, panel);
  }

  /// What a panel is about, with a rule below; its height with the space that follows. One that is higher than the
  /// panel is left out: of what stands below it is told that it has no room.
  double add_title(Face& face, Panel const& panel, Rectangle const& area, TagId section) {
    if (panel.title.empty()) return 0;
    auto const& style = style_.panel_title;
    auto lines =
        set_lines(context_, plain(panel.title, look_of(style), panel.at), in_phrases(area.width, style.leading));
    double const height = lines.height() + style_.chapter_rule_space + style_.panel_title_after;
    if (height > area.height) return height;
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

  /// Whom to call: words, number, name and hours. What is too long for one line takes several.
  std::vector<Lines> foot_lines(double width) const {
    auto const& contact = context_.site.contact;
    auto words = style_.body;
    words.leading = words.size * leading_ems;
    words.colour = style_.panel_tel.colour;
    std::vector<Lines> lines;
    for (auto const& [text, style] : {std::pair{contact.prompt, words},
                                      {std::string(contact.tel.written()), style_.panel_tel},
                                      {contact.name, words},
                                      {contact.hours, words}})
      if (!text.empty())
        lines.push_back(
            short_lines(context_, text, style, style_.least_size, in_phrases(width, style.leading), contact.at));
    return lines;
  }
  double foot_height(std::vector<Lines> const& foot) const {
    double height = 2 * style_.panel_foot_padding;
    for (auto const& lines : foot) height += lines.height();
    return height;
  }

  /// On the publication's colour.
  void add_foot(Face& face, std::vector<Lines>& foot, double width, TagId section) {
    if (foot.empty()) return;
    double const height = foot_height(foot);
    face.items.emplace_back(Box{{0, height_ - height, width, height}, 0, context_.brand, {}, 0});
    double y = height_ - height + style_.panel_foot_padding;
    for (auto& lines : foot)
      y = place_lines(lines, style_.panel_margin_x, y, face.items, face.links,
                      attach_tags(frames_.tags, frames_.tags.add(section, Role::p), lines.tags));
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
