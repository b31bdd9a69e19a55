#include <algorithm>

#include "pdf/layout/booklet_parts.hpp"
#include "pdf/text/labels.hpp"

namespace tebiki::pdf {

namespace {

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

void add_tab(BookletContext const& context, PageFrame& page, Tab const& tab, TabPlace const& place) {
  auto const& style = context.style;
  auto look = look_of(style.tab);
  look.font.bold = place.current;
  look.colour = place.current ? style.on_dark : context.brand;
  // Beyond the paper's edge, so that the corners there are square and a trim that is off by a rounding shows no white.
  double x = place.x <= 0 ? -style.tab_radius : place.x;
  Rectangle area{x, place.y, style.tab_width + style.tab_radius, place.height};
  page.items.emplace_back(Box{area, style.tab_radius, place.current ? context.brand : style.tint, {}, 0});
  auto label = upright_label(context.fonts, tab.words, look, {place.height - 2, 2, style.least_size});
  double top = place.y + (place.height - label.length) / 2;
  for (auto& run : upright_runs(context.fonts, label, place.x + style.tab_width / 2, top, TagId::artifact))
    page.items.emplace_back(std::move(run));
}

/// Tabs that stand below one another on a page: the first of them, and how many.
struct Ladder {
  std::size_t begin = 0, end = 0;
};

/// A page has room for so many tabs; more chapters begin again at the top, level with the first.
Ladder ladder_of(std::size_t current, std::size_t count, std::size_t most) {
  auto ladders = (count + most - 1) / most;
  auto rungs = (count + ladders - 1) / ladders;
  auto begin = current / rungs * rungs;
  return {begin, std::min(count, begin + rungs)};
}

}  // namespace

void add_thumb_tabs(BookletContext const& context, Geometry const& geometry, FilledPages& filled) {
  auto const& style = context.style;
  auto tabs = tabs_of(context.booklet.publication);
  if (tabs.empty()) return;
  auto most = std::max<std::size_t>(1, std::size_t(geometry.text_height() / (style.tab_least_height + style.tab_gap)));
  auto rungs = ladder_of(0, tabs.size(), most).end;
  double height = std::min(style.tab_height, geometry.text_height() / double(rungs) - style.tab_gap);
  for (std::size_t p = 0; p < filled.pages.size(); ++p) {
    auto& page = filled.pages[p];
    if (page.label.empty()) continue;
    int current = current_tab(tabs, filled.notes[p].part);
    double x = geometry.fore_edge(p) == Side::right ? geometry.width - style.tab_width : 0;
    auto ladder = ladder_of(std::size_t(std::max(0, current)), tabs.size(), most);
    for (auto i = ladder.begin; i < ladder.end; ++i)
      add_tab(context, page, tabs[i],
              {x, geometry.top + double(i - ladder.begin) * (height + style.tab_gap), height, int(i) == current});
  }
}

}  // namespace tebiki::pdf
