#pragma once
#include <string>

#include "model/answer.hpp"

namespace tebiki::html {

/// What the style sheet calls the mark of an answer.
char const* mark_class(model::Answer answer);
/// Appends ○ △ × — as a mark for the eye alone; its word is to stand beside it.
void append_mark(std::string& out, model::Answer answer);

}  // namespace tebiki::html
