#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loading/syntax/source_map.hpp"

namespace tebiki::loading {

/// Text with the place of each of its bytes.
struct PlacedText {
  std::string_view text;
  std::vector<std::size_t> at;
};

/// Follows cmark's inlines through the content that they were made from, to say where each of them stands:
/// cmark's own columns are wrong behind line breaks, escapes and entities. Nodes must be visited in order.
/// Should it lose its way, it searches forward for the next text, and never fails.
class InlineCursor {
 public:
  /// `content` as cmark took it from the lines of a block; `map` leads from it to the marked text.
  InlineCursor(std::string content, SourceMap map) : content_(std::move(content)), map_(std::move(map)) {}

  /// Where the next inline begins.
  std::size_t at() const { return map_(at_); }
  /// Passes the text, with its escapes and entities.
  PlacedText follow_text(std::string_view literal);
  void follow_code();
  void follow_line_end();
  void follow_footnote_mark();
  /// Passes markup of that many bytes.
  void skip(std::size_t bytes) { at_ = std::min(at_ + bytes, content_.size()); }

  enum class LinkForm { bracketed, angled, bare };
  LinkForm begin_link();
  /// Where the address of a link begins and ends.
  struct Address {
    std::size_t begin = 0, end = 0;
  };
  /// Passes what follows the words of the link; gives where the address stands, when it stands here.
  std::optional<Address> end_link(LinkForm form);

 private:
  char here(std::size_t ahead = 0) const { return at_ + ahead < content_.size() ? content_[at_ + ahead] : '\0'; }
  std::string_view rest() const { return std::string_view(content_).substr(at_); }
  /// What the entity at the cursor stands for, and its length; nothing when there is none.
  struct Entity {
    std::string characters;
    std::size_t length = 0;
  };
  std::optional<Entity> entity_here();
  void search(std::string_view text);

  std::string content_;
  SourceMap map_;
  std::size_t at_ = 0;
  bool verbatim_ = false;  ///< inside a bare URL, where nothing is escaped
  std::map<std::string, std::string> entities_;
};

}  // namespace tebiki::loading
