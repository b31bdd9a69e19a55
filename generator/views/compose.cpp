#include "views/compose.hpp"
