#include "pdf/print.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>

#include "base/parallel.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/fonts/font_embedding.hpp"
#include "pdf/layout/frames.hpp"
#include "pdf/painting/page_painter.hpp"
#include "pdf/tagging/structure_tree.hpp"

namespace tebiki::pdf {

namespace {

struct Bounds {
  std::size_t page;
  double left, top, right, bottom;
};

class FigureBounds {
 public:
  explicit FigureBounds(Frames const& frames) : frames_(frames) {}

  std::map<TagId, std::string> read() {
    for (page_ = 0; page_ < frames_.pages.size(); ++page_)
      for (auto const& item : frames_.pages[page_].items) std::visit(*this, item);
    std::map<TagId, std::string> attributes;
    for (auto const& [tag, b] : figures_) {
      double height = frames_.pages[b.page].height;
      attributes[tag] = fmt::format("<</O/Layout/BBox[{} {} {} {}]>>", number(b.left), number(height - b.bottom),
                                    number(b.right), number(height - b.top));
    }
    return attributes;
  }

  void operator()(TextRun const&) {}
  void operator()(Picture const& picture) { extend(picture.tag, picture.area); }
  void operator()(PlacedDrawing const& placed) { extend(placed.tag, placed.area); }
  void operator()(Box const&) {}
  void operator()(Leader const&) {}
  void operator()(Widget const&) {}

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
};

}  // namespace

std::map<TagId, std::string> attributes_from(Frames const& frames) { return FigureBounds(frames).read(); }

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

namespace {

constexpr std::size_t pages_of_a_booklet = 100;

std::vector<PaintedPage> paint_pages(Frames const& frames, PageResources const& resources, unsigned jobs) {
  std::vector<PaintedPage> painted(frames.pages.size());
  base::parallel_for(painted.size(), jobs, [&](std::size_t i) { painted[i] = paint_page(frames.pages[i], resources); });
  return painted;
}

std::vector<ObjectNumber> add_pages(Frames const& frames, std::vector<PaintedPage>& painted, PdfDocument& document) {
  std::vector<ObjectNumber> pages;
  for (std::size_t i = 0; i < painted.size(); ++i) {
    pages.push_back(document.add_page(frames.pages[i].width, frames.pages[i].height, painted[i].content));
    painted[i].content = {};
  }
  return pages;
}

/// Resources, structure key and annotations; /Tabs makes the keyboard follow the tags (PDF/UA-1 §7.18.3).
void finish_pages(std::vector<ObjectNumber> const& pages, ObjectNumber resources,
                  std::vector<TaggedAnnotation> const& annotations, PdfDocument& document) {
  std::vector<std::string> of_page(pages.size());
  for (auto const& annotation : annotations) of_page[annotation.page] += reference(annotation.object) + " ";
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::string entries = fmt::format("/Resources {}/StructParents {}/Tabs/S", reference(resources), page);
    if (!of_page[page].empty()) entries += "/Annots[" + of_page[page] + "]";
    document.set(pages[page], entries + "\n");
  }
}

std::vector<std::vector<TagId>> take_marks(std::vector<PaintedPage>& painted) {
  std::vector<std::vector<TagId>> marks;
  marks.reserve(painted.size());
  for (auto& page : painted) marks.push_back(std::move(page.marks));
  return marks;
}

std::string viewing(Metadata const& metadata, model::Binding binding) {
  return "/MarkInfo<</Marked true>>/Lang" + literal_string(metadata.language) +
         fmt::format("/ViewerPreferences<</DisplayDocTitle true/Direction/{}>>",
                     binding == model::Binding::right ? "R2L" : "L2R");
}

}  // namespace

std::string paint(Frames const& frames, model::Booklet const& booklet, model::Site const& site, Fonts const& fonts,
                  PrintJob const& job) {
  Effort effort = frames.pages.size() <= pages_of_a_booklet ? Effort::thorough : Effort::quick;
  PdfDocument document;
  auto metadata = metadata_of(booklet, site, job.today);
  auto usage = glyphs_of(frames, fonts);
  auto images = add_images(frames, site, document, job.jobs);
  BoxForms boxes(frames, document);
  auto painted = paint_pages(frames, {frames.tags, usage, images, boxes, effort}, job.jobs);

  auto pages = add_pages(frames, painted, document);
  auto annotations = add_links(frames, pages, pages.size(), document);
  FormFont const own_form_font(fonts);
  auto const fields = add_fields(frames, pages, pages.size() + annotations.size(),
                                 job.form_font ? *job.form_font : own_form_font, document);
  annotations.insert(annotations.end(), fields.widgets.begin(), fields.widgets.end());
  auto font_resources = add_fonts(fonts, usage, document, job.jobs, effort);
  auto resources =
      document.add("/Font<<" + font_resources + ">>/XObject<<" + images.resources + boxes.resources() + ">>");
  finish_pages(pages, resources, annotations, document);

  auto catalog = viewing(metadata, booklet.publication.binding) + add_output_intent(document) +
                 add_bookmarks(frames, pages, document) + page_labels(frames) + fields.catalog + "/Metadata " +
                 reference(document.add_stream("/Type/Metadata/Subtype/XML\n", xmp(metadata)));
  document.set(document.information(), information_entries(metadata));
  auto marks = take_marks(painted);
  StructureWriter tree(frames.tags, attributes_from(frames), marks, annotations, pages, document.next_number());
  document.set(document.catalog(), catalog + "/StructTreeRoot " + reference(tree.root()));
  FurtherObjects tags{tree.count(), [&](std::size_t i, std::string& to) { tree.write(i, to); }};
  return compact_save(document, tags, job.jobs, effort);
}

}  // namespace tebiki::pdf
