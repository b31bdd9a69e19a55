// Reads `templates/print/flyer-*.json`: what goes where on a flyer.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "loading/load.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::DesignBox;
using model::DesignCell;
using model::DesignLine;
using model::DesignPiece;
using model::Value;

using model::millimetre;

constexpr std::array file_keys = {Key{"$schema", Shape::text}, Key{"$comment"},
                                  Key{"boxes", Shape::list, Need::required}};
constexpr std::array box_keys = {Key{"$comment"},
                                 Key{"kind", Shape::text},
                                 Key{"x", Shape::number, Need::required},
                                 Key{"y", Shape::number, Need::required},
                                 Key{"width", Shape::number, Need::required},
                                 Key{"height", Shape::number, Need::required},
                                 Key{"behind", Shape::boolean},
                                 Key{"radius", Shape::number},
                                 Key{"stroke_width", Shape::number},
                                 Key{"fill", Shape::text},
                                 Key{"stroke", Shape::text},
                                 Key{"needs", Shape::text},
                                 Key{"unless", Shape::text},
                                 Key{"heading", Shape::boolean},
                                 Key{"size", Shape::number},
                                 Key{"least", Shape::number},
                                 Key{"leading", Shape::number},
                                 Key{"bold", Shape::boolean},
                                 Key{"colour", Shape::text},
                                 Key{"align", Shape::text},
                                 Key{"place", Shape::text},
                                 Key{"lines", Shape::list},
                                 Key{"rows", Shape::list},
                                 Key{"label_width", Shape::number},
                                 Key{"label_size", Shape::number},
                                 Key{"label_colour", Shape::text},
                                 Key{"padding", Shape::number},
                                 Key{"rule", Shape::text},
                                 Key{"rule_width", Shape::number}};
constexpr std::array cell_keys = {Key{"label", Shape::text}, Key{"share", Shape::number},
                                  Key{"lines", Shape::list, Need::required}};
constexpr std::array piece_keys = {
    Key{"value", Shape::text},  Key{"word", Shape::text},    Key{"join", Shape::text},  Key{"new_line", Shape::boolean},
    Key{"size", Shape::number}, Key{"bold", Shape::boolean}, Key{"colour", Shape::text}};

std::vector<std::string> as_strings(std::span<std::string_view const> names) { return {names.begin(), names.end()}; }

