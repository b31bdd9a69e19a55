#include "model/events_and_films.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "model/site.hpp"

namespace tebiki::model {
namespace {

FieldValue const* value_of(Schema const& schema, Record const& record, Role role) {
  auto const* field = schema.with_role(role);
  return field ? record.find(*field) : nullptr;
}

std::optional<Date> day_of(FieldValue const* value) {
  auto const* day = value ? value->as<Date>() : nullptr;
  return day ? std::optional(*day) : std::nullopt;
}

/// The days that a field names, ascending.
std::vector<Date> days_of(FieldValue const* value) {
  std::vector<Date> days;
  if (auto day = day_of(value)) days.push_back(*day);
  if (auto const* several = value ? value->several() : nullptr) {
    for (auto const& item : *several) {
      if (auto day = day_of(&item)) days.push_back(*day);
    }
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

/// Puts a value into the field of that role, where the list has one and there is something to say.
void fill_in(Schema const& schema, Record& record, Role role, FieldValue::Data value, base::SourceLocation at) {
  auto const* field = schema.with_role(role);
  if (!field || record.find(*field)) return;
  auto const* text = std::get_if<std::string>(&value);
  auto const* telephone = std::get_if<Telephone>(&value);
  bool const of_words = field->kind == FieldKind::text || field->kind == FieldKind::email;
  if (text ? !of_words || text->empty() : !telephone || telephone->empty()) return;
  record.values.push_back({std::move(value), at, field->slot});
}

}  // namespace

void name_contacts(List& list, Contact const& site, Date today) {
  if (!holds_events(list.schema)) return;
  for (auto& record : list.records) {
    auto const says = [&](Role role) { return value_of(list.schema, record, role) != nullptr; };
    auto const event = event_of(list.schema, record);
    if (!event || state_of(*event, today) == EventState::over) continue;
    if (says(Role::telephone) || says(Role::fax) || says(Role::email) || says(Role::contact)) continue;
    fill_in(list.schema, record, Role::telephone, site.tel, site.at);
    fill_in(list.schema, record, Role::fax, site.fax, site.at);
    fill_in(list.schema, record, Role::email, site.email, site.at);
    fill_in(list.schema, record, Role::contact, site.name, site.at);
    fill_in(list.schema, record, Role::telephone_note, site.hours, site.at);
    fill_in(list.schema, record, Role::host, site.name, site.at);
  }
}

EventState state_of(Event const& event, Date today) {
  if (event.last() < today) return EventState::over;
  return event.deadline && *event.deadline < today ? EventState::closed : EventState::open;
}

bool holds_events(Schema const& schema) { return schema.with_role(Role::begins) != nullptr; }

std::optional<Event> event_of(Schema const& schema, Record const& record) {
  auto const days = days_of(value_of(schema, record, Role::begins));
  if (days.empty()) return std::nullopt;
  Event event;
  for (auto day : days) event.stretches.push_back({day, day});
  // With an end, what was named is where it begins.
  if (auto const end = day_of(value_of(schema, record, Role::ends)); end && *end > days.back())
    event.stretches.back().last = *end;
  event.deadline = day_of(value_of(schema, record, Role::deadline));
  auto const* hours = value_of(schema, record, Role::hours);
  if (auto const* read = hours ? hours->as<Hours>() : nullptr; read && read->count > 0) event.hours = *read;
  return event;
}

// Films, which are seen at YouTube.

namespace {

/// The number at the beginning, which is taken away; nothing for none and for those of more than four digits.
std::optional<int> take_number(std::string_view& text) {
  constexpr std::size_t most = 4;
  auto const digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > most) return std::nullopt;
  int number = 0;
  for (char c : text.substr(0, digits)) number = number * 10 + (c - '0');
  text.remove_prefix(digits);
  return number;
}

/// 6:20, 1:06:20: behind the first number two digits below sixty each.
std::optional<int> seconds_of_clock(std::string_view text) {
  auto sum = take_number(text);
  int parts = 1;
  for (; sum && text.starts_with(':') && parts < 3; ++parts) {
    text.remove_prefix(1);
    auto const before = text.size();
    auto const part = take_number(text);
    if (!part || *part > 59 || before - text.size() != 2) return std::nullopt;
    sum = *sum * 60 + *part;
  }
  return parts > 1 && text.empty() ? sum : std::nullopt;
}

/// 1時間5分20秒, each unit once and in this order.
std::optional<int> seconds_of_words(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, int>, 3> units = {{{"時間", 3600}, {"分", 60}, {"秒", 1}}};
  int sum = 0;
  bool said = false;
  for (auto const& [word, seconds] : units) {
    auto rest = text;
    auto const number = take_number(rest);
    if (!number || !rest.starts_with(word)) continue;
    text = rest.substr(word.size());
    sum += *number * seconds;
    said = true;
  }
  return said && text.empty() ? std::optional(sum) : std::nullopt;
}

bool is_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return base::is_digit(c) || base::is_letter(c) || c == '-' || c == '_';
  });
}

}  // namespace

