#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tebiki::html {

/// What a template is filled with: names with words, a yes or no, or a list of further data.
/// Every name that `names_of` declares is set, also where there is nothing to say: otherwise Mustache would look
/// for it further out. Empty words count as no, so `{{#notice}}…{{/notice}}` shows nothing for them.
class Data {
 public:
  using Field = std::variant<bool, std::string, std::vector<Data>>;

  Data& text(std::string_view name, std::string words) { return add(name, std::move(words)); }
  Data& flag(std::string_view name, bool value) { return add(name, value); }
  Data& list(std::string_view name, std::vector<Data> items) { return add(name, std::move(items)); }

  std::vector<std::pair<std::string, Field>> fields;

 private:
  Data& add(std::string_view name, Field field) {
    fields.emplace_back(std::string(name), std::move(field));
    return *this;
  }
};

}  // namespace tebiki::html
