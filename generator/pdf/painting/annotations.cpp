// What one can follow and fill in on a page: links and the fields of forms.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "pdf/file/pdf_document.hpp"
#include "pdf/painting/page_painter.hpp"

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

// The fields of forms.

namespace {

using Kind = Widget::Kind;

/// Field flags (ISO 32000-1, tables 226 to 230).
constexpr unsigned multiline = 1U << 12, radio = 1U << 15, combo = 1U << 17, comb = 1U << 24;

/// PDFium, which Chromium shows PDFs with, asks a form's font for Latin letters alone and looks for Japanese ones among
/// the machine's Chinese fonts: it shows nothing where there are none. Only of a font that is called like one of
/// symbols it takes all letters.
constexpr char const* font_resource = "Wingdings";
/// A size of 0 lets viewers make words as large as the field, and smaller where they are many.
constexpr char const* fitted_type = "(/Wingdings 0 Tf 0 g)";
constexpr char const* running_type = "(/Wingdings 12 Tf 0 g)";

struct PlacedWidget {
  Widget const* widget = nullptr;
  std::size_t page = 0;
  ObjectNumber object = ObjectNumber::none;
  std::size_t key = 0;
};

class FieldWriter {
 public:
  FieldWriter(Frames const& frames, std::vector<ObjectNumber> const& pages, FormFont const& font, PdfDocument& document)
      : frames_(frames), pages_(pages), document_(document), font_(reference(font.add_to(document))) {}

  FormFields write(std::size_t first_key) {
    FormFields made;
    place_widgets(first_key, made);
    std::string fields;
    for (auto const& name : names_) fields += reference(add_field(by_name_[name])) + " ";
    made.catalog =
        fmt::format("/AcroForm<</Fields[{}]/DA{}/DR<</Font<</{} {}>>>>>>", fields, running_type, font_resource, font_);
    return made;
  }

 private:
  void place_widgets(std::size_t first_key, FormFields& made) {
    for (std::size_t page = 0; page < frames_.pages.size(); ++page)
      for (auto const& item : frames_.pages[page].items) {
        auto const* widget = std::get_if<Widget>(&item);
        if (!widget || widget->tag == TagId::artifact) continue;
        auto& same = by_name_[widget->field];
        if (same.empty()) names_.push_back(widget->field);
        same.push_back({widget, page, document_.reserve(), first_key + made.widgets.size()});
        made.widgets.push_back({widget->tag, page, same.back().object});
      }
  }

  /// One widget is its field; several are kids of theirs.
  ObjectNumber add_field(std::vector<PlacedWidget> const& widgets) {
    auto const& first = *widgets.front().widget;
    auto const field = field_entries(widgets);
    if (widgets.size() == 1 && first.kind != Kind::one_of) {
      document_.set(widgets.front().object, field + widget_entries(widgets.front(), 0));
      return widgets.front().object;
    }
    auto const parent = document_.reserve();
    std::string kids;
    for (auto const& placed : widgets) {
      auto const spoken = "/TU" + text_string(placed.widget->label);
      document_.set(placed.object,
                    "/Parent " + reference(parent) + spoken + widget_entries(placed, state_of(placed, widgets)));
      kids += reference(placed.object) + " ";
    }
    document_.set(parent, field + "/Kids[" + kids + "]");
    return parent;
  }

  std::string field_entries(std::vector<PlacedWidget> const& widgets) const {
    auto const& widget = *widgets.front().widget;
    auto name = widget.field;
    std::replace(name.begin(), name.end(), '.', ' ');  // full stops part the names of fields from those above
    auto entries = "/T" + text_string(name) + "/TU" + text_string(widget.label);
    switch (widget.kind) {
      case Kind::text:
        return entries + "/FT/Tx/DA" + fitted_type;
      case Kind::long_text:
        return entries + fmt::format("/FT/Tx/Ff {}/DA{}", multiline, running_type);
      case Kind::digits:
        return entries + fmt::format("/FT/Tx/Ff {}/MaxLen {}/DA{}", comb, widget.digits, fitted_type);
      case Kind::mark:
        return entries + "/FT/Btn/V/Off";
      case Kind::one_of:
        return entries + fmt::format("/FT/Btn/Ff {}/V/Off/Opt{}", radio, texts(choices_of(widgets)));
      case Kind::list:
        return entries + fmt::format("/FT/Ch/Ff {}/Opt{}/DA{}", combo, texts(widget.choices), fitted_type);
    }
    return entries;
  }

