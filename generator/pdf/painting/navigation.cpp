#include "pdf/painting/navigation.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "pdf/painting/annotations.hpp"

namespace tebiki::pdf {
namespace {

class BookmarkWriter {
 public:
  BookmarkWriter(Frames const& frames, std::vector<ObjectNumber> const& pages, PdfDocument& document)
      : frames_(frames), pages_(pages), document_(document) {}

  /// `/First … /Last …` of these siblings.
  std::string add(std::vector<Bookmark> const& siblings, ObjectNumber parent) {
    std::vector<ObjectNumber> objects;
    for (std::size_t i = 0; i < siblings.size(); ++i) objects.push_back(document_.reserve());
    for (std::size_t i = 0; i < siblings.size(); ++i) {
      auto const& bookmark = siblings[i];
      std::string entries = "/Title" + text_string(bookmark.title) + "/Parent " + reference(parent) + "/Dest" +
                            destination(frames_, pages_, bookmark.target);
      if (i > 0) entries += "/Prev " + reference(objects[i - 1]);
      if (i + 1 < siblings.size()) entries += "/Next " + reference(objects[i + 1]);
      if (!bookmark.children.empty())  // a negative count: shown closed
        entries += add(bookmark.children, objects[i]) + fmt::format("/Count -{}", bookmark.children.size());
      document_.set(objects[i], std::move(entries));
    }
    return "/First " + reference(objects.front()) + "/Last " + reference(objects.back());
  }

 private:
  Frames const& frames_;
  std::vector<ObjectNumber> const& pages_;
  PdfDocument& document_;
};

std::optional<unsigned> page_number(std::string const& label) {
  unsigned value = 0;
  auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), value);
  bool plain = error == std::errc{} && end == label.data() + label.size() && value > 0 && label[0] != '0';
  return plain ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string add_bookmarks(Frames const& frames, std::vector<ObjectNumber> const& pages, PdfDocument& document) {
  if (frames.bookmarks.empty() || pages.empty()) return "";
  auto root = document.reserve();
  auto ends = BookmarkWriter(frames, pages, document).add(frames.bookmarks, root);
  document.set(root, fmt::format("/Type/Outlines{}/Count {}", ends, frames.bookmarks.size()));
  return "/PageMode/UseOutlines/Outlines " + reference(root);
}

std::string page_labels(Frames const& frames) {
  std::string ranges;
  std::optional<unsigned> expected;
  for (std::size_t page = 0; page < frames.pages.size(); ++page) {
    auto const& label = frames.pages[page].label;
    auto value = page_number(label);
    if (!value || value != expected)
      ranges += value           ? fmt::format("{}<</S/D/St {}>>", page, *value)
                : label.empty() ? fmt::format("{}<<>>", page)
                                : fmt::format("{}<</P{}>>", page, text_string(label));
    expected = value ? std::optional(*value + 1) : std::nullopt;
  }
  return ranges.empty() ? "" : "/PageLabels<</Nums[" + ranges + "]>>";
}

}  // namespace tebiki::pdf
