#include "pdf/text/availability_mark.hpp"

#include "pdf/fonts/text_run.hpp"

namespace tebiki::pdf {

namespace {

using model::Availability;

struct MarkLook {
  std::optional<model::Colour> fill;
  std::optional<model::Colour> stroke;
  model::Colour ink;
};

MarkLook mark_look(model::PrintStyle const& style, Availability answer) {
  switch (answer) {
    case Availability::yes:
      return {style.yes, {}, style.on_dark};
    case Availability::ask:
      return {{}, style.ask, style.ask};
    case Availability::no:
      return {style.no, {}, style.pale_ink};
    case Availability::unanswered:
      break;
  }
  return {{}, {}, style.pale_ink};
}

/// The square stands so that its middle meets the middle of a kanji: 0.38 em above the baseline.
constexpr double middle = 0.38;

}  // namespace

double availability_mark_side(model::PrintStyle const& style, double size) { return size * style.mark_size; }

std::vector<Item> availability_mark(TextContext const& context, Availability answer, double size, double x,
                                    double baseline, TagId tag) {
  auto look = mark_look(context.style, answer);
  double side = availability_mark_side(context.style, size);
  Rectangle square{x, baseline - size * middle - side / 2, side, side};
  std::vector<Item> items;
  if (answer == Availability::unanswered) {
    items.push_back(Box{{x, square.y + side - 0.8, side, 0.8}, 0, context.style.line, {}, 0});
  } else if (look.stroke) {
    items.push_back(Box{{x + 0.6, square.y + 0.6, side - 1.2, side - 1.2}, 1.6, {}, look.stroke, 1.2});
  } else {
    items.push_back(Box{square, 2, look.fill, {}, 0});
  }
  auto glyph_size = float(size * 0.86);
  FontChoice font{FontChoice::List::body, true, false};
  double width = text_width(context.fonts, model::sign(answer), font, glyph_size);
  model::Point origin{x + (side - width) / 2, baseline - size * middle + glyph_size * middle};
  for (auto& run : text_runs(context.fonts, model::sign(answer), {font, glyph_size, look.ink}, origin, tag))
    items.emplace_back(std::move(run));
  return items;
}

}  // namespace tebiki::pdf
