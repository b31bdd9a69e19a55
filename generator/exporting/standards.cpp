// The data sets of Japan's open-data standards: which records are in one, and what stands in its columns.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/unicode.hpp"
#include "exporting/exporting.hpp"

namespace tebiki::exporting {
namespace {

using model::ExportColumn;
using model::Field;
using model::FieldValue;
using model::OpenDataColumn;
using model::OpenDataSet;
using model::Record;
using Content = OpenDataColumn::Content;

ExportColumn const* column_of(Field const& field, OpenDataSet set) {
  auto const found = std::find_if(field.exports.begin(), field.exports.end(),
                                  [&](ExportColumn const& column) { return column.set == set; });
  return found == field.exports.end() ? nullptr : &*found;
}

/// Each value of a field as text; one that holds several gives several.
std::vector<std::string> texts_of(FieldValue const* value) {
  std::vector<std::string> texts;
  if (!value) return texts;
  if (auto const* several = value->several()) {
    for (auto const& item : *several) texts.push_back(model::exported_text(item));
  } else {
    texts.push_back(model::exported_text(*value));
  }
  return texts;
}

bool contains(std::vector<std::string> const& words, std::string const& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The values of a field that its column takes.
std::vector<std::string> taken(Field const& field, ExportColumn const& column, Record const& record) {
  auto texts = texts_of(record.find(field));
  std::erase_if(texts, [&](std::string const& text) {
    return (!column.only.empty() && !contains(column.only, text)) || contains(column.except, text);
  });
  return texts;
}

/// A record is in a data set unless a field that chooses has none of the values for it.
bool is_in(Record const& record, model::List const& list, OpenDataSet set) {
  return std::all_of(list.schema.fields.begin(), list.schema.fields.end(), [&](Field const& field) {
    auto const* column = column_of(field, set);
    bool const chooses = column && (!column->only.empty() || !column->except.empty());
    return !chooses || !taken(field, *column, record).empty();
  });
}

std::string joined(std::vector<std::string> const& texts, std::string_view between) {
  std::string out;
  for (auto const& text : texts) out.append(out.empty() ? "" : between).append(text);
  return out;
}

std::string with_semicolons(std::string text) {
  auto const comma = model::written_separator();
  for (auto at = text.find(comma); at != text.npos; at = text.find(comma, at + 1)) text.replace(at, comma.size(), ";");
  return text;
}

/// Hiragana as katakana; all else stays.
std::string katakana(std::string_view text) {
  constexpr char32_t first = 0x3041, last = 0x3096, distance = 0x60;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = base::next_character(text, at);
    base::append_utf8(out, c >= first && c <= last ? c + distance : c);
  }
  return out;
}

/// 09:00. A time on the next day is one of that day.
std::string clock(std::int16_t minutes) {
  if (minutes == model::TimeRange::unsaid) return {};
  auto const of_day = minutes > model::minutes_of_day ? minutes - model::minutes_of_day : minutes;
  return fmt::format("{:02}:{:02}", of_day / 60, of_day % 60);
}

/// When it opens first, and when it closes last.
std::string half_of(model::Hours const& hours, std::size_t half) {
  if (hours.count == 0) return {};
  return half == 0 ? clock(hours.ranges.front().from) : clock(hours.ranges[std::size_t(hours.count - 1)].until);
}

/// Whether a value says more than its columns can hold: hours with a break at noon or in words, several days.
bool needs_note(Field const& field, ExportColumn const& column, FieldValue const& value) {
  if (auto const* several = value.several()) return field.kind == model::FieldKind::date && several->size() > 1;
  if (field.kind != model::FieldKind::hours || column.headings.size() < 2) return false;
  auto const* hours = value.as<model::Hours>();
  return hours ? hours->count > 1 : !value.is_absent();
}

/// Makes the rows of one data set in the words of one standard.
class StandardTable {
 public:
  StandardTable(model::List const& list, OpenDataSet set, model::OpenDataStandard standard, model::Site const& site)
      : list_(list), set_(set), standard_(standard), site_(site), columns_(model::open_data_columns(set, standard)) {}

  std::string csv() const {
    CsvWriter writer;
    for (auto const& column : columns_) writer.cell(column.heading);
    writer.end_row();
    for (auto const& record : list_.records) {
      if (!is_in(record, list_, set_)) continue;
      for (auto const& service : services_of(record)) {
        for (std::size_t i = 0; i < columns_.size(); ++i) writer.cell(cell(i, record, service));
        writer.end_row();
      }
    }
    return writer.take();
  }

 private:
  /// Care offices have a row for each of their services, as in the national data; all else has one row.
  std::vector<std::string> services_of(Record const& record) const {
    std::vector<std::string> services;
    for (auto const& field : list_.schema.fields) {
      auto const* fills = set_ == OpenDataSet::care ? column_of(field, set_) : nullptr;
      if (fills && is_several(fills->headings.front())) services = taken(field, *fills, record);
    }
    if (services.empty()) services.emplace_back();
    return services;
  }

  bool is_several(std::string_view heading) const {
    return std::any_of(columns_.begin(), columns_.end(), [&](OpenDataColumn const& column) {
      return column.heading == heading && column.content == Content::several;
    });
  }

