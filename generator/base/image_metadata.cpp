#include "base/images.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace tebiki::base {
namespace {

std::uint32_t byte(std::string_view bytes, std::size_t at) { return std::uint8_t(bytes[at]); }

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value << 8 | byte(bytes, at + i);
  return value;
}

// ---- Exif ----

/// The numbers of a TIFF structure (TIFF 6.0 §2), in the order of bytes that it says; nothing outside it.
struct Tiff {
  std::string_view bytes;

  std::optional<std::uint32_t> number(std::size_t at, std::size_t count) const {
    if (at > bytes.size() || bytes.size() - at < count) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | byte(bytes, at + (little() ? count - 1 - i : i));
    return value;
  }
  bool little() const { return bytes.starts_with("II"); }
};

constexpr std::uint32_t orientation_tag = 0x0112, short_number = 3;
constexpr std::size_t entry_size = 12;

Orientation orientation_in(Tiff tiff) {
  auto first = tiff.number(4, 4);
  auto count = first ? tiff.number(*first, 2) : std::nullopt;
  for (std::size_t i = 0; count && i < *count; ++i) {
    auto at = *first + 2 + i * entry_size;
    auto tag = tiff.number(at, 2);
    if (!tag) break;
    if (*tag != orientation_tag || tiff.number(at + 2, 2) != short_number) continue;
    auto value = tiff.number(at + 8, 2).value_or(1);
    return value >= 1 && value <= 8 ? Orientation(value) : Orientation::upright;
  }
  return Orientation::upright;
}

// ---- JPEG (ITU-T T.81 annex B) ----

constexpr std::string_view exif_mark("Exif\0\0", 6), jfif_mark("JFIF\0", 5), profile_mark("ICC_PROFILE\0", 12),
    adobe_mark("Adobe", 5);

struct Segment {
  std::uint32_t marker = 0;
  std::string_view whole;    ///< with its marker, and for a scan with the data behind it
  std::string_view content;  ///< behind the length
};

constexpr bool stands_alone(std::uint32_t marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD9); }

/// Reads segment by segment, over bytes between them that belong to none, as libjpeg does.
class JpegSegments {
 public:
  explicit JpegSegments(std::string_view jpeg) : rest_(jpeg) {}

  std::optional<Segment> next() {
    auto begin = find_marker(0);
    if (!begin) return std::nullopt;
    rest_.remove_prefix(*begin);
    std::size_t size = 2;
    Segment segment{byte(rest_, 1), {}, {}};
    if (!stands_alone(segment.marker)) {
      if (rest_.size() < 4) return std::nullopt;
      size += std::max<std::size_t>(2, big_endian(rest_, 2, 2));
      if (size > rest_.size()) return std::nullopt;
      segment.content = rest_.substr(4, size - 4);
    }
    if (segment.marker == start_of_scan) size = find_marker(size).value_or(rest_.size());
    segment.whole = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return segment;
  }

  static constexpr std::uint32_t start_of_scan = 0xDA, end_of_image = 0xD9;

 private:
  /// Of the next marker that is none of the data's own: FF 00 is a sample's, FF D0 to D7 part the data.
  std::optional<std::size_t> find_marker(std::size_t from) const {
    auto at = rest_.find('\xFF', from);
    for (; at != rest_.npos && at + 1 < rest_.size(); at = rest_.find('\xFF', at + 1)) {
      auto const marker = byte(rest_, at + 1);
      if (marker != 0 && marker != 0xFF && (marker < 0xD0 || marker > 0xD7)) return at;
    }
    return std::nullopt;
  }

  std::string_view rest_;
};

/// Whether the pixels would look otherwise without it.
bool decides_the_look(Segment const& segment) {
  if (segment.marker == 0xFE) return false;
  if (segment.marker < 0xE0 || segment.marker > 0xEF) return true;
  if (segment.marker == 0xE0) return segment.content.starts_with(jfif_mark) && segment.content.size() >= 14;
  if (segment.marker == 0xE2) return segment.content.starts_with(profile_mark);
  return segment.marker == 0xEE && segment.content.starts_with(adobe_mark);
}

