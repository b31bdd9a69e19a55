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

constexpr std::array styles = {std::pair{"body", &PrintStyle::body},
                               std::pair{"small", &PrintStyle::small},
                               std::pair{"heading1", &PrintStyle::heading1},
                               std::pair{"heading2", &PrintStyle::heading2},
                               std::pair{"heading3", &PrintStyle::heading3},
                               std::pair{"heading4", &PrintStyle::heading4},
                               std::pair{"table", &PrintStyle::table},
                               std::pair{"table_head", &PrintStyle::table_head},
                               std::pair{"caption", &PrintStyle::caption},
                               std::pair{"entry_name", &PrintStyle::entry_name},
                               std::pair{"entry_kana", &PrintStyle::entry_kana},
                               std::pair{"entry_detail", &PrintStyle::entry_detail},
                               std::pair{"entry_tel", &PrintStyle::entry_tel},
                               std::pair{"running_head", &PrintStyle::running_head},
                               std::pair{"cover_title", &PrintStyle::cover_title},
                               std::pair{"cover_edition", &PrintStyle::cover_edition},
                               std::pair{"cover_motto", &PrintStyle::cover_motto},
                               std::pair{"cover_prompt", &PrintStyle::cover_prompt},
                               std::pair{"cover_tel", &PrintStyle::cover_tel},
                               std::pair{"contents_chapter", &PrintStyle::contents_chapter},
                               std::pair{"contents_section", &PrintStyle::contents_section},
                               std::pair{"tab", &PrintStyle::tab},
                               std::pair{"form_label", &PrintStyle::form_label},
                               std::pair{"form_choice", &PrintStyle::form_choice},
                               std::pair{"masthead_title", &PrintStyle::masthead_title},
                               std::pair{"masthead_number", &PrintStyle::masthead_number},
                               std::pair{"panel_title", &PrintStyle::panel_title},
                               std::pair{"panel_tel", &PrintStyle::panel_tel},
                               std::pair{"masthead_words", &PrintStyle::masthead_words}};

constexpr std::array colours = {
    std::pair{"ink", &PrintStyle::ink},   std::pair{"pale_ink", &PrintStyle::pale_ink},
    std::pair{"line", &PrintStyle::line}, std::pair{"strong_line", &PrintStyle::strong_line},
    std::pair{"wash", &PrintStyle::wash}, std::pair{"tint", &PrintStyle::tint},
    std::pair{"yes", &PrintStyle::yes},   std::pair{"ask", &PrintStyle::ask},
    std::pair{"no", &PrintStyle::no},     std::pair{"on_dark", &PrintStyle::on_dark}};

constexpr std::array text_style_lengths = {
    std::pair{"size", &TextStyle::size}, std::pair{"leading", &TextStyle::leading},
    std::pair{"before", &TextStyle::before}, std::pair{"after", &TextStyle::after}};
constexpr std::array text_style_keys = {Key{"size", Shape::number},   Key{"leading", Shape::number},
                                        Key{"bold", Shape::boolean},  Key{"colour", Shape::text},
                                        Key{"before", Shape::number}, Key{"after", Shape::number}};
constexpr std::array paper_keys = {Key{"width", Shape::number, Need::required},
                                   Key{"height", Shape::number, Need::required}};
constexpr std::array font_keys = {Key{"name", Shape::text, Need::required},
                                  Key{"package", Shape::text, Need::required}};

std::vector<Key> style_keys() {
  std::vector<Key> keys = {{"$schema", Shape::text},    {"$comment"},
                           {"body_fonts", Shape::list}, {"code_fonts", Shape::list},
                           {"papers", Shape::object},   {"drawings", Shape::object}};
  for (auto const& length : print_lengths()) keys.push_back({length.key, Shape::number});
  for (auto [name, member] : styles) keys.push_back({name, Shape::object});
  for (auto [name, member] : colours) keys.push_back({name, Shape::text});
  return keys;
}

/// Lengths beyond `least`…14,400 points (the largest page of PDF) would only break the layout.
void read_length(Value const& object, std::string_view key, double least, double& length,
                 base::Diagnostics& diagnostics) {
  auto* value = object.find(key);
  if (!value || !value->number()) return;
  if (*value->number() >= least && *value->number() <= 14400) {
    length = *value->number();
    return;
  }
  diagnostics.error(value->at, "malformed-value",
                    {fmt::format("「{}」の長さ {} は使えません。", key, model::plain_number(*value->number())),
                     fmt::format("“{}” cannot be {}.", key, model::plain_number(*value->number()))},
                    {fmt::format("{} から 14400 までのポイント数にしてください。", least),
                     fmt::format("Use a number of points from {} to 14400.", least)});
}

