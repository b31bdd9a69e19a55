// How events are told: on pages, in agendas and calendars, and on their flyers.
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <set>

#include "model/events_and_films.hpp"
#include "views/compose_context.hpp"
#include "views/events.hpp"

namespace tebiki::views {

using model::Date;
using model::Role;

std::string weekday_text(Date day, model::Words const& words) {
  return std::string(model::weekday_name(std::size_t(model::day_of_week(day)), words));
}

std::string day_text(Date day, model::Words const& words) {
  auto const month = std::to_string(day.month), number = std::to_string(day.day), weekday = weekday_text(day, words);
  auto const name = model::month_name(day.month, words);
  return words.filled("event.day", {{"month", month}, {"day", number}, {"weekday", weekday}, {"month-name", name}});
}

std::string full_day_text(Date day, model::Words const& words) {
  return words.filled("event.full-day",
                      {{"date", model::date_text(day, words)}, {"weekday", weekday_text(day, words)}});
}

namespace {

/// With its year where that is not the one of the event: 12月20日（日） before a talk in January.
std::string deadline_text(model::Event const& event, model::Words const& words) {
  auto const day = *event.deadline;
  return day.year == event.first().year ? day_text(day, words) : full_day_text(day, words);
}

/// Of several days: until when they go on, or that there are others.
std::string further_days(model::Event const& event, model::Words const& words) {
  auto const first = event.first(), last = event.last();
  if (first == last) return {};
  if (event.stretches.size() > 1) return std::string(words["agenda.other-days"]);
  auto const day = std::to_string(last.day);
  if (first.year == last.year && first.month == last.month) return words.filled("agenda.until-day", {{"day", day}});
  return words.filled("agenda.until-date", {{"month", std::to_string(last.month)}, {"day", day}});
}

}  // namespace

std::vector<std::string> days_text(model::Event const& event, model::Words const& words) {
  std::vector<std::string> texts;
  int year = 0;
  auto const text = [&](Date day) {
    bool const told = year == day.year;
    year = day.year;
    return told ? day_text(day, words) : full_day_text(day, words);
  };
  for (auto const& [first, last] : event.stretches) {
    auto const from = text(first);
    texts.push_back(first == last ? from : words.filled("event.from-until", {{"first", from}, {"last", text(last)}}));
  }
  return texts;
}

model::EventNotice event_notice(model::Event const& event, model::Site const& site) {
  auto const& words = site.words;
  model::EventNotice notice;
  notice.state = model::state_of(event, site.today);
  notice.first_day = event.first();
  notice.last_day = event.last();
  notice.further = further_days(event, words);
  notice.over = words["event.over"];
  if (!event.deadline) return notice;
  auto const deadline = deadline_text(event, words);
  notice.deadline = event.deadline;
  notice.open = words.filled("event.open", {{"day", deadline}});
  notice.closed = words.filled("event.closed", {{"day", deadline}});
  return notice;
}

std::vector<EventRecord> selected_events(SortedList const& list, Selection const& selection) {
  std::vector<EventRecord> events;
  std::set<std::uint32_t> seen;
  for (auto const& group : selection) {
    for (auto index : group.records) {
      if (!seen.insert(index).second) continue;
      auto const& record = list.source->records[index];
      events.push_back({&record, model::event_of(list.source->schema, record)});
    }
  }
  return events;
}

bool require_events(View const& view, base::Diagnostics& diagnostics) {
  auto const& schema = view.list->source->schema;
  if (model::holds_events(schema)) return true;
  auto const& slug = view.list->source->slug;
  // Where the schema has mistakes, the field of the day may be one of them.
  if (schema.completeness == model::Completeness::whole)
    diagnostics.error(
        view.kind_at, "view-without-days",
        {fmt::format("一覧「{}」には開催日の項目がないので、日付で並べることも選ぶこともできません。", slug),
         fmt::format("The list “{}” has no field that says when something begins.", slug)},
        {"schema.json の日付の項目に「\"x-role\": \"begins\"」と書いてください。",
         "Write \"x-role\": \"begins\" into its field of the day in schema.json."});
  return false;
}

// What a flyer says of its event.
namespace {

/// Values that are what the field says.
constexpr std::array<std::pair<std::string_view, Role>, 14> plain_values{{{"subtitle", Role::subtitle},
                                                                          {"series", Role::series},
                                                                          {"summary", Role::summary},
                                                                          {"audience", Role::audience},
                                                                          {"place", Role::place},
                                                                          {"time", Role::hours},
                                                                          {"host", Role::host},
                                                                          {"cohost", Role::cohost},
                                                                          {"fee", Role::fee},
                                                                          {"apply", Role::apply},
                                                                          {"contact", Role::contact},
                                                                          {"telephone", Role::telephone},
                                                                          {"telephone-note", Role::telephone_note},
                                                                          {"fax", Role::fax}}};

class FlyerWriter {
 public:
  FlyerWriter(SortedList const& list, model::Record const& record, ComposeContext const& context)
      : list_(list),
        schema_(list.source->schema),
        record_(record),
        event_(*model::event_of(schema_, record)),
        context_(context),
        site_(context.lists.site()),
        words_(site_.words) {}

