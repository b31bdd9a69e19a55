#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "html/page_writer.hpp"

namespace tebiki::html {
namespace {

std::size_t entry_count(model::Directory const& directory) {
  std::size_t count = 0;
  for (auto const& group : directory.groups) count += group.entries.size();
  return count;
}

/// What the marks mean that are to be seen; above all that — is no "no".
std::vector<TemplateData> legend_of(model::Directory const& directory, model::Words const& words) {
  std::set<model::Availability> seen;
  for (auto const& group : directory.groups) {
    for (auto const& entry : group.entries) {
      for (auto const& ability : entry.abilities) seen.insert(ability.availability);
    }
  }
  // What is not answered is left out of rows and must not be taken for a no.
  if (!seen.empty()) seen.insert(model::Availability::unanswered);
  std::vector<TemplateData> legend;
  for (auto answer : seen) {
    legend.push_back(TemplateData()
                         .text("mark", std::string(model::key_of(answer)))
                         .text("sign", model::sign(answer))
                         .text("meaning", std::string(words[answer]))
                         .flag("unanswered", answer == model::Availability::unanswered));
  }
  return legend;
}

/// Groups enough to make jumping worth a tap.
constexpr std::size_t groups_to_jump = 4;

std::string group_anchor(std::string_view title) { return "group-" + std::string(title); }

/// From the page of a list to another of its pages.
std::string href_of(std::string_view path, PageState const& state) {
  return path == state.page.path ? std::string() : root_of(state.page.path) + file_url(path);
}

/// The groups of the whole list, and on which of its pages they begin.
std::vector<model::ListPage::Jump> groups_to_reach(model::Directory const& directory, model::Document const& page) {
  if (!page.list_page.jumps.empty()) return page.list_page.jumps;
  std::vector<model::ListPage::Jump> jumps;
  for (auto const& group : directory.groups) {
    if (group.title.empty()) return {};
    jumps.push_back({page.path, group.title, group.entries.size()});
  }
  return jumps;
}

/// Links to the groups, for long lists: they work without scripts and from the disk.
std::vector<TemplateData> jumps_of(std::vector<model::ListPage::Jump> const& groups, PageState const& state) {
  if (groups.size() < groups_to_jump) return {};
  std::vector<TemplateData> jumps;
  for (auto const& group : groups) {
    auto href = href_of(group.path, state);
    append_fragment(href, group_anchor(group.title));
    jumps.push_back(TemplateData()
                        .text("href", std::move(href))
                        .text("label", group.title)
                        .text("count", std::to_string(group.records)));
  }
  return jumps;
}

std::vector<TemplateData> neighbour(std::optional<model::ListPage::Neighbour> const& page, PageState const& state) {
  if (!page) return {};
  return {TemplateData()
              .text("href", href_of(page->path, state))
              .text("label", page->label)
              .text("count", std::to_string(page->records))};
}

std::string joined(std::vector<std::string> const& words, std::string_view between) {
  std::string out;
  for (auto const& word : words) out.append(out.empty() ? "" : between).append(word);
  return out;
}

/// What an office answered, the same answers together: ○ first, as they are ordered in the model.
std::vector<TemplateData> answers_of(std::vector<model::Entry::Ability> const& given, model::Words const& words) {
  std::map<model::Availability, std::vector<std::string>> same;
  for (auto const& [label, answer] : given) same[answer].push_back(label);
  std::vector<TemplateData> answers;
  for (auto& [answer, abilities] : same) {
    TemplateData group;
    group.reserve(5);
    group.text("mark", std::string(model::key_of(answer)))
        .text("sign", model::sign(answer))
        .text("answer", std::string(words[answer]))
        .text("count", std::to_string(abilities.size()))
        .text("abilities", joined(abilities, words["join.dot"]));
    answers.push_back(std::move(group));
  }
  return answers;
}

/// Days and hours, which a row says first, and the other details.
struct Details {
  std::vector<TemplateData> opening, others;
};

Details details_of(model::Entry const& entry, InlineWriter const& inlines) {
  Details details;
  details.others.reserve(entry.details.size());
  for (std::size_t i = 0; i < entry.details.size(); ++i) {
    bool const opening = i >= entry.opening.first && i < entry.opening.end;
    auto& place = opening ? details.opening : details.others;
    place.push_back(TemplateData().text("text", inlines.html(entry.details[i])));
  }
  return details;
}

std::vector<TemplateData> film_of(model::Entry const& entry) {
  if (!entry.film) return {};
  return {TemplateData().text("series", entry.film->series).text("length", entry.film->length)};
}

/// Of an event its first day as a block, and what is said of it on the day for which the site is made.
std::vector<TemplateData> event_of(model::Entry const& entry, model::Words const& words) {
  if (!entry.event) return {};
  auto const& notice = *entry.event;
  auto const& day = *notice.first_day;
  TemplateData data;
  data.text("month", std::to_string(day.month))
      .text("day", std::to_string(day.day))
      .text("weekday", std::string(model::weekday_name(std::size_t(model::day_of_week(day)), words)))
      .text("further", notice.further);
  add_notice(data, notice);
  return {std::move(data)};
}

/// What the ○ △ questions of the rows are called together; nothing where rows say in words what is wished most.
std::optional<std::string_view> asked_of(model::Directory const& directory) {
  for (auto const& group : directory.groups) {
    bool const told = std::any_of(group.entries.begin(), group.entries.end(),
                                  [](model::Entry const& entry) { return !entry.quick.empty(); });
    if (told) return std::nullopt;
  }
  return directory.abilities;
}

/// One row. `asked` is what its ○ △ questions are called together, if they are told.
void append_entry(std::string& out, model::Entry const& entry, std::optional<std::string_view> asked, int level,
                  PageState& state) {
  auto details = details_of(entry, state.inlines);
  // What else has a name is read as a sentence.
  bool const is_office = !entry.tel.empty() && !entry.event;
  TemplateData row;
  row.reserve(20);
  row.text("id", state.ids.claim(entry.anchor))
      .text("number", std::to_string(entry.number))
      .text("pin", entry.pin > 0 ? std::to_string(entry.pin) : "")
      .list("film", film_of(entry))
      .list("event", event_of(entry, state.context.site.words))
      .text("level", std::to_string(level))
      .text("kana", entry.kana)
      .text("name", is_office ? name_html(entry.name, state.context.site) : words_html(entry.name, state.context.site))
      .text("href", state.inlines.href(entry.page))
      .flag("has_details", !entry.tags.empty() || !entry.details.empty())
      .list("tags", labels_of_records(entry.tags, state.context.site))
      .list("opening", std::move(details.opening))
      .list("details", std::move(details.others))
      .text("tel", std::string(entry.tel.written()))
      .text("tel_href", std::string(entry.tel.address()))
      .text("fax", std::string(entry.fax.written()))
      .text("confirmed", entry.confirmed)
      .text("opening_note", entry.opening_note)
      .list("quick", answers_of(entry.quick, state.context.site.words))
      .flag("has_abilities", !entry.abilities.empty() && asked)
      .text("asked", std::string(asked.value_or("")))
      .list("answers", answers_of(entry.abilities, state.context.site.words));
  state.context.renderer.block(out, "directory-row", row);
}

/// Of the groups of the whole list: how many rows the one with this title has, and whether it began on a page before.
struct WholeGroup {
  std::string count;
  bool continued = false;
};

WholeGroup whole_group(std::string_view title, std::vector<model::ListPage::Jump> const& groups,
                       model::Document const& page) {
  for (auto const& group : groups) {
    if (group.title == title) return {std::to_string(group.records), group.path != page.path};
  }
  return {};
}

std::string groups_of(model::Directory const& directory, std::vector<model::ListPage::Jump> const& whole,
                      PageState& state) {
  std::string out;
  int const above = state.level;
  auto const asked = asked_of(directory);
  for (auto const& group : directory.groups) {
    int const level = group.title.empty() ? above : above + 1;
    auto const [count, continued] = whole_group(group.title, whole, state.page);
    TemplateData data;
    data.text("title", group.title)
        .text("id", group.title.empty() ? "" : state.ids.claim(group_anchor(group.title)))
        .text("count", count)
        .flag("continued", continued)
        .text("level", std::to_string(std::min(level, 6)));
    std::string rows;
    for (auto const& entry : group.entries) {
      append_entry(rows, entry, asked, std::min(level + 1, 6), state);
    }
    data.text("rows", std::move(rows));
    state.context.renderer.block(out, "directory-group", data);
  }
  return out;
}

/// The list's own page, or one of them: the form that narrows it down is filled in by a script.
void append_finder(std::string& out, model::Directory const& directory, PageState& state) {
  auto const& context = state.context;
  auto const& page = state.page;
  auto const found = context.finder_data.find(directory.list);
  auto const root = root_of(page.path);
  auto const groups = groups_to_reach(directory, page);
  auto jumps = jumps_of(groups, state), legend = legend_of(directory, context.site.words);
  std::string compared;
  if (directory.compared) append_table(compared, *directory.compared, state);
  auto previous = neighbour(page.list_page.previous, state), next = neighbour(page.list_page.next, state);
  TemplateData data;
  data.text("data", found == context.finder_data.end() ? "" : root + context.links.shared_file(found->second))
      .text("root", root)
      .text("list_href", root + file_url(context.site.path_of(page.subject).value_or(page.path)))
      .text("count", std::to_string(page.records))
      .flag("has_jumps", !jumps.empty())
      .list("jumps", std::move(jumps))
      .flag("has_legend", !legend.empty())
      .list("legend", std::move(legend))
      .flag("has_pages", !previous.empty() || !next.empty())
      .list("previous", std::move(previous))
      .list("next", std::move(next))
      .list("map", map_of(directory, state))
      .text("compared", std::move(compared))
      .text("groups", groups_of(directory, groups, state));
  context.renderer.block(out, "finder", data);
}

}  // namespace

void append_directory(std::string& out, model::Directory const& directory, PageState& state) {
  auto const count = entry_count(directory);
  // Only the list's own page is a finder; within a chapter the entries are read, not filtered.
  if (state.page.kind == model::DocumentKind::list && !state.finder_written &&
      std::max(count, state.page.records) > 1) {
    state.finder_written = true;
    return append_finder(out, directory, state);
  }
  TemplateData data;
  data.text("caption", state.inlines.html(directory.caption))
      .list("map", map_of(directory, state))
      .text("groups", groups_of(directory, {}, state));
  state.context.renderer.block(out, "directory", data);
}

}  // namespace tebiki::html
