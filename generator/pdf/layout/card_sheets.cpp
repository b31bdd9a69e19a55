// Cards to be cut out and folded: each part is a face, and copies of all faces lie side by side on a sheet.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "pdf/layout/blocks.hpp"
#include "pdf/text/labels.hpp"

namespace tebiki::pdf {

namespace {

constexpr double millimetre = 72 / 25.4;
/// What printers leave blank at the edges of a sheet.
constexpr double sheet_margin = 8 * millimetre;
/// Colour that ends at a cut reaches beyond it.
constexpr double bleed = 3 * millimetre;

constexpr double band_width = 20, band_padding = 8;       ///< of the title, down the left of the first face
constexpr double margin_x = 8, margin_y = 5;              ///< of a face
constexpr double foot_height = 25, foot_tel_size = 15.5;  ///< whom to call, on the first face
constexpr double mark_length = 5 * millimetre, mark_width = 0.4;

struct Size {
  double width = 0, height = 0;
};

Size paper_of(model::PrintStyle const& style, std::string_view name, bool landscape) {
  auto const paper = style.paper(name);
  return landscape ? Size{paper.height, paper.width} : Size{paper.width, paper.height};
}

/// What stands on one face, from its top left.
using Face = std::vector<Item>;

class FaceLayout {
 public:
  FaceLayout(BookletContext const& context, StructureTree& tags, Size card)
      : context_(context), tags_(tags), card_(card) {}

  Face lay_out(std::size_t index) {
    auto const& part = context_.booklet.publication.parts[index];
    auto const section = tags_.add(StructureTree::root, Role::sect);
    bool const first = index == 0;
    Face face;
    if (first) add_band(face, tags_.add(section, Role::h1));
    double const left = first ? band_width + margin_x : margin_x;
    double const foot = first && !context_.site.contact.tel.empty() ? foot_height : 0;
    Rectangle const area{left, margin_y, card_.width - left - margin_x, card_.height - 2 * margin_y - foot};
    add_blocks(face, part, section, area);
    if (foot > 0) add_foot(face, left, tags_.add(section, Role::p));
    return face;
  }

 private:
  void add_band(Face& face, TagId tag) const {
    auto const& style = context_.style;
    face.emplace_back(Box{{-bleed, 0, band_width + bleed, card_.height}, 0, context_.brand, {}, 0});
    TextLook const look{{FontChoice::List::body, true, true}, 12, style.on_dark};
    auto const& title = context_.booklet.publication.title;
    auto const label =
        upright_label(context_.fonts, title, look, {card_.height - 2 * band_padding, 1, style.least_size});
    double const top = (card_.height - label.length) / 2;
    for (auto& run : upright_runs(context_.fonts, label, band_width / 2, top, tag)) face.emplace_back(std::move(run));
  }

  /// Whom to call: its rule, the words, the number in large type.
  void add_foot(Face& face, double left, TagId tag) const {
    auto const& style = context_.style;
    double const top = card_.height - foot_height, baseline = card_.height - 8;
    face.emplace_back(Box{{band_width, top, card_.width - band_width, 1}, 0, context_.brand, {}, 0});
    auto const& contact = context_.site.contact;
    TextLook const number{{FontChoice::List::body, true, false}, float(foot_tel_size), context_.brand};
    double const width = tabular_width(context_.fonts, contact.tel.written(), number.font, foot_tel_size);
    double const right = card_.width - margin_x - width;
    model::TextStyle prompt;
    prompt.size = style.least_size;
    prompt.leading = style.least_size * 1.15;
    prompt.colour = style.ink;
    auto lines =
        set_lines(context_, plain(contact.prompt, look_of(prompt)), in_phrases(right - left - 6, prompt.leading));
    std::vector<LinkArea> links;
    place_lines(lines, left, top + (foot_height - lines.height()) / 2 + 1, face, links,
                attach_tags(tags_, tag, lines.tags));
    for (auto& run : tabular_runs(context_.fonts, contact.tel.written(), number, {right, baseline}, tag))
      face.emplace_back(std::move(run));
  }

