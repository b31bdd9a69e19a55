// Cards to be cut out and folded: each part is a face, and copies of all faces lie side by side on a sheet.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

/// Of the words above the number, in ems.
constexpr double leading_ems = 1.15;

struct Size {
  double width = 0, height = 0;
};

Size paper_of(model::PrintStyle const& style, std::string_view name, bool landscape) {
  auto const paper = style.paper(name);
  return landscape ? Size{paper.height, paper.width} : Size{paper.width, paper.height};
}

class FaceLayout {
 public:
  FaceLayout(BookletContext const& context, StructureTree& tags, Size card)
      : context_(context), tags_(tags), card_(card) {}

  Face lay_out(std::size_t index) {
    auto const& part = context_.booklet.publication.parts[index];
    auto const section = tags_.add(StructureTree::root, Role::sect);
    bool const first = index == 0;
    auto const& style = context_.style;
    Face face;
    if (first) add_band(face, tags_.add(section, Role::h1));
    double const left = first ? style.card_band + style.card_margin_x : style.card_margin_x;
    double const foot = first && !context_.site.contact.tel.empty() ? style.card_foot : 0;
    Rectangle const area{left, style.card_margin_y, card_.width - left - style.card_margin_x,
                         card_.height - 2 * style.card_margin_y - foot};
    FlowableList none;
    add_to_face(face, {context_, tags_, none, section, {}, part.at}, part.blocks, {area, Filling::spread, part.title});
    if (foot > 0) add_foot(face, left, tags_.add(section, Role::p));
    return face;
  }

 private:
  void add_band(Face& face, TagId tag) const {
    auto const& style = context_.style;
    face.items.emplace_back(
        Box{{-style.card_bleed, 0, style.card_band + style.card_bleed, card_.height}, 0, context_.brand, {}, 0});
    TextLook const look{{FontChoice::List::body, true, true}, float(style.card_title_size), style.on_dark};
    auto const& title = context_.booklet.publication.title;
    auto const label =
        upright_label(context_.fonts, title, look, {card_.height - 2 * style.card_band_padding, 1, style.least_size});
    if (label.shortened) report_shortened(context_, title, context_.booklet.publication.title_at);
    double const top = (card_.height - label.length) / 2;
    for (auto& run : upright_runs(context_.fonts, label, style.card_band / 2, top, tag))
      face.items.emplace_back(std::move(run));
  }

  /// Whom to call: its rule, the words, the number in large type.
  void add_foot(Face& face, double left, TagId tag) const {
    auto const& style = context_.style;
    double const top = card_.height - style.card_foot, baseline = card_.height - style.card_foot_baseline;
    face.items.emplace_back(
        Box{{style.card_band, top, card_.width - style.card_band, style.card_foot_rule}, 0, context_.brand, {}, 0});
    auto const& contact = context_.site.contact;
    TextLook const number{{FontChoice::List::body, true, false}, float(style.card_tel_size), context_.brand};
    double const width = tabular_width(context_.fonts, contact.tel.written(), number.font, style.card_tel_size);
    double const right = card_.width - style.card_margin_x - width;
    model::TextStyle prompt;
    prompt.size = style.least_size;
    prompt.leading = style.least_size * leading_ems;
    prompt.colour = style.ink;
    auto lines = set_lines(context_, plain(contact.prompt, look_of(prompt), contact.at),
                           in_phrases(right - left - style.card_foot_gap, prompt.leading));
    std::vector<LinkArea> links;
    place_lines(lines, left, top + (style.card_foot - lines.height()) / 2 + 1, face.items, links,
                attach_tags(tags_, tag, lines.tags));
    for (auto& run : tabular_runs(context_.fonts, contact.tel.written(), number, {right, baseline}, tag))
      face.items.emplace_back(std::move(run));
  }

  BookletContext const& context_;
  StructureTree& tags_;
  Size card_;
};

/// How faces lie on a sheet: row by row, the faces of one copy beside each other.
struct Grid {
  std::size_t columns = 1, rows = 1;
  std::size_t faces = 1;  ///< of one copy
  Size card;
  double left = 0, top = 0;

  std::size_t copies_in_row() const { return columns / faces; }
  std::size_t copies() const { return copies_in_row() * rows; }
  double width() const { return card.width * double(copies_in_row() * faces); }
  double height() const { return card.height * double(rows); }
  model::Point corner(std::size_t copy, std::size_t face) const {
    auto const row = copy / copies_in_row(), column = copy % copies_in_row() * faces + face;
    return {left + card.width * double(column), top + card.height * double(row)};
  }
};

Grid grid_of(Size sheet, double margin, Size card, std::size_t faces) {
  auto const fitting = [&](double room, double size) {
    return std::max<std::size_t>(1, std::size_t((room - 2 * margin + 0.01) / size));
  };
  Grid grid;
  grid.card = card;
  grid.columns = fitting(sheet.width, card.width);
  grid.rows = fitting(sheet.height, card.height);
  grid.faces = std::min(faces, grid.columns);
  grid.left = (sheet.width - grid.width()) / 2;
  grid.top = (sheet.height - grid.height()) / 2;
  return grid;
}

class Sheet {
 public:
  Sheet(BookletContext const& context, StructureTree& tags, Grid const& grid, Size size)
      : context_(context), tags_(tags), grid_(grid) {
    page_.width = size.width;
    page_.height = size.height;
  }

  /// All copies of the faces. The first is read; of the others only their fields are, which show what is typed into
  /// any of them.
  void add(std::vector<Face> const& faces) {
    for (std::size_t copy = 0; copy < grid_.copies(); ++copy) {
      auto const section = copy == 0 ? TagId::artifact : tags_.add(StructureTree::root, Role::div);
      for (std::size_t face = 0; face < faces.size(); ++face) add_face(faces[face], grid_.corner(copy, face), section);
    }
  }

