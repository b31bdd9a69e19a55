#pragma once
#include "html/block_writer.hpp"

namespace tebiki::html {

/// Appends a table in a box of its own, in which a wide one can be moved sideways. Rows are written one by one.
void append_table(std::string& out, model::Table const& table, PageState& state);

}  // namespace tebiki::html
