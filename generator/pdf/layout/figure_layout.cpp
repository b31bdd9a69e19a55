// Pictures and drawings with their captions, never parted.
#include <algorithm>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"
#include "pdf/text/styled_text.hpp"

namespace tebiki::pdf {

namespace {

struct Size {
  double width = 0, height = 0;
};

/// A pixel is half a point (144 to the inch): photographs print sharp and fill the column when they are large.
constexpr double points_a_pixel = 0.5;
/// A picture may be made smaller to stay on the page, but not below this share of its size.
constexpr double least_share = 0.7;

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

}  // namespace

void lay_out(BlockTarget const& target, model::Figure const& figure) {
  auto const& style = target.context.style.caption;
  double most = target.sink.page_room() > 1e5 ? 500 : target.sink.page_room() * 0.6;
  auto size = fitted(natural_size(target.context, figure), target.column.width, most);
  if (size.width <= 0) return;
  report_words(target, figure);
  // A somewhat smaller picture is better than a page half empty.
  double room = target.sink.room() - 2 * target.context.style.figure_space - 2 * style.leading;
  if (room < size.height && room > size.height * least_share) size = fitted(size, size.width, room);
  auto tag = figure_tag(target, figure);
  Flowable flowable;
  flowable.before = flowable.after = target.context.style.figure_space;
  flowable.height = size.height;
  flowable.items.push_back(
      picture_item(target.context.fonts, figure, {target.column.x, 0, size.width, size.height}, tag));
  auto lines = set_lines(target.context, flatten(target.context, figure.caption, look_of(style)),
                         {target.column.width, style.leading});
  if (!lines.lines.empty()) {
    auto owner = tag == TagId::artifact ? target.parent : tag;
    auto tags = attach_tags(target.tags, target.tags.add(owner, Role::caption), lines.tags);
    flowable.height += target.context.style.caption_space;
    flowable.height = place_lines(lines, target.column.x, flowable.height, flowable.items, flowable.links, tags);
  }
  target.sink.add(std::move(flowable));
}

}  // namespace tebiki::pdf
