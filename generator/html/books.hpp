#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "html/data.hpp"
#include "html/links.hpp"
#include "model/documents.hpp"
#include "model/site.hpp"

namespace tebiki::html {

/// What pages say of one publication: its cover, where it is, its PDF. Paths are from the output folder.
Data book_data(model::Publication const& publication, std::vector<model::PrintedBooklet> const& booklets);
std::vector<Data> all_books(model::Site const& site, std::vector<model::PrintedBooklet> const& booklets);
/// The publications that show this list, those made for it (few parts) first.
std::vector<Data> books_with(model::Site const& site, std::vector<model::PrintedBooklet> const& booklets,
                             std::string_view list);
/// `312KB`, `1.4MB`.
std::string size_words(std::size_t bytes);

}  // namespace tebiki::html
