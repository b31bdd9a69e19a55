#include "pdf/layout/flyer_layout.hpp"

#include <algorithm>
#include <optional>

#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

using model::DesignBox;
using model::DesignCell;
using model::DesignType;

/// A crest of a curve reaches three quarters of the way to its control points.
constexpr double crest = 0.75;
constexpr int half_waves = 3;
/// From line to line, in ems.
constexpr double label_leading_ems = 1.4;

/// The area below a wave that swings over its whole height.
model::Drawing wave(DesignBox const& box, model::Colour colour, double below) {
  using enum model::PathStep::Kind;
  model::PathShape path;
  path.fill = colour;
  double const level = box.height / 2, length = box.width / half_waves;
  double swing = -level / crest;
  path.steps.push_back({move, {}, {}, {0, level}});
  for (int i = 0; i < half_waves; ++i, swing = -swing) {
    double const x = i * length;
    path.steps.push_back(
        {curve, {x + length / 3, level + swing}, {x + 2 * length / 3, level + swing}, {x + length, level}});
  }
  path.steps.push_back({line, {}, {}, {box.width, box.height + below}});
  path.steps.push_back({line, {}, {}, {0, box.height + below}});
  path.steps.push_back({close, {}, {}, {0, level}});
  return {box.width, box.height, {path}};
}

/// A cell of a row with its words set.
struct SetCell {
  DesignCell const* cell = nullptr;
  double x = 0, width = 0;  ///< from the left of the box
  SetWords words;
  Lines label;
};
struct SetRow {
  std::vector<SetCell> cells;
  double height = 0;  ///< without padding
};

class FlyerPage {
 public:
  FlyerPage(FlyerContext const& context, StructureTree& tags, PageFrame& page, FormSheets* form = nullptr)
      : context_(context), booklet_(context.booklet), tags_(tags), page_(page), form_(form) {
    section_ = tags_.add(StructureTree::root, Role::sect);
  }

  void add(DesignBox box) {
    if (!box.needs.empty() && !context_.value(box.needs)) return;
    if (!box.unless.empty() && context_.value(box.unless)) return;
    if (!box.lines.empty() && !says_something(context_, box.lines)) return;
    if (box.behind) box.x += ink_end_;
    if (box.kind != DesignBox::Kind::wave) add_frame(box);
    switch (box.kind) {
      case DesignBox::Kind::words:
        return add_words(box);
      case DesignBox::Kind::upright:
        return add_upright(box);
      case DesignBox::Kind::rows:
        return add_rows(box);
      case DesignBox::Kind::qr:
        return add_qr(box);
      case DesignBox::Kind::form:
        if (!form_) return;
        lay_out_form(context_, box, *form_, tags_, section_);
        return add_form_rows(context_, box, *form_, 0, page_);
      case DesignBox::Kind::wave:
        page_.items.emplace_back(placed(booklet_.fonts,
                                        wave(box, context_.colour(box.fill), booklet_.style.flyer_wave_below),
                                        {box.x, box.y, box.width, box.height}, TagId::artifact));
    }
  }

 private:
  void add_frame(DesignBox const& box) {
    if (box.fill.empty() && box.stroke.empty()) return;
    Box frame{{box.x, box.y, box.width, box.height}, box.radius, {}, {}, box.stroke_width};
    if (!box.fill.empty()) frame.fill = context_.colour(box.fill);
    if (!box.stroke.empty()) frame.stroke = context_.colour(box.stroke);
    page_.items.emplace_back(frame);
  }

  void rule(double x, double y, double width, DesignBox const& box) {
    page_.items.emplace_back(Box{{x, y, width, box.rule_width}, 0, context_.colour(box.rule), {}, 0});
  }

  void place(std::vector<Lines>& paragraphs, double x, double y, Role role) {
    for (auto& lines : paragraphs) {
      auto const tag = tags_.add(section_, role);
      y = place_lines(lines, x, y, page_.items, page_.links, attach_tags(tags_, tag, lines.tags));
    }
  }