  PageFrame finish() {
    add_cuts();
    add_folds();
    add_instructions();
    return std::move(page_);
  }

 private:
  void add_face(Face face, model::Point corner, TagId section) {
    for (auto& item : face.items) {
      auto* widget = std::get_if<Widget>(&item);
      if (section != TagId::artifact && widget) {
        widget->tag = tags_.add(section, Role::form);
        tags_.detail(widget->tag).alternative = widget->label;
      }
    }
    if (section != TagId::artifact) make_others_artifacts(face.items), face.links.clear();
    shift(face, corner.x, corner.y);
    std::move(face.items.begin(), face.items.end(), std::back_inserter(page_.items));
    std::move(face.links.begin(), face.links.end(), std::back_inserter(page_.links));
  }

  static void make_others_artifacts(std::vector<Item>& items) {
    for (auto& item : items) {
      if (std::holds_alternative<Widget>(item)) continue;
      std::vector<Item> one;
      one.push_back(std::move(item));
      make_artifacts(one);
      item = std::move(one.front());
    }
  }

  void add_line(Rectangle const& area) { page_.items.emplace_back(Box{area, 0, context_.style.strong_line, {}, 0}); }

  /// Between rows and around copies; lines reach into the margin, so that a cutter can be laid on them.
  void add_cuts() {
    double const reach = context_.style.card_cut_mark, rule = context_.style.card_cut_rule;
    double const left = grid_.left - reach, top = grid_.top - reach;
    for (std::size_t row = 0; row <= grid_.rows; ++row)
      add_line({left, grid_.top + grid_.card.height * double(row) - rule / 2, grid_.width() + 2 * reach, rule});
    for (std::size_t copy = 0; copy <= grid_.copies_in_row(); ++copy)
      add_line({cut_at(copy) - rule / 2, top, rule, grid_.height() + 2 * reach});
  }

  double cut_at(std::size_t copy) const { return grid_.left + grid_.card.width * double(copy * grid_.faces); }

  /// Dashed, between the faces of a copy.
  void add_folds() {
    auto const& style = context_.style;
    double const dash = style.card_fold_dash, reach = style.card_cut_mark, rule = style.card_cut_rule;
    for (std::size_t copy = 0; copy < grid_.copies_in_row(); ++copy)
      for (std::size_t face = 1; face < grid_.faces; ++face) {
        double const x = cut_at(copy) + grid_.card.width * double(face);
        double const end = grid_.top + grid_.height() + reach;
        for (double y = grid_.top - reach; y < end; y += dash + style.card_fold_gap)
          page_.items.emplace_back(Box{{x - rule / 2, y, rule, std::min(dash, end - y)}, 0, style.ink, {}, 0});
      }
  }

  void add_instructions() {
    auto const& words = context_.site.words;
    auto const& style = context_.style;
    double const above = grid_.top - style.card_words_above, left = cut_at(0) + style.card_words_indent;
    add_words(words["print.cut"], {left, above}, TagId::artifact);
    bool const folded = grid_.faces > 1;
    if (folded) add_words(words["print.fold"], {left + grid_.card.width, above}, TagId::artifact);
    auto const section = tags_.add(StructureTree::root, Role::p);
    add_words(words[folded ? "print.cut-and-fold" : "print.cut-out"],
              {left, grid_.top + grid_.height() + style.card_words_above + style.least_size}, section);
  }

  void add_words(std::string_view words, model::Point at, TagId tag) {
    TextLook const look{{}, float(context_.style.least_size), context_.style.ink};
    for (auto& run : text_runs(context_.fonts, words, look, at, tag)) page_.items.emplace_back(std::move(run));
  }

  BookletContext const& context_;
  StructureTree& tags_;
  Grid grid_;
  PageFrame page_;
};

}  // namespace

Frames lay_out_cards(BookletContext const& context) {
  auto const& publication = context.booklet.publication;
  auto const card = paper_of(context.style, publication.paper, publication.landscape);
  auto const size = paper_of(context.style, publication.sheet, false);
  double const margins = 2 * context.style.card_sheet_margin;
  if (card.width > size.width - margins || card.height > size.height - margins) {
    context.state.diagnostics.error(
        publication.at, "card-too-large",
        {fmt::format("「{}」の紙（paper）は、並べる紙（sheet）より小さくしてください。", publication.title),
         fmt::format("The paper of “{}” must be smaller than its sheet.", publication.title)},
        {"カードなら \"paper\": \"card\" と書いてください。", "For cards, write \"paper\": \"card\"."});
    return {};
  }
  Frames frames;
  FaceLayout layout(context, frames.tags, card);
  std::vector<Face> faces;
  for (std::size_t i = 0; i < publication.parts.size(); ++i) faces.push_back(layout.lay_out(i));
  auto const grid = grid_of(size, context.style.card_sheet_margin, card, std::max<std::size_t>(1, faces.size()));
  // More faces than stand beside each other go on to further sheets.
  for (std::size_t from = 0; from < faces.size(); from += grid.faces) {
    Sheet sheet(context, frames.tags, grid, size);
    auto const end = std::min(faces.size(), from + grid.faces);
    sheet.add({faces.begin() + std::ptrdiff_t(from), faces.begin() + std::ptrdiff_t(end)});
    for (auto i = from; i < end; ++i)
      frames.destinations[part_key(publication, publication.parts[i])] = {frames.pages.size(), 0};
    frames.pages.push_back(sheet.finish());
    frames.pages.back().label = std::to_string(frames.pages.size());
  }
  frames.destinations[publication.slug] = {0, 0};
  frames.bookmarks = {{publication.title, {0, 0}, {}}};
  return frames;
}

}  // namespace tebiki::pdf
