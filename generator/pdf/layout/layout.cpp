// The steps from a booklet to its pages; each stands in a file of its own.
#include <algorithm>
#include <utility>

#include "pdf/layout/blocks.hpp"
#include "pdf/layout/flyer_layout.hpp"
#include "pdf/layout/frames.hpp"
#include "pdf/layout/page_flow.hpp"

namespace tebiki::pdf {

namespace {

/// A last page that holds less than this share of one is almost empty …
constexpr double almost_empty = 0.3;
/// … one that takes more along is to hold so much …
constexpr double well_filled = 0.4;
/// … and so many pages at most can take in what stands there.
constexpr std::size_t most_pages = 12;
/// Share of the usual space between blocks that is not yet seen as less.
constexpr double closer = 0.65;

}  // namespace

PartEndings::Extent PartEndings::extent_of(FilledPages const& filled, std::size_t first, std::size_t end,
                                           Geometry const& geometry) {
  auto const share = [&](std::size_t page) {
    return (filled.notes[page].filled - geometry.top) / geometry.text_height();
  };
  Extent extent{end - first};
  if (extent.pages > 0) extent.last = share(end - 1);
  if (extent.pages > 1) extent.before = share(end - 2);
  return extent;
}

bool PartEndings::improve(FilledPages const& filled, Geometry const& geometry) {
  bool changed = false;
  for (std::size_t part = 0; part < std::min(endings_.size(), filled.first_pages.size()); ++part) {
    bool const last = part + 1 == endings_.size();
    auto const end = last ? filled.pages.size() : filled.first_pages[part + 1];
    auto const extent = extent_of(filled, filled.first_pages[part], end, geometry);
    if (improve(endings_[part], extent, geometry.text_height())) changed = true;
  }
  return changed;
}

bool PartEndings::improve(Ending& ending, Extent const& extent, double text_height) {
  auto& [setting, usual, step] = ending;
  switch (std::exchange(step, Step::settled)) {
    case Step::usual:
      usual = extent;
      if (extent.last >= almost_empty || extent.pages < 2 || extent.pages > most_pages) return false;
      setting.spacing = closer;
      step = Step::closer;
      return true;
    case Step::closer:
      if (extent.pages < usual.pages) return false;
      setting = {1, usual.pages - 2, (well_filled - usual.last) * text_height};
      step = Step::shorter;
      return true;
    case Step::shorter:
      if (extent.pages == usual.pages && std::min(extent.last, extent.before) > usual.last) return false;
      setting = {};
      return true;
    case Step::settled:
      return false;
  }
  return false;
}

void add_chapter_title(BlockTarget const& target, std::string const& title, std::vector<std::string> anchors,
                       base::SourceLocation at) {
  auto const& style = target.context.style.heading1;
  auto lines =
      set_lines(target.context, plain(title, look_of(style), at), in_phrases(target.column.width, style.leading));
  if (lines.lines.empty()) return;
  FlowableList list;
  if (target.context.state.heading_level) *target.context.state.heading_level = 1;
  target.context.state.heading = title;
  target.context.state.heading_anchor = anchors.empty() ? "" : anchors.front();
  auto tag = target.tags.add(target.parent, Role::h1);
  add_lines({target.context, target.tags, list, target.parent, target.column}, std::move(lines), tag,
            {style.before, 0, true, std::move(anchors), title});
  list.flowables.front().outline_level = 1;
  auto& last = list.flowables.back();
  double const rule = target.context.style.chapter_rule;
  last.height += target.context.style.chapter_rule_space;
  last.items.emplace_back(
      Box{{target.column.x, last.height - rule, target.column.width, rule}, 0, target.context.brand, {}, 0});
  last.after = style.after;
  for (auto& flowable : list.flowables) target.sink.add(std::move(flowable));
}

namespace {

/// A layout that has not converged after so many rounds never will.
constexpr int most_rounds = 5;

/// Parts, with their sections below.
std::vector<Bookmark> bookmarks_of(std::vector<OutlineEntry> const& outline) {
  std::vector<Bookmark> result;
  for (auto const& entry : outline) {
    Bookmark bookmark{entry.title, entry.target, {}};
    bool below = entry.level > 1 && !result.empty();
    (below ? result.back().children : result).push_back(std::move(bookmark));
  }
  return result;
}

class BookletLayout {
 public:
  BookletLayout(BookletContext const& context, PartEndings& endings)
      : context_(context),
        endings_(endings),
        publication_(context_.booklet.publication),
        geometry_(geometry_of(context_.style, publication_)),
        flow_(geometry_) {
    context_.state.heading_level = 0;
  }

  /// What one round gives.
  struct Round {
    Frames frames;
    PageNumbers found;
    bool improvable = false;  ///< another round will spare a page that is almost empty
  };

  Round lay_out() {
    if (publication_.cover) flow_.add_page(cover_page(context_, tags_, geometry_));
    if (publication_.masthead)
      add_head();
    else if (!publication_.cover && publication_.parts.size() > 1)
      add_title();
    if (publication_.contents) add_contents();
    for (std::size_t i = 0; i < publication_.parts.size(); ++i) add_part(int(i));
    add_end();
    auto filled = flow_.finish();
    Round round;
    round.improvable = endings_.improve(filled, geometry_);
    label(filled);
    if (context_.state.asked_for_numbers) round.found = numbers_of(filled);
    add_running_heads(context_, geometry_, filled);
    add_thumb_tabs(context_, geometry_, filled);
    add_rails(context_, geometry_, filled);
    round.frames = {std::move(filled.pages), std::move(tags_), std::move(filled.destinations),
                    bookmarks_of(filled.outline)};
    return round;
  }

