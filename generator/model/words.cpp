#include "model/words.hpp"

#include <algorithm>
#include <array>

namespace tebiki::model {
namespace {
constexpr std::array uses = {
    WordUse{"agenda.day"},
    WordUse{"agenda.event"},
    WordUse{"agenda.other-days"},
    WordUse{"agenda.past"},
    WordUse{"agenda.undated"},
    WordUse{"agenda.until-date", "month day"},
    WordUse{"agenda.until-day", "day"},
    WordUse{"agenda.upcoming"},
    WordUse{"application.of-event", "name"},
    WordUse{"application.title"},
    WordUse{"area.all"},
    WordUse{"area.site", "site area"},
    WordUse{"availability.ask"},
    WordUse{"availability.no"},
    WordUse{"availability.no-answer-yet"},
    WordUse{"availability.unanswered"},
    WordUse{"availability.unanswered-meaning"},
    WordUse{"availability.yes"},
    WordUse{"boolean.false"},
    WordUse{"boolean.true"},
    WordUse{"calendar.deadline"},
    WordUse{"chart.actual"},
    WordUse{"chart.alternative-bars", "title"},
    WordUse{"chart.alternative-lines", "title"},
    WordUse{"chart.cancelled"},
    WordUse{"chart.expected"},
    WordUse{"chart.mark", "number"},
    WordUse{"chart.no-figure"},
    WordUse{"chart.note", "number year note"},
    WordUse{"chart.plan"},
    WordUse{"chart.table", "title"},
    WordUse{"chart.title", "label unit"},
    WordUse{"chart.uncounted"},
    WordUse{"chart.years"},
    WordUse{"crumbs.home"},
    WordUse{"date.day", "era year month day western month-name"},
    WordUse{"date.eras"},
    WordUse{"date.first-year"},
    WordUse{"date.fiscal-year", "era year western"},
    WordUse{"date.month", "era year month western month-name"},
    WordUse{"date.months"},
    WordUse{"date.short-fiscal-year", "era year western"},
    WordUse{"date.year", "era year western"},
    WordUse{"days.every"},
    WordUse{"days.range", "from until"},
    WordUse{"days.shown", "written days"},
    WordUse{"entry.confirmed", "month"},
    WordUse{"entry.fax", "fax"},
    WordUse{"entry.report-subject", "name"},
    WordUse{"entry.telephone", "tel"},
    WordUse{"entry.video"},
    WordUse{"event.attended", "count"},
    WordUse{"event.closed", "day"},
    WordUse{"event.day", "month day weekday month-name"},
    WordUse{"event.from-until", "first last"},
    WordUse{"event.full-day", "date weekday"},
    WordUse{"event.open", "day"},
    WordUse{"event.over"},
    WordUse{"event.quota", "count"},
    WordUse{"event.reception", "time"},
    WordUse{"feed.changes", "site"},
    WordUse{"feed.news", "site"},
    WordUse{"figure.of-record", "name field"},
    WordUse{"flyer.and-day", "day"},
    WordUse{"flyer.for", "audience"},
    WordUse{"flyer.qr-form"},
    WordUse{"flyer.qr-page"},
    WordUse{"flyer.sheet", "number count"},
    WordUse{"flyer.until-day", "day"},
    WordUse{"flyer.year", "era year"},
    WordUse{"flyers.none"},
    WordUse{"footnote.mark"},
    WordUse{"gantt.monthly"},
    WordUse{"form.copy-paper"},
    WordUse{"form.day"},
    WordUse{"form.era"},
    WordUse{"form.listed", "listed"},
    WordUse{"form.month"},
    WordUse{"form.row", "number"},
    WordUse{"form.year"},
    WordUse{"gantt.span", "from to"},
    WordUse{"group.abilities"},
    WordUse{"group.kana-row", "row"},
    WordUse{"group.other"},
    WordUse{"hosting.own"},
    WordUse{"hours.all-day"},
    WordUse{"hours.next-day", "time"},
    WordUse{"hours.range", "from until"},
    WordUse{"index.other"},
    WordUse{"index.title"},
    WordUse{"join.bullet"},
    WordUse{"join.comma"},
    WordUse{"join.dot"},
    WordUse{"join.gap"},
    WordUse{"join.label", "label"},
    WordUse{"join.stop"},
    WordUse{"language.name"},
    WordUse{"list.page-again", "page number"},
    WordUse{"list.page-number", "number"},
    WordUse{"list.page-title", "title page"},
    WordUse{"list.span", "first last"},
    WordUse{"map.here"},
    WordUse{"map.kilometres", "number"},
    WordUse{"map.metres", "number"},
    WordUse{"map.north"},
    WordUse{"map.number"},
    WordUse{"map.of-record"},
    WordUse{"map.of-rows"},
    WordUse{"map.several", "number others"},
    WordUse{"map.sketch"},
    WordUse{"map.told", "count"},
    WordUse{"map.told-rows", "count"},
    WordUse{"map.unplaced", "numbers"},
    WordUse{"matrix.telephone"},
    WordUse{"my-list.title"},
    WordUse{"nearby.distance", "distance"},
    WordUse{"nearby.here"},
    WordUse{"nearby.kilometres", "number"},
    WordUse{"nearby.metres", "number"},
    WordUse{"nearby.title", "kind"},
    WordUse{"not-found.title"},
    WordUse{"offline.title"},
    WordUse{"open-data.body"},
    WordUse{"open-data.column"},
    WordUse{"open-data.columns", "list"},
    WordUse{"open-data.cut"},
    WordUse{"open-data.file"},
    WordUse{"open-data.files", "list"},
    WordUse{"open-data.key"},
    WordUse{"open-data.kind"},
    WordUse{"open-data.kind-availability"},
    WordUse{"open-data.kind-boolean"},
    WordUse{"open-data.kind-choice"},
    WordUse{"open-data.kind-coordinates"},
    WordUse{"open-data.kind-date"},
    WordUse{"open-data.kind-number"},
    WordUse{"open-data.kind-rows"},
    WordUse{"open-data.kind-words"},
    WordUse{"open-data.kind-yen"},
    WordUse{"open-data.lead"},
    WordUse{"open-data.licence"},
    WordUse{"open-data.meaning"},
    WordUse{"open-data.records"},
    WordUse{"open-data.size"},
    WordUse{"open-data.standard", "standard set"},
    WordUse{"open-data.title"},
    WordUse{"page.title", "title site"},
    WordUse{"pdf.title", "title"},
    WordUse{"postal-code.mark"},
    WordUse{"print.answer-goes-on", "name"},
    WordUse{"print.as-of", "date"},
    WordUse{"print.bullet"},
    WordUse{"print.contents"},
    WordUse{"print.continued"},
    WordUse{"print.cut"},
    WordUse{"print.cut-and-fold"},
    WordUse{"print.cut-out"},
    WordUse{"print.fold"},
    WordUse{"print.footnote", "number"},
    WordUse{"print.footnote-elsewhere", "number page"},
    WordUse{"print.footnote-label", "number"},
    WordUse{"print.from-to", "first last"},
    WordUse{"print.goes-on"},
    WordUse{"print.page", "page"},
    WordUse{"print.page-short", "page"},
    WordUse{"print.points-go-on", "name points"},
    WordUse{"ruby.close"},
    WordUse{"ruby.open"},
    WordUse{"search.kind-list"},
    WordUse{"search.kind-page"},
    WordUse{"search.kind-publication"},
    WordUse{"search.understand-afternoon"},
    WordUse{"search.understand-all-day"},
    WordUse{"search.understand-days"},
    WordUse{"search.understand-evening"},
    WordUse{"search.understand-every-day"},
    WordUse{"search.understand-deny"},
    WordUse{"search.understand-explain"},
    WordUse{"search.understand-filler"},
    WordUse{"search.understand-from-hour"},
    WordUse{"search.understand-morning"},
    WordUse{"search.understand-night"},
    WordUse{"search.understand-now"},
    WordUse{"search.understand-today"},
    WordUse{"search.understand-tomorrow"},
    WordUse{"search.understand-feasts"},
    WordUse{"search.understand-until-hour"},
    WordUse{"search.understand-weekday"},
    WordUse{"search.understand-weekend"},
    WordUse{"search.understand-working-days"},
    WordUse{"series.actual", "year number"},
    WordUse{"series.note", "note"},
    WordUse{"series.planned", "year kind number"},
    WordUse{"series.uncounted", "year kind"},
    WordUse{"survey.asked", "count label"},
    WordUse{"survey.no-answer"},
    WordUse{"task.done"},
    WordUse{"task.open"},
    WordUse{"timeline.day", "month day"},
    WordUse{"timeline.month", "month"},
    WordUse{"tree.level", "level"},
    WordUse{"view.first-of", "count shown"},
    WordUse{"view.none"},
    WordUse{"view.see-all", "count"},
    WordUse{"view.see-list", "list"},
    WordUse{"weekday.friday"},
    WordUse{"weekday.monday"},
    WordUse{"weekday.saturday"},
    WordUse{"weekday.sunday"},
    WordUse{"weekday.thursday"},
    WordUse{"weekday.tuesday"},
    WordUse{"weekday.wednesday"},
    WordUse{"yen.amount", "amount"},
};

bool is_name(std::string_view text) {
  auto const good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  return !text.empty() && std::all_of(text.begin(), text.end(), good);
}

std::string_view word_key(Availability availability) {
  switch (availability) {
    case Availability::yes:
      return "availability.yes";
    case Availability::ask:
      return "availability.ask";
    case Availability::no:
      return "availability.no";
    case Availability::unanswered:
      return "availability.unanswered";
  }
  return {};
}

}  // namespace

std::vector<WordPiece> pieces_of(std::string_view word) {
  std::vector<WordPiece> pieces;
  std::size_t from = 0;
  for (auto open = word.find('{'); open != word.npos; open = word.find('{', open + 1)) {
    auto const close = word.find('}', open);
    if (close == word.npos) break;
    auto const name = word.substr(open + 1, close - open - 1);
    if (!is_name(name)) continue;
    if (open > from) pieces.push_back({word.substr(from, open - from)});
    pieces.push_back({name, true});
    from = close + 1;
  }
  if (from < word.size()) pieces.push_back({word.substr(from)});
  return pieces;
}

Word const* Words::find(std::string_view key) const {
  auto const found = words_.find(key);
  return found == words_.end() ? nullptr : &found->second;
}

std::string_view Words::operator[](std::string_view key) const {
  auto const* word = find(key);
  return word ? std::string_view(word->text) : key;
}

std::string_view Words::operator[](Availability availability) const { return (*this)[word_key(availability)]; }

std::string Words::filled(std::string_view key, Values values) const {
  std::string out;
  for (auto const& piece : pieces_of((*this)[key])) {
    auto const value = std::find_if(values.begin(), values.end(), [&](auto& v) { return v.first == piece.text; });
    if (!piece.filled_in) {
      out += piece.text;
    } else if (value != values.end()) {
      out += value->second;
    } else {
      out.append("{").append(piece.text).append("}");
    }
  }
  return out;
}

std::span<WordUse const> words_of_program() { return uses; }

}  // namespace tebiki::model
