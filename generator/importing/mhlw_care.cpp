#include "importing/mhlw_care.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "importing/merge.hpp"
#include "importing/municipality.hpp"
#include "importing/office.hpp"
#include "importing/service_kinds.hpp"
#include "importing/source_files.hpp"
#include "importing/withdrawn.hpp"

namespace tebiki::importing {

namespace {

using model::Value;
using support::Diagnostics;

std::string lower_case(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

/// The office number of a record: its own field, or its id when that is one.
std::string number_of(Value const& record) {
  std::string const own = office_number_of(record.text_of("office_number"));
  return own.empty() ? office_number_of(record.text_of("id")) : own;
}

class Import {
 public:
  Import(SourceData const& source, std::vector<Value> const& existing, std::vector<Listed> const& elsewhere,
         Diagnostics& diagnostics)
      : source_(source), surroundings_(source.offices), diagnostics_(diagnostics) {
    result_.records = existing;
    result_.offices = source.offices.size();
    for (std::size_t i = 0; i < existing.size(); ++i) {
      std::string const number = number_of(existing[i]);
      if (!number.empty()) places_.try_emplace(number, i);
    }
    for (Listed const& listed : elsewhere) {
      std::string const number = number_of(listed.record);
      if (!number.empty()) elsewhere_.try_emplace(number, listed.place);
    }
  }

  Imported run() {
    for (OfficeRows const& rows : source_.offices) take(rows);
    for (auto const& [number, place] : places_) {
      if (!source_.all_offices.contains(number) && should_be_there(result_.records[place])) report_vanished(place);
    }
    return std::move(result_);
  }

 private:
  void take(OfficeRows const& rows) {
    auto const place = places_.find(rows.front().office_number);
    if (place != places_.end()) return update(result_.records[place->second], rows);
    auto const listed = elsewhere_.find(rows.front().office_number);
    if (listed != elsewhere_.end()) return report_listed(rows.front(), listed->second);
    Value record{model::Object{}, {}};
    std::vector<std::string> changed;
    model::Object fields = office_fields(rows, record, surroundings_, diagnostics_);
    fields.insert(fields.begin(), {"id", {}, Value{lower_case(rows.front().office_number), {}}});
    result_.records.push_back(merged(record, std::move(fields), source_.covered_services, changed));
    ++result_.added;
  }

  void update(Value& record, OfficeRows const& rows) {
    report_withdrawn(rows, record, source_.covered_services, diagnostics_);
    std::vector<std::string> changed;
    model::Object fields = office_fields(rows, record, surroundings_, diagnostics_);
    record = merged(record, std::move(fields), source_.covered_services, changed);
    if (changed.empty()) {
      ++result_.unchanged;
    } else {
      ++result_.changed;
      result_.changes.push_back(
          {std::string(record.text_of("id")), std::string(record.text_of("name")), std::move(changed)});
    }
  }

  /// Whether the files would have the record's office if it still existed: they are about one of its services and
  /// its municipality.
  bool should_be_there(Value const& record) const {
    Value const* services = record.find("services");
    bool covered = false;
    if (services && services->list()) {
      for (Value const& service : *services->list()) {
        auto const kind = service_kind(service.text() ? *service.text() : "");
        covered = covered || (kind && source_.covered_services.contains(kind->name));
      }
    }
    std::string_view const address = record.text_of("address");
    bool const near = address.empty() || std::any_of(source_.municipality_names.begin(),
                                                     source_.municipality_names.end(), [&](std::string const& name) {
                                                       return address.find(name) != std::string_view::npos;
                                                     });
    return covered && near;
  }

  void report_listed(SourceRow const& row, std::string const& place) {
    diagnostics_.warning(row.at(Column::office_number), "import-already-listed",
                         {fmt::format("事業所番号 {} は、{} にもあります。二重に載らないよう、取り込みませんでした。",
                                      row.office_number, place),
                          fmt::format("Office {} also stands at {}. It was left out, so that it is not listed twice.",
                                      row.office_number, place)},
                         {"元のデータで載せるなら、そちらの記録を消して、もう一度取り込んでください。",
                          "To list it from these files, remove that record and import again."});
  }

  void report_vanished(std::size_t place) {
    Value const& record = result_.records[place];
    std::string const name(record.text_of("name"));
    std::string const number = number_of(record);
    ++result_.vanished;
    diagnostics_.warning(record.at, "import-vanished",
                         {fmt::format("「{}」（事業所番号 {}）が、取り込むファイルにありません。", name, number),
                          fmt::format("\"{}\" (office {}) is not in the files any more.", name, number)},
                         {"記録は残しました。廃止や移転でないか確かめて、なくなったのなら一覧から消してください。",
                          "The record was kept. See whether the office closed or moved, and remove it if it did."});
  }

  SourceData const& source_;
  Surroundings surroundings_;
  Diagnostics& diagnostics_;
  Imported result_;
  std::map<std::string, std::size_t> places_;
  std::map<std::string, std::string> elsewhere_;  ///< office number → file and line
};

void report_municipality(std::string const& municipality, Diagnostics& diagnostics) {
  diagnostics.error({}, "import-municipality",
                    {fmt::format("「{}」は市区町村コードではありません。", municipality),
                     fmt::format("\"{}\" is no municipality code.", municipality)},
                    {"検査数字を含む6桁か、含まない5桁で書いてください。平塚市は「142034」か「14203」です。",
                     "Write six digits with the check digit, or five without. Hiratsuka is 142034 or 14203."});
}

void report_no_rows(std::string const& municipality, Diagnostics& diagnostics) {
  diagnostics.error({}, "import-no-rows",
                    {fmt::format("市区町村コード「{}」の事業所が、ファイルに一つもありません。", municipality),
                     fmt::format("The files have no office of municipality \"{}\".", municipality)},
                    {"コードとファイルを確かめてください。", "Check the code and the files."});
}

}  // namespace

Imported import_mhlw_care(std::vector<ImportFile> const& files, std::string const& municipality,
                          std::vector<Value> const& existing, std::vector<Listed> const& elsewhere,
                          support::Sources const& sources, Diagnostics& diagnostics) {
  Imported nothing;
  nothing.records = existing;
  auto const wanted = Municipality::parse(municipality);
  if (!wanted) {
    report_municipality(municipality, diagnostics);
    return nothing;
  }
  Diagnostics doubts;
  SourceData const source = read_source(files, *wanted, sources, doubts);
  if (source.offices.empty() && !doubts.has_errors()) report_no_rows(municipality, doubts);
  Imported result = Import(source, existing, elsewhere, doubts).run();
  for (support::Diagnostic& doubt : doubts.sorted(sources)) {
    bool const warning = doubt.severity == support::Severity::warning;
    result.doubts += warning;
    warning ? diagnostics.warning(doubt.at, doubt.code, std::move(doubt.message), std::move(doubt.hint))
            : diagnostics.error(doubt.at, doubt.code, std::move(doubt.message), std::move(doubt.hint));
  }
  return result;
}

std::string records_json(std::vector<Value> const& records) {
  return model::to_json(Value{model::Values(records.begin(), records.end()), {}}, 2) + "\n";
}

support::Words summary(Imported const& imported) {
  return {
      fmt::format("{}件：新規 {}、変更 {}、変わらず {}。元のデータにない記録 {}。確かめたい点 {}。", imported.offices,
                  imported.added, imported.changed, imported.unchanged, imported.vanished, imported.doubts),
      fmt::format("{} offices: {} new, {} changed, {} as before. {} records without source. {} doubts.",
                  imported.offices, imported.added, imported.changed, imported.unchanged, imported.vanished,
                  imported.doubts)};
}

}  // namespace tebiki::importing
