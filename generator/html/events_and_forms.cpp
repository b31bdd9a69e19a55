// What readers take part in: calendars, agendas and the heads of events' pages, and forms.
#include <algorithm>
#include <utility>

#include "html/page_writer.hpp"
#include "model/form.hpp"

namespace tebiki::html {
namespace {

std::string iso(std::optional<model::Date> const& day) { return day ? model::iso(*day) : ""; }

}  // namespace

void add_notice(TemplateData& data, model::EventNotice const& notice) {
  data.text("last_day", iso(notice.last_day))
      .text("deadline", iso(notice.deadline))
      .text("state", notice.now())
      .text("closed", notice.closed)
      .text("over", notice.over)
      .flag("is_open", notice.state == model::EventState::open)
      .flag("is_over", notice.state == model::EventState::over);
}

namespace {

constexpr std::size_t days_of_week = 7;

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
      .text("further", line.notice.further)
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

// A form as it will look on paper. Nothing can be typed here, so that nobody waits for it to be sent: the PDF is for
// that.

namespace {

using model::FormField;
using Kind = FormField::Kind;

/// So many empty items: lines, boxes.
std::vector<TemplateData> numbered(int count) {
  std::vector<TemplateData> items;
  for (int i = 1; i <= count; ++i) items.push_back(TemplateData().text("number", std::to_string(i)));
  return items;
}

char const* width_class(int sixths) {
  switch (sixths) {
    case 2:
      return "third";
    case 3:
      return "half";
    case 4:
      return "two-thirds";
    default:
      return "full";
  }
}

TemplateData date_of(FormField const& field, model::Words const& words) {
  bool const chosen = !field.choices.empty();
  TemplateData date;
  std::vector<TemplateData> eras;
  for (auto const& era : field.choices) eras.push_back(TemplateData().text("label", era.words));
  date.list("eras", std::move(eras)).text("era", chosen ? "" : std::string(words["form.era"]));
  return date;
}

TemplateData table_of(FormField const& field) {
  auto columns = field.columns;
  if (!field.row_names.empty()) columns.insert(columns.begin(), "");
  std::vector<TemplateData> rows;
  for (int i = 0; i < model::count_of(field); ++i) {
    auto const named = std::size_t(i) < field.row_names.size();
    auto const cells = int(field.columns.size()) + (!named && !field.row_names.empty());
    TemplateData row;
    row.text("name", named ? field.row_names[std::size_t(i)] : "").list("cells", numbered(cells));
    rows.push_back(std::move(row));
  }
  TemplateData table;
  table.list("columns", labels(columns)).list("rows", std::move(rows));
  return table;
}

std::vector<TemplateData> choices_of(FormField const& field) {
  std::vector<TemplateData> choices;
  for (auto const& choice : field.choices)
    choices.push_back(TemplateData().text("label", choice.words).flag("is_open", choice.is_open));
  return choices;
}

std::vector<TemplateData> one(TemplateData data) {
  std::vector<TemplateData> items;
  items.push_back(std::move(data));
  return items;
}

TemplateData field_data(model::FormCell const& cell, int copy_before, model::Words const& words) {
  auto const& field = *cell.field;
  auto const kind = field.kind;
  bool const marked = kind == Kind::marks || kind == Kind::one_of;
  int const count = model::count_of(field);
  std::string listed;
  if (kind == Kind::list) {
    for (auto const& choice : field.choices)
      listed.append(listed.empty() ? "" : words["join.comma"]).append(choice.words);
  }
  TemplateData data;
  data.text("label", field.label)
      .text("copy", field.copy == copy_before ? "" : std::to_string(field.copy))
      .text("note", field.note)
      .text("width", width_class(cell.sixths))
      .flag("line", kind == Kind::text || kind == Kind::list)
      .list("lines", kind == Kind::long_text ? numbered(count) : std::vector<TemplateData>())
      .list("boxes", kind == Kind::boxes ? numbered(count) : std::vector<TemplateData>())
      .list("choices", marked ? choices_of(field) : std::vector<TemplateData>())
      .flag("has_boxes", kind == Kind::boxes)
      .flag("has_choices", marked)
      .flag("ring", kind == Kind::one_of)
      .text("listed", std::move(listed))
      .list("date", kind == Kind::date ? one(date_of(field, words)) : std::vector<TemplateData>())
      .flag("signature", kind == Kind::signature)
      .list("table", kind == Kind::table ? one(table_of(field)) : std::vector<TemplateData>());
  return data;
}

/// Where the form's PDF is; nothing where it has none, where the form before leads to the same page of it, and for the
/// parts of a form that follow its first.
std::vector<TemplateData> pdf_of(model::Form const& form, PageState& state) {
  auto const& booklets = state.context.booklets;
  auto const printed = std::find_if(booklets.begin(), booklets.end(),
                                    [&](auto const& booklet) { return booklet.name == form.publication; });
  if (!form.first || form.publication.empty() || printed == booklets.end()) return {};
  auto const part = printed->parts.find(form.part);
  auto const page = std::to_string(part == printed->parts.end() ? 1 : part->second);
  std::string href = root_of(state.page.path);
  model::append_url_path(href, printed->path);
  href.append("#page=").append(page);
  if (std::exchange(state.form_pdf, href) == href) return {};
  TemplateData pdf;
  pdf.text("href", href)
      .text("page", printed->pages > 1 ? page : "")
      .text("pages", std::to_string(printed->pages))
      .text("size", size_words(printed->bytes));
  return one(std::move(pdf));
}

}  // namespace

void append_form(std::string& out, model::Form const& form, PageState& state) {
  std::vector<TemplateData> fields;
  int copy = 0;
  for (auto const& row : model::form_rows(form)) {
    for (auto const& cell : row)
      fields.push_back(field_data(cell, std::exchange(copy, cell.field->copy), state.context.site.words));
  }
  TemplateData data;
  data.list("pdf", pdf_of(form, state))
      .flag("ruled", form.look == model::Form::Look::ruled)
      .list("fields", std::move(fields));
  state.context.renderer.block(out, "form", data);
}

}  // namespace tebiki::html
