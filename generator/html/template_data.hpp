#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tebiki::html {

/// What a template is filled with: names with words, a yes or no, or a list of further data.
/// Every name that `names.hpp` declares is set, also where there is nothing to say: otherwise Mustache would look
/// for it further out. Empty words count as no, so `{{#notice}}…{{/notice}}` shows nothing for them.
class TemplateData {
 public:
  using Field = std::variant<bool, std::string, std::vector<TemplateData>>;

  /// Names are borrowed: literals, or keys that outlive the data.
  TemplateData& text(std::string_view name, std::string words) & { return add(name, std::move(words)); }
  TemplateData& flag(std::string_view name, bool value) & { return add(name, value); }
  TemplateData& list(std::string_view name, std::vector<TemplateData> items) & { return add(name, std::move(items)); }
  /// Of data that is made in place, so that it is moved into a list.
  TemplateData&& text(std::string_view name, std::string words) && { return std::move(add(name, std::move(words))); }
  TemplateData&& flag(std::string_view name, bool value) && { return std::move(add(name, value)); }
  TemplateData&& list(std::string_view name, std::vector<TemplateData> items) && {
    return std::move(add(name, std::move(items)));
  }
  void reserve(std::size_t names) { fields.reserve(names); }

  Field const* find(std::string_view name) const {
    for (auto const& [own, field] : fields) {
      if (own == name) return &field;
    }
    return nullptr;
  }

  std::vector<std::pair<std::string_view, Field>> fields;

 private:
  TemplateData& add(std::string_view name, Field field) {
    fields.emplace_back(name, std::move(field));
    return *this;
  }
};

}  // namespace tebiki::html
