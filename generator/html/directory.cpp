#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/unicode.hpp"
#include "html/markup.hpp"
#include "html/page_writer.hpp"

namespace tebiki::html {
namespace {

/// Longer lists of choices fold their tail away.
constexpr std::size_t choices_in_sight = 8;

/// Questions answered ○ △ × —: each is one wish, "can do this", not a choice between yes and ask.
bool is_wish(model::Directory::Filter const& filter) {
  auto const answer = [](auto const& choice) { return choice.first == "yes" || choice.first == "ask"; };
  return !filter.choices.empty() && std::all_of(filter.choices.begin(), filter.choices.end(), answer);
}

std::string number_of(std::size_t filter, std::size_t choice) {
  return std::to_string(filter) + '.' + std::to_string(choice);
}

/// `key` and `value` stand in the address of the narrowed list.
TemplateData choice(std::string key, std::string value, std::string number, std::string label, int count) {
  return TemplateData()
      .text("key", std::move(key))
      .text("value", std::move(value))
      .text("number", std::move(number))
      .text("label", std::move(label))
      .text("count", std::to_string(count));
}

std::vector<TemplateData> choices_of(model::Directory::Filter const& filter, std::size_t f) {
  std::vector<TemplateData> choices;
  for (auto const& [value, count] : filter.choices) {
    choices.push_back(choice(filter.key, value, number_of(f, choices.size()), value, count));
  }
  return choices;
}

/// All wishes stand together where the first of them is.
std::vector<TemplateData> wishes_of(model::Directory const& directory) {
  std::vector<TemplateData> wishes;
  for (std::size_t f = 0; f < directory.filters.size(); ++f) {
    auto const& filter = directory.filters[f];
    if (!is_wish(filter)) continue;
    int count = 0;
    for (auto const& answer : filter.choices) count += answer.second;
    wishes.push_back(choice(filter.key, "yes", number_of(f, 0), filter.label, count));
  }
  return wishes;
}

/// `ask`: whether those who answered 要相談 can be left out.
TemplateData fieldset(std::string_view legend, std::vector<TemplateData> choices, bool ask) {
  std::vector<TemplateData> folded;
  if (choices.size() > choices_in_sight + 2) {
    auto const from = choices.begin() + std::ptrdiff_t(choices_in_sight);
    std::vector<TemplateData> tail(std::make_move_iterator(from), std::make_move_iterator(choices.end()));
    choices.erase(from, choices.end());
    auto count = std::to_string(tail.size());
    folded.push_back(TemplateData().text("count", std::move(count)).list("choices", std::move(tail)));
  }
  TemplateData data;
  data.text("legend", std::string(legend))
      .list("choices", std::move(choices))
      .list("folded", std::move(folded))
      .flag("with_ask", ask);
  return data;
}

/// The choices of a directory's filters by number, so that a row names what it has in a few bytes:
/// `0.2` is the third choice of the first filter; of a ○ △ question `1.0` is yes and `1.0?` 要相談.
class FacetNumbers {
 public:
  explicit FacetNumbers(model::Directory const& directory) {
    for (std::size_t f = 0; f < directory.filters.size(); ++f) {
      auto const& filter = directory.filters[f];
      bool const wish = is_wish(filter);
      for (std::size_t c = 0; c < filter.choices.size(); ++c) {
        auto const& value = filter.choices[c].first;
        bool const ask = wish && value == "ask";
        asks_ = asks_ || ask;
        numbers_[filter.key][value] = wish ? number_of(f, 0) + (ask ? "?" : "") : number_of(f, c);
      }
    }
  }

  std::string tokens(model::Entry const& entry) const {
    std::string out;
    for (auto const& facet : entry.facets) {
      auto filter = numbers_.find(facet.key);
      if (filter == numbers_.end()) continue;
      for (auto const& value : facet.values) {
        auto number = filter->second.find(value);
        if (number == filter->second.end()) continue;
        if (!out.empty()) out += ' ';
        out += number->second;
      }
    }
    return out;
  }

  /// Some answer that one can filter by is 要相談.
  bool asks() const { return asks_; }

