#pragma once

namespace tebiki::model {

/// Whether a place lies in the rectangle from 沖ノ鳥島 to 択捉島; degrees north and east.
constexpr bool in_japan(double latitude, double longitude) {
  return latitude >= 20 && latitude <= 46 && longitude >= 122 && longitude <= 154;
}

}  // namespace tebiki::model