std::optional<int> film_seconds(std::string_view written) {
  auto const text = base::nfkc(base::trimmed(written));
  return text.find(':') == text.npos ? seconds_of_words(text) : seconds_of_clock(text);
}

std::string film_clock(int seconds) {
  auto const minutes = seconds / 60;
  if (minutes < 60) return fmt::format("{}:{:02}", minutes, seconds % 60);
  return fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, seconds % 60);
}

std::optional<std::string> iso_duration(std::string_view written) {
  auto const seconds = film_seconds(written);
  if (!seconds) return std::nullopt;
  std::string out = "PT";
  auto const add = [&](int number, char unit) {
    if (number > 0) out.append(std::to_string(number)) += unit;
  };
  add(*seconds / 3600, 'H');
  add(*seconds / 60 % 60, 'M');
  add(*seconds % 60, 'S');
  return out.size() > 2 ? out : out + "0S";
}

std::string film_id(std::string_view written) {
  auto const query = written.find("v=");
  auto const begin = written.find("://") == written.npos ? 0
                     : query == written.npos             ? written.rfind('/') + 1
                                                         : query + 2;
  auto const film = written.substr(begin);
  return std::string(film.substr(0, film.find_first_of("&?#")));
}

std::string playable_film(std::string_view address) {
  constexpr std::array<std::string_view, 4> hosts = {"www.youtube.com", "youtube.com", "m.youtube.com", "youtu.be"};
  auto const scheme = address.find("://");
  auto const host = scheme == address.npos ? std::string_view() : address.substr(scheme + 3);
  bool const known = std::any_of(hosts.begin(), hosts.end(), [&](std::string_view one) {
    return host.starts_with(one) && host.substr(one.size()).starts_with('/');
  });
  auto id = known ? film_id(address) : std::string();
  return is_id(id) ? id : std::string();
}

std::string film_address(std::string_view written) {
  if (is_id(written)) return "https://www.youtube.com/watch?v=" + std::string(written);
  return is_web_address(written) ? std::string(written) : std::string();
}

std::string film_address(std::string_view written, int seconds) {
  auto const id = film_id(written);
  return is_id(id) ? film_address(id) + "&t=" + std::to_string(seconds) + "s" : film_address(written);
}

bool holds_chapters(Field const& field) {
  return field.role == Role::chapters && std::any_of(field.fields.begin(), field.fields.end(), [](Field const& part) {
           return has_role(part, Role::chapter_time);
         });
}

Field const& chapter_time_field(Field const& field) {
  return *std::find_if(field.fields.begin(), field.fields.end(),
                       [](Field const& part) { return has_role(part, Role::chapter_time); });
}

std::vector<FilmChapter> chapters_of(Field const& field, FieldRows const& rows, Words const& words) {
  std::vector<FilmChapter> chapters;
  auto const& time = chapter_time_field(field);
  for (auto const& row : rows.rows) {
    auto const* written = row.find(time.slot);
    auto const seconds = written && written->text() ? film_seconds(*written->text()) : std::nullopt;
    if (!seconds) continue;
    FilmChapter chapter{*seconds, {}, row.at};
    for (auto const& part : field.fields) {
      auto const said = &part == &time ? std::string() : plain_text(part, row.find(part.slot), words);
      if (!said.empty()) chapter.title.append(chapter.title.empty() ? "" : words["join.gap"]).append(said);
    }
    chapters.push_back(std::move(chapter));
  }
  return chapters;
}

}  // namespace tebiki::model
