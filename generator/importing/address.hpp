#pragma once
#include <string>
#include <string_view>

namespace tebiki::importing {

/// Where something stands, without the building. `town` is the part a list is narrowed down by: 高村.
struct Address {
  std::string text;      ///< with prefecture and municipality
  std::string building;  ///< name and floor
  std::string town;      ///< empty when it cannot be told
};

/// `building_cell` is 方書; when the address ends with it, too, it is taken off there.
Address read_address(std::string_view address_cell, std::string_view building_cell, std::string_view prefecture,
                     std::string_view municipality);

/// Whether two address keys can be of one place: but for the building behind it, a room, or the ward or 郡 before it.
bool are_one_place(std::string_view one, std::string_view other);

/// What spellings of one address share: 三丁目1番1号, 3丁目1-1 and ３－１－１; 袖ヶ浜 and 袖ケ浜.
std::string address_key(std::string_view address);

}  // namespace tebiki::importing
