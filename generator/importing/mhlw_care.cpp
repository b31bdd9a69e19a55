#include "importing/mhlw_care.hpp"
