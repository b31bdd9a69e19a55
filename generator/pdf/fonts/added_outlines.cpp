// Glyphs put together from others, added to the file of a font.
#include <hb.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "pdf/fonts/font_embedding.hpp"

namespace tebiki::pdf {

namespace {

struct BlobRelease {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
using Blob = std::unique_ptr<hb_blob_t, BlobRelease>;

constexpr hb_tag_t tag_of(char const (&name)[5]) { return HB_TAG(name[0], name[1], name[2], name[3]); }

std::string bytes_of(Blob const& blob) {
  unsigned length = 0;
  char const* bytes = hb_blob_get_data(blob.get(), &length);
  return {bytes, length};
}

Blob blob_of(std::string const& bytes) {
  return Blob(hb_blob_create(bytes.data(), unsigned(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
}

/// Big-endian numbers within a table.
std::uint16_t word(std::string const& bytes, std::size_t at) {
  auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  return std::uint16_t(byte(at) << 8 | byte(at + 1));
}
std::uint32_t double_word(std::string const& bytes, std::size_t at) {
  return std::uint32_t(word(bytes, at)) << 16 | word(bytes, at + 2);
}
void append(std::string& bytes, std::uint16_t value) {
  bytes += char(value >> 8);
  bytes += char(value & 0xFF);
}
void append_long(std::string& bytes, std::uint32_t value) {
  append(bytes, std::uint16_t(value >> 16));
  append(bytes, std::uint16_t(value));
}
void set(std::string& bytes, std::size_t at, std::uint16_t value) {
  if (at + 1 >= bytes.size()) return;
  bytes[at] = char(value >> 8);
  bytes[at + 1] = char(value & 0xFF);
}

/// Places of numbers in tables, in bytes.
constexpr std::size_t head_units = 18, head_bounds = 36, head_loca_format = 50, hhea_lines = 4, hhea_widest = 10,
                      hhea_metrics = 34, maxp_glyphs = 4, maxp_points = 6, maxp_contours = 8,
                      maxp_composite_points = 10, maxp_composite_contours = 12, maxp_parts = 28, maxp_depth = 30;

/// Corners of an outline.
struct Bounds {
  int left = 0, bottom = 0, right = 0, top = 0;
};

class FontWithComposites {
 public:
  FontWithComposites(std::string const& file, hb_font_t* whole)
      : face_(face_of(file)),
        whole_(whole),
        glyf_(table(tag_of("glyf"))),
        hmtx_(table(tag_of("hmtx"))),
        head_(table(tag_of("head"))),
        hhea_(table(tag_of("hhea"))),
        maxp_(table(tag_of("maxp"))) {
    read_offsets();
    read_metrics();
  }

  /// Takes away all glyphs: those that are added are measured in these units.
  void begin_in_units(std::uint16_t units) {
    auto const scaled = [&](std::string& bytes, std::size_t at) {
      auto const value = std::int16_t(word(bytes, at));
      set(bytes, at, std::uint16_t(value * units / std::max<int>(1, word(head_, head_units))));
    };
    for (std::size_t corner = 0; corner < 4; ++corner) scaled(head_, head_bounds + 2 * corner);
    for (std::size_t line = 0; line < 3; ++line) scaled(hhea_, hhea_lines + 2 * line);
    set(hhea_, hhea_widest, 0);
    set(head_, head_units, units);
    glyf_.clear();
    hmtx_.clear();
    offsets_ = {0};
  }

  void begin_at(std::uint16_t first) {
    offsets_.resize(std::size_t(first) + 1, offsets_.back());
    hmtx_.resize(std::size_t(first) * 4, '\0');
  }

  void add(CompositeGlyph const& glyph) {
    auto bounds = glyph.contours.empty() ? add_outline(glyph) : add_contours(glyph);
    offsets_.push_back(std::uint32_t(glyf_.size()));
    append(hmtx_, glyph.advance);
    append(hmtx_, std::uint16_t(bounds.left));
    widest_ = std::max(widest_, glyph.advance);
    most_parts_ = std::max(most_parts_, std::uint16_t(glyph.parts.size()));
  }

  std::string finish() {
    auto count = std::uint16_t(offsets_.size() - 1);
    set(hhea_, hhea_metrics, count);
    set(hhea_, hhea_widest, std::max(widest_, word(hhea_, hhea_widest)));
    set_limits(count);
    bool is_long = glyf_.size() > 0x1FFFE;
    set(head_, head_loca_format, is_long);
    std::string loca;
    for (auto offset : offsets_) is_long ? append_long(loca, offset) : append(loca, std::uint16_t(offset / 2));
    return built(loca);
  }

 private:
  using Face = std::unique_ptr<hb_face_t, HarfBuzzRelease>;

  static Face face_of(std::string const& file) { return Face(hb_face_create(blob_of(file).get(), 0)); }
  std::string table(hb_tag_t tag) const { return bytes_of(Blob(hb_face_reference_table(face_.get(), tag))); }

  void read_offsets() {
    auto loca = table(tag_of("loca"));
    bool is_long = word(head_, head_loca_format) != 0;
    for (std::size_t i = 0; i <= word(maxp_, maxp_glyphs); ++i)
      offsets_.push_back(is_long ? double_word(loca, i * 4) : word(loca, i * 2) * 2U);
  }

  /// Every glyph gets its advance, also those that shared the last one.
  void read_metrics() {
    std::size_t metrics = word(hhea_, hhea_metrics), count = word(maxp_, maxp_glyphs);
    std::string all = hmtx_.substr(0, metrics * 4);
    for (std::size_t i = metrics; i < count; ++i) {
      append(all, metrics > 0 ? word(hmtx_, (metrics - 1) * 4) : std::uint16_t(0));
      append(all, word(hmtx_, metrics * 4 + (i - metrics) * 2));
    }
    hmtx_ = std::move(all);
  }

  /// Parts that have no ink are left out.
  Bounds add_outline(CompositeGlyph const& glyph) {
    constexpr std::uint16_t words_follow = 1, places_follow = 2, more = 0x20;
    Bounds bounds;
    std::string parts;
    std::size_t last_flags = 0;
    for (auto const& part : glyph.parts) {
      hb_glyph_extents_t ink{};
      if (!hb_font_get_glyph_extents(whole_, part.glyph, &ink) || ink.width == 0) continue;
      Bounds one{ink.x_bearing + part.x, ink.y_bearing + ink.height + part.y, ink.x_bearing + ink.width + part.x,
                 ink.y_bearing + part.y};
      bounds = parts.empty() ? one
                             : Bounds{std::min(bounds.left, one.left), std::min(bounds.bottom, one.bottom),
                                      std::max(bounds.right, one.right), std::max(bounds.top, one.top)};
      last_flags = parts.size();
      append(parts, words_follow | places_follow | more);
      append(parts, part.glyph);
      append(parts, std::uint16_t(part.x));
      append(parts, std::uint16_t(part.y));
    }
    if (parts.empty()) return bounds;
    set(parts, last_flags, words_follow | places_follow);
    append(glyf_, 0xFFFF);  // no contours of its own
    for (int corner : {bounds.left, bounds.bottom, bounds.right, bounds.top}) append(glyf_, std::uint16_t(corner));
    glyf_ += parts;
    while (glyf_.size() % 4 != 0) glyf_ += '\0';
    return bounds;
  }

  /// A step from point to point along one axis, in as few bytes as it takes.
  static void add_step(int step, std::uint8_t is_byte, std::uint8_t is_same_or_positive, std::uint8_t& flag,
                       std::string& steps) {
    if (step == 0) {
      flag |= is_same_or_positive;
    } else if (std::abs(step) <= 0xFF) {
      flag |= std::uint8_t(is_byte | (step > 0 ? is_same_or_positive : 0));
      steps += char(std::abs(step));
    } else {
      append(steps, std::uint16_t(step));
    }
  }

  /// The same flag several times is written once, with how often it follows.
  static std::string repeated(std::string const& flags) {
    constexpr int repeats = 8;
    std::string out;
    for (std::size_t i = 0; i < flags.size();) {
      auto end = flags.find_first_not_of(flags[i], i);
      end = std::min({end, flags.size(), i + 0x100});
      if (end - i > 2) {
        out += char(flags[i] | repeats);
        out += char(end - i - 1);
      } else {
        out.append(flags, i, end - i);
      }
      i = end;
    }
    return out;
  }

  /// A simple glyph: ends of contours, flags, then the steps from point to point.
  Bounds add_contours(CompositeGlyph const& glyph) {
    std::string ends, flags, across, up;
    Bounds bounds{0x7FFF, 0x7FFF, -0x8000, -0x8000};
    int points = 0, x = 0, y = 0;
    for (auto const& contour : glyph.contours) {
      for (auto const& point : contour) {
        std::uint8_t flag = point.on_curve ? 1 : 0;
        add_step(point.x - x, 2, 0x10, flag, across);
        add_step(point.y - y, 4, 0x20, flag, up);
        flags += char(flag);
        x = point.x, y = point.y;
        bounds = {std::min(bounds.left, x), std::min(bounds.bottom, y), std::max(bounds.right, x),
                  std::max(bounds.top, y)};
      }
      points += int(contour.size());
      append(ends, std::uint16_t(points - 1));
    }
    append(glyf_, std::uint16_t(glyph.contours.size()));
    for (int corner : {bounds.left, bounds.bottom, bounds.right, bounds.top}) append(glyf_, std::uint16_t(corner));
    glyf_ += ends;
    append(glyf_, 0);  // no instructions
    glyf_ += repeated(flags) + across + up;
    while (glyf_.size() % 4 != 0) glyf_ += '\0';
    set(maxp_, maxp_points, std::max(word(maxp_, maxp_points), std::uint16_t(points)));
    set(maxp_, maxp_contours, std::max(word(maxp_, maxp_contours), std::uint16_t(glyph.contours.size())));
    return bounds;
  }

  /// What a reader must be prepared for: bounds, not exact counts.
  void set_limits(std::uint16_t count) {
    auto most = [&](std::size_t simple, std::size_t composite) {
      auto each = std::max(word(maxp_, simple), word(maxp_, composite));
      return std::uint16_t(std::min(0xFFFF, each * std::max<int>(most_parts_, 1)));
    };
    set(maxp_, maxp_glyphs, count);
    auto points = most(maxp_points, maxp_composite_points);
    auto contours = most(maxp_contours, maxp_composite_contours);
    set(maxp_, maxp_composite_points, points);
    set(maxp_, maxp_composite_contours, contours);
    set(maxp_, maxp_parts, std::max(word(maxp_, maxp_parts), most_parts_));
    set(maxp_, maxp_depth, std::uint16_t(word(maxp_, maxp_depth) + 1));
  }

  std::string built(std::string const& loca) const {
    Face builder(hb_face_builder_create());
    auto put = [&](hb_tag_t tag, std::string const& bytes) {
      hb_face_builder_add_table(builder.get(), tag, blob_of(bytes).get());
    };
    hb_tag_t tags[64];
    unsigned count = 64;
    hb_face_get_table_tags(face_.get(), 0, &count, tags);
    std::map<hb_tag_t, std::string const*> const changed = {{tag_of("glyf"), &glyf_}, {tag_of("loca"), &loca},
                                                            {tag_of("hmtx"), &hmtx_}, {tag_of("head"), &head_},
                                                            {tag_of("hhea"), &hhea_}, {tag_of("maxp"), &maxp_}};
    for (unsigned i = 0; i < count; ++i) {
      auto found = changed.find(tags[i]);
      put(tags[i], found == changed.end() ? table(tags[i]) : *found->second);
    }
    return bytes_of(Blob(hb_face_reference_blob(builder.get())));
  }

  Face face_;
  hb_font_t* whole_;
  std::string glyf_, hmtx_, head_, hhea_, maxp_;
  std::vector<std::uint32_t> offsets_;  ///< of outlines; one more than there are glyphs
  std::uint16_t widest_ = 0;
  std::uint16_t most_parts_ = 0;
};

}  // namespace

std::string with_composites(std::string const& file, hb_font_t* whole, std::uint16_t first,
                            FurtherGlyphs const& further) {
  FontWithComposites font(file, whole);
  if (further.units_per_em > 0) font.begin_in_units(further.units_per_em);
  font.begin_at(first);
  for (auto const& glyph : further.glyphs) font.add(glyph);
  return font.finish();
}

}  // namespace tebiki::pdf
