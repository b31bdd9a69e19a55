#include <algorithm>
#include <utility>
#include <vector>

#include "html/directory.hpp"
#include "html/escape.hpp"

namespace tebiki::html {
namespace {

/// Longer lists of choices fold their tail away.
constexpr std::size_t choices_in_sight = 8;

struct Choice {
  std::string_view key;    ///< of the field, in the address of the narrowed list
  std::string_view value;  ///< likewise
  std::string number;
  std::string_view label;
  int count = 0;
};

void append_choice(std::string& out, Choice const& choice) {
  out += "<label class=\"option\"><input type=\"checkbox\" name=\"";
  append_escaped(out, choice.key);
  out += "\" value=\"";
  append_escaped(out, choice.value);
  out += "\" data-choice=\"" + choice.number + "\"><span>";
  append_escaped(out, choice.label);
  out += "</span><span class=\"n\">" + std::to_string(choice.count) + "</span></label>\n";
}

/// Questions answered ○ △ × —: each is one wish, "can do this", not a choice between yes and ask.
bool is_wish(model::Directory::Filter const& filter) {
  auto const answer = [](auto const& choice) { return choice.first == "yes" || choice.first == "ask"; };
  return !filter.choices.empty() && std::all_of(filter.choices.begin(), filter.choices.end(), answer);
}

std::string number_of(std::size_t filter, std::size_t choice) {
  return std::to_string(filter) + '.' + std::to_string(choice);
}

void append_fieldset(std::string& out, std::string_view legend, std::vector<Choice> const& choices) {
  out += "<fieldset data-filter><legend>";
  append_escaped(out, legend);
  out += "</legend>\n";
  bool const fold = choices.size() > choices_in_sight + 2;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (fold && i == choices_in_sight) {
      out += "<details><summary>ほか" + std::to_string(choices.size() - i) + "件を見る</summary>\n";
    }
    append_choice(out, choices[i]);
  }
  out += fold ? "</details></fieldset>\n" : "</fieldset>\n";
}

std::vector<Choice> choices_of(model::Directory::Filter const& filter, std::size_t f) {
  std::vector<Choice> choices;
  for (std::size_t c = 0; c < filter.choices.size(); ++c) {
    auto const& [label, count] = filter.choices[c];
    choices.push_back({filter.key, label, number_of(f, c), label, count});
  }
  return choices;
}

/// All wishes stand together where the first of them is.
std::vector<Choice> wishes_of(model::Directory const& directory) {
  std::vector<Choice> wishes;
  for (std::size_t f = 0; f < directory.filters.size(); ++f) {
    auto const& filter = directory.filters[f];
    if (!is_wish(filter)) continue;
    Choice wish{filter.key, "yes", number_of(f, 0), filter.label};
    for (auto const& choice : filter.choices) wish.count += choice.second;
    wishes.push_back(std::move(wish));
  }
  return wishes;
}

void append_ask_option(std::string& out) {
  out +=
      "<label class=\"option with-ask\"><input type=\"checkbox\" name=\"with-ask\" checked>"
      "<span>「要相談」も含める</span></label>\n";
}

}  // namespace

FacetNumbers::FacetNumbers(model::Directory const& directory) {
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

std::string FacetNumbers::tokens(model::Entry const& entry) const {
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

std::size_t entry_count(model::Directory const& directory) {
  std::size_t count = 0;
  for (auto const& group : directory.groups) count += group.entries.size();
  return count;
}

void append_filters(std::string& out, model::Directory const& directory, FacetNumbers const& numbers,
                    std::string_view wishes_legend) {
  out += "<form class=\"filters\" role=\"search\" aria-label=\"一覧をしぼりこむ\" hidden>\n";
  out +=
      "<label class=\"filter-words\"><span>ことばでしぼる</span><input type=\"search\" autocomplete=\"off\" "
      "placeholder=\"名前・町など\"></label>\n<details class=\"facets\"><summary>条件でしぼる</summary>\n";
  bool wishes_written = false;
  for (std::size_t f = 0; f < directory.filters.size(); ++f) {
    if (!is_wish(directory.filters[f])) {
      append_fieldset(out, directory.filters[f].label, choices_of(directory.filters[f], f));
    } else if (!std::exchange(wishes_written, true)) {
      append_fieldset(out, wishes_legend, wishes_of(directory));
      if (numbers.asks()) append_ask_option(out);
    }
  }
  out +=
      "</details>\n<div class=\"after-filters\"><button type=\"reset\" hidden>すべて外す</button>"
      "<button type=\"button\" class=\"see\">" +
      std::to_string(entry_count(directory)) + "件を見る</button></div>\n</form>\n";
}

}  // namespace tebiki::html
