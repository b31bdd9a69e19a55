#include "model/document.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/unicode.hpp"
#include "model/drawing.hpp"
#include "model/form.hpp"
#include "model/inlines.hpp"

namespace tebiki::model {
namespace {

struct PlainText {
  std::string operator()(Text const& node) const { return node.text; }
  std::string operator()(Code const& node) const { return node.text; }
  std::string operator()(Emphasis const& node) const { return plain_text(node.children); }
  std::string operator()(Strong const& node) const { return plain_text(node.children); }
  std::string operator()(Strikethrough const& node) const { return plain_text(node.children); }
  std::string operator()(Small const& node) const { return plain_text(node.children); }
  std::string operator()(Link const& node) const { return plain_text(node.children); }
  std::string operator()(Image const& node) const { return node.alternative; }
  std::string operator()(Ruby const& node) const { return node.base; }
  std::string operator()(LineBreak) const { return " "; }
  std::string operator()(FootnoteMark) const { return ""; }
  std::string operator()(AvailabilityMark node) const { return sign(node.availability); }
};

}  // namespace

InlineNode::InlineNode() = default;
InlineNode::InlineNode(InlineNode const& other) = default;
InlineNode::InlineNode(InlineNode&& other) noexcept = default;
InlineNode& InlineNode::operator=(InlineNode const& other) = default;
InlineNode& InlineNode::operator=(InlineNode&& other) noexcept = default;
InlineNode::~InlineNode() = default;

BlockNode::BlockNode() = default;
BlockNode::BlockNode(BlockNode const& other) = default;
BlockNode::BlockNode(BlockNode&& other) noexcept = default;
BlockNode& BlockNode::operator=(BlockNode const& other) = default;
BlockNode& BlockNode::operator=(BlockNode&& other) noexcept = default;
BlockNode::~BlockNode() = default;

std::string plain_text(Inlines const& inlines) {
  std::string out;
  for (auto& item : inlines) out += std::visit(PlainText{}, item.node);
  return out;
}

Inline words(std::string text, base::SourceLocation at) { return {Text{std::move(text)}, at}; }

Inline telephone(Telephone const& number, base::SourceLocation at) {
  auto shown = words(std::string(number.written()), at);
  if (number.address().empty()) return shown;
  return {Link{Url{std::string(number.address())}, {std::move(shown)}}, at};
}

std::optional<DirectiveKind> directive_kind(std::string_view word) {
  auto const found = std::find(directive_words.begin(), directive_words.end(), word);
  if (found == directive_words.end()) return std::nullopt;
  return DirectiveKind(found - directive_words.begin());
}

// Drawings.

namespace {

std::uint8_t between(std::uint8_t from, std::uint8_t to, double share) {
  return std::uint8_t(std::lround(from + (to - from) * share));
}

double ems_of(char32_t character) { return base::is_wide(character) ? 1 : 0.6; }

}  // namespace

PathShape line(Point from, Point to, Colour colour, double width, std::vector<double> dashes) {
  PathShape path;
  path.steps = {{PathStep::Kind::move, {}, {}, from}, {PathStep::Kind::line, {}, {}, to}};
  path.stroke = colour;
  path.stroke_width = width;
  path.dashes = std::move(dashes);
  return path;
}

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  std::uint32_t rgb = 0;
  auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, rgb, 16);
  if (error != std::errc() || end != text.data() + 7) return std::nullopt;
  return Colour{std::uint8_t(rgb >> 16), std::uint8_t(rgb >> 8), std::uint8_t(rgb)};
}

std::string css(Colour colour) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out = "#";
  for (auto part : {colour.red, colour.green, colour.blue}) out += {digits[part >> 4], digits[part & 15]};
  return out;
}

Colour mixed(Colour first, Colour second, double share) {
  return {between(first.red, second.red, share), between(first.green, second.green, share),
          between(first.blue, second.blue, share)};
}

