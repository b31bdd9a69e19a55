#pragma once
#include <string_view>

#include "model/document.hpp"
#include "pdf/layout/booklet_context.hpp"
#include "pdf/text/styled_text.hpp"

namespace tebiki::pdf {

/// What the words stand in: it decides how much is said of where a link leads.
struct LinkStyle {
  std::string_view own_anchor = {};  ///< a link to the thing that the words are a part of needs no saying
  bool row_name = false;             ///< the name of a row: it links without a line below, its page is named briefly
};

/// Object characters stand for drawn marks and pictures, a line feed for a forced break.
/// A link to a place in the booklet is followed by 「（→12ページ）」.
StyledText flatten(BookletContext const& context, model::Inlines const& inlines, TextLook look,
                   LinkStyle link_style = {});

}  // namespace tebiki::pdf
