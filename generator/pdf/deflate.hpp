#pragma once
#include <string>
#include <string_view>

namespace tebiki::pdf {

/// zlib data for /FlateDecode. Depends on nothing but the bytes; may run on several threads.
std::string deflated(std::string_view bytes);

}  // namespace tebiki::pdf
