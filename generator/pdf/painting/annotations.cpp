#include "pdf/painting/annotations.hpp"

#include <fmt/format.h>

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

std::vector<LinkAnnotation> add_links(Frames const& frames, std::vector<ObjectNumber> const& pages,
                                      std::size_t first_key, PdfDocument& document) {
  std::vector<LinkAnnotation> added;
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

}  // namespace tebiki::pdf
