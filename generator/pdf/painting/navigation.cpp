#include "pdf/painting/page_painter.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace tebiki::pdf {

namespace {

/// URIs are seven-bit (ISO 32000-1 §12.6.4.7): other bytes and blanks are percent-encoded.
std::string ascii_uri(std::string_view url) {
  std::string out;
  for (char c : url) {
    if (c > 0x20 && c < 0x7F)
      out += c;
    else
      out += fmt::format("%{:02X}", unsigned(std::uint8_t(c)));
  }
  return out;
}

std::string rectangle(Rectangle const& area, double page_height) {
  return fmt::format("[{} {} {} {}]", number(area.x), number(page_height - area.y - area.height),
                     number(area.x + area.width), number(page_height - area.y));
}

/// What following the link does; empty when its anchor does not exist.
std::string action(LinkArea const& link, Frames const& frames, std::vector<ObjectNumber> const& pages) {
  if (!link.url.empty()) return "/A<</S/URI/URI" + literal_string(ascii_uri(link.url)) + ">>";
  auto found = frames.destinations.find(link.destination);
  return found == frames.destinations.end() ? "" : "/Dest" + destination(frames, pages, found->second);
}

std::string const& spoken(LinkArea const& link) {
  if (!link.description.empty()) return link.description;
  return link.url.empty() ? link.destination : link.url;
}

}  // namespace

std::string destination(Frames const& frames, std::vector<ObjectNumber> const& pages, Destination const& target) {
  std::size_t page = std::min(target.page, pages.size() - 1);
  return fmt::format("[{}/XYZ null {} null]", reference(pages[page]), number(frames.pages[page].height - target.y));
}

std::vector<TaggedAnnotation> add_links(Frames const& frames, std::vector<ObjectNumber> const& pages,
                                        std::size_t first_key, PdfDocument& document) {
  std::vector<TaggedAnnotation> added;
  for (std::size_t page = 0; page < frames.pages.size(); ++page)
    for (auto const& link : frames.pages[page].links) {
      std::string follow = action(link, frames, pages);
      if (follow.empty() || link.tag == TagId::artifact) continue;
      auto object =
          document.add(fmt::format("/Type/Annot/Subtype/Link/Rect{}/F 4/Border[0 0 0]/StructParent {}/Contents{}{}",
                                   rectangle(link.area, frames.pages[page].height), first_key + added.size(),
                                   text_string(spoken(link)), follow));
      added.push_back({link.tag, page, object});
    }
  return added;
}

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
