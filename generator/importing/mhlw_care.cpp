#include "importing/mhlw_care.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "importing/field_words.hpp"
#include "importing/municipality.hpp"
#include "importing/service_kinds.hpp"
#include "importing/source_files.hpp"
#include "model/json.hpp"

namespace tebiki::importing {

namespace {

using base::Diagnostics;
using model::Value;

std::string lower_case(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

/// The office number of a record: its own field, or its id when that is one.
std::string number_of(Value const& record) {
  std::string const own = office_number_of(record.text_of("office_number"));
  return own.empty() ? office_number_of(record.text_of("id")) : own;
}

/// Fields that are made of the services, of which the whole table is known.
bool is_of_services(std::string_view key) {
  constexpr std::string_view keys[] = {"services", "days", "days_note", "capacity", "service_details"};
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

class Import {
 public:
  Import(SourceData const& source, ListBefore const& before, Diagnostics& diagnostics)
      : source_(source), surroundings_(source.offices), schema_(before.schema), diagnostics_(diagnostics) {
    result_.records = before.records;
    result_.baseline = before.baseline;
    result_.offices = source.offices.size();
    for (std::size_t i = 0; i < before.records.size(); ++i) {
      std::string const number = number_of(before.records[i]);
      if (!number.empty()) places_.try_emplace(number, i);
    }
    for (Listed const& listed : before.elsewhere) {
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
    std::string const& number = rows.front().office_number;
    auto const place = places_.find(number);
    auto const listed = elsewhere_.find(number);
    auto const said = result_.baseline.find(number);
    if (place != places_.end()) {
      update(result_.records[place->second], rows);
    } else if (listed != elsewhere_.end()) {
      report_listed(rows.front(), listed->second);
    } else if (said != result_.baseline.end()) {
      said->second = {{}, {}, LastSaid::Listing::removed};
      result_.removed.push_back(number);
    } else {
      add(rows);
    }
  }

  void add(OfficeRows const& rows) {
    OfficeReading reading = read_office(rows, {}, source_.covered_services, surroundings_, diagnostics_);
    model::Object fields = reading.fields;
    fields.insert(fields.begin(), {"id", {}, Value{lower_case(rows.front().office_number), {}}});
    result_.records.push_back({std::move(fields), {}});
    ++result_.added;
    note_mends(result_.records.back(), std::move(reading.mends));
    remember(rows, std::move(reading));
  }

  void update(Value& record, OfficeRows const& rows) {
    auto const said = result_.baseline.find(rows.front().office_number);
    bool const known = said != result_.baseline.end() && said->second.listing == LastSaid::Listing::listed;
    OfficeBefore const before{&record, known ? &said->second.fields : nullptr,
                              known ? said->second.services : Services{}, known ? said->second.conflicts : Conflicts{}};
    OfficeReading reading = read_office(rows, before, source_.covered_services, surroundings_, diagnostics_);
    if (known) keep_uncovered(reading, said->second);
    Merged merged = merge(record, before.last, reading.fields);
    report(merged, record, rows, before);
    record = std::move(merged.record);
    note_changes(record, std::move(merged.changes), std::move(reading.mends));
    remember(rows, std::move(reading));
  }

  /// Where a file of one of the office's services was not given, what is missing may stand there.
  void keep_uncovered(OfficeReading& reading, LastSaid const& last) const {
    bool const covered = std::all_of(last.services.begin(), last.services.end(), [&](Service const& service) {
      return source_.covered_services.contains(service.name);
    });
    if (covered) return;
    reading.conflicts.insert(last.conflicts.begin(), last.conflicts.end());
    for (model::Member const& member : last.fields) {
      bool const given = std::any_of(reading.fields.begin(), reading.fields.end(),
                                     [&](model::Member const& m) { return m.key == member.key; });
      if (!given && !is_of_services(member.key)) reading.fields.push_back(member);
    }
  }

  void remember(OfficeRows const& rows, OfficeReading reading) {
    result_.baseline.insert_or_assign(rows.front().office_number,
                                      LastSaid{std::move(reading.fields), std::move(reading.services),
                                               LastSaid::Listing::listed, std::move(reading.conflicts)});
  }

  void note_changes(Value const& record, std::vector<FieldChange> changes, std::vector<Mend> mends) {
    std::erase_if(mends, [&](Mend const& mend) {
      return std::none_of(changes.begin(), changes.end(),
                          [&](FieldChange const& change) { return change.key == mend.key; });
    });
    note_mends(record, std::move(mends));
    ++(changes.empty() ? result_.unchanged : result_.changed);
    if (changes.empty()) return;
    result_.changes.push_back({std::string(record.text_of("id")), std::string(record.text_of("name")),
                               std::move(changes), static_cast<std::size_t>(&record - result_.records.data())});
  }

  void note_mends(Value const& record, std::vector<Mend> mends) {
    if (mends.empty()) return;
    result_.mends.push_back({std::string(record.text_of("id")), std::string(record.text_of("name")), std::move(mends)});
  }

  void report(Merged const& merged, Value const& record, OfficeRows const& rows, OfficeBefore const& before) {
    for (std::string const& key : merged.withdrawn) report_withdrawn(key, *record.find(key), rows.front());
    for (Disagreement const& some : merged.disagreements) report_disagreement(some, rows.front());
    if (!before.last) report_ended_services(record, rows);
  }

  /// Nothing is known of the last import, so nothing is taken away: services that the office may have given up.
  void report_ended_services(Value const& record, OfficeRows const& rows) {
    Value const* services = record.find("services");
    for (Value const& service : services && services->list() ? *services->list() : model::Values{}) {
      auto const kind = service_kind(service.text() ? *service.text() : "");
      if (!kind || !source_.covered_services.contains(kind->name)) continue;
      bool const given =
          std::any_of(rows.begin(), rows.end(), [&](SourceRow const& row) { return row.service == kind->name; });
      if (given) continue;
      SourceRow const& row = rows.front();
      diagnostics_.warning(
          row.at(Column::service), "import-service-ended",
          {fmt::format("事業所番号 {} のサービス「{}」が、元のデータにありません。", row.office_number,
                       *service.text()),
           fmt::format("Office {}: its service \"{}\" is not in the files.", row.office_number, *service.text())},
          {"一覧には残しました。事業所に確かめ、終わっていれば消してください。",
           "It was kept in the list. Ask the office, and remove it if it has ended."});
    }
  }

  void report_withdrawn(std::string const& key, Value const& value, SourceRow const& row) {
    std::string const label = field_label(key, schema_);
    diagnostics_.warning(
        row.at(column_of(key)), "import-withdrawn",
        {fmt::format("事業所番号 {} の「{}」は、元のデータで空欄になりました。前の値「{}」を残しました。",
                     row.office_number, label, shown(value)),
         fmt::format("Office {}: its {} is blank in the files now. \"{}\" was kept.", row.office_number, label,
                     shown(value))},
        {"電話などで確かめ、使われていなければ消してください。",
         "Ask the office, and remove it if it is not used any more."});
  }

  void report_disagreement(Disagreement const& some, SourceRow const& row) {
    std::string const label = field_label(some.key, schema_);
    auto const text = [](Value const& value) { return value.is_null() ? std::string("（なし）") : shown(value); };
    base::Message message{fmt::format("事業所番号 {} の{}が、一覧では「{}」、元のデータでは「{}」です。",
                                      row.office_number, label, text(some.list), text(some.source)),
                          fmt::format("Office {}: its {} is \"{}\" in the list and \"{}\" in the files.",
                                      row.office_number, label, text(some.list), text(some.source))};
    if (!some.last.is_null()) {
      message = {fmt::format("事業所番号 {} の{}が、一覧でも元のデータでも変わりました。前回は「{}」、一覧では「{}」、"
                             "元のデータでは「{}」です。",
                             row.office_number, label, text(some.last), text(some.list), text(some.source)),
                 fmt::format("Office {}: its {} has changed in the list and in the files. It was \"{}\"; it is \"{}\" "
                             "in the list and \"{}\" in the files.",
                             row.office_number, label, text(some.last), text(some.list), text(some.source))};
    }
    diagnostics_.warning(row.at(column_of(some.key)), "import-kept", std::move(message),
                         {"一覧の値を残しました。元のデータのほうが正しければ、一覧を直してください。",
                          "The list's value was kept. If the files are right, correct the list."});
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
  model::Schema const& schema_;
  Diagnostics& diagnostics_;
  Imported result_;
  std::map<std::string, std::size_t> places_;
  std::map<std::string, std::string> elsewhere_;  ///< office number → file and line
};

void report_municipality(std::string const& municipality, Diagnostics& diagnostics) {
  diagnostics.error(
      {}, "import-municipality",
      {fmt::format("「{}」は市区町村コードではありません。", municipality),
       fmt::format("\"{}\" is no municipality code.", municipality)},
      {"検査数字を含む6桁か、含まない5桁で書いてください。平塚市は「142034」か「14203」です。"
       "都道府県のコードでは取り込めません。",
       "Write six digits with the check digit, or five without. Hiratsuka is 142034 or 14203. A prefecture's "
       "code is not taken."});
}

void report_no_rows(std::string const& municipality, Diagnostics& diagnostics) {
  diagnostics.error({}, "import-no-rows",
                    {fmt::format("市区町村コード「{}」の事業所が、ファイルに一つもありません。", municipality),
                     fmt::format("The files have no office of municipality \"{}\".", municipality)},
                    {"コードとファイルを確かめてください。", "Check the code and the files."});
}

}  // namespace

Imported import_mhlw_care(std::vector<ImportFile> const& files, std::string const& municipality,
                          ListBefore const& before, base::Sources const& sources, Diagnostics& diagnostics) {
  Imported nothing;
  nothing.records = before.records;
  nothing.baseline = before.baseline;
  auto const wanted = Municipality::parse(municipality);
  if (!wanted) {
    report_municipality(municipality, diagnostics);
    return nothing;
  }
  Diagnostics doubts;
  SourceData const source = read_source(files, *wanted, sources, doubts);
  if (source.offices.empty() && source.rows_left_out == 0 && !doubts.has_errors()) report_no_rows(municipality, doubts);
  Imported result = Import(source, before, doubts).run();
  for (base::Diagnostic& doubt : doubts.sorted(sources)) {
    bool const warning = doubt.severity == base::Severity::warning;
    result.doubts += warning;
    warning ? diagnostics.warning(doubt.at, doubt.code, std::move(doubt.message), std::move(doubt.hint))
            : diagnostics.error(doubt.at, doubt.code, std::move(doubt.message), std::move(doubt.hint));
  }
  return result;
}

std::string records_json(std::vector<Value> const& records, base::Sources const& sources) {
  return model::to_json(Value{model::Values(records.begin(), records.end()), {}}, 2, sources) + "\n";
}

base::Message summary(Imported const& imported) {
  return {
      fmt::format("{}件：新規 {}、変更 {}、変わらず {}。元のデータにない記録 {}。確かめたい点 {}。", imported.offices,
                  imported.added, imported.changed, imported.unchanged, imported.vanished, imported.doubts),
      fmt::format("{} offices: {} new, {} changed, {} as before. {} records without source. {} doubts.",
                  imported.offices, imported.added, imported.changed, imported.unchanged, imported.vanished,
                  imported.doubts)};
}

}  // namespace tebiki::importing
