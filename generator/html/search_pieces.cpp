// The entries of a large site in pieces: a question loads only those that may answer it.
#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "html/page_data.hpp"
#include "html/render.hpp"

namespace tebiki::html {
namespace {

constexpr std::size_t rows_in_piece = 200;
constexpr std::size_t key_files = 256;

/// The numbers of pieces in their order, each once.
class PieceNumbers {
 public:
  /// Pieces are gone through in their order.
  void add(std::size_t piece) {
    if (last_ == piece) return;
    joined_ += (joined_.empty() ? "" : " ") + std::to_string(piece);
    last_ = piece;
  }
  std::string const& joined() const { return joined_; }

 private:
  std::string joined_;
  std::optional<std::size_t> last_;
};

/// The keys that occur in a piece, by the file in which they stand.
class PieceKeys {
 public:
  void add(SearchRow const& row) {
    add_pairs(row.searched);
    add_path(row.path);
    for (std::size_t at = 0; at < row.numbers.size();) {
      auto const end = std::min(row.numbers.find('|', at), row.numbers.size());
      constexpr std::size_t last = 4;
      if (end - at >= last) add_number(row.numbers.substr(end - last, last));
      at = end + 1;
    }
  }
  std::vector<std::string> const& of_file(std::size_t file) const { return keys_[file]; }

 private:
  void add_number(std::string const& digits) {
    keys_[std::size_t(std::stoi(digits)) % key_files].push_back("#" + digits);
  }
  void add_path(std::string const& path) {
    std::size_t sum = 0;
    for (std::size_t at = 0; at < path.size();) sum += base::next_character(path, at);
    keys_[sum % key_files].push_back("/" + path);
  }
  /// Most pairs are met often: they are told apart by their numbers, and written once. A Chinese character is a key of
  /// its own, too: 鍼 is a whole question.
  void add_pairs(std::string_view text) {
    char32_t before = U'|';
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
      auto const here = at;
      auto const c = base::next_character(text, at);
      if (before != U'|' && c != U'|' && pairs_.insert(std::uint64_t(before) << 32 | c).second)
        keys_[(before * 31 + c) % key_files].emplace_back(text.substr(start, at - start));
      if (base::is_han(c) && pairs_.insert(c).second) keys_[c % key_files].emplace_back(text.substr(here, at - here));
      before = c;
      start = here;
    }
  }
  std::unordered_set<std::uint64_t> pairs_;
  std::array<std::vector<std::string>, key_files> keys_;
};

/// Of a file the keys in their order, each with the pieces in which it occurs.
std::string keys_script(std::vector<PieceKeys> const& pieces, std::size_t file) {
  std::vector<std::pair<std::string_view, std::size_t>> places;
  for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
    for (auto const& key : pieces[piece].of_file(file)) places.emplace_back(key, piece);
  }
  std::sort(places.begin(), places.end());
  std::string text = "tebikiKeys(" + std::to_string(file) + ",{\n";
  for (std::size_t from = 0, to = 0; from < places.size(); from = to) {
    PieceNumbers where;
    for (; to < places.size() && places[to].first == places[from].first; ++to) where.add(places[to].second);
    text += (from == 0 ? "" : ",\n") + base::json_string(places[from].first) + ":" + base::json_string(where.joined());
  }
  return text + "\n});\n";
}

model::OutputFile fingerprinted_file(std::string_view path, std::string bytes) {
  auto name = fingerprinted(path, bytes);
  return {std::move(name), std::move(bytes)};
}

void add_text(std::string& array, std::string_view text) {
  array += (array.empty() ? "" : ",") + base::json_string(text);
}

}  // namespace

SearchPieces search_pieces(std::vector<SearchRow> const& rows, std::size_t term_count, unsigned jobs) {
  std::vector<SearchRow const*> sorted;
  for (auto const& row : rows) sorted.push_back(&row);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](auto const* one, auto const* other) { return one->order < other->order; });
  std::vector<PieceKeys> keys((rows.size() + rows_in_piece - 1) / rows_in_piece);
  std::vector<model::OutputFile> files(keys.size() + key_files);
  base::parallel_for(keys.size(), jobs, [&](std::size_t piece) {
    auto const first = piece * rows_in_piece;
    std::string text = "tebikiRows(" + std::to_string(piece) + ",[\n";
    for (auto i = first; i < std::min(sorted.size(), first + rows_in_piece); ++i) {
      text.append(i == first ? "" : ",\n").append(sorted[i]->json);
      keys[piece].add(*sorted[i]);
    }
    files[piece] = fingerprinted_file("search.rows.js", text + "\n]);\n");
  });
  base::parallel_for(key_files, jobs, [&](std::size_t i) {
    files[keys.size() + i] = fingerprinted_file("search.keys.js", keys_script(keys, i));
  });
  std::vector<PieceNumbers> terms(term_count);
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    for (auto term : sorted[i]->said) terms[term].add(i / rows_in_piece);
  }
  std::string row_files, key_names, term_pieces;
  for (std::size_t i = 0; i < files.size(); ++i) {
    // Without its folder: the script looks for it where it stands itself.
    std::string_view const path = files[i].path;
    add_text(i < keys.size() ? row_files : key_names, path.substr(path.rfind('/') + 1));
  }
  for (auto const& where : terms) add_text(term_pieces, where.joined());
  return {"rowFiles:[" + row_files + "],\nkeyFiles:[" + key_names + "],\ntermPieces:[" + term_pieces +
              "],\ncount:" + std::to_string(rows.size()),
          std::move(files)};
}

}  // namespace tebiki::html
