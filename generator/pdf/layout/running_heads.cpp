// What stands around the text: running heads, page numbers, thumb tabs; and the imprint at the end of a booklet.
#include <algorithm>
#include <set>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

std::string joined(std::vector<std::string> const& words, std::string_view between) {
  std::string all;
  for (auto const& one : words) {
    if (one.empty()) continue;
    if (!all.empty()) all += between;
    all += one;
  }
  return all;
}

std::string as_of(BookletContext const& context) {
  auto const& revised = context.booklet.publication.revised;
  return revised ? context.site.words.filled("print.as-of", {{"date", model::date_text(*revised, context.site.words)}})
                 : std::string();
}

std::string published(BookletContext const& context) {
  return joined({as_of(context), context.site.publisher.empty() ? context.site.name : context.site.publisher},
                context.site.words["join.gap"]);
}

std::string to_call(model::Site const& site) {
  return joined({site.contact.name, std::string(site.contact.tel.written()), site.contact.hours},
                site.words["join.gap"]);
}

}  // namespace

void add_imprint(BlockTarget const& target) {
  auto const& context = target.context;
  auto const& style = context.style.small;
  std::vector<Lines> paragraphs;
  double height = context.style.imprint_before + context.style.imprint_rule_space;
  for (auto const& words : {to_call(context.site), published(context)}) {
    if (words.empty()) continue;
    // What cannot be printed is looked for in site.json, from where the words are.
    paragraphs.push_back(
        set_lines(context, plain(words, look_of(style), context.site.at), {target.column.width, style.leading}));
    height += paragraphs.back().height();
  }
  // Without a cover the foot of every page says the same: a page for nothing else would be waste.
  if (!context.booklet.publication.cover && height > target.sink.room()) return;
  FlowableList list;
  BlockTarget collected{context, target.tags, list, target.parent, target.column};
  for (auto& lines : paragraphs)
    add_lines(collected, std::move(lines), target.tags.add(target.parent, Role::p), {0, 0, true, {}, ""});
  if (list.flowables.empty()) return;
  auto& first = list.flowables.front();
  first.before = context.style.imprint_before;
  first.height += context.style.imprint_rule_space;
  shift(first.items, 0, context.style.imprint_rule_space);
  first.items.emplace_back(
      Box{{target.column.x, 0, target.column.width, context.style.imprint_rule}, 0, context.brand, {}, 0});
  list.flowables.back().keep_with_next = false;
  for (auto& flowable : list.flowables) target.sink.add(std::move(flowable));
}

namespace {

/// Who publishes it, whom to call and as of when, for the foot of every page of a publication without a cover: on one
/// line, or on two where that is too long.
struct ImprintLine {
  std::string whole;
  std::string publisher;  ///< and on the second line:
  std::string number_and_date;
};

ImprintLine imprint_line(BookletContext const& context) {
  auto const& contact = context.site.contact;
  auto const gap = context.site.words["join.gap"];
  auto date = as_of(context);
  auto publisher = contact.name.empty() ? context.site.name : contact.name;
  return {joined({joined({publisher, std::string(contact.tel.written())}, " "), date}, gap), publisher,
          joined({std::string(contact.tel.written()), date}, gap)};
}

/// What a page's head says of its content: 訪問看護　袖ケ浜〜真田.
std::string head_words(model::Publication const& publication, model::Words const& words, PageNote const& note) {
  if (note.part < 0) return std::string(publication.contents ? words["print.contents"] : "");
  auto head = publication.parts[std::size_t(note.part)].title;
  if (note.first_mark.empty() || note.mixed) return head;
  head.append(words["join.gap"]);
  return head + (note.first_mark == note.last_mark
                     ? note.first_mark
                     : words.filled("print.from-to", {{"first", note.first_mark}, {"last", note.last_mark}}));
}

enum class At { left, right };

/// Where a head's baseline lies in the upper margin, and the number's in the lower, measured from the paper's edge.
constexpr double head_share = 0.58;
constexpr double foot_share = 0.52;
/// Two lines in the place of one, in ems.
constexpr double line_distance = 1.25;

class RunningHeads {
 public:
  RunningHeads(BookletContext const& context, Geometry const& geometry)
      : context_(context), geometry_(geometry), look_(look_of(context.style.running_head)) {}

  void add(PageFrame& page, PageNote const& note, std::size_t index) const {
    bool recto = geometry_.fore_edge(index) == Side::right;
    auto inner = recto ? At::left : At::right, outer = recto ? At::right : At::left;
    if (context_.booklet.publication.cover) add_head({page, index, inner, outer}, note);
    double y = page.height - geometry_.bottom * foot_share;
    auto look = look_;
    look.colour = context_.style.ink;
    FittedLine number{page.label, look, width_of(page.label, look_)};
    if (!context_.booklet.publication.cover) add_imprint(page, index, inner, number.width, y);
    put(page, index, number, outer, y);
  }

 private:
  struct HeadLine {
    PageFrame& page;
    std::size_t index;
    At inner, outer;
  };

  double least() const { return context_.style.least_size; }
  double half_line() const { return least() * line_distance / 2; }
  double width_of(std::string const& words, TextLook const& look) const {
    return text_width(context_.fonts, words, look.font, look.size);
  }
  FittedLine fit(std::string const& words, double width) const {
    return fit_line(context_.fonts, words, look_, width, least());
  }

