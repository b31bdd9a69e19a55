#pragma once
#include <span>
#include <string>
#include <vector>

#include "pdf/layout/blocks.hpp"

/// What cards and folded sheets are made of.
namespace tebiki::pdf {

/// What stands on a face of a card, or a panel of a folded sheet, from its top left.
struct Face {
  std::vector<Item> items;
  std::vector<LinkArea> links;
  std::vector<std::string> anchors;
};

/// How blocks fill a face: rows share the room that is left, or they stand from the top, a little closer where there
/// would be no room.
enum class Filling { spread, from_top };

/// Where they go, and of which face is told when that is too small for them.
struct FaceArea {
  Rectangle area;
  Filling filling = Filling::spread;
  std::string title;
};

/// Lays out blocks one below the other. What does not fit is an error at the target's place. The target's sink and
/// column are not used.
void add_to_face(Face& face, BlockTarget const& target, std::span<model::Block const> blocks, FaceArea const& place);

/// Moves all of a face to its place, in points.
void shift(Face& face, double x, double y);

}  // namespace tebiki::pdf
