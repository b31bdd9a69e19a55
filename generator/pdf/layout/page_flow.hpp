#pragma once
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "pdf/layout/booklet_context.hpp"
#include "pdf/layout/flowable.hpp"

namespace tebiki::pdf {

/// What a finished page needs for its running head and tab.
struct PageNote {
  int part = -1;  ///< index of the publication's part; -1 before the first
  std::string first_mark, last_mark;
  std::size_t series = 0;
  bool mixed = false;  ///< entries of several series stand on it: no range of them means anything
  double filled = 0;   ///< how far down the page something stands, in points
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
  void place_in_slices(Flowable flowable);
  static void say_again(Continued const& continued, Flowable& part);
  static void say_goes_on(Continued const& continued, Flowable& part);
  void put(Flowable flowable);
  void draw(Flowable flowable, double x, double y);
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
