#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "html/directory.hpp"

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
  TemplateData data;
  data.text("key", std::move(key))
      .text("value", std::move(value))
      .text("number", std::move(number))
      .text("label", std::move(label))
      .text("count", std::to_string(count));
  return data;
}

std::vector<TemplateData> choices_of(model::Directory::Filter const& filter, std::size_t f) {
  std::vector<TemplateData> choices;
  for (std::size_t c = 0; c < filter.choices.size(); ++c) {
    auto const& [label, count] = filter.choices[c];
    choices.push_back(choice(filter.key, label, number_of(f, c), label, count));
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

enum class AskOption { none, offered };

TemplateData fieldset(std::string legend, std::vector<TemplateData> choices, AskOption ask) {
  std::vector<TemplateData> folded;
  if (choices.size() > choices_in_sight + 2) {
    auto const from = choices.begin() + std::ptrdiff_t(choices_in_sight);
    std::vector<TemplateData> tail(std::make_move_iterator(from), std::make_move_iterator(choices.end()));
    choices.erase(from, choices.end());
    auto count = std::to_string(tail.size());
    folded.push_back(TemplateData().text("count", std::move(count)).list("choices", std::move(tail)));
  }
  TemplateData data;
  data.text("legend", std::move(legend))
      .list("choices", std::move(choices))
      .list("folded", std::move(folded))
      .flag("with_ask", ask == AskOption::offered);
  return data;
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

std::string filter_form(model::Directory const& directory, FacetNumbers const& numbers, std::string_view wishes_legend,
                        std::size_t count, Renderer const& renderer) {
  std::vector<TemplateData> fieldsets;
  bool wishes_written = false;
  for (std::size_t f = 0; f < directory.filters.size(); ++f) {
    auto const& filter = directory.filters[f];
    if (!is_wish(filter)) {
      fieldsets.push_back(fieldset(filter.label, choices_of(filter, f), AskOption::none));
    } else if (!std::exchange(wishes_written, true)) {
      auto const ask = numbers.asks() ? AskOption::offered : AskOption::none;
      fieldsets.push_back(fieldset(std::string(wishes_legend), wishes_of(directory), ask));
    }
  }
  TemplateData data;
  data.text("count", std::to_string(count)).list("fieldsets", std::move(fieldsets));
  std::string out;
  renderer.block(out, "filter-form", data);
  return out;
}

}  // namespace tebiki::html
