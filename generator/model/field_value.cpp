#include "model/field_value.hpp"

#include <algorithm>

#include "model/visit.hpp"

namespace tebiki::model {
namespace {

/// Appends the inlines of blocks, each paragraph on a line of its own.
class LineWriter {
 public:
  LineWriter(Inlines& out, std::string_view bullet) : out_(out), bullet_(bullet) {}

  void all(Blocks const& blocks) {
    for (auto const& block : blocks) std::visit(*this, block.node);
  }
  void operator()(Paragraph const& node) { line(node.text); }
  void operator()(Heading const& node) { line(node.text); }
  void operator()(Quote const& node) { all(node.blocks); }
  void operator()(Note const& node) { all(node.blocks); }
  void operator()(CodeBlock const& node) { line({words(node.text)}); }
  void operator()(ListBlock const& node) {
    auto number = node.start;
    for (auto const& item : node.items) {
      auto const lines = lines_of(item.blocks, bullet_);
      line(lines, node.ordered ? std::to_string(number++) + ". " : std::string(bullet_));
    }
  }
  template <OneOf<ThematicBreak, PageBreak, Figure, FigureRow, Table, Gantt, Directory, DefinitionList, AnswerList,
                  Calendar, Agenda, Contents, Index, Footnotes, Form, Directive>
                Other>
  void operator()(Other const&) {}

 private:
  void line(Inlines const& inlines, std::string const& mark = {}) {
    if (inlines.empty()) return;
    auto const at = inlines.front().at;
    if (!out_.empty()) out_.push_back({LineBreak{}, at});
    if (!mark.empty()) out_.push_back(words(mark, at));
    out_.insert(out_.end(), inlines.begin(), inlines.end());
  }

  Inlines& out_;
  std::string_view bullet_;
};

struct ExportedText {
  std::string operator()(std::string const& text) const { return text; }
  std::string operator()(Decimal number) const { return text_of(number); }
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(Date date) const { return iso(date); }
  std::string operator()(Hours const& hours) const { return written_text(hours); }
  std::string operator()(OpeningDays const& opening) const { return opening.written; }
  std::string operator()(Coordinates const& place) const { return written_text(place); }
  std::string operator()(Availability availability) const { return std::string(key_of(availability)); }
  std::string operator()(Telephone const& telephone) const { return std::string(telephone.written()); }
  std::string operator()(Url const& url) const { return url.address; }
  std::string operator()(Series const& series) const { return written_text(series); }
  std::string operator()(Blocks const& blocks) const { return plain_text(lines_of(blocks, written_bullet())); }
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(FieldValues const&) const { return {}; }
  std::string operator()(FieldRows const&) const { return {}; }
};

struct SortNumbers {
  using Numbers = std::optional<std::array<double, 2>>;

  Numbers operator()(Decimal number) const { return {{number.approximate(), 0}}; }
  Numbers operator()(bool flag) const { return {{flag ? 0.0 : 1.0, 0}}; }
  Numbers operator()(Date date) const { return {{double(date.year), date.month * 100.0 + date.day}}; }
  Numbers operator()(Availability availability) const { return {{double(availability), 0}}; }
  Numbers operator()(Hours const& hours) const {
    return {{double(hours.ranges.front().from), double(hours.ranges.front().until)}};
  }
  Numbers operator()(Coordinates const& place) const {
    return {{place.latitude.approximate(), place.longitude.approximate()}};
  }
  Numbers operator()(Series const& series) const {
    auto const& figures = series.figures;
    auto const earlier = [](YearFigure const& a, YearFigure const& b) { return a.year < b.year; };
    auto const last = std::max_element(figures.begin(), figures.end(), earlier);
    if (last == figures.end()) return std::nullopt;
    return {{last->number.approximate(), double(last->year)}};
  }
  template <OneOf<std::string, OpeningDays, Telephone, Url, Blocks, std::monostate, FieldValues, FieldRows> Other>
  Numbers operator()(Other const&) const {
    return std::nullopt;
  }
};

}  // namespace

FieldData::FieldData() = default;
FieldData::FieldData(FieldData const& other) = default;
FieldData::FieldData(FieldData&& other) noexcept = default;
FieldData& FieldData::operator=(FieldData const& other) = default;
FieldData& FieldData::operator=(FieldData&& other) noexcept = default;
FieldData::~FieldData() = default;

FieldValue const* FieldRow::find(std::uint16_t slot) const {
  auto found = std::find_if(values.begin(), values.end(), [&](FieldValue const& value) { return value.slot == slot; });
  return found == values.end() ? nullptr : &*found;
}

std::vector<FieldValue> const* FieldValue::several() const {
  auto* values = as<FieldValues>();
  return values ? &values->items : nullptr;
}

std::string exported_text(FieldValue const& value) { return std::visit(ExportedText{}, value.data); }

std::optional<std::array<double, 2>> sort_numbers(FieldValue const& value) {
  return std::visit(SortNumbers{}, value.data);
}

Inlines lines_of(Blocks const& blocks, std::string_view bullet) {
  Inlines out;
  LineWriter(out, bullet).all(blocks);
  return out;
}

}  // namespace tebiki::model
