// What is lost on the way into the data sets of open-data standards (`x-export`).
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "loading/records/schema.hpp"
#include "model/open_data.hpp"

namespace tebiki::loading {
namespace {

using model::ExportColumn;
using model::Field;
using model::FieldKind;
using model::OpenDataSet;
using Content = model::OpenDataColumn::Content;

model::OpenDataSetEntry const& entry_of(OpenDataSet set) {
  return model::open_data_sets()[static_cast<std::size_t>(set)];
}

Content content_of(OpenDataSet set, std::string_view heading) {
  for (auto const& standard : model::open_data_standards()) {
    for (auto const& column : model::open_data_columns(set, standard.standard)) {
      if (column.heading == heading) return column.content;
    }
  }
  return Content::words;
}

bool holds_times(ExportColumn const& column) {
  return std::any_of(column.headings.begin(), column.headings.end(),
                     [&](auto const& heading) { return content_of(column.set, heading) == Content::clock; });
}

/// Whether a column takes the words of several fields, one behind the other.
bool takes_several(OpenDataSet set, std::string_view heading) {
  return content_of(set, heading) == Content::note || heading == "備考" || heading == "説明";
}

void wrong_columns(Field const& field, ExportColumn const& column, base::Message what, base::Message remedy,
                   base::Diagnostics& diagnostics) {
  diagnostics.error(column.at, "export-columns",
                    {fmt::format("「{}」は、{}", field.label, what.ja), fmt::format("“{}” {}", field.label, what.en)},
                    std::move(remedy));
}

/// Times go into two columns of times, places into latitude and longitude, and nothing else goes there.
void check_kind(Field const& field, ExportColumn const& column, base::Diagnostics& diagnostics) {
  auto const& headings = column.headings;
  bool const two = headings.size() == 2;
  auto const& set = entry_of(column.set).title;
  if (field.kind == FieldKind::coordinates && !(two && headings[0] == "緯度" && headings[1] == "経度")) {
    wrong_columns(field, column,
                  {"緯度と経度を、この順に別々の列に入れます。", "goes into two columns, in this order."},
                  {"「[\"緯度\", \"経度\"]」と書いてください。", "Write [\"緯度\", \"経度\"]."}, diagnostics);
  }
  if (!holds_times(column)) {
    if (field.kind != FieldKind::hours || !two) return;
    return wrong_columns(field, column, {fmt::format("時刻の列に入れます（{}）。", set), "goes into columns of times."},
                         {"「[\"診療開始時間\", \"診療終了時間\"]」のように、開始と終了の列を書いてください。",
                          "Write the columns of beginning and end."},
                         diagnostics);
  }
  bool const in_order = two && headings[0] != headings[1] && headings[0].find("開始") != std::string::npos &&
                        headings[1].find("終了") != std::string::npos;
  if (field.kind == FieldKind::hours && in_order) return;
  if (field.kind == FieldKind::hours) {
    return wrong_columns(field, column,
                         {"始まりと終わりを、この順に別々の列に入れます。このままでは、片方の時刻が失われます。",
                          "goes into two columns, beginning and end in this order; otherwise a time is lost."},
                         {fmt::format("「[\"{0}開始時間\", \"{0}終了時間\"]」と書いてください。",
                                      column.set == OpenDataSet::medical ? "診療" : ""),
                          "Name both columns."},
                         diagnostics);
  }
  wrong_columns(field, column,
                {fmt::format("時刻の列「{}」に入りません。値は空になります。", headings.front()),
                 fmt::format("cannot go into the column of times “{}”, which stays empty.", headings.front())},
                {"この項目の「format」を「hours」にするか、ほかの列の名前に直してください。",
                 "Make the format of this field hours, or name another column."},
                diagnostics);
}

/// Two fields in one column.
void check_columns(model::Schema const& schema, base::Diagnostics& diagnostics) {
  std::map<std::pair<OpenDataSet, std::string_view>, Field const*> taken;
  for (auto const& field : schema.fields) {
    for (auto const& column : field.exports) {
      check_kind(field, column, diagnostics);
      for (auto const& heading : column.headings) {
        auto const name = model::heading_in(model::OpenDataStandard::recommended, heading);
        auto const [first, fresh] = taken.try_emplace({column.set, name}, &field);
        if (fresh || first->second == &field || takes_several(column.set, heading)) continue;
        wrong_columns(field, column,
                      {fmt::format("列「{}」に入りますが、そこには「{}」も入ります。", heading, first->second->label),
                       fmt::format("goes into “{}”, and so does “{}”.", heading, first->second->label)},
                      {"どちらかの x-export を、ほかの列の名前に直すか、消してください。",
                       "Name another column for one of the two, or remove its x-export."},
                      diagnostics);
      }
    }
  }
}

std::vector<std::string> texts_of(model::FieldValue const* value) {
  std::vector<std::string> texts;
  if (!value) return texts;
  if (!value->several()) return {model::exported_text(*value)};
  for (auto const& item : *value->several()) texts.push_back(model::exported_text(item));
  return texts;
}

bool holds(std::vector<std::string> const& words, std::string const& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Whether a column takes a value, or says that it is left out on purpose.
bool is_decided(ExportColumn const& column, std::string const& text) {
  return column.only.empty() || holds(column.only, text) || holds(column.except, text);
}

/// Records that are in no data set because a field that chooses says nothing of them.
void check_choices(model::List const& list, Field const& field, base::Diagnostics& diagnostics) {
  auto const chooses = [](ExportColumn const& column) { return !column.only.empty() || !column.except.empty(); };
  auto const chooser = std::find_if(field.exports.begin(), field.exports.end(), chooses);
  if (chooser == field.exports.end()) return;
  std::size_t without = 0, undecided = 0;
  std::set<std::string> words;
  for (auto const& record : list.records) {
    auto const texts = texts_of(record.find(field));
    if (texts.empty()) ++without;
    auto const lost = [&](std::string const& text) {
      return std::none_of(field.exports.begin(), field.exports.end(),
                          [&](auto const& column) { return is_decided(column, text); });
    };
    for (auto const& text : texts) {
      if (lost(text)) words.insert(text);
    }
    if (std::any_of(texts.begin(), texts.end(), lost)) ++undecided;
  }
  if (without > 0) {
    diagnostics.warning(chooser->at, "export-choices",
                        {fmt::format("「{}」が書かれていない{}件の記録は、「{}」のデータに入りません。", field.label,
                                     without, entry_of(chooser->set).title),
                         fmt::format("{} records without “{}” are not in the data set “{}”.", without, field.label,
                                     entry_of(chooser->set).key)},
                        {fmt::format("その記録に「{}」を書き足してください。", field.label),
                         fmt::format("Give these records “{}”.", field.label)});
  }
  if (words.empty()) return;
  auto const names = fmt::format("「{}」", fmt::join(words, "」「"));
  diagnostics.warning(
      chooser->at, "export-choices",
      {fmt::format("「{}」の{}は「only」のどれにもないので、{}件の記録のその値は、どのデータにも入りません。",
                   field.label, names, undecided),
       fmt::format("No “only” of “{}” names {}: {} records have a value that is in no data set.", field.label, names,
                   undecided)},
      {"「only」に書き足してください。入れないと決めたものは、「except」に書きます。",
       "Add it to “only”; what is left out on purpose goes into “except”."});
}

/// Of a site of several municipalities, what belongs to all of them.
void check_areas(model::List const& list, model::Site const& site, base::Diagnostics& diagnostics) {
  if (site.municipality || site.areas.empty()) return;
  auto const exported = std::find_if(list.schema.fields.begin(), list.schema.fields.end(),
                                     [](Field const& field) { return !field.exports.empty(); });
  if (exported == list.schema.fields.end()) return;
  auto const& area_field = list.schema.field_for(model::Role::area);
  auto const is_of_area = [&](model::Record const& record) {
    auto const named = texts_of(record.find(area_field));
    return std::any_of(site.areas.begin(), site.areas.end(),
                       [&](model::Area const& area) { return holds(named, area.id) || holds(named, area.label); });
  };
  auto const count = std::count_if(list.records.begin(), list.records.end(),
                                   [&](model::Record const& record) { return !is_of_area(record); });
  if (count == 0) return;
  diagnostics.warning(
      exported->exports.front().at, "export-areas",
      {fmt::format("どの地域のものでもない{}件の記録は、標準のデータで団体コードが空になります。", count),
       fmt::format("{} records of no area have no code of a municipality in the data sets.", count)},
      {"その記録の地域（areas）を書くか、site.json に全体の「municipality」を書いてください。",
       "Name their areas, or give site.json a municipality of the whole."});
}

}  // namespace

void check_exports(model::Site const& site, base::Diagnostics& diagnostics) {
  for (auto const& list : site.lists) {
    check_columns(list.schema, diagnostics);
    bool const whole =
        list.completeness == model::Completeness::whole && list.schema.completeness == model::Completeness::whole;
    if (!whole) continue;
    for (auto const& field : list.schema.fields) check_choices(list, field, diagnostics);
    check_areas(list, site, diagnostics);
  }
}

}  // namespace tebiki::loading