template <class Style>
void read_lengths(Value const& object, std::span<StyleLength<Style> const> lengths, Style& style,
                  base::Diagnostics& diagnostics) {
  for (auto const& length : lengths) {
    double const unit = length.unit == LengthUnit::millimetre ? model::millimetre : 1;
    double read = style.*length.member / unit;
    read_length(object, length.key, 0, read, diagnostics);
    style.*length.member = read * unit;
  }
}

void read_drawings(Value const& file, model::DrawingStyle& style, base::Diagnostics& diagnostics) {
  auto const* value = file.find("drawings");
  if (!value || !value->object()) return;
  std::vector<Key> keys;
  for (auto const& length : drawing_lengths()) keys.push_back({length.key, Shape::number});
  if (check_object(*value, keys, "drawings", diagnostics)) read_lengths(*value, drawing_lengths(), style, diagnostics);
}

void read_text_style(Value const& value, std::string_view name, TextStyle& style, base::Diagnostics& diagnostics) {
  if (!check_object(value, text_style_keys, name, diagnostics)) return;
  for (auto [key, member] : text_style_lengths) {
    bool spacing = std::string_view(key) == "before" || std::string_view(key) == "after";
    read_length(value, key, spacing ? 0 : 1, style.*member, diagnostics);
  }
  style.bold = flag_of(value, "bold");
  read_colour(value, "colour", style.colour, diagnostics);
}

std::vector<model::FontFamily> read_fonts(Value const& file, std::string_view key, base::Diagnostics& diagnostics) {
  std::vector<model::FontFamily> fonts;
  auto* value = file.find(key);
  if (!value || !value->list()) return fonts;
  for (auto const& font : *value->list()) {
    if (check_object(font, font_keys, key, diagnostics))
      fonts.push_back({text_of(font, "name"), text_of(font, "package")});
  }
  return fonts;
}

/// Paper is measured in millimetres, as it is sold.
std::vector<model::Paper> read_papers(Value const& file, base::Diagnostics& diagnostics) {
  std::vector<model::Paper> papers;
  auto* value = file.find("papers");
  if (!value || !value->object()) return papers;
  for (auto const& [name, key_at, size] : *value->object()) {
    if (!check_object(size, paper_keys, name, diagnostics)) continue;
    model::Paper paper{name, 0, 0};
    read_length(size, "width", 50, paper.width, diagnostics);
    read_length(size, "height", 50, paper.height, diagnostics);
    paper.width *= model::millimetre;
    paper.height *= model::millimetre;
    if (paper.width > 0 && paper.height > 0) papers.push_back(std::move(paper));
  }
  return papers;
}

PrintStyle read_style(Value const& file, base::Diagnostics& diagnostics) {
  PrintStyle style;
  style.at = file.at;
  for (auto [name, member] : colours) read_colour(file, name, style.*member, diagnostics);
  read_lengths(file, print_lengths(), style, diagnostics);
  read_drawings(file, style.drawings, diagnostics);
  for (auto [name, member] : styles) {
    (style.*member).colour = style.ink;
    if (auto* value = file.find(name); value && value->object())
      read_text_style(*value, name, style.*member, diagnostics);
  }
  style.body_fonts = read_fonts(file, "body_fonts", diagnostics);
  style.code_fonts = read_fonts(file, "code_fonts", diagnostics);
  if (file.find("papers")) style.papers = read_papers(file, diagnostics);
  if (style.code_fonts.empty()) style.code_fonts = style.body_fonts;
  if (style.body_fonts.empty())
    diagnostics.error(
        file.at, "missing-key", {"「body_fonts」に書体がひとつもありません。", "“body_fonts” names no font."},
        {"{\"name\": \"BIZ UDPGothic\", \"package\": \"fonts-morisawa-bizud-gothic\"} のように書いてください。",
         "Write it like {\"name\": \"BIZ UDPGothic\", \"package\": \"fonts-morisawa-bizud-gothic\"}."});
  return style;
}

}  // namespace

PrintStyle load_print_style(base::FileTree const& templates, std::string const& edition, base::Sources& sources,
                            base::Diagnostics& diagnostics) {
  auto path = "print/" + edition + ".json";
  auto text = read_text(path, templates, sources, diagnostics);
  if (!text.usable) return {};
  auto value = read_json(text.file, sources, diagnostics);
  if (!value || !check_object(*value, style_keys(), path, diagnostics)) return {};
  auto style = read_style(*value, diagnostics);
  style.flyers = read_flyer_designs(templates, sources, diagnostics);
  return style;
}

}  // namespace tebiki::loading
