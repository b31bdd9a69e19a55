// The steps from a booklet to its pages; each stands in a file of its own.
#include "pdf/layout/blocks.hpp"
#include "pdf/layout/flyer_layout.hpp"
#include "pdf/layout/frames.hpp"
#include "pdf/layout/page_flow.hpp"

namespace tebiki::pdf {

namespace {

/// A last page that holds less than this share of one is almost empty …
constexpr double almost_empty = 0.3;
/// … and so many pages at most can take in what stands there.
constexpr std::size_t most_pages = 12;

/// What a part takes.
struct Extent {
  std::size_t pages = 0;
  double last = 0;  ///< how far down its last page something stands, in points
};

std::vector<Extent> extents_of(FilledPages const& filled, std::size_t parts) {
  std::vector<Extent> extents(parts);
  for (auto const& note : filled.notes) {
    if (note.part < 0) continue;
    auto& extent = extents[std::size_t(note.part)];
    ++extent.pages;
    extent.last = note.filled;
  }
  return extents;
}

}  // namespace

bool PartEndings::improve(FilledPages const& filled, Geometry const& geometry) {
  bool changed = false;
  auto extents = extents_of(filled, spacing_.size());
  for (std::size_t part = 0; part < spacing_.size(); ++part) {
    auto const& extent = extents[part];
    if (pages_[part] == 0) {
      pages_[part] = extent.pages;
      bool sparse = extent.last - geometry.top < almost_empty * geometry.text_height();
      if (!sparse || extent.pages < 2 || extent.pages > most_pages) continue;
      spacing_[part] = close;
      changed = true;
    } else if (spacing_[part] == close && extent.pages >= pages_[part]) {
      spacing_[part] = usual;
      changed = true;
    }
  }
  return changed;
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
    context_.state.spacing = endings_.spacing(std::size_t(index));
    flow_.enter_part(index, context_.state.spacing);
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
    columns > 1 ? lay_out_in_columns(section, std::size_t(columns), part.blocks) : lay_out_blocks(section, part.blocks);
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
  PartEndings endings(booklet.publication.parts.size());
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
