/// What takes its place on a page whole, and the flow that fills page after page with it.
#pragma once
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/documents.hpp"
#include "model/print_style.hpp"
#include "pdf/layout/frames.hpp"

namespace tebiki::pdf {

enum class Side { left, right };

/// Columns side by side, in points.
struct Columns {
  std::size_t count = 1;
  double gap = 0;
  double rule = 0;  ///< width of the line in the middle of a gap; 0: none
  model::Colour rule_colour = {};

  /// Of each, where they share so much room.
  double width_in(double room) const { return (room - gap * double(count - 1)) / double(count); }
};

/// Page size and margins of a publication, in points. Inner margins lie at the binding.
struct Geometry {
  double width = 0, height = 0;
  double top = 0, bottom = 0, inner = 0, outer = 0;
  model::Binding binding = model::Binding::left;

  /// The edge away from the binding: where tabs stand. Pages count from 0.
  Side fore_edge(std::size_t page) const;
  Rectangle text_area(std::size_t page) const;
  /// What the flow fills, one after another: the text area, or columns of it side by side.
  std::vector<Rectangle> regions(std::size_t page, Columns const& columns = {}) const;
  double text_width() const { return width - inner - outer; }
  double text_height() const { return height - top - bottom; }
};

/// Whether more room can be had by naming larger paper: cards, sheets that are folded and flyers have theirs.
bool can_be_larger(model::Booklet const& booklet);

/// The print style's page, or the one of its papers that the publication names, with margins in proportion.
Geometry geometry_of(model::PrintStyle const& style, model::Publication const& publication);

struct Flowable;

/// What stands again at the top of a slice of a flowable that is parted: the name of a row with 「（続き）」, as
/// decoration.
struct Continued {
  enum class Position { beside, above } position = Position::beside;  ///< the slice
  double after = 0;  ///< only when the slices before reached down to there: so high is what it repeats
  double height = 0;
  std::vector<Item> items;
  std::function<std::vector<Flowable>()> repeated = {};  ///< above, where the sink repeats nothing yet
  double height_below = 0;                               ///< of what says that it goes on
  std::vector<Item> below = {};                          ///< stands under every slice but the last, from its foot on
};

/// Something that takes its place on a page whole: a line, a row, an entry. Lengths are points, positions are
/// relative to its top and the left of the text area; tags are final.
struct Flowable {
  double before = 0;  ///< least space above, not at the top of a page
  double height = 0;
  double after = 0;  ///< least space below; the larger of two neighbours' counts
  bool keep_with_next = false;
  std::vector<Item> items;
  std::vector<LinkArea> links;
  std::vector<std::string> anchors;            ///< destinations at its top
  std::string mark;                            ///< what the running head says of it: a town, a name
  std::size_t series = 0;                      ///< marks of different series do not make one range
  std::string outline;                         ///< entry in the bookmarks, or empty
  int outline_level = 2;                       ///< 1 for a part
  std::vector<double> cuts;                    ///< where it may be parted when it is higher than a page, ascending
  bool parts_readily = false;                  ///< … or higher than what is left of this one
  std::shared_ptr<Continued const> continued;  ///< what every further slice says again of it, or nothing
  /// Of what is set anew for every page: two for itself, the first of at most that height; none where too little fits.
  using Parts = std::function<std::vector<Flowable>(double height)>;
  Parts parts;
  std::vector<std::size_t> members;  ///< of the rail beside the page whom it shows
  bool shows_part = false;           ///< … in part
};

/// By so many points a sum of heights may go over the room that there is.
constexpr double layout_tolerance = 0.01;

/// What stands again on a further page (a table's header, the name of a row) leaves at least that much of it to the
/// rest.
constexpr double most_said_again = 0.5;

/// The height of some flowables one below the other; `spacing` is the share of the usual space between them.
double height_of(std::vector<Flowable> const& all, std::size_t begin, std::size_t end, double spacing);
/// One flowable of all, one below the other, that may be parted where they may and between those that need not keep
/// together. It keeps with the next as the last does. Linear.
Flowable stacked(std::vector<Flowable> flowables);
/// Behind the last flowable from `begin` on that goes into a column of that height; a head is not left alone at its
/// end.
std::size_t column_end(std::vector<Flowable> const& all, std::size_t begin, double height, double spacing);
/// The least height of columns at which all fit, if they fit at all.
std::optional<double> level_height(std::vector<Flowable> const& all, std::size_t columns, double most, double spacing);

/// Takes flowables in reading order.
class FlowableSink {
 public:
  virtual ~FlowableSink() = default;
  virtual void add(Flowable flowable) = 0;
  virtual void break_page() = 0;
  /// What stands again at the top of every further page until the function is taken away: all decoration.
  using Repeated = std::function<std::vector<Flowable>()>;
  virtual void repeat(Repeated repeated) = 0;
  /// What follows fills columns side by side, at the end of one level with one another, until one column is asked for.
  /// Positions are those of the first column.
  virtual void set_columns(Columns const& columns) = 0;
  /// Height that is left on the page below all that was added.
  virtual double room() const = 0;
  /// Height of a page that holds nothing yet.
  virtual double page_room() const = 0;
};

/// As much as there is where no page ends, in points.
constexpr double unbounded_room = 1e6;

/// Keeps flowables for a block that frames them.
class FlowableList : public FlowableSink {
 public:
  void add(Flowable flowable) override { flowables.push_back(std::move(flowable)); }
  void break_page() override {}
  void repeat(Repeated) override {}
  void set_columns(Columns const&) override {}
  double room() const override { return unbounded_room; }
  double page_room() const override { return unbounded_room; }

