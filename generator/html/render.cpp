#include "html/render.hpp"
