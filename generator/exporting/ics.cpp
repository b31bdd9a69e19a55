#include "exporting/exporting.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/events_and_films.hpp"

namespace tebiki::exporting {
namespace {

using model::Date;
using model::Role;

constexpr std::string_view zone = "Asia/Tokyo";

std::string day_text(Date day) { return fmt::format("{:04}{:02}{:02}", day.year, day.month, day.day); }

/// Minutes beyond midnight are on the next day.
std::string time_text(Date day, int minutes) {
  constexpr int minutes_of_day = 24 * 60;
  for (; minutes >= minutes_of_day; minutes -= minutes_of_day) day = model::day_after(day);
  return fmt::format("{}T{:02}{:02}00", day_text(day), minutes / 60, minutes % 60);
}

/// `tebiki.example` of https://tebiki.example/path/.
std::string host_of(model::Site const& site) {
  auto const begin = site.base_url.find("//");
  if (begin == std::string::npos) return "tebiki.invalid";
  auto const host = site.base_url.substr(begin + 2);
  return host.substr(0, host.find_first_of(":/"));
}

/// Writes the lines of calendars.
class CalendarWriter {
 public:
  CalendarWriter(model::Site const& site, model::List const& list) : site_(site), list_(list), schema_(list.schema) {}

  void begin(std::string_view name) {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//tebiki//tebiki//JA");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    if (!name.empty()) text_line("X-WR-CALNAME", name);
    line("BEGIN:VTIMEZONE");
    line(fmt::format("TZID:{}", zone));
    line("BEGIN:STANDARD");
    line("DTSTART:19700101T000000");
    line("TZOFFSETFROM:+0900");
    line("TZOFFSETTO:+0900");
    line("TZNAME:JST");
    line("END:STANDARD");
    line("END:VTIMEZONE");
  }

  /// Each stretch of its days is an entry of its own.
  void add(model::Record const& record, model::Event const& event) {
    for (std::size_t i = 0; i < event.stretches.size(); ++i) {
      line("BEGIN:VEVENT");
      auto const number = i == 0 ? std::string() : fmt::format("-{}", i + 1);
      line(fmt::format("UID:{}-{}{}@{}", list_.slug, record.id, number, host_of(site_)));
      line(fmt::format("DTSTAMP:{}T000000Z", day_text(stamp_of(record))));
      add_times(event, event.stretches[i]);
      text_line("SUMMARY", record.name());
      text_line("LOCATION", text(record, Role::place));
      text_line("DESCRIPTION", description_of(record, event));
      text_line("CONTACT", contact_of(record));
      text_line("CATEGORIES", text(record, Role::audience_kind));
      if (!site_.base_url.empty()) line("URL:" + site_.address_of(model::path_of_name(list_.slug + "/" + record.id)));
      line("END:VEVENT");
    }
  }

  std::string end() {
    line("END:VCALENDAR");
    return std::move(out_);
  }

 private:
  void line(std::string_view content) { out_ += folded(content); }
  void text_line(std::string_view name, std::string_view text) {
    if (!text.empty()) line(std::string(name) + ":" + escaped(text));
  }
  std::string text(model::Record const& record, Role role) const {
    return model::text_of(schema_, record, role, site_.words);
  }

  Date stamp_of(model::Record const& record) const {
    auto const* field = schema_.with_role(Role::confirmed);
    auto const* value = field ? record.find(*field) : nullptr;
    auto const* day = value ? value->as<Date>() : nullptr;
    return day ? *day : site_.today;
  }

  void add_times(model::Event const& event, model::Stretch const& days) {
    auto const* hours = event.hours ? &event.hours->ranges.front() : nullptr;
    // Several days, or no time known: whole days, of which the end is the day after.
    if (!hours || hours->from == model::TimeRange::unsaid || days.first != days.last) {
      line("DTSTART;VALUE=DATE:" + day_text(days.first));
      line("DTEND;VALUE=DATE:" + day_text(model::day_after(days.last)));
      return;
    }
    line(fmt::format("DTSTART;TZID={}:{}", zone, time_text(days.first, hours->from)));
    auto const& last = event.hours->ranges[std::size_t(event.hours->count - 1)];
    if (last.until != model::TimeRange::unsaid)
      line(fmt::format("DTEND;TZID={}:{}", zone, time_text(days.first, last.until)));
  }

  /// What it is, and what one has to know to come: each on a line with the label of its field.
  std::string description_of(model::Record const& record, model::Event const& event) const {
    auto out = text(record, Role::summary);
    auto const add = [&](Role role) {
      auto const* field = schema_.with_role(role);
      auto const said = text(record, role);
      if (field && !said.empty())
        out.append(out.empty() ? "" : "\n").append(site_.words.filled("join.label", {{"label", field->label}})) += said;
    };
    if (event.stretches.size() > 1 || event.stretches.front().first != event.stretches.front().last) add(Role::hours);
    for (auto role :
         {Role::reception, Role::audience, Role::quota, Role::fee, Role::deadline, Role::apply, Role::form_address})
      add(role);
    return out;
  }

  std::string contact_of(model::Record const& record) const {
    auto out = text(record, Role::contact);
    for (auto role : {Role::telephone, Role::telephone_note}) {
      auto const said = text(record, role);
      if (!said.empty()) out.append(out.empty() ? "" : " ").append(said);
    }
    return out;
  }

  model::Site const& site_;
  model::List const& list_;
  model::Schema const& schema_;
  std::string out_;
};

struct DatedRecord {
  model::Record const* record = nullptr;
  model::Event event;
};

std::vector<DatedRecord> dated_records(model::List const& list) {
  std::vector<DatedRecord> dated;
  for (auto const& record : list.records) {
    if (auto event = model::event_of(list.schema, record)) dated.push_back({&record, std::move(*event)});
  }
  std::stable_sort(dated.begin(), dated.end(), [](DatedRecord const& one, DatedRecord const& other) {
    return one.event.first() < other.event.first();
  });
  return dated;
}

}  // namespace

std::string folded(std::string_view line) {
  constexpr std::size_t most = 75;
  std::string out;
  std::size_t room = most;
  while (line.size() > room) {
    auto end = room;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    out.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = most - 1;  // the blank that goes before counts
  }
  return out.append(line).append("\r\n");
}

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      (out += '\\') += c;
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      out += c;
    }
  }
  return out;
}

std::vector<model::OutputFile> calendars(model::Site const& site) {
  std::vector<model::OutputFile> files;
  for (auto const& list : site.lists) {
    if (!model::holds_events(list.schema)) continue;
    CalendarWriter all(site, list);
    all.begin(list.schema.title);
    for (auto const& [record, event] : dated_records(list)) {
      all.add(*record, event);
      CalendarWriter one(site, list);
      one.begin({});
      one.add(*record, event);
      files.push_back({list.slug + "/" + record->id + "/" + model::calendar_name(record->id), one.end()});
    }
    files.push_back({model::calendar_path(list.slug), all.end()});
  }
  return files;
}

}  // namespace tebiki::exporting
