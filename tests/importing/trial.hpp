#pragma once
#include <map>
#include <string>
#include <vector>

#include "importing/import.hpp"

namespace tebiki::importing {

/// The header of the national files.
inline std::string const header =
    "都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,"
    "方書（ビル名等）,"
    "緯度,経度,電話番号,FAX番号,法人番号,法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員,URL,"
    "高齢者の方と障害者の方が同時一体的に利用できるサービス,介護保険の通常の指定基準を満たしている,"
    "障害福祉の通常の指定基準を満たしている,備考\r\n";

/// A row of a fictional office, some of whose cells are others. Values that hold commas come with their quotes.
inline std::string row(std::map<std::string, std::string> const& cells = {}) {
  std::map<std::string, std::string> all = {{"code", "142034"},
                                            {"No", "1499999999"},
                                            {"pref", "神奈川県"},
                                            {"city", "平塚市"},
                                            {"name", "見本ケア"},
                                            {"kana", "ミホンケア"},
                                            {"service", "訪問看護"},
                                            {"address", "神奈川県平塚市見本町1-2"},
                                            {"lat", "35.331283200000000"},
                                            {"lon", "139.362483600000020"},
                                            {"tel", "0463-00-0001"},
                                            {"number", "1499999999"}};
  for (auto const& [key, value] : cells) all[key] = value;
  std::string line;
  for (char const* key : {"code",     "No",        "pref",     "city", "name", "kana",    "service", "address",
                          "building", "lat",       "lon",      "tel",  "fax",  "corpnum", "corp",    "number",
                          "days",     "days_note", "capacity", "url",  "x1",   "x2",      "x3",      "note"}) {
    line += (line.empty() ? "" : ",") + all[key];
  }
  return line + "\r\n";
}

/// A schema whose fields have these labels, by key.
inline model::Schema labelled(std::map<std::string, std::string> const& labels) {
  model::Schema schema;
  for (auto const& [key, label] : labels) {
    schema.fields.emplace_back();
    schema.fields.back().key = key;
    schema.fields.back().label = label;
  }
  return schema;
}

/// Imports files that live in memory.
struct Trial {
  base::Sources sources;
  base::Diagnostics diagnostics;
  std::string source = "mhlw-care";
  std::vector<ImportFile> files;
  std::string municipality = "142034";
  std::vector<model::Value> existing;
  Baseline baseline;
  std::vector<Listed> elsewhere;
  model::Schema schema = labelled({{"tel", "電話"}, {"capacity", "定員・病床数"}});
  std::vector<model::Area> areas;

  void file(std::string const& path, std::string const& text) { files.push_back({path, sources.add(path, text)}); }
  Imported run() {
    ListBefore const before{existing, baseline, elsewhere, schema, areas};
    return importer(source)->import({files, municipality, before, sources}, diagnostics);
  }
  /// Goes on from what an import left; its files are forgotten.
  void next(Imported const& imported) {
    existing = imported.records;
    baseline = imported.baseline;
    files.clear();
  }
  /// One file with these rows, imported; the first record.
  model::Value record(std::string const& rows) {
    file("jigyosho_130.csv", header + rows);
    auto const records = run().records;
    return records.empty() ? model::Value{} : records.front();
  }
  std::vector<base::Diagnostic> mistakes() const { return diagnostics.sorted(sources); }
  std::vector<std::string> messages() const {
    std::vector<std::string> all;
    for (auto const& mistake : mistakes()) all.push_back(mistake.message.ja);
    return all;
  }
  /// `file:line:column` of a mistake.
  std::string place(base::Diagnostic const& mistake) const {
    auto const place = sources.place(mistake.at);
    return sources.path(mistake.at.file) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
  }
};

/// What is told of an import into a list whose fields have no labels.
inline std::string reported(Imported const& imported) {
  return report(imported, {}, "lists/facilities/mhlw-care.json").ja;
}

inline model::Value object(model::Object members) { return {std::move(members), {}}; }
inline model::Member member(std::string key, std::string text) { return {std::move(key), {}, {std::move(text), {}}}; }
inline model::Member list_member(std::string key, std::vector<std::string> const& texts) {
  model::Values values;
  for (std::string const& text : texts) values.push_back({text, {}});
  return {std::move(key), {}, {std::move(values), {}}};
}

}  // namespace tebiki::importing
