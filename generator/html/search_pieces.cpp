// The entries of a large site in pieces: a question loads only those that may answer it.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/unicode.hpp"
#include "html/page_data.hpp"
#include "html/render.hpp"

namespace tebiki::html {
namespace {

constexpr std::size_t rows_in_piece = 200;
constexpr std::size_t key_files = 256;

/// The numbers of pieces, each once, as they came.
class PieceNumbers {
 public:
  /// Pieces are gone through in their order.
  void add(std::size_t piece) {
    if (numbers_.empty() || numbers_.back() != piece) numbers_.push_back(piece);
  }
  std::string joined() const;

 private:
  std::vector<std::size_t> numbers_;
};

std::string PieceNumbers::joined() const {
  std::string out;
  for (auto number : numbers_) out += (out.empty() ? "" : " ") + std::to_string(number);
  return out;
}

/// In which pieces keys and terms occur.
class Places {
 public:
  explicit Places(std::size_t terms) : terms_(terms) {}
  void add(SearchRow const& row, std::size_t piece) {
    for (auto term : row.said) terms_[term].add(piece);
    add_pairs(row.searched, piece);
    add_path(row.path, piece);
    for (std::size_t at = 0; at < row.numbers.size();) {
      auto const end = std::min(row.numbers.find('|', at), row.numbers.size());
      constexpr std::size_t last = 4;
      if (end - at >= last) add_number(row.numbers.substr(end - last, last), piece);
      at = end + 1;
    }
  }
  std::vector<PieceNumbers> const& terms() const { return terms_; }
  /// Of each file the keys in their order.
  std::vector<std::pair<std::string_view, PieceNumbers const*>> keys(std::size_t file) const {
    std::vector<std::pair<std::string_view, PieceNumbers const*>> keys;
    for (auto const& [key, where] : keys_[file]) keys.emplace_back(key, &where);
    std::sort(keys.begin(), keys.end());
    return keys;
  }

 private:
  using Keys = model::ByName<PieceNumbers>;

  /// Most keys are met often: one that is known is not copied.
  static PieceNumbers& place_of(Keys& keys, std::string_view key) {
    auto const known = keys.find(key);
    return known != keys.end() ? known->second : keys.emplace(key, PieceNumbers()).first->second;
  }
  void add_number(std::string const& digits, std::size_t piece) {
    keys_[std::size_t(std::stoi(digits)) % key_files]["#" + digits].add(piece);
  }
  void add_path(std::string const& path, std::size_t piece) {
    std::size_t sum = 0;
    for (std::size_t at = 0; at < path.size();) sum += base::next_character(path, at);
    keys_[sum % key_files]["/" + path].add(piece);
  }
  void add_pairs(std::string_view text, std::size_t piece) {
    char32_t before = U'|';
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
      auto const here = at;
      auto const c = base::next_character(text, at);
      if (before != U'|' && c != U'|') {
        place_of(keys_[(before * 31 + c) % key_files], text.substr(start, at - start)).add(piece);
      }
      before = c;
      start = here;
    }
  }
  std::vector<PieceNumbers> terms_;
  std::array<Keys, key_files> keys_;
};

/// The name of the file without its folder: the script looks for it where it stands itself.
std::string add_file(std::vector<model::OutputFile>& files, std::string_view path, std::string bytes) {
  auto name = fingerprinted(path, bytes);
  files.push_back({name, std::move(bytes)});
  return name.substr(name.rfind('/') + 1);
}

void add_text(std::string& array, std::string_view text) {
  array += (array.empty() ? "" : ",") + base::json_string(text);
}

}  // namespace

SearchPieces search_pieces(std::vector<SearchRow> rows, std::size_t term_count) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](auto const& one, auto const& other) { return one.order < other.order; });
  SearchPieces pieces;
  Places places(term_count);
  std::string row_files, key_names, terms;
  for (std::size_t first = 0; first < rows.size(); first += rows_in_piece) {
    auto const piece = first / rows_in_piece;
    std::string text = "tebikiRows(" + std::to_string(piece) + ",[\n";
    for (auto i = first; i < std::min(rows.size(), first + rows_in_piece); ++i) {
      text += (i == first ? "" : ",\n") + rows[i].json;
      places.add(rows[i], piece);
    }
    add_text(row_files, add_file(pieces.files, "search.rows.js", text + "\n]);\n"));
  }
  for (std::size_t i = 0; i < key_files; ++i) {
    std::string text;
    for (auto const& [key, where] : places.keys(i)) {
      text += (text.empty() ? "" : ",\n") + base::json_string(key) + ":" + base::json_string(where->joined());
    }
    add_text(key_names,
             add_file(pieces.files, "search.keys.js", "tebikiKeys(" + std::to_string(i) + ",{\n" + text + "\n});\n"));
  }
  for (auto const& where : places.terms()) add_text(terms, where.joined());
  pieces.json = "rowFiles:[" + row_files + "],\nkeyFiles:[" + key_names + "],\ntermPieces:[" + terms +
                "],\ncount:" + std::to_string(rows.size());
  return pieces;
}

}  // namespace tebiki::html
