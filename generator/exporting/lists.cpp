// The files of each list: CSV, JSON, GeoJSON; XLSX and the data sets of standards stand in files of their own.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>

#include "base/parallel.hpp"
#include "exporting/exporting.hpp"

namespace tebiki::exporting {
namespace {

using model::Member;
using model::Object;
using model::Value;
using model::Values;

bool any_has(model::List const& list, model::Field const& field) {
  return std::any_of(list.records.begin(), list.records.end(),
                     [&](model::Record const& record) { return record.find(field) != nullptr; });
}

std::string rows_text(model::Field const& field, model::FieldRows const& rows, model::Words const& words) {
  std::string out;
  for (auto const& row : rows.rows) {
    std::string line;
    for (auto const& part : field.fields) {
      auto const text = model::plain_text(part, row.find(part.slot), words);
      if (!text.empty()) line.append(line.empty() ? "" : model::written_gap()).append(text);
    }
    out.append(out.empty() ? "" : "\n").append(line);
  }
  return out;
}

std::string body_text(model::Record const& record) {
  return model::plain_text(model::lines_of(record.body, model::written_bullet()));
}

std::string csv(model::List const& list, model::Words const& words) {
  auto const columns = columns_of(list, words);
  CsvWriter writer;
  for (auto const& column : columns) writer.cell(column.label);
  writer.end_row();
  for (auto const& record : list.records) {
    for (auto const& column : columns) {
      auto const* value = value_of(column, record);
      bool const number = value && value->as<model::Decimal>();
      writer.cell(cell_text(column, record, words), number ? CsvWriter::Cell::number : CsvWriter::Cell::words);
    }
    writer.end_row();
  }
  return writer.take();
}

/// The record by the keys of its fields, each value of its type.
Object members_of(model::List const& list, model::Record const& record) {
  auto value = model::as_json(list.schema, record);
  auto members = std::get<Object>(std::move(value.data));
  // A list of meetings has a field `body` of its own.
  std::string const key = list.schema.find("body") ? "body_text" : "body";
  if (!record.body.empty()) members.push_back({key, record.at, {body_text(record), record.at}});
  return members;
}

std::string json(model::List const& list) {
  Values records;
  for (auto const& record : list.records) records.push_back({members_of(list, record), record.at});
  return model::to_json({std::move(records), {}}, 1) + "\n";
}

Member member(std::string key, model::ValueData data) { return {std::move(key), {}, {std::move(data), {}}}; }

/// RFC 7946: longitude before latitude.
Value feature_of(model::List const& list, model::Record const& record, model::Field const& place) {
  auto const* at = record.find(place)->as<model::Coordinates>();
  Values position{{at->longitude.approximate(), {}}, {at->latitude.approximate(), {}}};
  auto properties = members_of(list, record);
  std::erase_if(properties, [&](Member const& one) { return one.key == place.key; });
  return {Object{member("type", "Feature"), member("id", record.id),
                 member("geometry", Object{member("type", "Point"), member("coordinates", std::move(position))}),
                 member("properties", std::move(properties))},
          {}};
}

/// A file of a list that is to be made, and how the page of open data calls it.
struct WantedFile {
  struct Made {
    std::string bytes;
    std::size_t records = 0;  ///< those that it holds
  };
  model::List const& list;
  std::string ending;
  std::string label;
  std::function<Made()> make;
};

/// Records without a place are left out, as there is no point on a map for them.
WantedFile::Made geojson(model::List const& list, model::Field const& place) {
  Values features;
  for (auto const& record : list.records) {
    auto const* value = record.find(place);
    if (value && value->as<model::Coordinates>()) features.push_back(feature_of(list, record, place));
  }
  auto const count = features.size();
  Value const all{Object{member("type", "FeatureCollection"), member("features", std::move(features))}, {}};
  return {model::to_json(all, 1) + "\n", count};
}

void want_files(model::List const& list, model::Site const& site, std::vector<WantedFile>& wanted) {
  using Made = WantedFile::Made;
  auto const count = list.records.size();
  wanted.push_back({list, ".csv", "CSV", [&, count] { return Made{csv(list, site.words), count}; }});
  wanted.push_back({list, ".xlsx", "XLSX", [&, count] { return Made{xlsx(list, site), count}; }});
  wanted.push_back({list, ".json", "JSON", [&, count] { return Made{json(list), count}; }});
  if (auto const* place = list.schema.first(model::FieldKind::coordinates); place && any_has(list, *place))
    wanted.push_back({list, ".geojson", "GeoJSON", [&, place] { return geojson(list, *place); }});
  for (auto const& set : model::open_data_sets()) {
    if (!fills(list, set.set)) continue;
    for (auto const& of : model::open_data_standards()) {
      wanted.push_back({list, fmt::format("-{}-{}.csv", set.key, of.key),
                        site.words.filled("open-data.standard", {{"standard", of.title}, {"set", set.title}}), [&] {
                          return Made{standard_csv(list, set.set, of.standard, site), count_in(list, set.set)};
                        }});
    }
  }
}

/// OWASP, CSV injection: what a spreadsheet program may take for the beginning of a formula, in full width, too.
bool may_be_formula(std::string_view text) {
  constexpr std::string_view wide[] = {"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};  // = + - @
  if (text.empty()) return false;
  return std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos ||
         std::any_of(std::begin(wide), std::end(wide), [&](std::string_view sign) { return text.starts_with(sign); });
}

}  // namespace

std::vector<ListColumn> columns_of(model::List const& list, model::Words const& words) {
  using Of = ListColumn::Of;
  auto const& id = model::understood_field(model::Role::id);
  std::vector<ListColumn> columns{{Of::id, nullptr, id.label}};
  for (auto const& field : list.schema.fields) {
    if (field.key != id.key) columns.push_back({Of::field, &field, field.label});
  }
  for (auto const& field : model::understood_fields()) {
    if (field.key != id.key && !list.schema.find(field.key) && any_has(list, field))
      columns.push_back({Of::field, &field, field.label});
  }
  for (auto at = columns.begin(); at != columns.end(); ++at) {
    bool const again = std::any_of(columns.begin(), at, [&](ListColumn const& one) { return one.label == at->label; });
    if (again && at->field) at->label += " (" + at->field->key + ")";
  }
  bool const bodies = std::any_of(list.records.begin(), list.records.end(),
                                  [](model::Record const& record) { return !record.body.empty(); });
  if (bodies) columns.push_back({Of::body, nullptr, std::string(words["open-data.body"])});
  return columns;
}

model::FieldValue const* value_of(ListColumn const& column, model::Record const& record) {
  return column.field ? record.find(*column.field) : nullptr;
}

std::string cell_text(ListColumn const& column, model::Record const& record, model::Words const& words) {
  if (column.of == ListColumn::Of::id) return record.id;
  if (column.of == ListColumn::Of::body) return body_text(record);
  auto const* value = value_of(column, record);
  if (!value) return {};
  if (auto const* rows = value->as<model::FieldRows>()) return rows_text(*column.field, *rows, words);
  auto const* several = value->several();
  if (!several) return model::exported_text(*value);
  std::vector<std::string> texts;
  for (auto const& item : *several) texts.push_back(model::exported_text(item));
  return model::written_together(texts);
}

void CsvWriter::cell(std::string_view text, Cell kind) {
  if (row_begun_) out_ += ',';
  row_begun_ = true;
  bool const harmful = kind == Cell::words && may_be_formula(text);
  bool const quoted = harmful || text.find_first_of(",\"\r\n") != text.npos;
  if (quoted) out_ += '"';
  if (harmful) out_ += '\'';
  for (char c : text) {
    if (c == '"') out_ += '"';
    out_ += c;
  }
  if (quoted) out_ += '"';
}

void CsvWriter::end_row() {
  out_ += "\r\n";
  row_begun_ = false;
}

Exports exports_of(model::Site const& site, unsigned jobs) {
  std::vector<WantedFile> wanted;
  for (auto const& list : site.lists) want_files(list, site, wanted);
  std::vector<WantedFile::Made> made(wanted.size());
  // A workbook takes as long as all else together: begun last it would keep one thread busy and all others waiting.
  std::vector<std::size_t> order(wanted.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return wanted[i].ending == ".xlsx"; });
  base::parallel_for(order.size(), jobs, [&](std::size_t i) { made[order[i]] = wanted[order[i]].make(); });
  Exports exports;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    auto const& file = wanted[i];
    auto const path = fmt::format("open-data/{}{}", file.list.slug, file.ending);
    exports.data.push_back({file.list.slug, path, file.label, made[i].bytes.size(), made[i].records});
    exports.files.push_back({path, std::move(made[i].bytes)});
  }
  auto dates = calendars(site);
  std::move(dates.begin(), dates.end(), std::back_inserter(exports.files));
  add_feeds(site, exports);
  return exports;
}

}  // namespace tebiki::exporting