 private:
  std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> numbers_;
  bool asks_ = false;
};

/// The form that narrows a directory of `count` entries down; hidden until the script that serves it runs.
std::string filter_form(model::Directory const& directory, FacetNumbers const& numbers, std::size_t count,
                        RenderContext const& context) {
  std::vector<TemplateData> fieldsets;
  bool wishes_written = false;
  for (std::size_t f = 0; f < directory.filters.size(); ++f) {
    auto const& filter = directory.filters[f];
    if (!is_wish(filter)) {
      fieldsets.push_back(fieldset(filter.label, choices_of(filter, f), false));
    } else if (!std::exchange(wishes_written, true)) {
      fieldsets.push_back(fieldset(directory.abilities, wishes_of(directory), numbers.asks()));
    }
  }
  TemplateData data;
  data.text("count", std::to_string(count)).list("fieldsets", std::move(fieldsets));
  std::string out;
  context.renderer.block(out, "filter-form", data);
  return out;
}

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

std::string group_anchor(model::EntryGroup const& group) { return "group-" + group.title; }

/// Links to the groups, for long lists: they work without scripts and from the disk.
std::vector<TemplateData> jumps_of(model::Directory const& directory) {
  auto const& groups = directory.groups;
  auto const titled = [](model::EntryGroup const& group) { return !group.title.empty(); };
  if (groups.size() < groups_to_jump || !std::all_of(groups.begin(), groups.end(), titled)) return {};
  std::vector<TemplateData> jumps;
  for (auto const& group : groups) {
    std::string href;
    append_fragment(href, group_anchor(group));
    jumps.push_back(TemplateData().text("href", std::move(href)).text("label", group.title));
  }
  return jumps;
}

/// What an office answered, the same answers together: ○ first, as they are ordered in the model.
std::vector<TemplateData> answers_of(model::Entry const& entry, model::Words const& words) {
  std::map<model::Availability, std::vector<std::string>> same;
  for (auto const& [label, answer] : entry.abilities) same[answer].push_back(label);
  std::vector<TemplateData> answers;
  for (auto& [answer, abilities] : same) {
    TemplateData group;
    group.reserve(5);
    group.text("mark", std::string(model::key_of(answer)))
        .text("sign", model::sign(answer))
        .text("answer", std::string(words[answer]))
        .text("count", std::to_string(abilities.size()))
        .list("abilities", labels(abilities));
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

/// One row; `numbers` where it stands in a finder. `asked` is what its ○ △ questions are called together.
void append_entry(std::string& out, model::Entry const& entry, std::string_view asked, FacetNumbers const* numbers,
                  int level, PageState& state) {
  auto details = details_of(entry, state.inlines);
  TemplateData row;
  row.reserve(19);
  row.text("id", state.ids.claim(entry.anchor))
      .flag("in_finder", numbers != nullptr)
      .text("has", numbers ? numbers->tokens(entry) : "")
      .text("words", numbers ? search_words(entry, state.context.search) : "")
      .text("number", std::to_string(entry.number))
      .text("level", std::to_string(level))
      .text("kana", entry.kana)
      .text("name", entry.name)
      .text("href", state.inlines.href(entry.page))
      .flag("has_details", !entry.tags.empty() || !entry.details.empty())
      .list("tags", labels(entry.tags))
      .list("opening", std::move(details.opening))
      .list("details", std::move(details.others))
      .text("tel", std::string(entry.tel.written()))
      .text("tel_href", std::string(entry.tel.address()))
      .text("fax", std::string(entry.fax.written()))
      .text("confirmed", entry.confirmed)
      .flag("has_abilities", !entry.abilities.empty())
      .text("asked", std::string(asked))
      .list("answers", answers_of(entry, state.context.site.words));
  state.context.renderer.block(out, "directory-row", row);
}

std::string groups_of(model::Directory const& directory, FacetNumbers const* numbers, PageState& state) {
  std::string out;
  int const above = state.level;
  for (auto const& group : directory.groups) {
    int const level = group.title.empty() ? above : above + 1;
    TemplateData data;
    data.text("title", group.title)
        .text("id", group.title.empty() ? "" : state.ids.claim(group_anchor(group)))
        .text("level", std::to_string(std::min(level, 6)));
    std::string rows;
    for (auto const& entry : group.entries) {
      append_entry(rows, entry, directory.abilities, numbers, std::min(level + 1, 6), state);
    }
    data.text("rows", std::move(rows));
    state.context.renderer.block(out, "directory-group", data);
  }
  return out;
}

void append_finder(std::string& out, model::Directory const& directory, std::size_t count, PageState& state) {
  auto const& site = state.context.site;
  FacetNumbers const numbers(directory);
  auto const& search = state.context.search;
  auto jumps = jumps_of(directory), legend = legend_of(directory, site.words);
  TemplateData data;
  data.text("folding", base::folding_table(search.synonyms + searched_text(directory, search)))
      .text("same", search.synonyms)
      .text("count", std::to_string(count))
      .text("filter_form", filter_form(directory, numbers, count, state.context))
      .flag("has_jumps", !jumps.empty())
      .list("jumps", std::move(jumps))
      .flag("has_legend", !legend.empty())
      .list("legend", std::move(legend))
      .text("groups", groups_of(directory, &numbers, state));
  state.context.renderer.block(out, "finder", data);
}

}  // namespace

void append_directory(std::string& out, model::Directory const& directory, PageState& state) {
  auto const count = entry_count(directory);
  // Only the list's own page is a finder; within a chapter the entries are read, not filtered.
  if (state.page.kind == model::DocumentKind::list && !state.finder_written && count > 1) {
    state.finder_written = true;
    return append_finder(out, directory, count, state);
  }
  TemplateData data;
  data.text("caption", state.inlines.html(directory.caption)).text("groups", groups_of(directory, nullptr, state));
  state.context.renderer.block(out, "directory", data);
}

}  // namespace tebiki::html
