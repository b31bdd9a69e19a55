// JSON-LD (W3C) in the words of schema.org.
#include <fmt/format.h>

#include <algorithm>

#include "exporting/exporting.hpp"
#include "model/events_and_films.hpp"

namespace tebiki::exporting {
namespace {

using model::Field;
using model::Member;
using model::Object;
using model::Role;
using model::Value;
using model::Values;

constexpr int east_of_greenwich = 9;  // hours; Asia/Tokyo has no summer time

/// Names and values; what is empty is left out.
class Thing {
 public:
  explicit Thing(std::string type) { add("@type", std::move(type)); }
  Thing& add(std::string key, std::string text) {
    if (!text.empty()) members_.push_back({std::move(key), {}, {std::move(text), {}}});
    return *this;
  }
  Thing& add(std::string key, Thing thing) {
    if (thing.members_.size() > 1) members_.push_back({std::move(key), {}, std::move(thing).value()});
    return *this;
  }
  Thing& add(std::string key, double number) {
    members_.push_back({std::move(key), {}, {number, {}}});
    return *this;
  }
  Thing& add(std::string key, Values values) {
    if (!values.empty()) members_.push_back({std::move(key), {}, {std::move(values), {}}});
    return *this;
  }
  Value value() && { return {std::move(members_), {}}; }

 private:
  Object members_;
};

/// What a record's fields say, by their roles.
struct Told {
  model::Site const& site;
  model::List const& list;
  model::Record const& record;

