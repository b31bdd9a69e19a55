#pragma once
#include "pdf/layout/blocks.hpp"
#include "pdf/layout/booklet_context.hpp"
#include "pdf/layout/geometry.hpp"
#include "pdf/layout/page_flow.hpp"

namespace tebiki::pdf {

/// The full-bleed first page: edition, title, motto, and at its foot whom to call.
PageFrame cover_page(BookletContext const& context, StructureTree& tags, Geometry const& geometry);

/// The title of a part, H1 with a rule below; `anchors` lead to it, the bookmarks name it.
void add_chapter_title(BlockTarget const& target, std::string const& title, std::vector<std::string> anchors,
                       base::SourceLocation at);

/// A line of contents or index: words, dots, a page number at the right edge; all one link to the place.
struct LeaderLine {
  StyledText words;
  std::string number;
  std::string destination;
  model::TextStyle style;
  bool dots = true;
};

/// Sets the line `width` wide; the link's tags are below local tag 0 as Reference > Link.
Lines leader_line(TextContext const& context, LeaderLine line, double width);

/// Chapters and their sections with page numbers, as TOC below the target's parent.
void add_booklet_contents(BlockTarget const& target);

/// Who publishes it, as of when, and whom to call: the last words of a publication, kept together.
void add_imprint(BlockTarget const& target);

/// The same for the foot of every page of a publication without a cover: on one line, or on two where that is too long.
struct ImprintLine {
  std::string whole;
  std::string publisher;  ///< and on the second line:
  std::string number_and_date;
};
ImprintLine imprint_line(BookletContext const& context);

/// Adds what stands on every page around its text, all decoration: the publication's title and the chapter with the
/// page's first and last entry above, the page number below at the fore-edge. Without a cover: whom to call instead.
void add_running_heads(BookletContext const& context, Geometry const& geometry, FilledPages& filled);

/// What a page's head says of its content: 訪問看護　袖ケ浜〜真田.
std::string head_words(model::Publication const& publication, model::Words const& words, PageNote const& note);

/// Adds 爪, the words of the chapters in tabs down the fore-edge; the page's own chapter stands out. All decoration.
void add_thumb_tabs(BookletContext const& context, Geometry const& geometry, FilledPages& filled);

}  // namespace tebiki::pdf
