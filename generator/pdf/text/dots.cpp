#include "pdf/text/dots.hpp"

#include <cmath>

namespace tebiki::pdf {
namespace {

constexpr std::size_t fewest = 3;

Box const* disc(std::vector<Item> const& items, std::size_t i) {
  auto const* box = i < items.size() ? std::get_if<Box>(&items[i]) : nullptr;
  if (!box || !box->fill || box->stroke) return nullptr;
  bool round = box->area.width == box->area.height && box->radius * 2 >= box->area.width;
  return round ? box : nullptr;
}

bool alike(Box const& a, Box const& b) {
  return a.area.y == b.area.y && a.area.width == b.area.width && a.fill == b.fill;
}

}  // namespace

Dots dots_from(std::vector<Item> const& items, std::size_t first) {
  auto const* last = disc(items, first);
  auto const* next = last ? disc(items, first + 1) : nullptr;
  if (!next || !alike(*last, *next)) return {};
  Dots dots{1, next->area.x - last->area.x};
  if (dots.distance <= last->area.width) return {};
  while (next && alike(*last, *next) && std::abs(next->area.x - last->area.x - dots.distance) < 0.01) {
    last = next;
    next = disc(items, first + ++dots.count);
  }
  return dots.count >= fewest ? dots : Dots{};
}

}  // namespace tebiki::pdf