std::vector<PathStep> rectangle_path(RectangleShape const& rectangle) {
  using enum PathStep::Kind;
  double left = rectangle.corner.x, right = left + rectangle.width;
  double top = rectangle.corner.y, bottom = top + rectangle.height;
  double r = std::min({rectangle.radius, rectangle.width / 2, rectangle.height / 2});
  if (r <= 0)
    return {{move, {}, {}, {left, top}},
            {line, {}, {}, {right, top}},
            {line, {}, {}, {right, bottom}},
            {line, {}, {}, {left, bottom}},
            {close, {}, {}, {}}};
  double c = r * (1 - 0.5523);  // where the control points of a quarter circle lie
  return {{move, {}, {}, {left + r, top}},
          {line, {}, {}, {right - r, top}},
          {curve, {right - c, top}, {right, top + c}, {right, top + r}},
          {line, {}, {}, {right, bottom - r}},
          {curve, {right, bottom - c}, {right - c, bottom}, {right - r, bottom}},
          {line, {}, {}, {left + r, bottom}},
          {curve, {left + c, bottom}, {left, bottom - c}, {left, bottom - r}},
          {line, {}, {}, {left, top + r}},
          {curve, {left, top + c}, {left + c, top}, {left + r, top}},
          {close, {}, {}, {}}};
}

double EvenTextMeasure::width(std::string_view text, MeasuredFont font) const {
  double ems = 0;
  for (std::size_t at = 0; at < text.size();) ems += ems_of(base::next_character(text, at));
  return ems * font.size;
}

std::vector<std::string> EvenTextMeasure::lines(std::string_view text, MeasuredFont font, double width) const {
  std::vector<std::string> lines(text.empty() ? 0 : 1);
  double used = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const begin = at;
    double const more = ems_of(base::next_character(text, at)) * font.size;
    if (used + more > width && used > 0) lines.emplace_back(), used = 0;
    lines.back().append(text.substr(begin, at - begin));
    used += more;
  }
  return lines;
}

// Forms.

namespace {

using Kind = FormField::Kind;
using Width = FormField::Width;

/// In half a row so many letters of choices stand side by side, their squares counted as three.
constexpr std::size_t letters_in_half = 17, letters_of_mark = 3;
/// In half a row so many boxes are still wide enough for a digit written by hand.
constexpr int boxes_in_half = 13;

std::size_t letters_in(std::string const& text) {
  return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool choices_are_short(FormField const& field) {
  std::size_t letters = 0;
  for (auto const& choice : field.choices)
    letters += letters_in(choice.words) + (choice.is_open ? 1 : 0) + letters_of_mark;
  return letters <= letters_in_half;
}

Width width_of(FormField const& field) {
  if (field.width != Width::automatic) return field.width;
  switch (field.kind) {
    case Kind::long_text:
    case Kind::table:
      return Width::full;
    case Kind::boxes:
      return count_of(field) <= boxes_in_half ? Width::half : Width::full;
    case Kind::marks:
    case Kind::one_of:
      return choices_are_short(field) ? Width::half : Width::full;
    case Kind::date:
      return field.choices.empty() ? Width::half : Width::full;
    default:
      return Width::half;
  }
}

int sixths_of(FormField const& field) {
  auto const width = width_of(field);
  return width == Width::third ? 2 : width == Width::half ? 3 : 6;
}

}  // namespace

std::vector<FormRow> form_rows(Form const& form) {
  std::vector<FormRow> rows;
  int left = 0, copy = 0;
  for (auto const& field : form.fields) {
    int const wanted = sixths_of(field);
    bool const next_time = field.copy != std::exchange(copy, field.copy);
    if (wanted > left || next_time) {
      if (!rows.empty()) rows.back().back().sixths += left;
      rows.emplace_back();
      left = 6;
    }
    rows.back().push_back({&field, wanted});
    left -= wanted;
  }
  if (!rows.empty()) rows.back().back().sixths += left;
  return rows;
}

int count_of(FormField const& field) {
  if (field.count > 0) return field.count;
  constexpr int lines = 3, digits_of_a_number = 11, rows = 3;
  if (field.kind == Kind::boxes) return digits_of_a_number;
  if (field.kind == Kind::table) return field.row_names.empty() ? rows : int(field.row_names.size());
  return field.kind == Kind::long_text ? lines : 1;
}

}  // namespace tebiki::model
