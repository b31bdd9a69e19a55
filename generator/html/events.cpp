// Calendars, agendas and the heads of events' pages.
#include <algorithm>
#include <utility>

#include "html/markup.hpp"
#include "html/page_writer.hpp"

namespace tebiki::html {
namespace {

constexpr std::size_t days_of_week = 7;

void add_notice(TemplateData& data, model::EventNotice const& notice) {
  data.text("last_day", notice.last_day)
      .text("deadline", notice.deadline)
      .text("state", notice.now())
      .text("closed", notice.closed)
      .text("over", notice.over)
      .flag("is_open", notice.state == model::EventState::open)
      .flag("is_over", notice.state == model::EventState::over);
}

/// Weekday and holidays, which are not told by colour alone: columns have heads, holidays names.
std::string day_class(model::CalendarDay const& day, std::size_t column) {
  std::string all = day.date.empty() ? "outside" : "";
  auto const add = [&](bool holds, std::string_view name) {
    if (holds) all.append(all.empty() ? "" : " ").append(name);
  };
  add(column == 0 || !day.holiday.empty(), "free");
  add(column == days_of_week - 1, "saturday");
  add(!day.date.empty() && day.items.empty() && day.holiday.empty(), "empty");
  return all;
}

TemplateData day_data(model::CalendarDay const& day, std::size_t column, PageState& state) {
  std::vector<TemplateData> items;
  for (auto const& item : day.items) {
    items.push_back(TemplateData()
                        .text("name", words_html(item.name, state.context.site))
                        .text("href", state.inlines.href(item.page))
                        .flag("is_deadline", item.kind == model::CalendarItem::Kind::deadline));
  }
  return TemplateData()
      .text("date", day.date)
      .text("number", day.date.empty() ? "" : std::to_string(day.number))
      .text("title", day.title)
      .text("day_class", day_class(day, column))
      .text("holiday", day.holiday)
      .list("items", std::move(items));
}

TemplateData line_data(model::AgendaLine const& line, PageState& state) {
  TemplateData data;
  add_notice(data, line.notice);
  data.text("year", line.year)
      .text("month", line.month)
      .text("day", line.day)
      .text("weekday", line.weekday)
      .text("days", line.days)
      .text("name", words_html(line.name, state.context.site))
      .text("href", state.inlines.href(line.page))
      .list("tags", labels_of_records(line.tags, state.context.site))
      .list("details", labels_of_records(line.details, state.context.site));
  return data;
}

char const* kind_class(model::AgendaGroup::Kind kind) {
  switch (kind) {
    case model::AgendaGroup::Kind::upcoming:
      return "upcoming";
    case model::AgendaGroup::Kind::past:
      return "past";
    case model::AgendaGroup::Kind::undated:
      return "undated";
  }
  return "";
}

/// From the page; translations have the calendars of the whole site.
std::string calendar_of(RenderContext const& context, model::Document const& page, std::string_view path) {
  bool const own = context.site.translation.empty();
  return root_of(page.path) + (own ? file_url(path) : context.links.shared_file(path));
}

}  // namespace

void append_calendar(std::string& out, model::Calendar const& calendar, PageState& state) {
  std::vector<TemplateData> weeks, days;
  for (std::size_t i = 0; i < calendar.days.size(); ++i) {
    days.push_back(day_data(calendar.days[i], i % days_of_week, state));
    if (days.size() == days_of_week) weeks.push_back(TemplateData().list("days", std::exchange(days, {})));
  }
  TemplateData data;
  data.text("title", calendar.title).list("weekdays", labels(calendar.weekdays)).list("weeks", std::move(weeks));
  state.context.renderer.block(out, "calendar", data);
}

void append_agenda(std::string& out, model::Agenda const& agenda, PageState& state) {
  std::vector<TemplateData> groups;
  for (auto const& group : agenda.groups) {
    std::vector<TemplateData> lines;
    for (auto const& line : group.lines) lines.push_back(line_data(line, state));
    groups.push_back(TemplateData()
                         .text("kind", kind_class(group.kind))
                         .text("level", std::to_string(std::clamp(agenda.level, 2, 6)))
                         .text("title", group.title)
                         .text("count", std::to_string(group.lines.size()))
                         .list("lines", std::move(lines)));
  }
  TemplateData data;
  data.text("caption", state.inlines.html(agenda.caption))
      .text("calendar_href", calendar_of(state.context, state.page, model::calendar_path(agenda.list)))
      .list("groups", std::move(groups));
  state.context.renderer.block(out, "agenda", data);
}

TemplateData event_data(RenderContext const& context, model::Document const& page, model::EventHead const& event) {
  auto const pdf = [&](std::string const& slug) {
    return slug.empty() ? std::string() : context.links.shared_file("pdf/" + slug + ".pdf");
  };
  TemplateData data;
  add_notice(data, event.notice);
  data.list("days", labels(event.days))
      .text("time", event.time)
      .text("reception", event.reception)
      .text("place", event.place)
      .text("form_href", event.form_address)
      .text("calendar_href", context.site.translation.empty()
                                 ? model::calendar_name(page.record)
                                 : calendar_of(context, page, page.path + model::calendar_name(page.record)))
      .text("flyer_href", pdf(event.flyer))
      .text("application_href", pdf(event.application));
  return data;
}

}  // namespace tebiki::html