  /// The largest type in which all fits; the first tries part no phrase.
  std::optional<SetWords> fitted(DesignBox const& box) const {
    for (bool whole : {true, false}) {
      for (double share : shares_of(box.lines, box.type)) {
        if (whole && share < least_share_for_phrases) break;
        auto set = set_words(context_, box.lines, box.type, box.width, share);
        bool const fits = set.height <= box.height + 0.01 && set.width <= box.width + 0.5;
        if (fits && (set.whole || !whole)) return set;
      }
    }
    return std::nullopt;
  }

  void add_words(DesignBox const& box) {
    if (box.lines.empty()) return;
    auto set = fitted(box);
    if (!set) return report_overflow(context_, box.lines, box.type);
    using Place = DesignType::Vertical;
    double const spare = box.height - set->height;
    double const y = box.y + (box.type.place == Place::top ? 0 : box.type.place == Place::middle ? spare / 2 : spare);
    ink_end_ = box.x + (box.type.alignment == model::Alignment::start ? set->width : box.width);
    place(set->paragraphs, box.x, y, box.heading ? Role::h1 : Role::p);
  }

  /// The title from top to bottom, in the largest type in which it fits; the first tries part no phrase.
  void add_upright(DesignBox const& box) {
    bool const named = !box.lines.empty() && !box.lines.front().empty();
    auto const* value = named ? context_.value(box.lines.front().front().value) : nullptr;
    if (!value) return;
    auto const& text = value->items.front();
    auto const label = upright_title(context_, box, text);
    if (!label) return report_overflow(context_, box.lines, box.type);
    report_missing_glyphs(booklet_, text, label->look.font, value->at);
    auto const tag = tags_.add(section_, box.heading ? Role::h1 : Role::p);
    double const middle = box.x + box.width - label->breadth() / 2;
    for (auto& run : upright_runs(booklet_.fonts, *label, middle, box.y, tag)) page_.items.emplace_back(std::move(run));
  }

  SetRow set_row(DesignBox const& box, std::vector<DesignCell> const& cells, double share) const {
    SetRow row;
    double shares = 0;
    for (auto const& cell : cells) {
      if (says_something(context_, cell.lines)) shares += cell.share;
    }
    double x = 0;
    for (auto const& cell : cells) {
      if (!says_something(context_, cell.lines)) continue;
      double const width = box.width * cell.share / shares;
      double const gap = x + width < box.width - 0.01 ? booklet_.style.flyer_cell_gap : 0;
      auto words = set_words(context_, cell.lines, box.type, width - box.label_width - gap, share);
      SetCell set{&cell, x, width - gap, std::move(words), label(box, cell, width - gap)};
      double const label_height = set.label.height();
      row.height = std::max(
          row.height, box.label_width > 0 ? std::max(set.words.height, label_height) : set.words.height + label_height);
      row.cells.push_back(std::move(set));
      x += width;
    }
    return row;
  }

  Lines label(DesignBox const& box, DesignCell const& cell, double width) const {
    if (cell.label.empty()) return {};
    TextLook look{{FontChoice::List::body, true, false}, float(box.label_size), context_.colour(box.label_colour)};
    double const room = box.label_width > 0 ? box.label_width - booklet_.style.flyer_label_gap : width;
    return set_lines(booklet_, plain(booklet_.site.words[cell.label], look),
                     in_phrases(room, box.label_size * label_leading_ems));
  }

  std::vector<SetRow> set_rows(DesignBox const& box, double share) const {
    std::vector<SetRow> rows;
    for (auto const& cells : box.rows) {
      auto row = set_row(box, cells, share);
      if (!row.cells.empty()) rows.push_back(std::move(row));
    }
    return rows;
  }

  static bool fits(DesignBox const& box, std::vector<SetRow> const& rows) {
    double height = 0;
    for (auto const& row : rows) {
      height += row.height + 2 * box.padding;
      for (auto const& cell : row.cells) {
        if (cell.words.width > cell.width - box.label_width + 0.5) return false;
      }
    }
    return height <= box.height + 0.01;
  }

