/// The flow that fills page after page, and what is known of them then.
#pragma once
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/documents.hpp"
#include "model/print_style.hpp"
#include "pdf/layout/frames.hpp"

namespace tebiki::pdf {

enum class Side { left, right };

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

/// The print style's page, or the one of its papers that the publication names, with that paper's margins or the
/// style's in proportion.
Geometry geometry_of(model::PrintStyle const& style, model::Publication const& publication);

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
  std::vector<std::size_t> first_pages;  ///< of the parts
  std::map<std::string, Destination> destinations;
  std::map<std::string, std::vector<std::size_t>> pages_of;  ///< every page an anchor stands on, ascending
  std::vector<OutlineEntry> outline;
};

/// How a part is set lest its last page be almost empty.
struct PartSetting {
  double spacing = 1;                     ///< share of the usual space between its flowables
  std::optional<std::size_t> short_page;  ///< counted from that on which the part begins: this page ends so much …
  double shorter = 0;                     ///< … earlier, in points, so that the next one takes more along
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

  /// Everything that follows belongs to this part. A title that waits is its.
  void enter_part(int part);
  /// How it is set, and what follows it on the same page.
  void set_as(PartSetting const& setting);
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
  bool is_short_page() const;
  void draw_regions();
  void draw_rules(double bottom);
  void level_regions();
  double gap_before(Flowable const& flowable) const { return fresh_ ? 0 : gap(after_, flowable.before); }
  double gap(double after, double before) const { return setting_.spacing * std::max(after, before); }
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
  PartSetting setting_;
  std::size_t first_page_ = 0;  ///< of what the setting counts from
};

/// How the last page of a part is kept from being almost empty: the part is laid out a little closer; where that does
/// not save the page, the one before it ends earlier, so that the last takes more along.
class PartEndings {
 public:
  /// Parts that follow one another on a page count as one.
  explicit PartEndings(std::size_t parts) : endings_(parts) {}

  /// How a part is set in the next round.
  PartSetting const& setting(std::size_t part) const { return endings_[std::min(part, endings_.size() - 1)].setting; }

  /// Looks at a finished round. True when the booklet must be laid out anew because a part is to be set otherwise. Each
  /// way is tried once and given up where it is to no avail.
  bool improve(FilledPages const& filled, Geometry const& geometry);

 private:
  /// What a part takes.
  struct Extent {
    std::size_t pages = 0;
    double last = 0, before = 0;  ///< shares of the last page that are filled, and of the one before
  };
  enum class Step { usual, closer, shorter, settled };
  struct Ending {
    PartSetting setting;
    Extent usual;  ///< when the part is set as usual
    Step step = Step::usual;
  };

  static Extent extent_of(FilledPages const& filled, std::size_t first, std::size_t end, Geometry const& geometry);
  static bool improve(Ending& ending, Extent const& extent, double text_height);

  std::vector<Ending> endings_;
};

}  // namespace tebiki::pdf