  std::string cell(std::size_t index, Record const& record, std::string const& service) const {
    auto const& column = columns_[index];
    // The first columns say whose data it is, later ones where something stands: known only with an address.
    constexpr std::size_t leading = 4;
    auto const* municipality = index < leading || has_address(record) ? municipality_of(record) : nullptr;
    switch (column.content) {
      case Content::code:
        return municipality ? municipality->code : std::string();
      case Content::prefecture:
        return municipality ? std::string(model::prefecture_of(municipality->code)) : std::string();
      case Content::municipality:
        return municipality ? municipality->name : std::string();
      case Content::id:
        return record.id;
      case Content::several:
        return service.empty() ? from_fields(column, record) : service;
      default:
        return of_service(column, record, service).value_or(from_fields(column, record));
    }
  }

  /// What rows of the record's say of that service alone: rows of which the first column names it, and another fills
  /// this column. Nothing where they say nothing, so that what the record says holds for the service, too.
  std::optional<std::string> of_service(OpenDataColumn const& column, Record const& record,
                                        std::string const& service) const {
    for (auto const& field : list_.schema.fields) {
      auto const* value = service.empty() ? nullptr : record.find(field);
      auto const* rows = value ? value->as<model::FieldRows>() : nullptr;
      for (auto const& part : field.fields) {
        auto const* fills = rows ? column_of(part, set_) : nullptr;
        if (!fills || model::heading_in(standard_, fills->headings.front()) != column.heading) continue;
        bool of_others = false;
        for (auto const& row : rows->rows) {
          auto const *own = row.find(part.slot), *named = row.find(field.fields.front().slot);
          if (own && named && contains(texts_of(named), service)) return model::exported_text(*own);
          of_others = of_others || own;
        }
        // How many places a house has is not how many one of its services has.
        if (of_others && part.kind == model::FieldKind::number) return std::string();
      }
    }
    return std::nullopt;
  }

  bool has_address(Record const& record) const {
    auto const* field = list_.schema.with_role(model::Role::address);
    return field && column_of(*field, set_) && record.find(*field);
  }

  /// The file of an area holds what belongs to that. In the file of all a record is of the first area that it names.
  model::Municipality const* municipality_of(Record const& record) const {
    if (!site_.area.empty()) return site_.municipality ? &*site_.municipality : nullptr;
    auto const named = texts_of(record.find(list_.schema.field_for(model::Role::area)));
    for (auto const& area : site_.areas) {
      bool const own = contains(named, area.id) || contains(named, area.label);
      if (own && area.municipality) return &*area.municipality;
    }
    return site_.municipality ? &*site_.municipality : nullptr;
  }

  std::string from_fields(OpenDataColumn const& column, Record const& record) const {
    std::vector<std::string> parts;
    for (auto const& field : list_.schema.fields) {
      auto const* fills = column_of(field, set_);
      if (!fills) continue;
      auto const* value = record.find(field);
      for (std::size_t half = 0; half < fills->headings.size(); ++half) {
        if (model::heading_in(standard_, fills->headings[half]) != column.heading) continue;
        auto text = text_in(column, field, *fills, half, record);
        if (!text.empty()) parts.push_back(std::move(text));
      }
      if (column.content == Content::note && value && needs_note(field, *fills, *value))
        parts.push_back(model::written_together(texts_of(value)));
    }
    return joined(parts, model::written_gap());
  }

  std::string text_in(OpenDataColumn const& column, Field const& field, ExportColumn const& fills, std::size_t half,
                      Record const& record) const {
    auto const* value = record.find(field);
    if (!value) return {};
    if (auto const* hours = value->as<model::Hours>(); hours && column.content == Content::clock)
      return half_of(*hours, half);
    if (column.content == Content::clock) return {};
    if (auto const* place = value->as<model::Coordinates>(); place && fills.headings.size() == 2)
      return model::text_of(half == 0 ? place->latitude : place->longitude);
    auto texts = taken(field, fills, record);
    if (field.kind == model::FieldKind::date && texts.size() > 1) texts.resize(1);
    if (column.content == Content::several) return with_semicolons(joined(texts, ";"));
    auto text = model::written_together(texts);
    return column.content == Content::katakana ? katakana(text) : text;
  }

  model::List const& list_;
  OpenDataSet set_;
  model::OpenDataStandard standard_;
  model::Site const& site_;
  std::vector<OpenDataColumn> const& columns_;
};

}  // namespace

std::string standard_csv(model::List const& list, OpenDataSet set, model::OpenDataStandard standard,
                         model::Site const& site) {
  return StandardTable(list, set, standard, site).csv();
}

std::size_t count_in(model::List const& list, OpenDataSet set) {
  return std::size_t(std::count_if(list.records.begin(), list.records.end(),
                                   [&](Record const& record) { return is_in(record, list, set); }));
}

bool fills(model::List const& list, OpenDataSet set) {
  return std::any_of(list.schema.fields.begin(), list.schema.fields.end(),
                     [&](Field const& field) { return column_of(field, set) != nullptr; });
}

}  // namespace tebiki::exporting
