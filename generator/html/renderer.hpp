#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "html/templates.hpp"

namespace tebiki::html {

/// What a template is filled with: names with words, a yes or no, or a list of further data.
/// Every name that `template_check.hpp` declares is set, also where there is nothing to say: otherwise Mustache would
/// look for it further out. Empty words count as no, so `{{#notice}}…{{/notice}}` shows nothing for them.
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

/// Data that many pages share, converted for Mustache once.
class SharedData {
 public:
  explicit SharedData(TemplateData const& data);
  SharedData(SharedData&&) noexcept;
  SharedData& operator=(SharedData&&) noexcept;
  ~SharedData();

 private:
  friend class ReadyTemplate;
  struct Converted;
  std::unique_ptr<Converted> converted_;
};

/// What a template is filled with: what is shared, outermost first, and what is its own, which goes before it.
struct Scopes {
  std::vector<SharedData const*> shared;
  TemplateData const& own;
};

/// A template parsed once by kainjow's Mustache, with partials and words in their places. Names are looked up while it
/// is filled, those of the innermost data first, and only what is asked for is handed over. Many threads may fill it.
class ReadyTemplate {
 public:
  /// `text` is without partials. Throws Failure where Mustache cannot read it: `name` is told.
  ReadyTemplate(std::string_view name, std::string const& text);
  ReadyTemplate(ReadyTemplate&&) noexcept;
  ~ReadyTemplate();
  /// Appends the template filled with the data. Linear in what is written.
  void fill(std::string& out, Scopes const& scopes) const;

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
};

/// All templates of a site, made ready once; many threads may fill them.
class Renderer {
 public:
  /// `templates` are without mistakes.
  explicit Renderer(Templates const& templates);
  /// `content` (`entry`, `facilities.entry`) within the layout.
  std::string page(std::string_view content, Scopes const& scopes) const;
  /// A template that is a page by itself.
  std::string whole(std::string_view name, Scopes const& scopes) const;
  /// Appends a block: `table` is `blocks/table.mustache`.
  void block(std::string& out, std::string_view name, TemplateData const& data) const;

 private:
  using Ready = std::map<std::string, ReadyTemplate, std::less<>>;
  Ready pages_, whole_, blocks_;
};

}  // namespace tebiki::html
