#pragma once
#include <string>
#include <string_view>

namespace tebiki::pdf {

/// How hard to look for repetitions. Thorough takes a twentieth off, for five times the time: right for a booklet
/// that many people fetch, wrong for a table of ten thousand rows.
enum class Effort { quick, thorough };

/// zlib data for /FlateDecode. Depends on nothing but the bytes; may run on several threads.
std::string deflated(std::string_view bytes, Effort effort = Effort::quick);

}  // namespace tebiki::pdf