  std::vector<Flowable> flowables;
};

/// Hands out a flowable that is higher than a page, slice after slice from its top: lines belong to the slice in which
/// they begin, backgrounds and rules are cut. All slices together cost n log n in the items of the flowable.
class Slicer {
 public:
  explicit Slicer(Flowable flowable);

  /// From where the last slice ended down to `to`, as a flowable of its own.
  Flowable next(double to);

 private:
  template <class Part>
  struct Queue {
    std::vector<Part> parts;
    std::vector<std::size_t> by_top;  ///< indices of parts
    std::size_t done = 0;             ///< of by_top
  };

  void take_items(Flowable& slice, double to);
  void take_links(Flowable& slice, double to);

  Flowable flowable_;
  Queue<Item> items_;
  Queue<LinkArea> links_;
  std::vector<std::size_t> open_;  ///< items that reach beyond the last slice
  double from_ = 0;
};

/// What a finished page needs for its running head and tab.
struct PageNote {
  int part = -1;  ///< index of the publication's part; -1 before the first
  std::string first_mark, last_mark;
  std::size_t series = 0;
  bool mixed = false;                   ///< entries of several series stand on it: no range of them means anything
  double filled = 0;                    ///< how far down the page something stands, in points
  std::map<std::size_t, bool> members;  ///< of the rail; true for those of whom all stands on the page
};

/// A bookmark before the tree is built.
struct OutlineEntry {
  std::string title;
  int level = 1;
  Destination target;
};

/// Pages with their content, but without heads and numbers.
struct FilledPages {
  std::vector<PageFrame> pages;
  std::vector<PageNote> notes;
  std::map<std::string, Destination> destinations;
  std::map<std::string, std::vector<std::size_t>> pages_of;  ///< every page an anchor stands on, ascending
  std::vector<OutlineEntry> outline;
};

/// Fills the regions of page after page: places flowables one below the other and goes to the next region where they do
/// not fit. Those that keep with the next wait for it. Columns side by side end level on their last page.
/// Linear in items.
class PageFlow : public FlowableSink {
 public:
  explicit PageFlow(Geometry const& geometry) : geometry_(geometry) {}

  void add(Flowable flowable) override;
  void break_page() override;
  void repeat(Repeated repeated) override;
  void set_columns(Columns const& columns) override;

  /// Everything that follows belongs to this part; `spacing` is the share of the usual space between its flowables.
  /// A title that waits is its.
  void enter_part(int part, double spacing) { part_ = part, spacing_ = spacing; }
  /// A page that is laid out by itself: a cover.
  void add_page(PageFrame page);
  double room() const override;
  double page_room() const override { return geometry_.text_height(); }
  FilledPages finish();

 private:
  void place_waiting();
  void place(Flowable flowable);
  void place_in_parts(Flowable flowable);
  void place_in_slices(Flowable flowable);
  static void say_again(Continued const& continued, Flowable& part);
  static void say_goes_on(Continued const& continued, Flowable& part);
  void put(Flowable flowable);
  void draw(Flowable flowable, double x, double y);
  void add_note();
  void next_region();
  void turn_page();
  void begin_region();
  void open_regions(double top);
  void draw_regions();
  void draw_rules(double bottom);
  void level_regions();
  double gap_before(Flowable const& flowable) const { return fresh_ ? 0 : gap(after_, flowable.before); }
  double gap(double after, double before) const { return spacing_ * std::max(after, before); }
  double bottom() const { return region().y + region().height; }
  Rectangle const& region() const { return regions_[region_]; }

  Geometry geometry_;
  FilledPages filled_;
  Columns columns_;
  std::vector<Rectangle> regions_;  ///< of the page, from where its columns begin
  std::size_t region_ = 0;
  std::vector<std::vector<Flowable>> in_regions_;  ///< of several regions: not drawn before it is known where they end
  std::vector<Flowable> waiting_;
  Repeated repeated_;
  double y_ = 0;
  double after_ = 0;
  bool open_ = false;   ///< there is a page to place on
  bool fresh_ = false;  ///< nothing stands in the region yet but what is repeated
  int part_ = -1;
  double spacing_ = 1;
};

/// How the last page of a part is kept from being almost empty: the part is laid out a little closer, and stays so
/// where that saves the page.
class PartEndings {
 public:
  explicit PartEndings(std::size_t parts) : spacing_(parts, usual), pages_(parts, 0) {}

  /// The space that a part gets in the next round.
  double spacing(std::size_t part) const { return spacing_[part]; }

  /// Looks at a finished round. True when the booklet must be laid out anew because a part was set closer or, to no
  /// avail, wider again. Each part is tried once.
  bool improve(FilledPages const& filled, Geometry const& geometry);

 private:
  static constexpr double usual = 1, close = 0.65;

  std::vector<double> spacing_;
  std::vector<std::size_t> pages_;  ///< of a part with the usual space; 0 before it was looked at
};

}  // namespace tebiki::pdf
