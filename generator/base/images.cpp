#include "base/images.hpp"

#include <algorithm>
#include <utility>

namespace tebiki::base {
namespace {

using Samples = std::vector<std::uint8_t>;

/// Calls `share(to, weight)` for the one or more new pixels that the old pixel `at` of `old_count` lies on. Old pixels
/// are `new_count` wide, new ones `old_count`: the borders of both are whole numbers.
template <class Share>
void spread(std::uint64_t at, std::uint64_t old_count, std::uint64_t new_count, Share&& share) {
  auto const begin = at * new_count, end = begin + new_count;
  for (auto to = begin / old_count; to * old_count < end; ++to) {
    auto const left = std::max(begin, to * old_count), right = std::min(end, (to + 1) * old_count);
    share(std::size_t(to), right - left);
  }
}

Samples shrunk(Samples const& samples, std::size_t channels, PixelSize old, PixelSize now) {
  std::size_t const old_row = old.width * channels, row = now.width * channels;
  auto const area = std::uint64_t(old.width) * old.height;
  std::vector<std::uint64_t> across(row), sums(row);
  Samples out;
  out.reserve(row * now.height);
  std::size_t current = 0;
  auto finish_row = [&] {
    for (auto& sum : sums) out.push_back(std::uint8_t((sum + area / 2) / area)), sum = 0;
  };
  for (std::size_t y = 0; y < old.height; ++y) {
    std::fill(across.begin(), across.end(), 0);
    for (std::size_t x = 0; x < old.width; ++x) {
      spread(x, old.width, now.width, [&](std::size_t to, std::uint64_t weight) {
        for (std::size_t c = 0; c < channels; ++c)
          across[to * channels + c] += weight * samples[y * old_row + x * channels + c];
      });
    }
    spread(y, old.height, now.height, [&](std::size_t to, std::uint64_t weight) {
      if (to != current) finish_row(), current = to;
      for (std::size_t i = 0; i < row; ++i) sums[i] += weight * across[i];
    });
  }
  finish_row();
  return out;
}

/// Colours as bright as they shine through: those of transparent pixels must not run into their neighbours.
Samples weighted(Pixels const& pixels) {
  Samples out(pixels.rgb.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = std::uint8_t((pixels.rgb[i] * pixels.alpha[i / 3] + 127) / 255);
  return out;
}

void take_weights_off(Pixels& pixels) {
  for (std::size_t i = 0; i < pixels.rgb.size(); ++i) {
    unsigned const alpha = pixels.alpha[i / 3];
    pixels.rgb[i] = std::uint8_t(alpha == 0 ? 0 : std::min(255U, (pixels.rgb[i] * 255U + alpha / 2) / alpha));
  }
}

/// Where the stored pixel stands that is seen at x, y.
std::size_t stored_at(Orientation orientation, std::size_t x, std::size_t y, std::size_t width, std::size_t height) {
  std::size_t const right = width - 1, bottom = height - 1;
  auto at = [&](std::size_t column, std::size_t row) { return row * width + column; };
  switch (orientation) {
    case Orientation::upright:
      break;
    case Orientation::mirrored:
      return at(right - x, y);
    case Orientation::upside_down:
      return at(right - x, bottom - y);
    case Orientation::flipped:
      return at(x, bottom - y);
    case Orientation::transposed:
      return at(y, x);
    case Orientation::turn_right:
      return at(y, bottom - x);
    case Orientation::anti_transposed:
      return at(right - y, bottom - x);
    case Orientation::turn_left:
      return at(right - y, x);
  }
  return at(x, y);
}

}  // namespace

Pixels shrunk(Pixels const& pixels, PixelSize size) {
  PixelSize const old{pixels.width, pixels.height};
  if (pixels.alpha.empty()) return {size.width, size.height, shrunk(pixels.rgb, 3, old, size), {}};
  Pixels out{size.width, size.height, shrunk(weighted(pixels), 3, old, size), shrunk(pixels.alpha, 1, old, size)};
  take_weights_off(out);
  return out;
}

std::vector<std::uint8_t> turned(std::vector<std::uint8_t> const& samples, PixelSize size, Orientation orientation) {
  std::vector<std::uint8_t> out;
  out.reserve(samples.size());
  std::size_t const width = size.width, height = size.height, pixel = samples.size() / (width * height);
  bool const exchanged = exchanges_sides(orientation);
  for (std::size_t y = 0; y < (exchanged ? width : height); ++y) {
    for (std::size_t x = 0; x < (exchanged ? height : width); ++x) {
      auto const* from = samples.data() + pixel * stored_at(orientation, x, y, width, height);
      out.insert(out.end(), from, from + pixel);
    }
  }
  return out;
}

std::optional<ImageInfo> image_header(std::string_view bytes) {
  auto info = looks_like_png(bytes) ? png_header(bytes) : looks_like_jpeg(bytes) ? jpeg_header(bytes) : std::nullopt;
  if (!info) return std::nullopt;
  info->orientation = orientation_of(bytes);
  if (exchanges_sides(info->orientation)) std::swap(info->width, info->height);
  return info;
}

std::optional<ImageInfo> image_info(std::string_view bytes) {
  auto info = image_header(bytes);
  if (!info) return std::nullopt;
  bool sound = info->format == ImageFormat::png ? sound_png(bytes) : sound_jpeg(bytes);
  return sound ? info : std::nullopt;
}

std::optional<Pixels> decode_image(std::string_view bytes, std::optional<PixelSize> enough) {
  if (looks_like_png(bytes)) return decode_png(bytes);
  if (looks_like_jpeg(bytes)) return decode_jpeg(bytes, enough);
  return std::nullopt;
}

}  // namespace tebiki::base
