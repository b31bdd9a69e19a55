#pragma once
#include <string>
#include <string_view>

#include "base/images.hpp"

namespace tebiki::base {

/// What the camera noted of its position (Exif in a JPEG's APP1 or a PNG's eXIf chunk); upright where nothing, or
/// nonsense, is noted.
Orientation orientation_of(std::string_view picture);

/// The picture with its pixels as they are stored, byte by byte, and nothing that only tells of it: no Exif (place,
/// camera, time, small copy), XMP, IPTC, comments, further pictures, or bytes behind its end. What decides how the
/// pixels look stays: colour profile, transparency, Adobe's mark. For pictures that image_info found sound.
std::string without_metadata(std::string_view picture);

/// A JPEG without metadata, with an Exif segment that says its orientation and nothing else; as it is when upright.
std::string with_orientation(std::string_view jpeg, Orientation orientation);

}  // namespace tebiki::base
