// Pictures and drawings with their captions, never parted.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {

namespace {

struct Size {
  double width = 0, height = 0;
};

/// A pixel is half a point (144 to the inch): photographs print sharp and fill the column when they are large.
constexpr double points_a_pixel = 0.5;
/// A picture may be made smaller to stay on the page, but not below this share of its size.
constexpr double least_share = 0.7;
/// So much of a page a picture takes at most.
constexpr double share_of_page = 0.6;

Size natural_size(BookletContext const& context, model::Figure const& figure) {
  return std::visit(
      model::Overloaded{
          [&](model::Image const& image) -> Size {
            auto found = context.site.images.find(image.path);
            if (found == context.site.images.end()) return {};
            return {found->second.info.width * points_a_pixel, found->second.info.height * points_a_pixel};
          },
          [](model::Drawing const& drawing) -> Size {
            return {drawing.width, drawing.height};
          }},
      figure.picture);
}

Size fitted(Size size, double width, double height) {
  if (size.width <= 0 || size.height <= 0) return {};
  double scale = std::min({1.0, width / size.width, height / size.height});
  return {size.width * scale, size.height * scale};
}

Item picture_item(Fonts const& fonts, model::Figure const& figure, Rectangle area, TagId tag) {
  return std::visit(
      model::Overloaded{[&](model::Image const& image) -> Item {
                          return Picture{area, image.path, tag};
                        },
                        [&](model::Drawing const& drawing) -> Item { return placed(fonts, drawing, area, tag); }},
      figure.picture);
}

TagId figure_tag(BlockTarget const& target, model::Figure const& figure) {
  auto const* image = std::get_if<model::Image>(&figure.picture);
  auto const& alternative = figure.alternative.empty() && image ? image->alternative : figure.alternative;
  if (alternative.empty()) return TagId::artifact;
  auto tag = target.tags.add(target.parent, Role::figure);
  target.tags.detail(tag).alternative = alternative;
  return tag;
}

void report_words(BlockTarget const& target, model::Figure const& figure) {
  auto const* drawing = std::get_if<model::Drawing>(&figure.picture);
  if (!drawing) return;
  model::for_each_text_shape(drawing->shapes, [&](model::TextShape const& words) {
    report_missing_glyphs(target.context, words.text, {FontChoice::List::body, words.bold, false}, target.at);
  });
}

/// The picture at its place and its caption below, without space around them.
Flowable picture_with_caption(BlockTarget const& target, model::Figure const& figure, Rectangle const& area) {
  auto const& style = target.context.style.caption;
  auto tag = figure_tag(target, figure);
  Flowable flowable;
  flowable.height = area.y + area.height;
  flowable.items.push_back(picture_item(target.context.fonts, figure, area, tag));
  auto lines = set_lines(target.context, flatten(target.context, figure.caption, look_of(style)),
                         {target.column.width, style.leading});
  if (lines.lines.empty()) return flowable;
  auto owner = tag == TagId::artifact ? target.parent : tag;
  auto tags = attach_tags(target.tags, target.tags.add(owner, Role::caption), lines.tags);
  flowable.height += target.context.style.caption_space;
  flowable.height = place_lines(lines, area.x, flowable.height, flowable.items, flowable.links, tags);
  return flowable;
}

/// A drawing that takes no more of the width is small; words that would be higher than so many of it stand below it.
constexpr double share_of_small = 0.25, most_beside = 1.5;
/// Whether the picture with its caption has room below what stands on the page, as close as the part is set.
bool fits_below(BlockTarget const& target, model::Figure const& figure, double height) {
  auto const& style = target.context.style;
  auto const caption = set_lines(target.context, flatten(target.context, figure.caption, look_of(style.caption)),
                                 {target.column.width, style.caption.leading});
  double const above = style.figure_space * target.context.state.spacing;
  return above + height + style.caption_space + caption.height() <= target.sink.room();
}

/// Pictures of a row are made so much larger at most, and smaller only so far as their letters stay readable.
constexpr double most_enlarged = 1.5, most_reduced = 0.95;
/// So much of a page a row of pictures takes at most: the table of their numbers stands with them.
constexpr double share_of_row = 0.5;

/// How pictures stand in rows.
struct Grid {
  std::size_t columns = 1;
  double width = 0;  ///< of a column
  double scale = 1;
};

Grid grid_of(BlockTarget const& target, std::vector<Size> const& sizes) {
  double widest = 1, highest = 1;
  for (auto size : sizes) widest = std::max(widest, size.width), highest = std::max(highest, size.height);
  auto const& style = target.context.style;
  double const room = target.column.width, gap = style.figure_row_gap;
  auto const fitting = std::size_t((room + gap) / (widest * most_reduced + gap));
  Grid grid;
  grid.columns = std::clamp<std::size_t>(fitting, 1, sizes.size());
  grid.width = (room - gap * double(grid.columns - 1)) / double(grid.columns);
  double const page = std::min(target.sink.page_room(), style.figure_row_page);
  grid.scale = std::min({grid.width / widest, most_enlarged, std::max(1.0, page * share_of_row / highest)});
  return grid;
}

}  // namespace

