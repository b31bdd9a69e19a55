#pragma once
#include <optional>
#include <string>
#include <vector>

#include "pdf/layout/anchors.hpp"
#include "pdf/layout/layout_context.hpp"
#include "pdf/tagging/local_tags.hpp"
#include "pdf/text/unbreakable.hpp"

namespace tebiki::pdf {

/// How a stretch of text is drawn.
struct TextLook {
  FontChoice font;
  float size = 12;
  model::Colour colour;
  bool underlined = false;
  bool struck = false;
  float raised = 0;  ///< points above the baseline
};

TextLook look_of(model::TextStyle const& style);

/// What stands in the place of one object character.
struct InlineObject {
  std::optional<model::Availability> answer;
  std::string image;  ///< path; empty for an answer
  double width = 0;   ///< points
  double height = 0;
};

/// A stretch of a paragraph's text of one look.
struct InlineSpan {
  TextRange range;
  TextLook look;
  std::uint32_t tag = 0;    ///< local
  int link = -1;            ///< index of InlineText::links
  int ruby = -1;            ///< index of InlineText::readings: a base that is not broken
  int object = -1;          ///< index of InlineText::objects
  base::SourceLocation at;  ///< of the span's first character in its file
};

struct InlineLink {
  PrintedTarget target;
  std::string description;
  std::uint32_t tag = 0;
};

struct RubyReading {
  std::string text;
  std::uint32_t tag = 0;
};

/// Inlines as one string with looks: what lines are made from.
struct InlineText {
  std::string text;
  std::vector<InlineSpan> spans;
  LocalTags tags;
  std::vector<InlineLink> links;
  std::vector<RubyReading> readings;
  std::vector<InlineObject> objects;
  std::vector<TextRange> unbreakable;  ///< beside what the text itself shows: telephone numbers, ruby
};

/// What the words stand in: it decides how much is said of where a link leads.
struct Surroundings {
  std::string_view own_anchor = {};  ///< a link to the thing that the words are a part of needs no saying
  bool row_name = false;             ///< the name of a row: it links without a line below, its page is named briefly
};

/// Object characters stand for drawn marks and pictures, a line feed for a forced break.
/// A link to a place in the booklet is followed by 「（→12ページ）」.
InlineText flatten(LayoutContext const& context, model::Inlines const& inlines, TextLook look,
                   Surroundings surroundings = {});
InlineText plain(std::string_view text, TextLook look, base::SourceLocation at = {});
/// Adds words of another look behind.
void append(InlineText& to, std::string_view text, TextLook look, base::SourceLocation at = {});

}  // namespace tebiki::pdf