  /// The booklet's title at the binding, where the page belongs at the fore-edge: side by side, or one below the other.
  void add_head(HeadLine const& place, PageNote const& note) const {
    auto const& publication = context_.booklet.publication;
    double room = geometry_.text_width() - context_.style.head_gap;
    double title = width_of(publication.title, look_);
    auto words = head_words(publication, context_.site.words, note);
    if (width_of(words, look_) > room - title && note.part >= 0)
      words = publication.parts[std::size_t(note.part)].title;
    double share = std::min(1.0, room / (title + width_of(words, look_)));
    double y = geometry_.top * head_share;
    bool one_line = look_.size * share >= least();
    auto look = look_;
    look.size = float(look_.size * share);
    auto line = [&](std::string const& text) {
      return one_line ? FittedLine{text, look, width_of(text, look)} : fit(text, geometry_.text_width());
    };
    put(place.page, place.index, line(publication.title), place.inner, one_line ? y : y - half_line());
    put(place.page, place.index, line(words), place.outer, one_line ? y : y + half_line());
  }

  void add_imprint(PageFrame& page, std::size_t index, At at, double number, double y) const {
    auto imprint = imprint_line(context_);
    double room = geometry_.text_width() - number - context_.style.head_gap;
    if (width_of(imprint.whole, look_) * least() <= room * look_.size)
      return put(page, index, fit(imprint.whole, room), at, y);
    put(page, index, fit(imprint.publisher, room), at, y - half_line());
    put(page, index, fit(imprint.number_and_date, room), at, y + half_line());
  }

  void put(PageFrame& page, std::size_t index, FittedLine const& line, At at, double y) const {
    if (line.words.empty()) return;
    auto area = geometry_.text_area(index);
    double x = at == At::left ? area.x : area.x + area.width - line.width;
    for (auto& run : text_runs(context_.fonts, line.words, line.look, {x, y}, TagId::artifact))
      page.items.emplace_back(std::move(run));
  }

  BookletContext const& context_;
  Geometry const& geometry_;
  TextLook look_;
};

}  // namespace

void add_running_heads(BookletContext const& context, Geometry const& geometry, FilledPages& filled) {
  RunningHeads heads(context, geometry);
  for (std::size_t i = 0; i < filled.pages.size(); ++i)
    if (!filled.pages[i].label.empty()) heads.add(filled.pages[i], filled.notes[i], i);
}

namespace {

struct Tab {
  int part = 0;
  std::string words;
  base::SourceLocation at = {};  ///< of the part
};

std::vector<Tab> tabs_of(model::Publication const& publication) {
  std::vector<Tab> tabs;
  for (std::size_t i = 0; i < publication.parts.size(); ++i)
    if (!publication.parts[i].tab.empty()) tabs.push_back({int(i), publication.parts[i].tab, publication.parts[i].at});
  return tabs;
}

/// Framed forms are copied and sent by fax: no block of colour stands on their pages.
std::set<int> parts_with_forms(model::Publication const& publication) {
  std::set<int> parts;
  for (std::size_t i = 0; i < publication.parts.size(); ++i)
    model::for_each_block(publication.parts[i].blocks, [&](model::Block const& block) {
      auto const* form = std::get_if<model::Form>(&block.node);
      if (form && form->look == model::Form::Look::framed) parts.insert(int(i));
    });
  return parts;
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
  if (label.shortened && place.current) report_shortened(context, tab.words, tab.at);
  double top = place.y + (place.height - label.length) / 2;
  for (auto& run : upright_runs(context.fonts, label, place.x + style.tab_width / 2, top, TagId::artifact))
    page.items.emplace_back(std::move(run));
}

/// Tabs that stand below one another on a page: the first of them, and how many.
struct TabRange {
  std::size_t begin = 0, end = 0;
};

/// A page has room for so many tabs; more chapters begin again at the top, level with the first.
TabRange tabs_beside(std::size_t current, std::size_t count, std::size_t most) {
  auto columns = (count + most - 1) / most;
  auto each = (count + columns - 1) / columns;
  auto begin = current / each * each;
  return {begin, std::min(count, begin + each)};
}

}  // namespace

void add_thumb_tabs(BookletContext const& context, Geometry const& geometry, FilledPages& filled) {
  auto const& style = context.style;
  auto tabs = tabs_of(context.booklet.publication);
  if (tabs.empty()) return;
  auto most = std::max<std::size_t>(1, std::size_t(geometry.text_height() / (style.tab_least_height + style.tab_gap)));
  auto rows = tabs_beside(0, tabs.size(), most).end;
  auto const forms = parts_with_forms(context.booklet.publication);
  double height = std::min(style.tab_height, geometry.text_height() / double(rows) - style.tab_gap);
  for (std::size_t p = 0; p < filled.pages.size(); ++p) {
    auto& page = filled.pages[p];
    if (page.label.empty() || forms.contains(filled.notes[p].part)) continue;
    int current = current_tab(tabs, filled.notes[p].part);
    double x = geometry.fore_edge(p) == Side::right ? geometry.width - style.tab_width : 0;
    auto shown = tabs_beside(std::size_t(std::max(0, current)), tabs.size(), most);
    for (auto i = shown.begin; i < shown.end; ++i)
      add_tab(context, page, tabs[i],
              {x, geometry.top + double(i - shown.begin) * (height + style.tab_gap), height, int(i) == current});
  }
}

}  // namespace tebiki::pdf
