#pragma once
#include <atomic>
#include <map>
#include <set>
#include <string>

#include "base/diagnostics.hpp"
#include "model/documents.hpp"
#include "model/print_style.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/unprintable.hpp"

namespace tebiki::pdf {

/// What the last round of layout found: on which pages an anchor stands, by printed number. Empty in the first round.
using PageNumbers = std::map<std::string, std::vector<std::string>, std::less<>>;

/// What every step of the layout looks at; nothing here changes while a booklet is laid out,
/// but for the diagnostics, what cannot be printed, and what was noted for the end of a round.
struct LayoutContext {
  model::Booklet const& booklet;
  model::Site const& site;
  model::PrintStyle const& style;
  Fonts const& fonts;
  unsigned jobs;
  base::Diagnostics& diagnostics;
  Unprintable& unprintable;
  std::set<std::string, std::less<>> const& anchors;  ///< everything in the booklet that can be referred to
  PageNumbers const& numbers;
  std::atomic<bool>& asked_for_numbers;  ///< another round is needed only when one was
  std::atomic<bool>& cramped;    ///< a table that was told of is wider than its page: its texts lie on each other
  model::Colour brand = {};      ///< of the publication, or else the site
  int* heading_level = nullptr;  ///< of the heading tagged last: none may be skipped below it
  double air = 1;                ///< share of the usual space between pieces: see part_endings.hpp
  std::string part = {};         ///< key of the part being laid out: `care-guide/consult`
};

/// The printed number of the first page an anchor stands on; a placeholder of usual width in the first round.
std::string page_number(LayoutContext const& context, std::string_view anchor);

}  // namespace tebiki::pdf
