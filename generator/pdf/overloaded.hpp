#pragma once
#include "model/visit.hpp"

namespace tebiki::pdf {

using model::Overloaded;

}  // namespace tebiki::pdf
