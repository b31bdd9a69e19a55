#include "importing/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/unicode.hpp"
#include "importing/office_rows.hpp"
#include "model/typed_values.hpp"

namespace tebiki::importing {

namespace {

using base::Diagnostics;
using model::Value;

/// Fields that are made of the services, of which the whole table is known.
bool is_of_services(std::optional<ImportField> field) {
  using enum ImportField;
  return field == services || field == days || field == days_note || field == capacity || field == service_details;
}

/// Whether an id is that of an office without a number: 14203-7.
bool is_of_a_row(std::string_view id) {
  return id.size() > 6 && id[5] == '-' && std::all_of(id.begin(), id.begin() + 5, base::is_digit);
}

/// The kind of service in plain words; what no table knows, as it is.
std::string plain_service(Value const& service) {
  auto const kind = service_kind(service.text() ? *service.text() : "");
  return kind || !service.text() ? (kind ? kind->name : "") : *service.text();
}

class Import {
 public:
  Import(SourceData const& source, TableFormat const& format, ListBefore const& before, Diagnostics& diagnostics)
      : source_(source),
        format_(format),
        centres_(source.offices),
        list_(before.schema),
        areas_(before.areas),
        diagnostics_(diagnostics) {
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
    for (std::string const& municipality : source_.municipality_names) {
      if (!areas_.empty() && !area_of(municipality, areas_)) report_no_area(municipality, areas_, diagnostics_);
    }
    for (OfficeRows const& rows : source_.offices) take(rows);
    for (auto const& [number, place] : places_) {
      auto const& record = result_.records[place];
      if (source_.all_offices.contains(number) || !should_be_there(record)) continue;
      ++result_.vanished;
      report_vanished(record, number, format_, list_, diagnostics_);
    }
    return std::move(result_);
  }

 private:
  using enum ImportField;

  /// The office number of a record: its own field, or its id when that is one.
  std::string number_of(Value const& record) const {
    std::string const own = format_.office_number(record.text_of(list_.record[office_number]), {});
    if (!own.empty()) return own;
    std::string_view const id = record.text_of(list_.id);
    return is_of_a_row(id) ? std::string(id) : format_.office_number(id, {});
  }

  void take(OfficeRows const& rows) {
    std::string const& number = rows.front().office_number;
    auto const place = places_.find(number);
    auto const listed = elsewhere_.find(number);
    auto const said = result_.baseline.find(number);
    if (place != places_.end()) {
      update(result_.records[place->second], rows);
    } else if (listed != elsewhere_.end()) {
      report_listed(rows.front(), listed->second, diagnostics_);
    } else if (said != result_.baseline.end()) {
      said->second = {{}, {}, LastSaid::Listing::removed};
      result_.removed.push_back(number);
    } else {
      add(rows);
    }
  }

  void add(OfficeRows const& rows) {
    ReadOffice reading = read_office(rows, {}, source_.covered_services, {list_, areas_, centres_}, diagnostics_);
    model::Object fields = reading.fields;
    fields.insert(fields.begin(), {list_.id, {}, Value{base::lower_case(rows.front().office_number), {}}});
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
    ReadOffice reading = read_office(rows, before, source_.covered_services, {list_, areas_, centres_}, diagnostics_);
    if (known) keep_uncovered(reading, said->second);
    Merged merged = merge(record, before.last, reading.fields, list_);
    report(merged, record, rows, before);
    record = std::move(merged.record);
    note_changes(record, std::move(merged.changes), std::move(reading.mends));
    remember(rows, std::move(reading));
  }

  /// Where a file of one of the office's services was not given, what is missing may stand there.
  void keep_uncovered(ReadOffice& reading, LastSaid const& last) const {
    bool const covered = std::all_of(last.services.begin(), last.services.end(), [&](Service const& service) {
      return source_.covered_services.contains(service.name);
    });
    if (covered) return;
    reading.conflicts.insert(last.conflicts.begin(), last.conflicts.end());
    for (model::Member const& member : last.fields) {
      bool const given = std::any_of(reading.fields.begin(), reading.fields.end(),
                                     [&](model::Member const& m) { return m.key == member.key; });
      if (!given && !is_of_services(list_.record.field(member.key))) reading.fields.push_back(member);
    }
  }

  void remember(OfficeRows const& rows, ReadOffice reading) {
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
    result_.changes.push_back({std::string(record.text_of(list_.id)), std::string(record.text_of(list_.record[name])),
                               std::move(changes), static_cast<std::size_t>(&record - result_.records.data())});
  }

  void note_mends(Value const& record, std::vector<Mend> mends) {
    if (mends.empty()) return;
    result_.mends.push_back(
        {std::string(record.text_of(list_.id)), std::string(record.text_of(list_.record[name])), std::move(mends)});
  }

  void report(Merged const& merged, Value const& record, OfficeRows const& rows, OfficeBefore const& before) {
    for (std::string const& key : merged.withdrawn)
      report_withdrawn(key, *record.find(key), rows.front(), list_, diagnostics_);
    for (Disagreement const& some : merged.disagreements) report_disagreement(some, rows.front(), list_, diagnostics_);
    if (!before.last) report_ended_services(record, rows, source_.covered_services, list_, diagnostics_);
  }

  /// Whether the files would have the record's office if it still existed: they are about one of its services and
  /// its municipality.
  bool should_be_there(Value const& record) const {
    Value const* given = record.find(list_.record[services]);
    auto const kinds = given && given->list() ? *given->list() : model::Values{};
    bool const covered = std::any_of(kinds.begin(), kinds.end(), [&](Value const& service) {
      return source_.covered_services.contains(plain_service(service));
    });
    std::string_view const where = record.text_of(list_.record[address]);
    bool const near = where.empty() ||
                      std::any_of(source_.municipality_names.begin(), source_.municipality_names.end(),
                                  [&](std::string const& name) { return where.find(name) != std::string_view::npos; });
    return covered && near;
  }

  SourceData const& source_;
  TableFormat const& format_;
  MunicipalityCentres centres_;
  ListFields const list_;
  std::vector<model::Area> const& areas_;
  Diagnostics& diagnostics_;
  Imported result_;
  std::map<std::string, std::size_t> places_;
  std::map<std::string, std::string> elsewhere_;  ///< office number → file and line
};

}  // namespace

Imported import_offices(TableFormat const& format, ImportInput const& input, Diagnostics& diagnostics) {
  auto const& [files, municipality, before, sources] = input;
  Imported nothing;
  nothing.records = before.records;
  nothing.baseline = before.baseline;
  auto const wanted = Municipality::parse(municipality);
  if (!wanted) {
    report_municipality(municipality, diagnostics);
    return nothing;
  }
  Diagnostics doubts;
  auto const* services = before.schema.find(ListFields(before.schema).record[ImportField::services]);
  SourceData const source = read_source(files, *wanted, format, services, sources, doubts);
  if (source.offices.empty() && source.rows_left_out == 0 && !doubts.has_errors()) report_no_rows(municipality, doubts);
  Imported result = doubts.has_errors() ? std::move(nothing) : Import(source, format, before, doubts).run();
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

}  // namespace tebiki::importing
