#include "importing/doubts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "importing/merge.hpp"
#include "importing/names.hpp"
#include "model/list.hpp"

namespace tebiki::importing {
namespace {

/// The claims of one value.
struct Candidate {
  Claim const* first;
  std::size_t votes = 0;
  std::string_view spelling;
  Claim::Standing standing = Claim::Standing::minor;
};

std::vector<Candidate> candidates_of(std::vector<Claim> const& claims) {
  std::vector<Candidate> candidates;
  for (Claim const& claim : claims) {
    auto candidate = std::find_if(candidates.begin(), candidates.end(),
                                  [&](Candidate const& c) { return c.first->key == claim.key; });
    if (candidate == candidates.end())
      candidate = candidates.insert(candidates.end(), Candidate{&claim, 0, claim.text, claim.standing});
    ++candidate->votes;
    if (claim.standing == Claim::Standing::main) candidate->standing = claim.standing;
    if (claim.text.size() > candidate->spelling.size()) candidate->spelling = claim.text;
  }
  return candidates;
}

Candidate const& winner(std::vector<Candidate> const& candidates, Present const& present) {
  auto const kept = std::find_if(candidates.begin(), candidates.end(),
                                 [&](Candidate const& c) { return c.first->key == present.key; });
  if (kept != candidates.end()) return *kept;
  auto const weight = [](Candidate const& candidate) {
    return std::pair(candidate.standing == Claim::Standing::main, candidate.votes);
  };
  return *std::max_element(candidates.begin(), candidates.end(),
                           [&](Candidate const& a, Candidate const& b) { return weight(a) < weight(b); });
}

void report(Candidate const& candidate, Candidate const& taken, base::Diagnostics& diagnostics) {
  SourceRow const& row = *candidate.first->row;
  auto const [name_ja, name_en] = label(candidate.first->column);
  diagnostics.warning(
      row.at(candidate.first->column), "import-conflict",
      {fmt::format("事業所番号 {} の{}が食い違っています。ここでは「{}」、{} では「{}」です。", row.office_number,
                   name_ja, candidate.spelling, taken.first->row->place, taken.spelling),
       fmt::format("Office {}: its {} is “{}” here and “{}” at {}.", row.office_number, name_en, candidate.spelling,
                   taken.spelling, taken.first->row->place)},
      {fmt::format("「{}」を採りました。どちらが正しいか、事業所に確かめてください。", taken.spelling),
       fmt::format("“{}” was taken. Ask the office which is right.", taken.spelling)});
}

}  // namespace

bool never_compatible(std::string_view, std::string_view) { return false; }
bool always_compatible(std::string_view, std::string_view) { return true; }

std::string agreed(std::vector<Claim> const& claims, Present const& present, Compatible compatible,
                   ConflictReport& conflicts) {
  if (claims.empty()) return {};
  std::vector<Candidate> const candidates = candidates_of(claims);
  Candidate const& taken = winner(candidates, present);
  for (Candidate const& candidate : candidates) {
    if (candidate.first == taken.first || compatible(candidate.first->key, taken.first->key)) continue;
    Conflict conflict{label(candidate.first->column).ja, taken.first->key, candidate.first->key};
    if (!conflicts.told.contains(conflict)) report(candidate, taken, conflicts.diagnostics);
    conflicts.now.insert(std::move(conflict));
  }
  bool const as_before = taken.first->key == present.key && present.text.size() >= taken.spelling.size();
  return std::string(as_before ? present.text : taken.spelling);
}

using model::Value;

std::string field_label(std::string_view key, model::Schema const& schema) {
  model::Field const* field = schema.find(key);
  if (!field) field = model::understood_field(key);
  return field ? field->label : std::string(key);
}

Column column_of(std::string_view key) {
  constexpr std::pair<std::string_view, Column> columns[] = {
      {"name", Column::name},
      {"kana", Column::kana},
      {"services", Column::service},
      {"service_details", Column::service},
      {"office_number", Column::office_number},
      {"corporation", Column::corporation},
      {"corporate_number", Column::corporate_number},
      {"address", Column::address},
      {"areas", Column::address},
      {"building", Column::building},
      {"tel", Column::tel},
      {"fax", Column::fax},
      {"coordinates", Column::latitude},
      {"days", Column::days},
      {"days_note", Column::days_note},
      {"capacity", Column::capacity},
      {"url", Column::url},
      {"note", Column::note},
  };
  for (auto const& [name, column] : columns) {
    if (name == key) return column;
  }
  return Column::office_number;
}

std::string shown(model::Value const& value) {
  if (value.text()) return *value.text();
  if (value.number()) return model::plain_number(*value.number());
  std::string text;
  for (model::Value const& item : value.list() ? *value.list() : model::Values{}) {
    text += (text.empty() ? "" : item.object() ? "／" : "、") + shown(item);
  }
  for (model::Member const& member : value.object() ? *value.object() : model::Object{}) {
    text += (text.empty() ? "" : " ") + shown(member.value);
  }
  return text;
}

void report_municipality(std::string const& municipality, base::Diagnostics& diagnostics) {
  diagnostics.error(
      {}, "import-municipality",
      {fmt::format("「{}」は市区町村コードではありません。", municipality),
       fmt::format("“{}” is no municipality code.", municipality)},
      {"検査数字を含む6桁か、含まない5桁で書いてください。平塚市は「142034」か「14203」です。"
       "都道府県のコードでは取り込めません。",
       "Write six digits with the check digit, or five without. Hiratsuka is 142034 or 14203. A prefecture's "
       "code is not taken."});
}

void report_no_rows(std::string const& municipality, base::Diagnostics& diagnostics) {
  diagnostics.error({}, "import-no-rows",
                    {fmt::format("市区町村コード「{}」の事業所が、ファイルに一つもありません。", municipality),
                     fmt::format("The files have no office of municipality “{}”.", municipality)},
                    {"コードとファイルを確かめてください。", "Check the code and the files."});
}

void report_listed(SourceRow const& row, std::string const& place, base::Diagnostics& diagnostics) {
  diagnostics.warning(row.at(Column::office_number), "import-already-listed",
                      {fmt::format("事業所番号 {} は、{} にもあります。二重に載らないよう、取り込みませんでした。",
                                   row.office_number, place),
                       fmt::format("Office {} also stands at {}. It was left out, so that it is not listed twice.",
                                   row.office_number, place)},
                      {"元のデータで載せるなら、そちらの記録を消して、もう一度取り込んでください。",
                       "To list it from these files, remove that record and import again."});
}

void report_vanished(Value const& record, std::string const& number, base::Diagnostics& diagnostics) {
  std::string const name(record.text_of("name"));
  diagnostics.warning(record.at, "import-vanished",
                      {fmt::format("「{}」（事業所番号 {}）が、取り込むファイルにありません。", name, number),
                       fmt::format("“{}” (office {}) is not in the files any more.", name, number)},
                      {"記録は残しました。廃止や移転でないか確かめて、なくなったのなら一覧から消してください。",
                       "The record was kept. See whether the office closed or moved, and remove it if it did."});
}

/// Nothing is known of the last import, so nothing is taken away: services that the office may have given up.
void report_ended_services(Value const& record, OfficeRows const& rows, std::set<std::string> const& covered,
                           base::Diagnostics& diagnostics) {
  Value const* services = record.find("services");
  for (Value const& service : services && services->list() ? *services->list() : model::Values{}) {
    auto const kind = service_kind(service.text() ? *service.text() : "");
    if (!kind || !covered.contains(kind->name)) continue;
    bool const given =
        std::any_of(rows.begin(), rows.end(), [&](SourceRow const& row) { return row.service == kind->name; });
    if (given) continue;
    SourceRow const& row = rows.front();
    diagnostics.warning(
        row.at(Column::service), "import-service-ended",
        {fmt::format("事業所番号 {} のサービス「{}」が、元のデータにありません。", row.office_number, *service.text()),
         fmt::format("Office {}: its service “{}” is not in the files.", row.office_number, *service.text())},
        {"一覧には残しました。事業所に確かめ、終わっていれば消してください。",
         "It was kept in the list. Ask the office, and remove it if it has ended."});
  }
}

void report_withdrawn(std::string const& key, Value const& value, SourceRow const& row, model::Schema const& schema,
                      base::Diagnostics& diagnostics) {
  std::string const label = field_label(key, schema);
  diagnostics.warning(row.at(column_of(key)), "import-withdrawn",
                      {fmt::format("事業所番号 {} の「{}」は、元のデータで空欄になりました。前の値「{}」を残しました。",
                                   row.office_number, label, shown(value)),
                       fmt::format("Office {}: its {} is blank in the files now. “{}” was kept.", row.office_number,
                                   label, shown(value))},
                      {"電話などで確かめ、使われていなければ消してください。",
                       "Ask the office, and remove it if it is not used any more."});
}

void report_disagreement(Disagreement const& some, SourceRow const& row, model::Schema const& schema,
                         base::Diagnostics& diagnostics) {
  std::string const label = field_label(some.key, schema);
  auto const text = [](Value const& value) { return value.is_null() ? std::string("（なし）") : shown(value); };
  base::Message message{fmt::format("事業所番号 {} の{}が、一覧では「{}」、元のデータでは「{}」です。",
                                    row.office_number, label, text(some.list), text(some.source)),
                        fmt::format("Office {}: its {} is “{}” in the list and “{}” in the files.", row.office_number,
                                    label, text(some.list), text(some.source))};
  if (!some.last.is_null()) {
    message = {fmt::format("事業所番号 {} の{}が、一覧でも元のデータでも変わりました。前回は「{}」、一覧では「{}」、"
                           "元のデータでは「{}」です。",
                           row.office_number, label, text(some.last), text(some.list), text(some.source)),
               fmt::format("Office {}: its {} has changed in the list and in the files. It was “{}”; it is “{}” "
                           "in the list and “{}” in the files.",
                           row.office_number, label, text(some.last), text(some.list), text(some.source))};
  }
  diagnostics.warning(row.at(column_of(some.key)), "import-kept", std::move(message),
                      {"一覧の値を残しました。元のデータのほうが正しければ、一覧を直してください。",
                       "The list's value was kept. If the files are right, correct the list."});
}

}  // namespace tebiki::importing
