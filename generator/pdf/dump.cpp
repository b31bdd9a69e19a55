#include "pdf/frames.hpp"