  static std::string texts(std::vector<std::string> const& words) {
    std::string array = "[";
    for (auto const& word : words) array += text_string(word);
    return array + "]";
  }

  /// Each once, in their order: the same choice may stand on several cards of a sheet.
  static std::vector<std::string> choices_of(std::vector<PlacedWidget> const& widgets) {
    std::vector<std::string> all;
    for (auto const& placed : widgets)
      for (auto const& choice : placed.widget->choices)
        if (std::find(all.begin(), all.end(), choice) == all.end()) all.push_back(choice);
    return all;
  }
  static std::size_t state_of(PlacedWidget const& placed, std::vector<PlacedWidget> const& widgets) {
    if (placed.widget->kind != Kind::one_of || placed.widget->choices.empty()) return 0;
    auto const all = choices_of(widgets);
    return std::size_t(std::find(all.begin(), all.end(), placed.widget->choices.front()) - all.begin());
  }

  std::string widget_entries(PlacedWidget const& placed, std::size_t state) {
    auto const& area = placed.widget->area;
    double const height = frames_.pages[placed.page].height;
    auto entries = fmt::format("/Type/Annot/Subtype/Widget/Rect[{} {} {} {}]/F 4/P {}/StructParent {}", number(area.x),
                               number(height - area.y - area.height), number(area.x + area.width),
                               number(height - area.y), reference(pages_[placed.page]), placed.key);
    bool const button = placed.widget->kind == Kind::mark || placed.widget->kind == Kind::one_of;
    if (!button) return entries + "/AP<</N " + reference(appearance(area, Look::empty)) + ">>";
    auto const mark = placed.widget->kind == Kind::mark ? Look::tick : Look::disc;
    return entries + fmt::format("/AS/Off/AP<</N<</{} {}/Off {}>>>>", state, reference(appearance(area, mark)),
                                 reference(appearance(area, Look::off)));
  }

  enum class Look { empty, off, tick, disc };

  /// Fields of one size share their appearances until something is typed.
  ObjectNumber appearance(Rectangle const& area, Look look) {
    auto const key = std::pair(look, number(area.width) + " " + number(area.height));
    auto const [known, is_new] = appearances_.try_emplace(key, ObjectNumber::none);
    if (is_new) {
      auto const resources =
          look == Look::empty ? fmt::format("<</Font<</{} {}>>>>", font_resource, font_) : std::string("<<>>");
      known->second = document_.add_stream(
          fmt::format("/Type/XObject/Subtype/Form/BBox[0 0 {}]/Resources{}\n", key.second, resources),
          operators(look, area.width, area.height));
    }
    return known->second;
  }

  static std::string operators(Look look, double width, double height) {
    auto const at = [&](double x, double y) { return number(width * x) + " " + number(height * y) + " "; };
    if (look == Look::empty) return "/Tx BMC\nEMC\n";
    if (look == Look::tick)
      return "1.6 w 1 J 1 j 0 0 0 RG " + at(0.16, 0.52) + "m " + at(0.42, 0.2) + "l " + at(0.9, 0.92) + "l S\n";
    if (look == Look::disc) {  // a stroke of no length with round ends
      return number(width * 0.58) + " w 1 J 0 0 0 RG " + at(0.5, 0.5) + "m " + at(0.5, 0.5) + "l S\n";
    }
    return "\n";
  }

  Frames const& frames_;
  std::vector<ObjectNumber> const& pages_;
  PdfDocument& document_;
  std::string font_;
  std::map<std::string, std::vector<PlacedWidget>> by_name_;
  std::vector<std::string> names_;  ///< in the order of the document
  std::map<std::pair<Look, std::string>, ObjectNumber> appearances_;
};

bool has_fields(Frames const& frames) {
  return std::any_of(frames.pages.begin(), frames.pages.end(), [](PageFrame const& page) {
    return std::any_of(page.items.begin(), page.items.end(), [](Item const& item) {
      auto const* widget = std::get_if<Widget>(&item);
      return widget && widget->tag != TagId::artifact;
    });
  });
}

}  // namespace

FormFields add_fields(Frames const& frames, std::vector<ObjectNumber> const& pages, std::size_t first_key,
                      FormFont const& font, PdfDocument& document) {
  if (!has_fields(frames)) return {};
  return FieldWriter(frames, pages, font, document).write(first_key);
}

}  // namespace tebiki::pdf
