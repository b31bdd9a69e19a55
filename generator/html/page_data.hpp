#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "html/assets.hpp"
#include "html/links.hpp"
#include "html/templates.hpp"
#include "model/documents.hpp"
#include "model/site.hpp"

/// What templates of pages are filled with.
namespace tebiki::html {

/// Everything that the pages of one site, whole or of an area, share. Borrows all but the path.
struct RenderContext {
  std::vector<model::ComposedSite> const& sites;  ///< the whole site and those of its areas
  model::Site const& site;                        ///< the one of them that is rendered
  std::vector<model::Document> const& pages;
  model::SearchIndex const& search;
  std::vector<model::PrintedBooklet> const& booklets;
  Assets const& assets;
  Links const& links;
  Renderer const& renderer;
  std::string search_data;  ///< path of the data file for searching
};

/// Which menu item a page belongs to.
struct MenuPlace {
  std::size_t item = 0;  ///< the number of items where it belongs to none
  bool exactly = false;  ///< the item leads to this very page

  /// Pages with equal numbers have equal menus.
  std::size_t number() const { return item * 2 + exactly; }
};

/// The menu, and where it leads.
class Menu {
 public:
  explicit Menu(RenderContext const& context);
  /// The item of the page, or of what lies nearest above it. The cost does not depend on the length of the menu.
  MenuPlace place_of(std::string_view page_path) const;
  MenuPlace nowhere() const { return {items_.size(), false}; }
  /// The items as a page in this place shows them.
  TemplateData data(MenuPlace place) const;

 private:
  struct Item {
    std::string label, href;
  };
  std::vector<Item> items_;
  std::map<std::string, std::size_t, std::less<>> by_path_;
};

/// One scene as it stands on the home page and at the head of its own.
TemplateData scene_data(RenderContext const& context, model::Scene const& scene);

/// What pages say of one publication: its cover, where it is, its PDF. Paths are from the output folder.
TemplateData book_data(RenderContext const& context, model::Publication const& publication);
std::vector<TemplateData> all_books(RenderContext const& context);
/// `312KB`, `1.4MB`.
std::string size_words(std::size_t bytes);

/// Where the site stands on its server, for what is read at any address: `/` unless the base URL says more.
std::string base_path(model::Site const& site);
/// What web servers are told of the site, `_headers` and `.htaccess`: a policy that lets nothing in but the site's own
/// files, and which files may be kept for ever.
std::vector<model::OutputFile> hosting_files(model::Site const& site);

/// What `shared_names` declares but the menu. Paths are from the output folder; templates put `{{root}}` before them.
TemplateData site_data(RenderContext const& context);

/// What `page_names` declares for the page's kind, its body included. Paths within it are from the output folder.
TemplateData page_data(RenderContext const& context, model::Document const& page);

/// An item for each word: `label`.
std::vector<TemplateData> labels(std::vector<std::string> const& words);

/// The script that hands every entry and page to the search box: a call, because pages opened from `file://` may
/// load scripts but not read files. It holds `same` (see `SearchIndex::synonyms`), `folding` (see `folding_table`),
/// `abilities` (what one can be asked for), `entries` and `pages`, arrays of kind, name, reading, telephone, what else,
/// path, folded words, what the entry can do (numbers of abilities, `4?` where it says 要相談) and, where there are
/// any, the words that lead to the page before all others and what is dialled, where that is not just the digits of the
/// number. Words are pieces between bars, what is only told behind `||`.
std::string search_data(model::Site const& site, model::Documents const& documents, Links const& links);

/// What a directory's row is found by: names, then behind an empty piece what is told.
std::string search_words(model::Entry const& entry, model::SearchIndex const& index);
/// All that the rows of a directory can be found by.
std::string searched_text(model::Directory const& directory, model::SearchIndex const& index);

}  // namespace tebiki::html
