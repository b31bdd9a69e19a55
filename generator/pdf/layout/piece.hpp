#pragma once
#include <functional>
#include <string>
#include <vector>

#include "pdf/frames.hpp"

namespace tebiki::pdf {

/// Something that takes its place on a page whole: a line, a row, an entry. Lengths are points, positions are
/// relative to its top and the left of the text area; tags are final.
struct Piece {
  double before = 0;  ///< least space above, not at the top of a page
  double height = 0;
  double after = 0;  ///< least space below; the larger of two neighbours' counts
  bool keep_with_next = false;
  std::vector<Item> items;
  std::vector<LinkArea> links;
  std::vector<std::string> anchors;  ///< destinations at its top
  std::string mark;                  ///< what the running head says of it: a town, a name
  std::size_t series = 0;            ///< marks of different series do not make one range
  std::string outline;               ///< entry in the bookmarks, or empty
  int outline_level = 2;             ///< 1 for a part
  std::vector<double> cuts;          ///< where it may be parted when it is higher than a page, ascending
};

/// Takes pieces in reading order.
class PieceSink {
 public:
  virtual ~PieceSink() = default;
  virtual void add(Piece piece) = 0;
  virtual void break_page() = 0;
  /// What stands again at the top of every further page until the function is taken away: all decoration.
  using Repeated = std::function<std::vector<Piece>()>;
  virtual void repeat(Repeated repeated) = 0;
  /// Height that is left on the page below all that was added.
  virtual double room() const = 0;
  /// Height of a page that holds nothing yet.
  virtual double page_room() const = 0;
};

/// Keeps pieces for a block that frames them.
class PieceList : public PieceSink {
 public:
  void add(Piece piece) override { pieces.push_back(std::move(piece)); }
  void break_page() override {}
  void repeat(Repeated) override {}
  double room() const override { return 1e6; }
  double page_room() const override { return 1e6; }

  std::vector<Piece> pieces;
};

/// The slice of a piece between two heights, as a piece of its own.
Piece slice(Piece const& piece, double from, double to);

}  // namespace tebiki::pdf