  /// With smaller type the rows stand nearer, too.
  void add_rows(DesignBox const& box) {
    constexpr double least_padding = 0.5;
    std::vector<model::DesignLine> all;
    for (auto const& row : box.rows) {
      for (auto const& cell : row) all.insert(all.end(), cell.lines.begin(), cell.lines.end());
    }
    for (double share : shares_of(all, box.type)) {
      auto fitted = box;
      fitted.padding *= std::max(least_padding, share);
      auto rows = set_rows(fitted, share);
      if (!fits(fitted, rows)) continue;
      spread(fitted, rows);
      double y = fitted.y;
      for (auto& row : rows) y = place_row(fitted, row, y);
      if (!fitted.rule.empty() && !rows.empty()) rule(fitted.x, y, fitted.width, fitted);
      return;
    }
    report_overflow(context_, all, box.type);
  }

  /// Few rows stand a little wider apart.
  static void spread(DesignBox& box, std::vector<SetRow> const& rows) {
    constexpr double most = 0.7;
    double spare = box.height;
    for (auto const& row : rows) spare -= row.height + 2 * box.padding;
    if (!rows.empty()) box.padding += std::min(box.padding * most, spare / double(2 * rows.size()));
  }

  double place_row(DesignBox const& box, SetRow& row, double y) {
    if (!box.rule.empty()) rule(box.x, y, box.width, box);
    for (auto& cell : row.cells) {
      double const x = box.x + cell.x, top = y + box.padding;
      bool const beside = box.label_width > 0;
      double const above = beside ? 0 : cell.label.height();
      double label_top = top;
      if (beside && !cell.label.lines.empty() && !cell.words.paragraphs.empty())
        label_top += cell.words.paragraphs.front().lines.front().baseline - cell.label.lines.front().baseline;
      std::vector<Lines> labels;
      if (!cell.label.lines.empty()) labels.push_back(std::move(cell.label));
      place(labels, x, label_top, Role::p);
      place(cell.words.paragraphs, x + box.label_width, top + above, Role::p);
    }
    return y + row.height + 2 * box.padding;
  }

  void add_qr(DesignBox const& box) {
    if (!context_.flyer.qr) return;
    auto const tag = tags_.add(section_, Role::figure);
    tags_.detail(tag).alternative = context_.flyer.qr_address;
    page_.items.emplace_back(placed(booklet_.fonts, *context_.flyer.qr, {box.x, box.y, box.width, box.height}, tag));
  }

  FlyerContext const& context_;
  BookletContext const& booklet_;
  StructureTree& tags_;
  PageFrame& page_;
  FormSheets* form_;  ///< on the first sheet of an application form
  TagId section_ = StructureTree::root;
  double ink_end_ = 0;  ///< of the words that were placed last
};

}  // namespace

Frames lay_out_flyer(BookletContext const& context, model::FlyerDesign const& design) {
  auto const geometry = geometry_of(context.style, context.booklet.publication);
  Frames frames;
  auto flyer = *context.booklet.flyer;
  FlyerContext const flyer_context{context, flyer};
  auto const* form_box = design.form_box();
  auto form = form_box ? sheets_of_form(flyer_context, *form_box) : FormSheets();
  auto const sheets = std::max<std::size_t>(1, form.ends.size());
  for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
    if (sheets > 1) {
      auto const number = std::to_string(sheet + 1), count = std::to_string(sheets);
      auto which = context.site.words.filled("flyer.sheet", {{"number", number}, {"count", count}});
      flyer.values["sheet"] = {{std::move(which)}, flyer.at};
    }
    // Where to send it stands on every sheet, as decoration on further ones.
    StructureTree repeated;
    PageFrame page{geometry.width, geometry.height, "", {}, {}};
    FlyerPage made(flyer_context, sheet == 0 ? frames.tags : repeated, page, sheet == 0 ? &form : nullptr);
    for (auto const& box : design.boxes) made.add(box);
    if (sheet > 0) {
      make_artifacts(page.items);
      page.links.clear();
      add_form_rows(flyer_context, *form_box, form, sheet, page);
    }
    frames.pages.push_back(std::move(page));
  }
  frames.bookmarks.push_back({context.booklet.publication.title, {0, 0}, {}});
  return frames;
}

}  // namespace tebiki::pdf