  std::string text(Role role) const { return model::text_of(list.schema, record, role, site.words); }
  model::FieldValue const* value(Field const* field) const { return field ? record.find(*field) : nullptr; }
  std::string first_text(model::FieldKind kind) const {
    auto const* field = list.schema.first(kind);
    return field ? model::plain_text(*field, record.find(*field), site.words) : std::string();
  }
  std::string day(Role role) const {
    auto const* held = value(list.schema.with_role(role));
    auto const* day = held ? held->as<model::Date>() : nullptr;
    return day ? model::iso(*day) : std::string();
  }
};

bool is_one_of(std::string_view type, std::initializer_list<std::string_view> types) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

Thing postal_address(Told const& told) {
  Thing address("PostalAddress");
  auto const street = told.text(Role::address);
  if (street.empty()) return address;
  address.add("addressCountry", "JP").add("postalCode", told.text(Role::postal_code)).add("streetAddress", street);
  return address;
}

Thing place_of(Told const& told) {
  Thing geo("GeoCoordinates");
  auto const* held = told.value(told.list.schema.first(model::FieldKind::coordinates));
  if (auto const* place = held ? held->as<model::Coordinates>() : nullptr)
    geo.add("latitude", place->latitude.approximate()).add("longitude", place->longitude.approximate());
  return geo;
}

/// How to reach an office, and where it is. schema.org gives a place only to what is one.
void add_office(Thing& thing, std::string_view type, Told const& told) {
  thing.add("name", std::string(told.record.name()))
      .add("telephone", told.text(Role::telephone))
      .add("faxNumber", told.text(Role::fax))
      .add("email", told.text(Role::email))
      .add("address", postal_address(told));
  if (!is_one_of(type, {"Organization", "NGO", "MedicalOrganization"})) thing.add("geo", place_of(told));
}

/// A service has a provider with a number, not one itself.
void add_taxi(Thing& thing, Told const& told) {
  Thing provider("LocalBusiness");
  add_office(provider, "LocalBusiness", told);
  thing.add("name", std::string(told.record.name()))
      .add("areaServed", told.text(Role::visited_area))
      .add("provider", std::move(provider));
}

std::string moment(model::Date day, std::int16_t minutes) {
  if (minutes == model::TimeRange::unsaid) return model::iso(day);
  for (; minutes >= model::minutes_of_day; minutes = std::int16_t(minutes - model::minutes_of_day))
    day = model::day_after(day);
  auto const two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return model::iso(day) + "T" + two(minutes / 60) + ":" + two(minutes % 60) + ":00+" + two(east_of_greenwich) + ":00";
}

/// False where it says no day: schema.org wants one.
bool add_event(Thing& thing, Told const& told) {
  auto const event = model::event_of(told.list.schema, told.record);
  if (!event) return false;
  auto begins = model::iso(event->first()), ends = model::iso(event->last());
  if (event->hours) {
    auto const until = event->hours->ranges[std::size_t(event->hours->count - 1)].until;
    begins = moment(event->first(), event->hours->ranges.front().from);
    ends = moment(event->last(), until);
  }
  Thing place("Place");
  auto const name = told.text(Role::place);
  if (!name.empty()) place.add("name", name).add("address", name);
  thing.add("name", std::string(told.record.name()))
      .add("startDate", begins)
      .add("endDate", ends)
      .add("location", std::move(place))
      .add("organizer", std::move(Thing("Organization").add("name", told.text(Role::host))));
  return true;
}

/// The film's chapters; each ends where the next one begins, the last one with the film.
Values clips_of(Told const& told, std::string const& film) {
  auto const* field = told.list.schema.with_role(Role::chapters);
  auto const* held = field && model::holds_chapters(*field) ? told.value(field) : nullptr;
  auto const* rows = held ? held->as<model::FieldRows>() : nullptr;
  if (!rows) return {};
  auto const chapters = model::chapters_of(*field, *rows, told.site.words);
  auto const length = model::film_seconds(told.text(Role::duration));
  Values clips;
  for (std::size_t i = 0; i < chapters.size(); ++i) {
    auto const end = i + 1 < chapters.size() ? std::optional(chapters[i + 1].seconds) : length;
    Thing clip("Clip");
    clip.add("name", chapters[i].title).add("startOffset", double(chapters[i].seconds));
    if (end) clip.add("endOffset", double(*end));
    clip.add("url", model::film_address(film, chapters[i].seconds));
    clips.push_back(std::move(clip).value());
  }
  return clips;
}

void add_video(Thing& thing, Told const& told) {
  auto const* field = told.list.schema.first(model::FieldKind::youtube);
  auto const* held = told.value(field);
  auto const* id = held ? held->text() : nullptr;
  thing.add("name", std::string(told.record.name()))
      .add("uploadDate", told.day(Role::published))
      .add("duration", model::iso_duration(told.text(Role::duration)).value_or(""));
  if (auto const film = id ? model::film_id(*id) : std::string(); !film.empty())
    thing.add("embedUrl", fmt::format("{}/embed/{}", model::film_player, film)).add("hasPart", clips_of(told, film));
}

/// The record's name asks, its summary and what stands below it answer.
void add_question(Thing& thing, Told const& told) {
  auto text = told.text(Role::summary);
  auto const body = model::plain_text(model::lines_of(told.record.body, model::written_bullet()));
  if (!body.empty()) text.append(text.empty() ? "" : "\n").append(body);
  Thing question("Question");
  question.add("name", std::string(told.record.name()))
      .add("acceptedAnswer", std::move(Thing("Answer").add("text", text)));
  thing.add("mainEntity", Values{std::move(question).value()});
}

void add_article(Thing& thing, Told const& told) {
  auto const& site = told.site;
  thing.add("headline", std::string(told.record.name()))
      .add("datePublished", told.day(Role::published))
      .add("inLanguage", site.language)
      .add("publisher",
           std::move(Thing("Organization").add("name", site.publisher.empty() ? site.name : site.publisher)));
}

/// The first choice of the record that its schema has a type for, otherwise that of the whole list.
std::string type_of(model::List const& list, model::Record const& record) {
  auto const has = [](model::FieldValue const& value, std::string const& choice) {
    auto const* several = value.several();
    if (!several) return value.text() && *value.text() == choice;
    return std::any_of(several->begin(), several->end(),
                       [&](model::FieldValue const& item) { return item.text() && *item.text() == choice; });
  };
  for (auto const& field : list.schema.fields) {
    auto const* value = record.find(field);
    for (auto const& [choice, type] : field.schema_org) {
      if (value && has(*value, choice)) return type;
    }
  }
  return list.schema.schema_org;
}

std::optional<Value> record_thing(Told const& told, model::Document const& page) {
  auto const type = type_of(told.list, told.record);
  if (type.empty()) return std::nullopt;
  Thing thing(type);
  thing.add("url", model::address_of(told.site, page));
  if (is_one_of(type, {"Event", "EducationEvent"})) {
    if (!add_event(thing, told)) return std::nullopt;
  } else if (type == "TaxiService") {
    add_taxi(thing, told);
  } else if (type == "VideoObject") {
    add_video(thing, told);
  } else if (type == "FAQPage") {
    add_question(thing, told);
    return std::move(thing).value();
  } else if (is_one_of(type, {"Article", "NewsArticle"})) {
    add_article(thing, told);
  } else {
    add_office(thing, type, told);
  }
  thing.add("description", told.text(Role::summary));
  return std::move(thing).value();
}

/// The record that an entry page shows.
model::Record const* record_of(model::Site const& site, model::List const& list, model::Document const& page) {
  auto const* thing = site.index.find(page.subject + "/" + page.record);
  if (!thing || thing->kind != model::NamedThing::Kind::record) return nullptr;
  return thing->item < list.records.size() ? &list.records[thing->item] : nullptr;
}

/// Whatever stands on the way to the page is a step, as in its crumbs. Addresses are absolute, so nothing without them.
std::optional<Value> breadcrumbs(model::Site const& site, model::Document const& page) {
  if (site.base_url.empty() || page.kind == model::DocumentKind::home) return std::nullopt;
  Values steps;
  auto const add = [&](std::string_view name, std::string_view path) {
    Thing step("ListItem");
    step.add("position", double(steps.size() + 1))
        .add("name", std::string(name))
        .add("item", site.address_of(site.folder() + std::string(path)));
    steps.push_back(std::move(step).value());
  };
  add(site.name, "");
  for (auto at = page.path.find('/'); at + 1 < page.path.size(); at = page.path.find('/', at + 1)) {
    auto const title = site.title_of(page.path.substr(0, at));
    if (!title.empty()) add(title, page.path.substr(0, at + 1));
  }
  add(page.title, page.path);
  return std::move(Thing("BreadcrumbList").add("itemListElement", std::move(steps))).value();
}

std::string with_each(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace

std::string structured_data(model::Site const& site, model::Document const& page) {
  Values graph;
  auto const* list = page.kind == model::DocumentKind::entry ? site.list(page.subject) : nullptr;
  auto const* record = list ? record_of(site, *list, page) : nullptr;
  if (record) {
    if (auto thing = record_thing({site, *list, *record}, page)) graph.push_back(std::move(*thing));
  }
  if (auto crumbs = breadcrumbs(site, page)) graph.push_back(std::move(*crumbs));
  if (graph.empty()) return {};
  Object all{{"@context", {}, {"https://schema.org", {}}}, {"@graph", {}, {std::move(graph), {}}}};
  // `<` is escaped by JSON of ours; U+2028 and U+2029 end lines in scripts of before 2019.
  return with_each(with_each(model::to_json({std::move(all), {}}), "\u2028", "\\u2028"), "\u2029", "\\u2029");
}

}  // namespace tebiki::exporting
