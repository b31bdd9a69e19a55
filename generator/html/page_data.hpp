#pragma once
#include <string_view>
#include <unordered_map>

#include "html/data.hpp"
#include "html/site_data.hpp"

namespace tebiki::html {

/// Records and their rows by anchor (`facilities/aoba`), so that each page finds its own in constant time.
class Entries {
 public:
  /// `common` must outlive the entries.
  explicit Entries(Common const& common);
  model::Record const* record(std::string_view anchor) const;
  model::Entry const* row(std::string_view anchor) const;

 private:
  std::unordered_map<std::string, model::Record const*> records_;
  std::unordered_map<std::string_view, model::Entry const*> rows_;
};

/// The name of a page's kind, as templates are called.
std::string_view kind_name(model::DocumentKind kind);

/// What `page_names` declares for the page's kind, its body included. Paths within it are from the output folder.
Data page_data(Common const& common, Entries const& entries, model::Document const& page);

}  // namespace tebiki::html