 private:
  BlockTarget target(TagId parent) { return {context_, tags_, flow_, parent, {0, geometry_.text_width()}}; }

  /// Without a cover the first page says what it is.
  void add_title() {
    add_chapter_title(target(tags_.add(StructureTree::root, Role::sect)), publication_.title, {}, publication_.at);
    titled_ = true;
  }

  void add_head() {
    add_masthead(target(tags_.add(StructureTree::root, Role::sect)), geometry_);
    titled_ = true;
  }

  void add_contents() {
    if (!titled_) flow_.break_page();
    titled_ = false;
    auto section = target(tags_.add(StructureTree::root, Role::sect));
    add_chapter_title(section, std::string(context_.site.words["print.contents"]), {}, publication_.at);
    add_booklet_contents(section);
  }

  void add_part(int index) {
    auto const& part = publication_.parts[std::size_t(index)];
    context_.state.part = part_key(publication_, part);
    bool first = index == 0;
    if (!titled_) flow_.break_page();
    titled_ = publication_.masthead.has_value();  // what follows a masthead goes on below
    if (titled_ && !first) add_space();
    auto const& setting = endings_.setting(std::size_t(index));
    context_.state.spacing = setting.spacing;
    flow_.enter_part(index);
    if (first || !publication_.masthead) flow_.set_as(setting);
    last_section_ = tags_.add(StructureTree::root, Role::sect);
    std::vector<std::string> anchors{context_.state.part};
    if (first) anchors.push_back(publication_.slug);
    bool alone = !publication_.cover && !publication_.masthead && publication_.parts.size() == 1;
    context_.state.rail_column = rail_column(context_, geometry_, part);
    add_chapter_title(target(last_section_), alone ? publication_.title : part.title, std::move(anchors),
                      alone ? publication_.at : part.at);
    auto section = target(last_section_);
    section.at = part.at;
    if (context_.state.rail_column > 0) section.column.width = context_.state.rail_column;
    auto const columns = part.columns.value_or(publication_.columns);
    auto const explained = with_legend(context_, part.blocks);
    auto const& blocks = explained ? *explained : part.blocks;
    columns > 1 ? lay_out_in_columns(section, std::size_t(columns), blocks) : lay_out_blocks(section, blocks);
  }

  /// Above the title of a part that does not begin a page.
  void add_space() {
    Flowable space;
    space.after = context_.style.part_title_before;
    space.keep_with_next = true;
    flow_.add(std::move(space));
  }

  void add_end() {
    if (last_section_ == TagId::artifact) last_section_ = tags_.add(StructureTree::root, Role::sect);
    add_imprint(target(last_section_));
  }

  /// Pages count from the first, so that what is printed is what a reader's program shows; odd ones lie at the right.
  void label(FilledPages& filled) const {
    for (std::size_t i = publication_.cover ? 1 : 0; i < filled.pages.size(); ++i)
      filled.pages[i].label = std::to_string(i + 1);
  }

  static PageNumbers numbers_of(FilledPages const& filled) {
    PageNumbers numbers;
    for (auto const& [anchor, pages] : filled.pages_of)
      for (auto page : pages) numbers[anchor].push_back(filled.pages[page].label);
    return numbers;
  }

  BookletContext const& context_;
  PartEndings& endings_;
  model::Publication const& publication_;
  Geometry geometry_;
  PageFlow flow_;
  StructureTree tags_;
  TagId last_section_ = TagId::artifact;
  bool titled_ = false;  ///< the title stands on the page, and what comes next below it
};

model::Colour brand_of(model::Booklet const& booklet, model::Site const& site) {
  return booklet.publication.colour == model::Colour{} ? site.brand : booklet.publication.colour;
}

/// A table that is wider than its page was told of: what lies on each other there is no mistake of its own.
Frames checked(Frames frames, BookletContext const& context) {
  if (!context.state.table_overfull) check_frames(frames, context.booklet, context.jobs, context.state.diagnostics);
  return frames;
}

}  // namespace

Frames lay_out(model::Booklet const& booklet, model::Site const& site, model::PrintStyle const& style,
               Fonts const& fonts, unsigned jobs, Unprintable& unprintable, base::Diagnostics& diagnostics) {
  auto anchors = anchors_of(booklet.publication);
  PageNumbers numbers;
  PartEndings endings(booklet.publication.masthead ? 1 : booklet.publication.parts.size());
  for (int round = 1;;) {
    LayoutState state{diagnostics};
    BookletContext const context{{style, fonts, unprintable}, booklet, site, jobs, anchors, numbers,
                                 brand_of(booklet, site),     state};
    if (auto const* design = booklet.flyer ? style.flyer(booklet.flyer->design) : nullptr)
      return checked(lay_out_flyer(context, *design), context);
    if (booklet.publication.fold > 1) return checked(lay_out_folded_sheet(context), context);
    if (!booklet.publication.sheet.empty()) return checked(lay_out_cards(context), context);
    auto [frames, found, improvable] = BookletLayout(context, endings).lay_out();
    bool const converged = !state.asked_for_numbers || found == numbers;
    if (converged && !improvable) return checked(std::move(frames), context);
    numbers = std::move(found);
    if (improvable) continue;
    if (round == most_rounds) {
      diagnostics.error(booklet.publication.at, "page-numbers-unsettled",
                        {"「" + booklet.publication.title + "」のページ番号が決まりません。",
                         "the page numbers of “" + booklet.publication.title + "” do not settle"},
                        {"ページをまたぐ参照のまわりの文を少し変えてください。",
                         "change the words around a page reference a little"});
      return checked(std::move(frames), context);
    }
    ++round;
  }
}

}  // namespace tebiki::pdf
