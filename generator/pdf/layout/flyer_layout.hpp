/// A page from a design: boxes in their places, and their words, made of the event's values, as large as they fit.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "model/events_and_films.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/layout/page_flow.hpp"
#include "pdf/text/items.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {

/// What the boxes of one flyer look at.
struct FlyerContext {
  BookletContext const& booklet;
  model::Flyer const& flyer;

  model::FlyerValue const* value(std::string_view name) const;
  /// The colour that a design names; ink where it names none.
  model::Colour colour(std::string const& name) const;
};

/// Paragraphs one below the other.
struct SetWords {
  std::vector<Lines> paragraphs;
  double height = 0;
  double width = 0;   ///< of the widest line
  bool whole = true;  ///< no phrase is parted that is shorter than the column
};

/// The lines of a box of which there is something to say, at a share of their sizes; type that would be smaller than
/// the box's least size is set in that. Lines of values that there are several of are repeated.
SetWords set_words(FlyerContext const& context, std::vector<model::DesignLine> const& lines,
                   model::DesignType const& type, double width, double share);
/// Whether the event says anything of what the lines name.
bool says_something(FlyerContext const& context, std::vector<model::DesignLine> const& lines);

/// Where lines may begin without parting a phrase, nor a word in katakana or Latin letters. Linear.
std::vector<std::uint32_t> phrase_breaks(std::string_view text);

/// Shares of the sizes of a design, from all on down to where its largest type has the least size.
std::vector<double> shares_of(std::vector<model::DesignLine> const& lines, model::DesignType const& type);

/// Below this share of its size type is rather large with a phrase parted than small with all whole.
constexpr double least_share_for_phrases = 0.5;

/// A title from top to bottom, in the largest type in which it fits its box; the first tries part no phrase.
std::optional<UprightLabel> upright_title(FlyerContext const& context, model::DesignBox const& box,
                                          std::string const& text);

/// Reports words that do not fit in the least size: at the longest of the values that the lines name.
void report_overflow(FlyerContext const& context, std::vector<model::DesignLine> const& lines,
                     model::DesignType const& type);

/// How the fields of an application form stand on its sheets.
struct FormSheets {
  double line_share = 1;          ///< of the usual height to write in
  std::vector<std::size_t> ends;  ///< behind the last row of each sheet
  std::vector<Flowable> rows;     ///< once they are laid out
};

/// One sheet with more or less height to write in, or two where one is too small even for the least. Fields that do not
/// fit on those are an error at the first of them, and an event that says nowhere to send it one at the event.
FormSheets sheets_of_form(FlyerContext const& context, model::DesignBox const& box);
void lay_out_form(FlyerContext const& context, model::DesignBox const& box, FormSheets& form, StructureTree& tags,
                  TagId section);
/// The rows of one sheet go into their box.
void add_form_rows(FlyerContext const& context, model::DesignBox const& box, FormSheets& form, std::size_t sheet,
                   PageFrame& page);

/// The page of a flyer, or the sheets of an application form. Words that do not fit into their box in its least size
/// are an error at the value.
Frames lay_out_flyer(BookletContext const& context, model::FlyerDesign const& design);

}  // namespace tebiki::pdf