  /// Rows one below the other, with the room that is left between them.
  void add_blocks(Face& face, model::Part const& part, TagId section, Rectangle const& area) const {
    FlowableList list;
    BlockTarget const target{context_, tags_, list, section, {area.x, area.width}, part.at};
    lay_out_blocks(target, part.blocks);
    double height = 0;
    for (auto const& flowable : list.flowables) height += flowable.height;
    if (height > area.height + 0.5) report_too_much(part, height - area.height);
    double const between =
        list.flowables.empty() ? 0 : std::max(0.0, area.height - height) / double(list.flowables.size());
    double y = area.y;
    for (auto& flowable : list.flowables) {
      y += between;
      shift(flowable.items, 0, y);
      std::move(flowable.items.begin(), flowable.items.end(), std::back_inserter(face));
      y += flowable.height;
    }
  }

  void report_too_much(model::Part const& part, double points) const {
    auto const over = int(std::ceil(points / millimetre));
    context_.diagnostics.error(
        part.at, "card-too-full",
        {fmt::format("「{}」の面に入りきりません。{}ミリはみ出します。", part.title, over),
         fmt::format("The face “{}” is {} mm too small for what stands on it.", part.title, over)},
        {"欄を減らすか、幅（width）を半分にして2つ並べるか、次の面（.md）に移してください。",
         "Take a field away, put two side by side (width), or move some to another face (.md)."});
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

Grid grid_of(Size sheet, Size card, std::size_t faces) {
  auto const fitting = [](double room, double size) {
    return std::max<std::size_t>(1, std::size_t((room - 2 * sheet_margin + 0.01) / size));
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
  void add_face(Face items, model::Point corner, TagId section) {
    for (auto& item : items) {
      auto* widget = std::get_if<Widget>(&item);
      if (section != TagId::artifact && widget) {
        widget->tag = tags_.add(section, Role::form);
        tags_.detail(widget->tag).alternative = widget->label;
      }
    }
    if (section != TagId::artifact) make_others_artifacts(items);
    shift(items, corner.x, corner.y);
    std::move(items.begin(), items.end(), std::back_inserter(page_.items));
  }

  static void make_others_artifacts(Face& items) {
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
    double const left = grid_.left - mark_length, top = grid_.top - mark_length;
    for (std::size_t row = 0; row <= grid_.rows; ++row)
      add_line({left, grid_.top + grid_.card.height * double(row) - mark_width / 2, grid_.width() + 2 * mark_length,
                mark_width});
    for (std::size_t copy = 0; copy <= grid_.copies_in_row(); ++copy)
      add_line({cut_at(copy) - mark_width / 2, top, mark_width, grid_.height() + 2 * mark_length});
  }

  double cut_at(std::size_t copy) const { return grid_.left + grid_.card.width * double(copy * grid_.faces); }

  /// Dashed, between the faces of a copy.
  void add_folds() {
    constexpr double dash = 4, gap = 3;
    for (std::size_t copy = 0; copy < grid_.copies_in_row(); ++copy)
      for (std::size_t face = 1; face < grid_.faces; ++face) {
        double const x = cut_at(copy) + grid_.card.width * double(face);
        double const end = grid_.top + grid_.height() + mark_length;
        for (double y = grid_.top - mark_length; y < end; y += dash + gap)
          page_.items.emplace_back(
              Box{{x - mark_width / 2, y, mark_width, std::min(dash, end - y)}, 0, context_.style.ink, {}, 0});
      }
  }

  void add_instructions() {
    auto const& words = context_.site.words;
    double const above = grid_.top - 6;
    add_words(words["print.cut"], {cut_at(0) + 4, above}, TagId::artifact);
    bool const folded = grid_.faces > 1;
    if (folded) add_words(words["print.fold"], {cut_at(0) + grid_.card.width + 4, above}, TagId::artifact);
    auto const section = tags_.add(StructureTree::root, Role::p);
    add_words(words[folded ? "print.cut-and-fold" : "print.cut-out"],
              {cut_at(0) + 4, grid_.top + grid_.height() + 6 + context_.style.least_size}, section);
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
  if (card.width > size.width - 2 * sheet_margin || card.height > size.height - 2 * sheet_margin) {
    context.diagnostics.error(
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
  auto const grid = grid_of(size, card, std::max<std::size_t>(1, faces.size()));
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
