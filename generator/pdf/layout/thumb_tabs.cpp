#include "pdf/layout/thumb_tabs.hpp"

#include <algorithm>

#include "pdf/text/upright_label.hpp"

namespace tebiki::pdf {

namespace {

constexpr double tab_width = 30;
constexpr double tab_gap = 4;
constexpr double tallest = 74;
constexpr double radius = 7;

struct Tab {
  int part = 0;
  std::string words;
};

std::vector<Tab> tabs_of(model::Publication const& publication) {
  std::vector<Tab> tabs;
  for (std::size_t i = 0; i < publication.parts.size(); ++i)
    if (!publication.parts[i].tab.empty()) tabs.push_back({int(i), publication.parts[i].tab});
  return tabs;
}

/// The tab of the last chapter that has one, at or before the page's part.
int current_tab(std::vector<Tab> const& tabs, int part) {
  int current = -1;
  for (std::size_t i = 0; i < tabs.size(); ++i)
    if (tabs[i].part <= part) current = int(i);
  return current;
}

struct TabPlace {
  double x = 0, y = 0, height = 0;
  bool current = false;
};

void add_tab(LayoutContext const& context, PageFrame& page, Tab const& tab, TabPlace const& place) {
  auto const& style = context.style;
  auto look = look_of(style.tab);
  look.font.bold = place.current;
  look.colour = place.current ? model::Colour{255, 255, 255} : context.brand;
  // Beyond the paper's edge, so that the corners there are square and a trim that is off by a hair shows no white.
  double x = place.x <= 0 ? -radius : place.x;
  Rectangle area{x, place.y, tab_width + radius, place.height};
  page.items.emplace_back(Box{area, radius, place.current ? context.brand : style.tint, {}, 0});
  auto label = upright_label(context.fonts, tab.words, look, place.height - 2);
  double top = place.y + (place.height - label.length) / 2;
  for (auto& run : upright_runs(context.fonts, label, look, place.x + tab_width / 2, top, TagId::artifact))
    page.items.emplace_back(std::move(run));
}

}  // namespace

void add_thumb_tabs(LayoutContext const& context, Geometry const& geometry, FilledPages& filled) {
  auto tabs = tabs_of(context.booklet.publication);
  if (tabs.empty()) return;
  double height = std::min(tallest, geometry.text_height() / double(tabs.size()) - tab_gap);
  for (std::size_t p = 0; p < filled.pages.size(); ++p) {
    auto& page = filled.pages[p];
    if (page.label.empty()) continue;
    int current = current_tab(tabs, filled.notes[p].part);
    double x = geometry.fore_edge(p) == Side::right ? geometry.width - tab_width : 0;
    for (std::size_t i = 0; i < tabs.size(); ++i)
      add_tab(context, page, tabs[i], {x, geometry.top + double(i) * (height + tab_gap), height, int(i) == current});
  }
}

}  // namespace tebiki::pdf