void lay_out(BlockTarget const& target, model::Figure const& figure) {
  auto const& style = target.context.style.caption;
  double const page = target.sink.page_room();
  double most = page >= unbounded_room ? target.context.style.figure_highest : page * share_of_page;
  auto size = fitted(natural_size(target.context, figure), target.column.width, most);
  if (size.width <= 0) return;
  report_words(target, figure);
  // A somewhat smaller picture is better than a page half empty.
  double room = target.sink.room() - 2 * target.context.style.figure_space - 2 * style.leading;
  bool const too_high = room < size.height && !fits_below(target, figure, size.height);
  if (too_high && room > size.height * least_share) size = fitted(size, size.width, room);
  auto flowable = picture_with_caption(target, figure, {target.column.x, 0, size.width, size.height});
  flowable.before = flowable.after = target.context.style.figure_space;
  target.sink.add(std::move(flowable));
}

bool stands_beside(BlockTarget const& target, model::Block const& block, model::Block const& next) {
  auto const* figure = std::get_if<model::Figure>(&block.node);
  auto const* paragraph = std::get_if<model::Paragraph>(&next.node);
  auto const* drawing = figure ? std::get_if<model::Drawing>(&figure->picture) : nullptr;
  if (!drawing || !paragraph) return false;
  double const width = share_of_small * target.column.width;
  if (drawing->width > width) return false;
  auto const& body = target.context.style.body;
  double const words = text_width(target.context.fonts, model::plain_text(paragraph->text), FontChoice(), body.size);
  double const lines = words / (target.column.width - width - target.context.style.figure_row_gap);
  return lines * body.leading <= drawing->height * most_beside;
}

void lay_out_beside(BlockTarget const& target, model::Block const& figure, model::Block const& paragraph) {
  double const width = share_of_small * target.column.width, gap = target.context.style.figure_row_gap;
  FlowableList left, right;
  lay_out_block({target.context, target.tags, left, target.parent, {target.column.x, width}, target.at}, figure);
  lay_out_block({target.context,
                 target.tags,
                 right,
                 target.parent,
                 {target.column.x + width + gap, target.column.width - width - gap},
                 target.at},
                paragraph);
  auto whole = stacked(std::move(left.flowables)), words = stacked(std::move(right.flowables));
  whole.height = std::max(whole.height, words.height);
  whole.cuts.clear();
  std::move(words.items.begin(), words.items.end(), std::back_inserter(whole.items));
  std::move(words.links.begin(), words.links.end(), std::back_inserter(whole.links));
  std::move(words.anchors.begin(), words.anchors.end(), std::back_inserter(whole.anchors));
  target.sink.add(std::move(whole));
}

void lay_out(BlockTarget const& target, model::FigureRow const& row) {
  std::vector<Size> sizes;
  for (auto const& figure : row.figures) sizes.push_back(natural_size(target.context, figure));
  if (sizes.empty()) return;
  auto const grid = grid_of(target, sizes);
  for (std::size_t begin = 0; begin < row.figures.size(); begin += grid.columns) {
    auto const end = std::min(row.figures.size(), begin + grid.columns);
    double highest = 0;
    for (auto i = begin; i < end; ++i) highest = std::max(highest, sizes[i].height * grid.scale);
    Flowable together;
    together.before = together.after = target.context.style.figure_space;
    // The table of the same numbers follows on the page.
    together.keep_with_next = end == row.figures.size();
    for (auto i = begin; i < end; ++i) {
      report_words(target, row.figures[i]);
      auto column = target;
      column.column = {target.column.x + double(i - begin) * (grid.width + target.context.style.figure_row_gap),
                       grid.width};
      double const width = sizes[i].width * grid.scale, height = sizes[i].height * grid.scale;
      auto one = picture_with_caption(column, row.figures[i], {column.column.x, highest - height, width, height});
      together.height = std::max(together.height, one.height);
      std::move(one.items.begin(), one.items.end(), std::back_inserter(together.items));
      std::move(one.links.begin(), one.links.end(), std::back_inserter(together.links));
    }
    target.sink.add(std::move(together));
  }
}

std::map<std::string, base::PixelSize> printed_sizes(Frames const& frames) {
  constexpr double pixels_a_point = 300.0 / 72, tolerance = 0.001;
  auto pixels = [&](double points) {
    return std::uint32_t(std::max(1.0, std::ceil(points * pixels_a_point - tolerance)));
  };
  std::map<std::string, base::PixelSize> sizes;
  for (auto const& page : frames.pages)
    for (auto const& item : page.items)
      if (auto const* picture = std::get_if<Picture>(&item)) {
        auto& size = sizes[picture->path];
        size.width = std::max(size.width, pixels(picture->area.width));
        size.height = std::max(size.height, pixels(picture->area.height));
      }
  return sizes;
}

}  // namespace tebiki::pdf
