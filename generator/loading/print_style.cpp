#include "loading/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "loading/files/content_folder.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::PrintStyle;
using model::TextStyle;
using model::Value;

/// A length by its key, in points.
template <class Style>
struct Length {
  char const* key;
  double Style::*member;
  double unit = 1;
};

constexpr Length<PrintStyle> print_lengths[] = {
#define LENGTH(name) {#name, &PrintStyle::name},
#define MILLIMETRES(name) {#name "_mm", &PrintStyle::name, model::millimetre},
#include "model/print_style.def"
};

constexpr Length<model::DrawingStyle> drawing_lengths[] = {
#define LENGTH(name) {#name, &model::DrawingStyle::name},
#define MILLIMETRES(name) {#name "_mm", &model::DrawingStyle::name, model::millimetre},
#include "model/drawing_style.def"
};

constexpr std::pair<char const*, TextStyle PrintStyle::*> styles[] = {
#define TEXT_STYLE(name) {#name, &PrintStyle::name},
#include "model/print_style.def"
};

constexpr std::pair<char const*, model::Colour PrintStyle::*> colours[] = {
#define COLOUR(name) {#name, &PrintStyle::name},
#include "model/print_style.def"
};

constexpr std::array text_style_keys = {Key{"size", Shape::number},   Key{"leading", Shape::number},
                                        Key{"bold", Shape::boolean},  Key{"colour", Shape::text},
                                        Key{"before", Shape::number}, Key{"after", Shape::number}};
constexpr std::array paper_keys = {Key{"width", Shape::number, Need::required},
                                   Key{"height", Shape::number, Need::required}, Key{"margin", Shape::number}};
constexpr std::array font_keys = {Key{"name", Shape::text, Need::required},
                                  Key{"package", Shape::text, Need::required}};

std::vector<Key> style_keys() {
  std::vector<Key> keys = {{"$schema", Shape::text},    {"$comment"},
                           {"body_fonts", Shape::list}, {"code_fonts", Shape::list},
                           {"papers", Shape::object},   {"drawings", Shape::object}};
  for (auto const& length : print_lengths) keys.push_back({length.key, Shape::number});
  for (auto [name, member] : styles) keys.push_back({name, Shape::object});
  for (auto [name, member] : colours) keys.push_back({name, Shape::text});
  return keys;
}

/// Lengths beyond `least`…14,400 points (the largest page of PDF) would only break the layout.
constexpr double longest = 14400;

