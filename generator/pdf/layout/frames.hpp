/// Laid-out pages as plain values, and what takes its place on a page whole, with who takes it. Lengths are points, the
/// origin is the page's top left, y grows downwards. Painting never lays out.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/images.hpp"
#include "model/documents.hpp"
#include "model/print_style.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/tagging/structure_tree.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

struct PageFrame {
  double width = 0;
  double height = 0;
  std::string label;        ///< the printed page number; empty on covers
  std::vector<Item> items;  ///< in the order of painting, which within a tag is the order of reading
  std::vector<LinkArea> links;
};

struct Destination {
  std::size_t page = 0;
  double y = 0;
};

struct Bookmark {
  std::string title;
  Destination target;
  std::vector<Bookmark> children;
};

struct Frames {
  std::vector<PageFrame> pages;
  StructureTree tags;
  std::map<std::string, Destination> destinations;  ///< by anchor
  std::vector<Bookmark> bookmarks;
};

/// How many pixels each picture needs for its largest place, at 300 to the inch, which is as fine as printers show.
std::map<std::string, base::PixelSize> printed_sizes(Frames const& frames);

/// Breaks the booklet into pages: cover, contents, parts, index.
/// Never splits an entry, nor a table row unless it is taller than a page. Linear in blocks.
/// Characters that cannot be printed are added to `unprintable`, which is to be reported when all booklets are laid
/// out. Errors: an image or page number that cannot be had.
Frames lay_out(model::Booklet const& booklet, model::Site const& site, model::PrintStyle const& style,
               Fonts const& fonts, unsigned jobs, Unprintable& unprintable, base::Diagnostics& diagnostics);

/// Looks at every page as it will be painted: text that leaves the paper, or two texts of which one covers the other,
/// is an error at the place where it was written, or else at the publication. Marks that hang over the edge of the
/// column, readings above their words and glyphs that touch are no mistakes. n log n in the runs of a page, on several
/// threads; what is told does not depend on their number.
void check_frames(Frames const& frames, model::Booklet const& booklet, unsigned jobs, base::Diagnostics& diagnostics);

/// Columns side by side, in points.
struct Columns {
  std::size_t count = 1;
  double gap = 0;
  double rule = 0;  ///< width of the line in the middle of a gap; 0: none
  model::Colour rule_colour = {};

  /// Of each, where they share so much room.
  double width_in(double room) const { return (room - gap * double(count - 1)) / double(count); }
};

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

/// Keeps flowables for a block that changes them, and what is asked of the page between them.
class FlowableList : public FlowableSink {
 public:
  FlowableList() = default;
  /// Of what `hand_on` gives to `next`, in a frame that takes so much of a page's height: there are pages to end.
  explicit FlowableList(FlowableSink const& next, double frame = 0);

  void add(Flowable flowable) override;
  void break_page() override { requests.push_back({flowables.size(), true, nullptr}); }
  void repeat(Repeated repeated) override { requests.push_back({flowables.size(), false, std::move(repeated)}); }
  void set_columns(Columns const&) override {}
  /// About as much as there will be.
  double room() const override { return room_; }
  double page_room() const override { return page_room_; }

  /// Whether a page break was asked for before the flowable of that index.
  bool breaks_before(std::size_t index) const;
  void hand_on(FlowableSink& next);

  /// A page break, or what stands again on further pages, from behind so many flowables on.
  struct Request {
    std::size_t behind = 0;
    bool breaks_page = false;
    Repeated repeated;
  };
  std::vector<Flowable> flowables;
  std::vector<Request> requests;

 private:
  double room_ = unbounded_room, page_room_ = unbounded_room;
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

}  // namespace tebiki::pdf
