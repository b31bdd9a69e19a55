#pragma once
#include <atomic>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/documents.hpp"
#include "model/print_style.hpp"
#include "model/site.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/layout/frames.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {

/// What the last round of layout found: on which pages an anchor stands, by printed number. Empty in the first round.
using PageNumbers = std::map<std::string, std::vector<std::string>, std::less<>>;

/// What every step of the layout of one booklet looks at. Within a round nothing here changes but what is noted for its
/// end: diagnostics, whether page numbers were asked for, whether a table is too wide; and, as parts and headings
/// follow one another, the part, its spacing and the level of the last heading.
struct BookletContext : TextContext {
  model::Booklet const& booklet;
  model::Site const& site;
  unsigned jobs;
  base::Diagnostics& diagnostics;
  std::set<std::string, std::less<>> const& anchors;  ///< everything in the booklet that can be referred to
  PageNumbers const& numbers;
  std::atomic<bool>& asked_for_numbers;  ///< another round is needed only when one was
  std::atomic<bool>& cramped;    ///< a table that was told of is wider than its page: its texts lie on each other
  model::Colour brand = {};      ///< of the publication, or else the site
  int* heading_level = nullptr;  ///< of the heading tagged last: none may be skipped below it
  double spacing = 1;            ///< share of the usual space between flowables: see PartEndings
  std::string part = {};         ///< key of the part being laid out: `care-guide/consult`
};

/// The printed number of the first page an anchor stands on; a placeholder of usual width in the first round.
std::string page_number(BookletContext const& context, std::string_view anchor);

/// Every anchor that the booklet will have: parts, headings, directories, records. Linear in blocks and rows.
std::set<std::string, std::less<>> anchors_of(model::Publication const& publication);

/// `care-guide/consult`
std::string part_key(model::Publication const& publication, model::Part const& part);
/// `care-guide/consult#sec`; footnotes are `care-guide/consult#fn-1`.
std::string heading_key(std::string_view part_key, std::string_view anchor);

/// Warns of words that end with “…” on paper for want of room.
void report_shortened(BookletContext const& context, std::string_view words, base::SourceLocation at);

PrintedTarget printed_target(BookletContext const& context, model::Target const& target);

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

}  // namespace tebiki::pdf
