#include "pdf/tagging/tag_attributes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pdf/file/pdf_syntax.hpp"

namespace tebiki::pdf {
namespace {

struct Bounds {
  std::size_t page;
  double left, top, right, bottom;
};

class AttributeReader {
 public:
  explicit AttributeReader(Frames const& frames) : frames_(frames) {}

  std::map<TagId, std::string> read() {
    for (page_ = 0; page_ < frames_.pages.size(); ++page_)
      for (auto const& item : frames_.pages[page_].items) std::visit(*this, item);
    std::map<TagId, std::string> attributes;
    for (auto const& [tag, b] : figures_) {
      double height = frames_.pages[b.page].height;
      attributes[tag] = fmt::format("<</O/Layout/BBox[{} {} {} {}]>>", number(b.left), number(height - b.bottom),
                                    number(b.right), number(height - b.top));
    }
    for (auto const& [tag, numbering] : lists_)
      attributes[tag] = fmt::format("<</O/List/ListNumbering/{}>>", numbering);
    return attributes;
  }

  void operator()(TextRun const& run) {
    if (run.tag == TagId::artifact || frames_.tags.role(run.tag) != Role::lbl || run.text.empty()) return;
    TagId item = frames_.tags.parent(run.tag);
    if (item == TagId::artifact || frames_.tags.role(item) != Role::li) return;
    bool counted = run.text.find_first_of("0123456789") != std::string::npos;
    lists_.try_emplace(frames_.tags.parent(item), counted ? "Decimal" : "Disc");
  }
  void operator()(Picture const& picture) { extend(picture.tag, picture.area); }
  void operator()(PlacedDrawing const& placed) { extend(placed.tag, placed.area); }
  void operator()(Box const&) {}

 private:
  void extend(TagId tag, Rectangle const& area) {
    if (tag == TagId::artifact || frames_.tags.role(tag) != Role::figure) return;
    Bounds here{page_, area.x, area.y, area.x + area.width, area.y + area.height};
    auto [found, added] = figures_.try_emplace(tag, here);
    auto& bounds = found->second;
    if (added || bounds.page != page_) return;
    bounds = {page_, std::min(bounds.left, here.left), std::min(bounds.top, here.top),
              std::max(bounds.right, here.right), std::max(bounds.bottom, here.bottom)};
  }

  Frames const& frames_;
  std::size_t page_ = 0;
  std::map<TagId, Bounds> figures_;
  std::map<TagId, char const*> lists_;
};

}  // namespace

std::map<TagId, std::string> attributes_from(Frames const& frames) { return AttributeReader(frames).read(); }

std::string table_attributes(TagDetail const& detail) {
  std::string entries;
  if (detail.scope != Scope::none) entries += detail.scope == Scope::row ? "/Scope/Row" : "/Scope/Column";
  if (detail.row_span > 1) entries += fmt::format("/RowSpan {}", detail.row_span);
  if (detail.column_span > 1) entries += fmt::format("/ColSpan {}", detail.column_span);
  return entries.empty() ? "" : "<</O/Table" + entries + ">>";
}

}  // namespace tebiki::pdf
