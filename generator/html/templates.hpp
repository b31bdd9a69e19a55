#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "html/render.hpp"
#include "model/documents.hpp"
#include "model/words.hpp"

namespace tebiki::html {

enum class TagKind { variable, unescaped, section, inverted, close, partial, comment };

/// One `{{…}}` of a template. Offsets are bytes of the template.
struct Tag {
  TagKind kind = TagKind::variable;
  std::string_view name;
  std::uint32_t from = 0;  ///< of the opening braces
  std::uint32_t to = 0;    ///< behind the closing braces
  std::uint32_t name_at = 0;
};

/// The tags of a template in order (mustache(5)). Changing the delimiters is refused, so that a name can always be
/// found by searching. Errors: a tag or section left open, a section closed that is not open. After an error the
/// tags may be used for checking further, not for rendering.
std::vector<Tag> tags_of(std::string_view text, base::FileId file, base::Diagnostics& diagnostics);

/// A template file as it was read. The views point into Sources.
struct Template {
  base::FileId file = base::FileId::none;
  std::string_view text;
  std::vector<Tag> tags;
};

/// The files of `templates/site/`: a `layout`, one template for each kind of page, replacements of these for one
/// subject (`facilities.entry` beats `entry`), and partials. Names are those of the files without `.mustache`.
class Templates {
 public:
  /// Reads and scans every file; `words` must outlive the templates. Errors: syntax, text that is not UTF-8.
  Templates(base::FileTree const& tree, model::Words const& words, base::Sources& sources,
            base::Diagnostics& diagnostics);

  model::Words const& words() const { return words_; }

  Template const* find(std::string_view name) const;
  std::vector<std::string> names() const;
  /// The most special template for a page: `facilities.entry` or `entry`.
  std::string name_for(std::string_view kind, std::string_view subject) const;
  /// One text of a template, all its partials and words; `{{> content}}` is the template of that name. Indentation and
  /// comments are gone. For templates without mistakes only; a partial within itself is left out.
  std::string joined(std::string_view name, std::string_view content) const;

 private:
  void read(std::string const& path, base::FileTree const& tree, base::Sources& sources,
            base::Diagnostics& diagnostics);
  void join(std::string& out, std::string_view name, std::string_view content, int depth) const;

  model::Words const& words_;
  std::map<std::string, Template, std::less<>> templates_;
};

/// `{{word.search.none}}` is the word `search.none`, escaped; what it wants filled in are names of the template.
/// `{{script.search.none}}` is the word as it is written: a script fills it in.
struct WordTag {
  std::string_view key;
  bool for_script = false;
};
std::optional<WordTag> word_tag(Tag const& tag);

/// The layout, in which every page stands, the page that web servers show where there is none, and the page at an
/// address of before.
constexpr std::string_view layout_template = "layout", not_found_template = "404", forward_template = "forward";
/// Where the templates of blocks are: `blocks/table`.
constexpr std::string_view block_folder = "blocks/";
/// The kinds of page that have a template each.
constexpr std::array<std::string_view, 6> page_kinds = {"home", "list", "entry", "page", "publication", "part"};
/// Of `entry` and `facilities.entry`: `entry`; empty for what is no page within the layout.
std::string_view page_kind(std::string_view template_name);

/// Partials may stand in partials so deep; deeper means that one contains itself.
constexpr int deepest_partial = 20;

/// What a template is filled with: names with words, a yes or no, or a list of further data.
/// Every name that `shared_names`, `page_names` and `all_block_names` declare is set, also where there is nothing to
/// say: otherwise Mustache would look for it further out. Empty words count as no, so `{{#notice}}…{{/notice}}` shows
/// nothing for them.
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

/// What a name in a template stands for.
enum class NameKind {
  text,    ///< words: `{{title}}`, escaped
  markup,  ///< HTML made by tebiki: `{{{body}}}`, not escaped
  flag,    ///< yes or no: `{{#current}}…{{/current}}`
  list,    ///< `{{#menu}}…{{/menu}}`, once for every item
};

struct Name {
  std::string name;
  NameKind kind = NameKind::text;
  std::vector<Name> items = {};  ///< the names within each item of a list
};
using Names = std::vector<Name>;

/// The names that every page's template gets, whatever its kind, those of icons and assets among them.
Names shared_names(Assets const& assets);
/// What is said of applying for an event: now, and by a script when that is over.
Names notice_names();
/// The names that a page's own data brings: of `home`, `list`, `entry`, `page`, `publication`, `part` or `404`.
Names page_names(std::string_view kind);

/// A template of `blocks/`, and the names that it gets; no others.
struct BlockNames {
  std::string_view block;
  Names names;
};
std::vector<BlockNames> const& all_block_names();

/// An error when there is no template of that name.
void require(Templates const& templates, std::string_view name, base::Diagnostics& diagnostics);

/// Checks the layout with each kind of page, each template made for one subject, and those of blocks; `assets` bring
/// names of their own. Errors: unknown names, words and partials, words without escaping, lists used as words, a
/// partial within itself, a template missing that every site needs, a word that nothing asks for.
void check_templates(Templates const& templates, Assets const& assets, base::Diagnostics& diagnostics);

/// Warns of a template made for a list or page that there is not, a slip of the pen: `taxi.entry` for `taxis.entry`.
void check_for_idle(Templates const& templates, std::vector<model::Document> const& pages,
                    base::Diagnostics& diagnostics);

/// Appends text so that it is text in an element and in a quoted attribute alike (HTML Standard, 13.1).
/// Control characters that HTML forbids are left out.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);
/// Where the next telephone number with hyphens stands, 0463-00-0011; both the length of the text where there is none.
std::pair<std::size_t, std::size_t> number_in(std::string_view text, std::size_t from);
/// The text escaped, its telephone numbers in elements that keep them on one line.
void append_unbroken(std::string& out, std::string_view text);

}  // namespace tebiki::html
