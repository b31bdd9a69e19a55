#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/template_data.hpp"
#include "html/templates.hpp"

namespace tebiki::html {

/// A template ready to be filled (mustache(5)): partials and words stand in their places, names are looked up while
/// filling, those of the innermost data first. Filling is linear in what is written.
class ReadyTemplate {
 public:
  /// `text` is without partials and mistakes.
  explicit ReadyTemplate(std::string_view text);
  /// Appends the template filled with the data, outermost first.
  void fill(std::string& out, std::vector<TemplateData const*> scopes) const;

 private:
  struct Step {
    enum class Kind { text, escaped, raw, section, inverted } kind;
    std::string text;     ///< as it is, or a name
    std::size_t end = 0;  ///< of a section: the step behind it
  };
  using Scopes = std::vector<TemplateData const*>;
  void run(std::string& out, Scopes& scopes, std::size_t from, std::size_t to) const;
  void run_section(std::string& out, Scopes& scopes, std::size_t at) const;

  std::vector<Step> steps_;
};

/// All templates of a site, made ready once; many threads may fill them.
class Renderer {
 public:
  /// `templates` are without mistakes.
  explicit Renderer(Templates const& templates);
  /// `content` (`entry`, `facilities.entry`) within the layout.
  std::string page(std::string_view content, std::vector<TemplateData const*> scopes) const;
  /// A template that is a page by itself.
  std::string whole(std::string_view name, std::vector<TemplateData const*> scopes) const;
  /// Appends a block: `table` is `blocks/table.mustache`.
  void block(std::string& out, std::string_view name, TemplateData const& data) const;

 private:
  using Ready = std::map<std::string, ReadyTemplate, std::less<>>;
  Ready pages_, whole_, blocks_;
};

}  // namespace tebiki::html
