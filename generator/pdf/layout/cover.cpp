#include <algorithm>
#include <utility>

#include "pdf/fonts/fonts.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

/// Lines of one look below one another: an edition, a title, a telephone number.
struct CoverParagraph {
  std::vector<std::string> lines;  ///< each is wrapped where it is too long
  model::TextStyle style;
  Role role = Role::p;
  enum class Kind { words, number } kind = Kind::words;  ///< a number is never parted
};
using CoverWords = std::vector<CoverParagraph>;

/// What the words are set with.
struct CoverSetting {
  BookletContext const& context;
  StructureTree& tags;
  TagId section = StructureTree::root;
  double scale = 1;  ///< of the paper to that of the styles
};

/// Type gets smaller by steps, to this share of what the style says at most.
constexpr double step = 0.95, smallest_share = 0.42;
/// What is left of a paragraph that is shortened once more.
constexpr double left_of_words = 0.85;

/// From the top of a line of figures to their baseline.
constexpr double ascent_ems = 0.88;

/// A paragraph as it will stand.
struct SetParagraph {
  std::vector<Lines> lines;
  model::TextStyle style;
  double height = 0;
};

class CoverSetter {
 public:
  CoverSetter(CoverSetting const& setting, Rectangle const& area) : setting_(setting), area_(area) {}

  /// As large as they fit.
  std::vector<SetParagraph> fitted(CoverWords& words) const {
    for (double share = 1; share > smallest_share; share *= step) {
      auto set = set_all(words, share);
      if (height_of(set) <= area_.height) return set;
    }
    for (;;) {
      auto set = set_all(words, smallest_share);
      if (height_of(set) <= area_.height || !shorten_longest(words, set)) return set;
    }
  }

 private:
  std::vector<SetParagraph> set_all(CoverWords const& words, double share) const {
    std::vector<SetParagraph> all;
    for (auto const& paragraph : words) all.push_back(set(paragraph, share));
    return all;
  }

  model::TextStyle scaled(model::TextStyle style, double share) const {
    double size = std::max(setting_.context.style.least_size, style.size * setting_.scale * share);
    double factor = size / style.size;
    for (auto* length : {&style.size, &style.leading, &style.before, &style.after}) *length *= factor;
    return style;
  }

  SetParagraph set(CoverParagraph const& paragraph, double share) const {
    SetParagraph result{{}, scaled(paragraph.style, share), 0};
    for (auto const& line : paragraph.lines) {
      if (line.empty()) continue;
      bool number = paragraph.kind == CoverParagraph::Kind::number;
      result.lines.push_back(number ? set_number(line, result.style) : set_words(line, result.style));
      result.height += result.lines.back().height();
    }
    if (!result.lines.empty()) result.height += result.style.before + result.style.after;
    return result;
  }

  Lines set_words(std::string const& words, model::TextStyle const& style) const {
    auto at = setting_.context.booklet.publication.at;
    return set_lines(setting_.context, plain(words, look_of(style), at), in_phrases(area_.width, style.leading));
  }

  Lines set_number(std::string const& number, model::TextStyle const& style) const {
    auto look = look_of(style);
    double width = tabular_width(setting_.context.fonts, number, look.font, look.size);
    look.size *= float(std::min(1.0, area_.width / width));
    Line line{style.leading, (style.leading - style.size) / 2 + style.size * ascent_ems, width, {}, {}};
    for (auto& run : tabular_runs(setting_.context.fonts, number, look, {0, line.baseline}, TagId(0)))
      line.items.emplace_back(std::move(run));
    Lines lines;
    lines.lines.push_back(std::move(line));
    return lines;
  }

  static double height_of(std::vector<SetParagraph> const& set) {
    double height = set.empty() ? 0 : -set.back().style.after;
    for (auto const& paragraph : set) height += paragraph.height;
    return height;
  }

