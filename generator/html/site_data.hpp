#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "html/assets.hpp"
#include "html/data.hpp"
#include "html/links.hpp"
#include "model/documents.hpp"
#include "model/site.hpp"

namespace tebiki::html {

/// Everything the pages of one site share.
struct Common {
  model::Site const& site;
  std::vector<model::Document> const& pages;
  std::vector<model::PrintedBooklet> const& booklets;
  Assets const& assets;
  Links const& links;
  std::string search_data;  ///< path of the data file for searching
};

/// Which menu item a page belongs to.
struct MenuPlace {
  std::size_t item = 0;  ///< the number of items where it belongs to none
  bool exactly = false;  ///< the item leads to this very page

  /// Pages with equal numbers have equal shared data.
  std::size_t number() const { return item * 2 + exactly; }
};
MenuPlace menu_place(Common const& common, std::string_view page_path);

/// One scene as it stands on the home page and at the head of its own.
Data scene_data(Common const& common, model::Scene const& scene);

/// What `shared_names` declares. Paths are from the output folder; templates put `{{root}}` before them.
Data site_data(Common const& common, MenuPlace place);

}  // namespace tebiki::html
