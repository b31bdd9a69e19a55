#pragma once
#include <string>

#include "model/availability.hpp"

namespace tebiki::html {

/// What the style sheet calls the mark of an answer.
char const* mark_class(model::Availability answer);
/// Appends ○ △ × — as a mark for the eye alone; its word is to stand beside it.
void append_mark(std::string& out, model::Availability answer);

}  // namespace tebiki::html
