#pragma once
#include <string>
#include <vector>

#include "html/data.hpp"
#include "html/page_data.hpp"

namespace tebiki::html {

/// The labels of the fields that `add_entry` shows at the top.
std::vector<std::string> terms_said_above(model::List const& list);

/// Adds what the page of one record says above its fields: reading, telephone, place on a map, day of confirmation.
void add_entry(Data& data, Common const& common, Entries const& entries, model::Document const& page);

}  // namespace tebiki::html