  /// The highest paragraph loses the end of its words; a number never does.
  static bool shorten_longest(CoverWords& words, std::vector<SetParagraph> const& set) {
    std::size_t highest = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      bool may = words[i].kind == CoverParagraph::Kind::words && !words[i].lines.empty();
      if (may && (highest == words.size() || set[i].height > set[highest].height)) highest = i;
    }
    if (highest == words.size()) return false;
    auto& lines = words[highest].lines;
    auto shorter = shortened(lines.back(), std::size_t(double(lines.back().size()) * left_of_words));
    if (shorter.size() < lines.back().size())
      lines.back() = shorter;
    else if (lines.size() > 1)
      lines.pop_back();
    else
      return false;
    return true;
  }

  CoverSetting const& setting_;
  Rectangle const& area_;
};

/// Sets paragraphs from the top of an area down. Where they are higher than it their type gets smaller, down to the
/// style's least size; where even that does not help the longest is shortened with “…”.
void add_cover_words(CoverSetting const& setting, CoverWords words, Rectangle const& area, PageFrame& page) {
  auto set = CoverSetter(setting, area).fitted(words);
  double y = area.y;
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (set[i].lines.empty()) continue;
    auto tag = setting.tags.add(setting.section, words[i].role);
    y += set[i].style.before;
    for (auto& lines : set[i].lines) {
      auto tags = attach_tags(setting.tags, tag, lines.tags);
      y = place_lines(lines, area.x, y, page.items, page.links, tags);
    }
    y += set[i].style.after;
  }
}

/// The first words stand so far down the page.
constexpr double share_above_words = 0.105;

/// Of the styles' sizes, on the front of a folded sheet.
constexpr double scale_of_panel = 0.82;

CoverWords title_words(BookletContext const& context) {
  auto const& publication = context.booklet.publication;
  auto const& cover = *publication.cover;
  auto lines = cover.title_lines;
  if (lines.empty()) lines.push_back(publication.title);
  return {{{cover.edition}, context.style.cover_edition, Role::p},
          {std::move(lines), context.style.cover_title, Role::h1},
          {{cover.motto}, context.style.cover_motto, Role::p}};
}

CoverWords whom_to_call(BookletContext const& context) {
  auto const& contact = context.site.contact;
  auto const& style = context.style;
  return {{{contact.prompt}, style.cover_prompt, Role::p},
          {{std::string(contact.tel.written())}, style.cover_tel, Role::p, CoverParagraph::Kind::number},
          {{contact.name}, style.cover_prompt, Role::p},
          {{contact.hours}, style.cover_prompt, Role::p}};
}

}  // namespace

PageFrame cover_page(BookletContext const& context, StructureTree& tags, Geometry const& geometry) {
  PageFrame page{geometry.width, geometry.height, "", {}, {}};
  auto const& art = context.booklet.cover_art;
  page.items.emplace_back(placed(context.fonts, art.drawing, {0, 0, page.width, page.height}, TagId::artifact));
  bool const panel = context.booklet.publication.fold > 1;
  double scale = panel ? scale_of_panel : std::min(page.width, page.height) / context.style.page_width;
  double foot = art.foot > 0 ? art.foot : page.height - context.style.cover_foot * scale;
  double sky_end = art.foot > 0 ? art.sky_end : foot;
  auto section = tags.add(StructureTree::root, Role::sect);
  auto const& style = context.style;
  double left = panel ? style.panel_margin_x : style.cover_margin * scale, width = page.width - 2 * left;
  double top = page.height * share_above_words, below = foot + style.cover_above_foot * scale;
  add_cover_words({context, tags, section, scale}, title_words(context),
                  {left, top, width, sky_end - style.cover_above_waves * scale - top}, page);
  add_cover_words({context, tags, section, scale}, whom_to_call(context),
                  {left, below, width, page.height - style.cover_below_foot * scale - below}, page);
  return page;
}

}  // namespace tebiki::pdf
