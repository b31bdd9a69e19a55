#include "publishing/publish.hpp"
