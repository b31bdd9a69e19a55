// What schemas and site.json say for open data: `x-export`, `x-schema-org`, `municipality`, `open_data`; and `outside`.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/json_and_yaml.hpp"

namespace tebiki::loading {
namespace {

using model::Field;
using model::FieldKind;
using model::Value;

constexpr std::array column_keys = {Key{"column"}, Key{"only", Shape::texts}, Key{"except", Shape::texts}};
constexpr std::array municipality_keys = {Key{"code", Shape::text, Need::required}, Key{"name", Shape::text}};
constexpr std::array terms_keys = {Key{"licence", Shape::text, Need::required}, Key{"url", Shape::text}};

void wrong_shape(Value const& value, std::string_view key, base::Message const& remedy,
                 base::Diagnostics& diagnostics) {
  diagnostics.error(
      value.at, "wrong-type",
      {fmt::format("「{}」の書き方が違います。", key), fmt::format("“{}” is not written like this.", key)}, remedy);
}

/// Reports what none of the names is.
bool is_one_of(std::string const& word, std::vector<std::string> const& names, base::SourceLocation at,
               base::Message message, base::Diagnostics& diagnostics) {
  if (std::find(names.begin(), names.end(), word) != names.end()) return true;
  diagnostics.error(at, "unknown-export", std::move(message), did_you_mean(word, names));
  return false;
}

void add_heading(model::ExportColumn& column, Value const& heading, base::Diagnostics& diagnostics) {
  auto const& set = model::open_data_sets()[static_cast<std::size_t>(column.set)];
  auto const word = base::nfkc(base::trimmed(*heading.text()));
  auto const names = model::export_headings(column.set);
  // 集合（受付）場所 has brackets of full width in the standard.
  auto const found =
      std::find_if(names.begin(), names.end(), [&](auto const& name) { return base::nfkc(name) == word; });
  if (found != names.end()) return column.headings.push_back(*found);
  is_one_of(word, names, heading.at,
            {fmt::format("「{}」という列は、「{}」にありません。", word, set.title),
             fmt::format("“{}” has no column “{}”.", set.key, word)},
            diagnostics);
}

/// The choices that a column is narrowed down to must be choices of the field.
std::vector<std::string> read_choices(Value const& value, std::string_view key, Field const& field,
                                      base::Diagnostics& diagnostics) {
  auto words = texts_of(value, key);
  if (words.empty() || field.choices.empty()) return words;
  for (auto const& item : *value.find(key)->list()) {
    is_one_of(*item.text(), field.choices, item.at,
              {fmt::format("「{}」は、この項目の選べる値にありません。", *item.text()),
               fmt::format("“{}” is no choice of this field.", *item.text())},
              diagnostics);
  }
  return words;
}

void read_column(model::Member const& member, Field& field, base::Diagnostics& diagnostics) {
  std::vector<std::string> keys;
  for (auto const& set : model::open_data_sets()) keys.emplace_back(set.key);
  if (!is_one_of(member.key, keys, member.key_at,
                 {fmt::format("「{}」というデータの種類は、x-export にありません。", member.key),
                  fmt::format("x-export knows no data set “{}”.", member.key)},
                 diagnostics))
    return;
  auto const place = std::size_t(std::find(keys.begin(), keys.end(), member.key) - keys.begin());
  model::ExportColumn column;
  column.set = model::open_data_sets()[place].set;
  column.at = member.value.at;
  Value const* headings = &member.value;
  if (headings->object()) {
    if (!check_object(*headings, column_keys, member.key, diagnostics)) return;
    column.only = read_choices(*headings, "only", field, diagnostics);
    column.except = read_choices(*headings, "except", field, diagnostics);
    headings = member.value.find("column");
  }
  if (headings && headings->text()) add_heading(column, *headings, diagnostics);
  auto const* several = headings ? headings->list() : nullptr;
  bool const halves = field.kind == FieldKind::hours || field.kind == FieldKind::coordinates;
  bool const two = several && several->size() == 2 && several->front().text() && several->back().text();
  if (two && halves) {
    for (auto const& heading : *several) add_heading(column, heading, diagnostics);
  } else if (!headings || !headings->text()) {
    wrong_shape(headings ? *headings : member.value, "x-export",
                {"「\"medical\": \"名称\"」のように、列の名前を書いてください。時間と緯度・経度の項目では、"
                 "「[\"緯度\", \"経度\"]」のように2つ書きます。",
                 "Write the name of the column, like \"medical\": \"名称\"; for hours and coordinates two, like "
                 "[\"緯度\", \"経度\"]."},
                diagnostics);
  }
  if (!column.headings.empty()) field.exports.push_back(std::move(column));
}

bool is_schema_org_type(Value const& value, base::Diagnostics& diagnostics) {
  return is_one_of(*value.text(), model::schema_org_types(), value.at,
                   {fmt::format("「{}」という schema.org の種類は使えません。", *value.text()),
                    fmt::format("The type “{}” of schema.org is not known here.", *value.text())},
                   diagnostics);
}

}  // namespace

void read_exports(Value const& property, Field& field, base::Diagnostics& diagnostics) {
  auto const* exports = property.find("x-export");
  if (auto const* sets = exports ? exports->object() : nullptr) {
    for (auto const& member : *sets) read_column(member, field, diagnostics);
  }
  auto const* types = property.find("x-schema-org");
  if (!types || !types->object()) return;
  for (auto const& [choice, at, type] : *types->object()) {
    bool const known =
        field.choices.empty() || is_one_of(choice, field.choices, at,
                                           {fmt::format("「{}」は、この項目の選べる値にありません。", choice),
                                            fmt::format("“{}” is no choice of this field.", choice)},
                                           diagnostics);
    if (!type.text()) {
      wrong_shape(type, "x-schema-org",
                  {"「\"病院\": \"Hospital\"」のように書いてください。", "Write it like \"病院\": \"Hospital\"."},
                  diagnostics);
    } else if (is_schema_org_type(type, diagnostics) && known) {
      field.schema_org.emplace_back(choice, *type.text());
    }
  }
}

std::string read_schema_org(Value const& schema, base::Diagnostics& diagnostics) {
  auto const* type = schema.find("x-schema-org");
  if (!type || !type->text() || !is_schema_org_type(*type, diagnostics)) return {};
  return *type->text();
}

std::optional<model::Municipality> read_municipality(Value const& owner, std::string const& usual_name,
                                                     base::Diagnostics& diagnostics) {
  auto const* value = owner.find("municipality");
  if (!value || !value->object()) return std::nullopt;
  check_object(*value, municipality_keys, "municipality", diagnostics);
  auto const written = text_of(*value, "code");
  if (written.empty()) return std::nullopt;
  auto code = model::parse_municipality_code(written);
  if (!code) {
    diagnostics.error(value->find("code")->at, "malformed-value",
                      {fmt::format("「{}」は市区町村の団体コードではありません。", written),
                       fmt::format("“{}” is no code of a municipality.", written)},
                      {"総務省の「全国地方公共団体コード」を、「142034」のように6桁で書いてください。",
                       "Write the six digits of the municipality, like 142034."});
    return std::nullopt;
  }
  auto name = text_of(*value, "name");
  return model::Municipality{std::move(*code), name.empty() ? usual_name : std::move(name)};
}

namespace {

/// The areas whose code is missing where others have one.
void tell_areas_without_code(model::Site const& site, base::Diagnostics& diagnostics) {
  auto const known = [](model::Area const& area) { return area.municipality.has_value(); };
  if (std::none_of(site.areas.begin(), site.areas.end(), known)) return;
  for (auto const& area : site.areas) {
    if (area.municipality) continue;
    diagnostics.warning(
        area.at, "missing-municipality",
        {fmt::format("地域「{}」に municipality（団体コード）がありません。ほかの地域にはあります。", area.label),
         fmt::format("The area “{}” has no municipality, though others have one.", area.label)},
        {"オープンデータに要ります。「\"municipality\": {\"code\": "
         "\"142123\"}」のように、その市町村の6桁を書いてください。",
         "Open data needs its code: write \"municipality\": {\"code\": \"142123\"}."});
  }
}

}  // namespace

void tell_missing_municipality(model::Site const& site, base::Diagnostics& diagnostics) {
  if (site.completeness != model::Completeness::whole) return;
  tell_areas_without_code(site, diagnostics);
  auto const known = [](model::Area const& area) { return area.municipality.has_value(); };
  bool const of_areas = std::any_of(site.areas.begin(), site.areas.end(), known);
  if (site.municipality || of_areas) return;
  for (auto const& list : site.lists) {
    auto const& fields = list.schema.fields;
    auto const field =
        std::find_if(fields.begin(), fields.end(), [](Field const& one) { return !one.exports.empty(); });
    if (field == fields.end()) continue;
    return diagnostics.warning(
        field->at, "missing-municipality",
        {"標準のデータ（x-export）に要る市区町村の団体コードが、site.json にありません。",
         "The data sets of x-export need the code of the municipality, which site.json does not give."},
        {"site.json に「\"municipality\": {\"code\": \"142034\", \"name\": \"平塚市\"}」のように書いてください。",
         "Give site.json a municipality, like \"municipality\": {\"code\": \"142034\", \"name\": \"平塚市\"}."});
  }
}

model::OpenDataTerms read_open_data_terms(Value const& site, base::Diagnostics& diagnostics) {
  auto const* value = site.find("open_data");
  if (!value || !value->object()) return {};
  check_object(*value, terms_keys, "open_data", diagnostics);
  if (!text_of(*value, "url").empty()) check_format(*value, "url", "url", FieldKind::uri, diagnostics);
  return {text_of(*value, "licence"), text_of(*value, "url")};
}

// What readers may ask of other hosts.

namespace {

constexpr std::array outside_keys = {Key{"map_tiles", Shape::text}, Key{"map_attribution", Shape::text},
                                     Key{"map_url", Shape::text}, Key{"films", Shape::boolean}};
constexpr std::string_view tile_example = "https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png";
/// The tiles of the Geospatial Information Authority, and how it wants to be named.
constexpr std::string_view authority_host = "https://cyberjapandata.gsi.go.jp/", authority = "国土地理院",
                           authority_terms = "https://maps.gsi.go.jp/development/ichiran.html";
constexpr std::array<std::string_view, 3> tile_numbers = {"{z}", "{x}", "{y}"};

/// Those of the numbers by which a tile is named that the address does not have.
std::string missing_numbers(std::string_view address) {
  std::string missing;
  for (auto const number : tile_numbers) {
    if (address.find(number) == address.npos) missing.append(missing.empty() ? "" : "、").append(number);
  }
  return missing;
}

/// Whether it has a host that policies can name, a path, and nothing else that would be filled in.
bool is_tile_address(std::string address) {
  auto const filled_in = address.find('{');
  for (auto const number : tile_numbers) {
    if (auto const at = address.find(number); at != address.npos) address.replace(at, number.size(), "0");
  }
  constexpr std::string_view https = "https://";
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.";
  auto const host_end = std::min(address.find_first_not_of(letters, https.size()), address.size());
  auto const path = address.find('/', https.size());
  auto const port = path == address.npos ? std::string() : address.substr(host_end, path - host_end);
  bool const sound =
      port.empty() || (port.front() == ':' && port.size() > 1 && port.find_first_not_of("0123456789", 1) == port.npos);
  return path < filled_in && host_end > https.size() && sound &&
         address.find_first_of(" {}\"'<>;,\\", https.size()) == address.npos &&
         !format_mistake(FieldKind::uri, address);
}

/// What is wrong with the address of tiles; nothing where it is sound.
std::optional<base::Message> mistake_in_tiles(std::string const& tiles) {
  if (!tiles.starts_with("https://"))
    return base::Message{fmt::format("地図の画像の住所「{}」が、https:// で始まっていません。", tiles),
                         fmt::format("The address of map tiles “{}” does not begin with https://.", tiles)};
  if (auto const missing = missing_numbers(tiles); !missing.empty())
    return base::Message{fmt::format("地図の画像の住所「{}」に、{} がありません。", tiles, missing),
                         fmt::format("The address of map tiles “{}” lacks {}.", tiles, missing)};
  if (is_tile_address(tiles)) return std::nullopt;
  return base::Message{fmt::format("「{}」は、地図の画像の住所として読めません。", tiles),
                       fmt::format("“{}” is no address of map tiles.", tiles)};
}

/// Nobody's map is shown without saying whose it is.
void name_source(model::Outside& outside, Value const& value, base::Diagnostics& diagnostics) {
  bool const known = outside.map_tiles.starts_with(authority_host);
  if (known && outside.map_attribution.empty()) outside.map_attribution = authority;
  if (known && outside.map_url.empty()) outside.map_url = authority_terms;
  if (!outside.map_attribution.empty()) return;
  diagnostics.error(value.find("map_tiles")->at, "missing-key",
                    {"この地図をだれが作ったかを書く「map_attribution」がありません。",
                     "There is no map_attribution, which says whose map this is."},
                    {"「\"map_attribution\": \"国土地理院\"」のように、地図を作った所の名前を書いてください。",
                     "Name it, like \"map_attribution\": \"国土地理院\"."});
}

}  // namespace

model::Outside read_outside(Value const& site, base::Diagnostics& diagnostics) {
  auto const* value = site.find("outside");
  if (!value || !value->object()) return {};
  check_object(*value, outside_keys, "outside", diagnostics);
  model::Outside outside{text_of(*value, "map_tiles"), text_of(*value, "map_attribution"), text_of(*value, "map_url"),
                         flag_of(*value, "films")};
  if (!outside.map_url.empty()) check_format(*value, "map_url", "map_url", FieldKind::uri, diagnostics);
  if (outside.map_tiles.empty()) return outside;
  if (auto const mistake = mistake_in_tiles(outside.map_tiles)) {
    diagnostics.error(value->find("map_tiles")->at, "tile-address", *mistake,
                      {fmt::format("「{}」のように、https:// で始まり、{{z}}、{{x}}、{{y}} "
                                   "の入った住所を書いてください。",
                                   tile_example),
                       fmt::format("Write it like {}, with https:// and {{z}}, {{x}} and {{y}}.", tile_example)});
    return {};
  }
  name_source(outside, *value, diagnostics);
  return outside;
}

}  // namespace tebiki::loading
