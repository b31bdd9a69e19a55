#pragma once
#include "pdf/tags.hpp"

namespace tebiki::pdf {

/// The name of a standard structure type, without its slash (ISO 32000-1 §14.8.4).
char const* name_of(Role role);

}  // namespace tebiki::pdf
