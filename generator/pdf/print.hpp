// The front door of this layer: booklets become pages, pages become a file.
#pragma once
#include "pdf/layout/layout.hpp"
#include "pdf/painting/paint.hpp"
