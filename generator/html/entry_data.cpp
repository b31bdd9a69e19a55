// What the template of a record's page is given beside what all pages are.
#include <algorithm>
#include <map>

#include "html/page_data.hpp"
#include "html/page_writer.hpp"
#include "model/events_and_films.hpp"

namespace tebiki::html {
namespace {

std::string report_address(model::Site const& site, std::string_view name) {
  auto const& contact = site.contact;
  if (contact.email.empty()) return std::string(contact.tel.address());
  auto address = mail_href(contact.email) + "?subject=";
  model::append_url_path(address, site.words.filled("entry.report-subject", {{"name", name}}));
  return address;
}

/// The days of the week from Monday: `number`, `label`, `is_open`. Empty where it is not known for certain.
std::vector<TemplateData> week_data(std::optional<model::Weekdays> const& open, model::Words const& words) {
  constexpr std::size_t days = 7;
  std::vector<TemplateData> week;
  for (std::size_t i = 1; open && i <= days; ++i) {
    auto const day = i % days;
    week.push_back(TemplateData()
                       .text("number", std::to_string(day))
                       .text("label", std::string(model::weekday_name(day, words)))
                       .flag("is_open", (*open)[day]));
  }
  return week;
}

/// The row of an entry in its list, on whichever page that is; of a list of one page its beginning.
std::string listed_href(model::Document const& page) {
  auto href = file_url(page.listed_on.empty() ? page.subject + '/' : page.listed_on);
  if (!page.listed_on.empty() && page.listed_on != page.subject + '/') append_fragment(href, reference_name(page));
  return href;
}

/// The film's own picture.
std::vector<TemplateData> still_of(RenderContext const& context, model::Document const& page) {
  auto const& images = context.site.images;
  auto const found = images.find(page.head.film->still);
  if (found == images.end()) return {};
  std::string src = root_of(page.path);
  model::append_url_path(src, found->first);
  auto const& info = found->second.info;
  return {TemplateData()
              .text("src", std::move(src))
              .text("width", std::to_string(info.width))
              .text("height", std::to_string(info.height))};
}

std::vector<TemplateData> film_data(RenderContext const& context, model::Document const& page) {
  if (!page.head.film) return {};
  return {TemplateData()
              .text("series", page.head.film->series)
              .text("length", page.head.film->length)
              .list("still", still_of(context, page))};
}

/// The same answers together: ○ first, as they are ordered in the model.
std::vector<TemplateData> abilities_data(model::RecordHead::Abilities const& group, model::Words const& words) {
  std::map<model::Availability, std::vector<std::string>> same;
  for (auto const& [label, answer] : group.answers) same[answer].push_back(label);
  std::vector<TemplateData> answers;
  for (auto const& [answer, questions] : same)
    answers.push_back(TemplateData()
                          .text("mark", std::string(model::key_of(answer)))
                          .text("sign", model::sign(answer))
                          .text("answer", std::string(words[answer]))
                          .text("count", std::to_string(questions.size()))
                          .flag("unanswered", answer == model::Availability::unanswered)
                          .list("questions", labels(questions)));
  return answers;
}

std::vector<TemplateData> abilities_data(model::RecordHead const& head, model::Words const& words) {
  std::vector<TemplateData> groups;
  for (auto const& group : head.abilities)
    groups.push_back(TemplateData().text("group", group.title).list("answers", abilities_data(group, words)));
  return groups;
}

}  // namespace

void add_entry(TemplateData& data, RenderContext const& context, model::Document const& page) {
  auto const& head = page.head;
  bool const reach = !head.tel.empty() || !head.address.empty() || !head.days.empty() || !head.hours.empty() ||
                     !head.fax.empty() || !head.map_address.empty() || !head.video_address.empty() || head.film;
  auto week = week_data(head.week, context.site.words);
  bool const is_office = !head.tel.empty() && !head.event;
  data.text("name", is_office ? name_html(page.title, context.site) : words_html(page.title, context.site))
      .text("kana", head.kana)
      .flag("has_reach", reach)
      .flag("is_case", head.is_answered_question)
      .text("tel", std::string(head.tel.written()))
      .text("tel_href", std::string(head.tel.address()))
      .text("fax", std::string(head.fax.written()))
      .text("days", head.days)
      .text("hours", head.hours)
      .text("opening_note", words_html(head.opening_note, context.site))
      .text("address", head.address)
      .flag("has_week", !week.empty())
      .list("week", std::move(week))
      .text("map_href", head.map_address)
      .text("video_href", head.video_address)
      .text("film_id", context.site.outside.films ? model::playable_film(head.video_address) : "")
      .text("confirmed", head.confirmed)
      .text("list_title", context.site.title_of(page.subject))
      .text("list_href", file_url(page.subject + '/'))
      .text("listed_href", listed_href(page))
      .text("report_href", report_address(context.site, page.title))
      .list("film", film_data(context, page))
      .list("facts", labels(head.facts))
      .text("remark", words_html(head.remark, context.site))
      .list("abilities", abilities_data(head, context.site.words))
      .list("tags", labels_of_records(head.tags, context.site));
  std::vector<TemplateData> event;
  if (head.event) event.push_back(event_data(context, page, *head.event));
  data.list("event", std::move(event));
}

}  // namespace tebiki::html
