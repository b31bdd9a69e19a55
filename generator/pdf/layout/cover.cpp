#include "pdf/layout/cover.hpp"

#include <algorithm>

#include "pdf/layout/cover_words.hpp"

namespace tebiki::pdf {

namespace {

/// Of A4: how far from its left edge words stand, from the top of its white foot, and from its lower edge.
constexpr double left_margin = 62, above_foot = 30, below_foot = 20;
/// The first words stand so far down the page.
constexpr double first_words = 0.105;
/// Free above the highest wave.
constexpr double above_waves = 8;

/// What a cover of no art leaves to the words at its foot, of A4.
constexpr double foot_without_art = 64 * 72 / 25.4;

CoverWords title_words(LayoutContext const& context) {
  auto const& publication = context.booklet.publication;
  auto const& cover = *publication.cover;
  auto lines = cover.title_lines;
  if (lines.empty()) lines.push_back(publication.title);
  return {{{cover.edition}, context.style.cover_edition, Role::p},
          {std::move(lines), context.style.cover_title, Role::h1},
          {{cover.motto}, context.style.cover_motto, Role::p}};
}

CoverWords whom_to_call(LayoutContext const& context) {
  auto const& contact = context.site.contact;
  auto const& style = context.style;
  return {{{contact.prompt}, style.cover_prompt, Role::p},
          {{contact.tel}, style.cover_tel, Role::p, CoverParagraph::Kind::number},
          {{contact.name}, style.cover_prompt, Role::p},
          {{contact.hours}, style.cover_prompt, Role::p}};
}

}  // namespace

PageFrame cover_page(LayoutContext const& context, Tags& tags, Geometry const& geometry) {
  PageFrame page{geometry.width, geometry.height, "", {}, {}};
  auto const& art = context.booklet.cover_art;
  page.items.emplace_back(PlacedDrawing{{0, 0, page.width, page.height}, art.drawing, TagId::artifact});
  double scale = std::min(page.width, page.height) / context.style.page_width;
  double foot = art.foot > 0 ? art.foot : page.height - foot_without_art * scale;
  double sky_end = art.foot > 0 ? art.sky_end : foot;
  auto section = tags.add(Tags::root, Role::sect);
  double left = left_margin * scale, width = page.width - 2 * left;
  double top = page.height * first_words, below = foot + above_foot * scale;
  add_cover_words({context, tags, section, scale}, title_words(context),
                  {left, top, width, sky_end - above_waves * scale - top}, page);
  add_cover_words({context, tags, section, scale}, whom_to_call(context),
                  {left, below, width, page.height - below_foot * scale - below}, page);
  return page;
}

}  // namespace tebiki::pdf
