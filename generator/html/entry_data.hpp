#pragma once
#include "html/data.hpp"
#include "html/site_data.hpp"

namespace tebiki::html {

/// Adds what the page of one record says at its head: reading, telephone, place on a map, day of confirmation.
void add_entry(Data& data, Common const& common, model::Document const& page);

}  // namespace tebiki::html