class DesignReader {
 public:
  explicit DesignReader(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  model::FlyerDesign read(Value const& file) {
    model::FlyerDesign design;
    design.at = file.at;
    auto const* boxes = file.find("boxes");
    if (!boxes || !boxes->list()) return design;
    for (auto const& value : *boxes->list()) design.boxes.push_back(box(value));
    return design;
  }

 private:
  DesignBox box(Value const& value) {
    DesignBox box;
    box.at = value.at;
    if (!check_object(value, box_keys, "boxes", diagnostics_)) return box;
    box.kind = one_of<DesignBox::Kind>(value, "kind",
                                       {{"words", DesignBox::Kind::words},
                                        {"upright", DesignBox::Kind::upright},
                                        {"rows", DesignBox::Kind::rows},
                                        {"qr", DesignBox::Kind::qr},
                                        {"wave", DesignBox::Kind::wave},
                                        {"form", DesignBox::Kind::form}});
    for (auto [key, length] : {std::pair{"x", &box.x},
                               {"y", &box.y},
                               {"width", &box.width},
                               {"height", &box.height},
                               {"radius", &box.radius},
                               {"label_width", &box.label_width},
                               {"padding", &box.padding}}) {
      if (read_number(value, key, -400, 400, *length)) *length *= millimetre;
    }
    for (auto [key, length] : {std::pair{"stroke_width", &box.stroke_width}, {"rule_width", &box.rule_width}})
      read_number(value, key, 0, 20, *length);
    for (auto [key, colour] : {std::pair{"fill", &box.fill},
                               {"stroke", &box.stroke},
                               {"rule", &box.rule},
                               {"label_colour", &box.label_colour},
                               {"colour", &box.type.colour}})
      read_colour_name(value, key, *colour);
    read_number(value, "label_size", least_type, 200, box.label_size);
    box.behind = flag_of(value, "behind");
    box.heading = flag_of(value, "heading");
    box.needs = value_name(value, "needs");
    box.unless = value_name(value, "unless");
    type(value, box.type);
    box.lines = lines(value);
    rows(value, box);
    return box;
  }

  void type(Value const& value, model::DesignType& type) {
    using Place = model::DesignType::Vertical;
    read_number(value, "size", least_type, 300, type.size);
    type.least = std::min(type.size, type.least);
    read_number(value, "least", least_type, 300, type.least);
    read_number(value, "leading", 0.8, 3, type.leading);
    type.bold = flag_of(value, "bold");
    type.alignment = one_of<model::Alignment>(
        value, "align",
        {{"start", model::Alignment::start}, {"centre", model::Alignment::centre}, {"end", model::Alignment::end}});
    type.place =
        one_of<Place>(value, "place", {{"top", Place::top}, {"middle", Place::middle}, {"bottom", Place::bottom}});
  }

  void rows(Value const& value, DesignBox& box) {
    auto const* rows = value.find("rows");
    if (!rows || !rows->list()) return;
    for (auto const& row : *rows->list()) {
      auto& cells = box.rows.emplace_back();
      if (!row.list()) cells.push_back(cell(row));
      if (row.list()) {
        for (auto const& one : *row.list()) cells.push_back(cell(one));
      }
    }
  }

  DesignCell cell(Value const& value) {
    DesignCell cell;
    cell.at = value.at;
    if (!check_object(value, cell_keys, "rows", diagnostics_)) return cell;
    cell.label = text_of(value, "label");
    read_number(value, "share", 0.01, 1000, cell.share);
    cell.lines = lines(value);
    return cell;
  }

  std::vector<DesignLine> lines(Value const& value) {
    std::vector<DesignLine> lines;
    auto const* given = value.find("lines");
    if (!given || !given->list()) return lines;
    for (auto const& line : *given->list()) {
      auto& pieces = lines.emplace_back();
      if (!line.list()) pieces.push_back(piece(line));
      if (line.list()) {
        for (auto const& one : *line.list()) pieces.push_back(piece(one));
      }
    }
    return lines;
  }

  /// `"place"` is short for `{"value": "place"}`.
  DesignPiece piece(Value const& value) {
    DesignPiece piece;
    piece.at = value.at;
    if (auto const* name = value.text()) {
      piece.value = known_value(*name, value.at);
      return piece;
    }
    if (!check_object(value, piece_keys, "lines", diagnostics_)) return piece;
    piece.value = value_name(value, "value");
    piece.word = text_of(value, "word");
    piece.join = text_of(value, "join");
    piece.new_line = flag_of(value, "new_line");
    if (value.find("bold")) piece.bold = flag_of(value, "bold");
    read_number(value, "size", least_type, 300, piece.size);
    read_colour_name(value, "colour", piece.colour);
    return piece;
  }

  std::string value_name(Value const& value, std::string_view key) {
    auto const* name = value.find(key);
    return name && name->text() ? known_value(*name->text(), name->at) : std::string();
  }

  std::string known_value(std::string const& name, base::SourceLocation at) {
    auto const names = as_strings(model::flyer_values);
    if (std::find(names.begin(), names.end(), name) != names.end()) return name;
    diagnostics_.error(at, "unknown-value",
                       {fmt::format("チラシに「{}」というものは入れられません。", name),
                        fmt::format("A flyer has nothing called “{}”.", name)},
                       did_you_mean(name, names));
    return {};
  }

  void read_colour_name(Value const& value, std::string_view key, std::string& colour) {
    auto const* given = value.find(key);
    if (!given || !given->text()) return;
    auto const names = as_strings(model::flyer_colours);
    if (std::find(names.begin(), names.end(), *given->text()) != names.end() || model::parse_colour(*given->text())) {
      colour = *given->text();
      return;
    }
    diagnostics_.error(given->at, "unknown-colour",
                       {fmt::format("「{}」という色はありません。", *given->text()),
                        fmt::format("There is no colour “{}”.", *given->text())},
                       did_you_mean(*given->text(), names));
  }

  /// True where a number was given that can be used.
  bool read_number(Value const& object, std::string_view key, double least, double most, double& number) {
    auto const* value = object.find(key);
    if (!value || !value->number()) return false;
    if (*value->number() >= least && *value->number() <= most) {
      number = *value->number();
      return true;
    }
    diagnostics_.error(value->at, "malformed-value",
                       {fmt::format("「{}」を {} にすることはできません。", key, model::plain_number(*value->number())),
                        fmt::format("“{}” cannot be {}.", key, model::plain_number(*value->number()))},
                       {fmt::format("{} から {} までの数にしてください。", least, most),
                        fmt::format("Use a number from {} to {}.", least, most)});
    return false;
  }

  template <class Choice>
  Choice one_of(Value const& object, std::string_view key,
                std::initializer_list<std::pair<std::string_view, Choice>> choices) {
    auto const* value = object.find(key);
    if (!value || !value->text()) return choices.begin()->second;
    std::vector<std::string> names;
    for (auto const& [name, choice] : choices) {
      if (*value->text() == name) return choice;
      names.emplace_back(name);
    }
    diagnostics_.error(value->at, "unknown-choice",
                       {fmt::format("「{}」に「{}」は選べません。", key, *value->text()),
                        fmt::format("“{}” cannot be “{}”.", key, *value->text())},
                       did_you_mean(*value->text(), names));
    return choices.begin()->second;
  }

  /// Nothing on a flyer is smaller, in points.
  static constexpr double least_type = 9;

  base::Diagnostics& diagnostics_;
};

}  // namespace

std::vector<model::FlyerDesign> read_flyer_designs(base::FileTree const& templates, base::Sources& sources,
                                                   base::Diagnostics& diagnostics) {
  constexpr std::string_view beginning = "print/flyer-", ending = ".json";
  std::vector<model::FlyerDesign> designs;
  for (auto const& entry : templates.entries()) {
    bool const design = entry.path.starts_with(beginning) && entry.path.ends_with(ending);
    if (!design) continue;
    auto const text = read_text(entry.path, templates, sources, diagnostics);
    if (!text.usable) continue;
    auto const value = read_json(text.file, sources, diagnostics);
    if (!value || !check_object(*value, file_keys, entry.path, diagnostics)) continue;
    designs.push_back(DesignReader(diagnostics).read(*value));
    auto const name = entry.path.substr(beginning.size());
    designs.back().name = name.substr(0, name.size() - ending.size());
  }
  return designs;
}

}  // namespace tebiki::loading
