#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "html/template_data.hpp"
#include "html/templates.hpp"

namespace tebiki::html {

/// A template parsed once by kainjow's Mustache, with partials and words in their places. Names are looked up while it
/// is filled, those of the innermost data first, and only what is asked for is handed over. Many threads may fill it.
class ReadyTemplate {
 public:
  /// `text` is without partials. Throws Failure where Mustache cannot read it: `name` is told.
  ReadyTemplate(std::string_view name, std::string const& text);
  ReadyTemplate(ReadyTemplate&&) noexcept;
  ~ReadyTemplate();
  /// Appends the template filled with the data, outermost first. Linear in what is written.
  void fill(std::string& out, std::vector<TemplateData const*> const& scopes) const;

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
  std::string page(std::string_view content, std::vector<TemplateData const*> const& scopes) const;
  /// A template that is a page by itself.
  std::string whole(std::string_view name, std::vector<TemplateData const*> const& scopes) const;
  /// Appends a block: `table` is `blocks/table.mustache`.
  void block(std::string& out, std::string_view name, TemplateData const& data) const;

 private:
  using Ready = std::map<std::string, ReadyTemplate, std::less<>>;
  Ready pages_, whole_, blocks_;
};

}  // namespace tebiki::html