  model::Flyer write() {
    flyer_.at = record_.at;
    flyer_.scene = site_.brand;
    add("name", std::string(record_.name()), record_.name_at());
    for (auto const& [value, role] : plain_values) add(value, text(role), place_of(role));
    add("email", text(Role::email), place_of(Role::email));
    if (auto const kind = text(Role::audience_kind); !kind.empty())
      add("audience-kind", words_.filled("flyer.for", {{"audience", kind}}), place_of(Role::audience_kind));
    add("publisher", site_.publisher, site_.at);
    add_scene();
    add_days();
    add_quota();
    add_programme();
    add_address();
    add_qr();
    return std::move(flyer_);
  }

 private:
  std::string text(Role role) const { return model::text_of(schema_, record_, role, words_); }

  base::SourceLocation place_of(Role role) const {
    auto const* field = schema_.with_role(role);
    auto const* value = field ? record_.find(*field) : nullptr;
    return value ? value->at : record_.at;
  }

  void add(std::string_view name, std::string text, base::SourceLocation at) {
    if (!text.empty()) flyer_.values[std::string(name)] = {{std::move(text)}, at};
  }

  void add_scene() {
    auto const& field = schema_.field_for(Role::scene);
    auto const* value = record_.find(field);
    auto const* several = value ? value->several() : nullptr;
    auto const* first = several && !several->empty() ? &several->front() : value;
    auto const* id = first ? first->text() : nullptr;
    auto const* scene = id ? scene_of(context_.lists, *id) : nullptr;
    if (!scene) return;
    flyer_.scene = scene->colour;
    add("scene", scene->label, first->at);
  }

  void add_days() {
    auto const at = place_of(Role::begins);
    auto const first = event_.first();
    add("year",
        words_.filled("flyer.year", {{"era", model::year_text(first, words_)}, {"year", std::to_string(first.year)}}),
        at);
    add("month", std::to_string(first.month), at);
    add("day", std::to_string(first.day), at);
    add("weekday", weekday_text(first, words_), at);
    std::string all;
    for (auto const& days : days_text(event_, words_)) all.append(all.empty() ? "" : words_["join.comma"]).append(days);
    add("days", all, at);
    add("further-days", days_after_the_first(), at);
    if (auto const from = text(Role::reception); !from.empty())
      add("reception", words_.filled("event.reception", {{"time", from}}), place_of(Role::reception));
    if (event_.deadline) add("deadline", deadline_text(event_, words_), place_of(Role::deadline));
  }

  /// What comes after the first day: 3月6日（土）, 〜10月26日（日）.
  std::string days_after_the_first() const {
    std::string out;
    auto const text = [&](model::Date day) {
      return day.year == event_.first().year ? day_text(day, words_) : full_day_text(day, words_);
    };
    auto const add = [&](std::string const& days) { out.append(out.empty() ? "" : words_["join.comma"]).append(days); };
    for (std::size_t i = 0; i < event_.stretches.size(); ++i) {
      auto const& [first, last] = event_.stretches[i];
      if (i > 0) add(words_.filled("flyer.and-day", {{"day", text(first)}}));
      if (first != last) add(words_.filled("flyer.until-day", {{"day", text(last)}}));
    }
    return out;
  }

  void add_quota() {
    auto const* field = schema_.with_role(Role::quota);
    auto const* value = field ? record_.find(*field) : nullptr;
    if (!value) return;
    auto count = model::plain_text(*field, value, words_);
    bool const plain = value->as<model::Decimal>() && model::kind_entry(field->kind).with_unit.empty();
    if (plain) count = words_.filled("event.quota", {{"count", count}});
    add("quota", count + text(Role::quota_note), value->at);
  }

  void add_programme() {
    auto const* field = schema_.with_role(Role::programme);
    auto const* value = field ? record_.find(*field) : nullptr;
    auto const* rows = value ? value->as<model::FieldRows>() : nullptr;
    if (!rows || rows->rows.empty()) return;
    for (auto const& [name, role] : {std::pair{"speaker", Role::speaker}, {"topic", Role::topic}}) {
      model::FlyerValue values{{}, value->at};
      bool any = false;
      for (auto const& row : rows->rows) {
        std::string said;
        for (auto const& part : field->fields) {
          if (part.role == role) said = model::plain_text(part, row.find(part.slot), words_);
        }
        any = any || !said.empty();
        values.items.push_back(std::move(said));
      }
      if (any) flyer_.values[name] = std::move(values);
    }
  }

  void add_address() {
    auto const code = text(Role::postal_code), address = text(Role::address);
    if (address.empty()) return;
    add("address", code.empty() ? address : std::string(words_["postal-code.mark"]) + code + " " + address,
        place_of(Role::address));
  }

  void add_qr() {
    auto form = text(Role::form_address);
    auto page = site_.address_of(model::path_of_name(reference_name(list_, record_)));
    auto const& address = form.empty() ? page : form;
    if (address.empty()) return;
    flyer_.qr = qr_drawing(address);
    if (!flyer_.qr) return;
    flyer_.qr_address = address;
    add("qr", address, record_.at);
    add("qr-label", std::string(words_[form.empty() ? "flyer.qr-page" : "flyer.qr-form"]), record_.at);
  }

  SortedList const& list_;
  model::Schema const& schema_;
  model::Record const& record_;
  model::Event event_;
  ComposeContext const& context_;
  model::Site const& site_;
  model::Words const& words_;
  model::Flyer flyer_;
};

}  // namespace

model::Flyer flyer_of(SortedList const& list, model::Record const& record, ComposeContext const& context) {
  return FlyerWriter(list, record, context).write();
}

}  // namespace tebiki::views