class StyleReader {
 public:
  StyleReader(Value const& file, base::Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  PrintStyle read() {
    PrintStyle style;
    style.at = file_.at;
    for (auto [name, member] : colours) {
      if (!file_.find(name)) missing_.push_back(name);
      read_colour(file_, name, style.*member, diagnostics_);
    }
    read_lengths(file_, print_lengths, "", style);
    read_drawings(style.drawings);
    for (auto [name, member] : styles) style.*member = text_style(name, style.ink);
    style.body_fonts = fonts("body_fonts");
    style.code_fonts = fonts("code_fonts");
    style.papers = papers();
    if (style.code_fonts.empty()) style.code_fonts = style.body_fonts;
    report_missing();
    if (style.body_fonts.empty()) report_no_font();
    return style;
  }

 private:
  double length(Value const& object, std::string_view key, double least) {
    auto* value = object.find(key);
    if (!value || !value->number()) return least;
    if (*value->number() >= least && *value->number() <= longest) return *value->number();
    diagnostics_.error(value->at, "malformed-value",
                       {fmt::format("「{}」の長さ {} は使えません。", key, model::plain_number(*value->number())),
                        fmt::format("“{}” cannot be {}.", key, model::plain_number(*value->number()))},
                       {fmt::format("{} から {} までのポイント数にしてください。", least, longest),
                        fmt::format("Use a number of points from {} to {}.", least, longest)});
    return least;
  }

  double needed_length(Value const& object, std::string_view key, double least, std::string_view where) {
    if (!object.find(key)) missing_.push_back(fmt::format("{}{}", where, key));
    return length(object, key, least);
  }

  template <class Lengths, class Style>
  void read_lengths(Value const& object, Lengths const& lengths, std::string_view where, Style& style) {
    for (auto const& one : lengths) style.*one.member = needed_length(object, one.key, 0, where) * one.unit;
  }

  void read_drawings(model::DrawingStyle& style) {
    auto const* value = file_.find("drawings");
    if (!value) missing_.push_back("drawings");
    if (!value || !value->object()) return;
    std::vector<Key> keys;
    for (auto const& length : drawing_lengths) keys.push_back({length.key, Shape::number});
    Value drawings = *value;
    check_object(drawings, keys, "drawings", diagnostics_);
    correct_keys(drawings, keys);
    read_lengths(drawings, drawing_lengths, "drawings: ", style);
  }

  TextStyle text_style(std::string_view name, model::Colour ink) {
    TextStyle style;
    style.colour = ink;
    auto const* value = file_.find(name);
    if (!value) missing_.emplace_back(name);
    if (!value || !value->object()) return style;
    Value written = *value;
    check_object(written, text_style_keys, name, diagnostics_);
    correct_keys(written, text_style_keys);
    auto const where = fmt::format("{}: ", name);
    style.size = needed_length(written, "size", 1, where);
    style.leading = needed_length(written, "leading", 1, where);
    style.before = length(written, "before", 0);
    style.after = length(written, "after", 0);
    style.bold = flag_of(written, "bold");
    read_colour(written, "colour", style.colour, diagnostics_);
    return style;
  }

  std::vector<model::FontFamily> fonts(std::string_view key) {
    std::vector<model::FontFamily> fonts;
    auto* value = file_.find(key);
    if (!value || !value->list()) return fonts;
    for (auto const& font : *value->list()) {
      if (check_object(font, font_keys, key, diagnostics_))
        fonts.push_back({text_of(font, "name"), text_of(font, "package")});
    }
    return fonts;
  }

  /// Paper is measured in millimetres, as it is sold.
  std::vector<model::Paper> papers() {
    std::vector<model::Paper> papers;
    auto* value = file_.find("papers");
    if (!value || !value->object()) return papers;
    for (auto const& [name, key_at, size] : *value->object()) {
      if (!check_object(size, paper_keys, name, diagnostics_)) continue;
      papers.push_back({name, length(size, "width", 50) * model::millimetre,
                        length(size, "height", 50) * model::millimetre, length(size, "margin", 0) * model::millimetre});
    }
    return papers;
  }

  void report_missing() {
    if (missing_.empty()) return;
    auto const told = std::min(missing_.size(), most_told);
    auto const more = missing_.size() - told;
    auto const begin = missing_.begin();
    std::vector<std::string> const names(begin, begin + std::ptrdiff_t(told));
    diagnostics_.error(file_.at, "missing-key",
                       {fmt::format("印刷の大きさや色が足りません：{}{}。", fmt::join(names, "、"),
                                    more > 0 ? fmt::format("、ほか{}件", more) : ""),
                        fmt::format("Sizes or colours of print are not given: {}{}.", fmt::join(names, ", "),
                                    more > 0 ? fmt::format(" and {} more", more) : "")},
                       {"tebiki に付いている templates/print/standard.json から、その行を写してください。",
                        "Copy their lines from the templates/print/standard.json that tebiki comes with."});
  }

  void report_no_font() {
    diagnostics_.error(
        file_.at, "missing-key", {"「body_fonts」に書体がひとつもありません。", "“body_fonts” names no font."},
        {"{\"name\": \"BIZ UDPGothic\", \"package\": \"fonts-morisawa-bizud-gothic\"} のように書いてください。",
         "Write it like {\"name\": \"BIZ UDPGothic\", \"package\": \"fonts-morisawa-bizud-gothic\"}."});
  }

  static constexpr std::size_t most_told = 8;

  Value const& file_;
  base::Diagnostics& diagnostics_;
  std::vector<std::string> missing_;
};

}  // namespace

PrintStyle load_print_style(base::FileTree const& templates, std::string const& edition, base::Sources& sources,
                            base::Diagnostics& diagnostics) {
  auto path = "print/" + edition + ".json";
  auto text = read_text(path, templates, sources, diagnostics);
  if (!text.usable) return {};
  auto value = read_json(text.file, sources, diagnostics);
  auto const keys = style_keys();
  if (!value || !check_object(*value, keys, path, diagnostics)) return {};
  correct_keys(*value, keys);
  auto style = StyleReader(*value, diagnostics).read();
  style.flyers = read_flyer_designs(templates, sources, diagnostics);
  return style;
}

}  // namespace tebiki::loading
