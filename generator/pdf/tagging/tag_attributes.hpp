#pragma once
#include <map>
#include <string>

#include "pdf/frames.hpp"

namespace tebiki::pdf {

/// Attributes that follow from the frames (ISO 32000-1 §14.8.5): where a figure stands (/BBox), and how the items of
/// a list with labels are numbered (/ListNumbering), as PDF/UA asks. Dictionaries, ready to be written.
std::map<TagId, std::string> attributes_from(Frames const& frames);

/// `<</O/Table/Scope/Column/RowSpan 2>>`, or empty.
std::string table_attributes(TagDetail const& detail);

}  // namespace tebiki::pdf