/// JFIF's header may hold a small copy of the picture behind its fourteen bytes.
std::string jfif_header(Segment const& segment) {
  std::string header("\xFF\xE0\0\x10", 4);
  header += segment.content.substr(0, 12);
  return header + std::string(2, '\0');
}

std::string jpeg_without_metadata(std::string_view jpeg) {
  std::string out;
  out.reserve(jpeg.size());
  JpegSegments segments(jpeg);
  while (auto segment = segments.next()) {
    if (!decides_the_look(*segment)) continue;
    if (segment->marker == 0xE0)
      out += jfif_header(*segment);
    else
      out += segment->whole;
    if (segment->marker == JpegSegments::end_of_image) break;
  }
  return out;
}

Orientation jpeg_orientation(std::string_view jpeg) {
  JpegSegments segments(jpeg);
  while (auto segment = segments.next()) {
    if (segment->marker == JpegSegments::start_of_scan) break;
    if (segment->marker == 0xE1 && segment->content.starts_with(exif_mark))
      return orientation_in({segment->content.substr(exif_mark.size())});
  }
  return Orientation::upright;
}

// ---- PNG (third edition, §11) ----

struct Chunk {
  std::string_view type;
  std::string_view content;
  std::string_view whole;
};

std::optional<Chunk> next_chunk(std::string_view& rest) {
  if (rest.size() < 12) return std::nullopt;
  std::size_t const length = big_endian(rest, 0, 4);
  if (length > rest.size() - 12) return std::nullopt;
  Chunk chunk{rest.substr(4, 4), rest.substr(8, length), rest.substr(0, length + 12)};
  rest.remove_prefix(length + 12);
  return chunk;
}

constexpr std::size_t png_signature = 8;

/// Picture, colours, transparency, and the frames of a moving one.
constexpr std::array<std::string_view, 14> chunks_of_the_look = {
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "acTL", "fcTL", "fdAT"};

std::string png_without_metadata(std::string_view png) {
  std::string out(png.substr(0, png_signature));
  out.reserve(png.size());
  auto rest = png.substr(png_signature);
  while (auto chunk = next_chunk(rest)) {
    if (std::find(chunks_of_the_look.begin(), chunks_of_the_look.end(), chunk->type) != chunks_of_the_look.end())
      out += chunk->whole;
    if (chunk->type == "IEND") break;
  }
  return out;
}

Orientation png_orientation(std::string_view png) {
  auto rest = png.substr(png_signature);
  while (auto chunk = next_chunk(rest)) {
    if (chunk->type == "IEND") break;
    if (chunk->type == "eXIf") return orientation_in({chunk->content});
  }
  return Orientation::upright;
}

}  // namespace

Orientation orientation_of(std::string_view picture) {
  if (looks_like_png(picture)) return png_orientation(picture);
  return looks_like_jpeg(picture) ? jpeg_orientation(picture) : Orientation::upright;
}

std::string without_metadata(std::string_view picture) {
  if (looks_like_png(picture)) return png_without_metadata(picture);
  return looks_like_jpeg(picture) ? jpeg_without_metadata(picture) : std::string(picture);
}

std::string with_orientation(std::string_view jpeg, Orientation orientation) {
  if (orientation == Orientation::upright || !looks_like_jpeg(jpeg)) return std::string(jpeg);
  // Behind the header of JFIF, which wants to be the first.
  JpegSegments segments(jpeg);
  auto start = segments.next(), header = segments.next();
  bool const jfif = header && header->marker == 0xE0;
  std::size_t const at = start->whole.size() + (jfif ? header->whole.size() : 0);
  std::string exif("\xFF\xE1\0\x22", 4);
  exif += exif_mark;
  exif += std::string_view("MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
  exif += char(orientation);
  exif += std::string(6, '\0');
  return std::string(jpeg.substr(0, at)) + exif + std::string(jpeg.substr(at));
}

}  // namespace tebiki::base
