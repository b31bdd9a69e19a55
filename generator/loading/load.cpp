#include "loading/load.hpp"
