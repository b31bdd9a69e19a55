#include "model/flyer.hpp"

#include <algorithm>
#include <array>

namespace tebiki::model {

bool FlyerDesign::holds_form() const {
  return std::any_of(boxes.begin(), boxes.end(), [](auto& box) { return box.kind == DesignBox::Kind::form; });
}

std::span<std::string_view const> flyer_values() {
  static constexpr std::array<std::string_view, 33> names{
      "name",      "subtitle", "series",  "summary", "scene", "audience",  "audience-kind",  "year",
      "month",     "day",      "weekday", "days",    "time",  "reception", "place",          "speaker",
      "topic",     "host",     "cohost",  "fee",     "quota", "deadline",  "apply",          "contact",
      "telephone", "fax",      "email",   "address", "qr",    "qr-label",  "telephone-note", "further-days",
      "publisher"};
  return names;
}

std::span<std::string_view const> flyer_colours() {
  static constexpr std::array<std::string_view, 10> names{"brand",    "deep", "pale",        "scene", "ink",
                                                          "pale_ink", "line", "strong_line", "tint",  "on_dark"};
  return names;
}

}  // namespace tebiki::model
