#pragma once
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "model/list.hpp"

namespace tebiki::loading {

/// A heading as it is compared: NFKC without blanks around it, and with one kind of long stroke (コ―ド is コード).
std::string heading_form(std::string_view text);

/// What headings of a CSV file may be called, by list.
class HeadingNames {
 public:
  explicit HeadingNames(model::Schema const& schema);

  /// The field that a heading in its form stands for: one of the schema or one of its halves, or one that every list
  /// understands. nullptr when there is none.
  model::Field const* field(std::string const& heading) const;
  /// Whether the column is named to be left alone, or only ids are made of it.
  bool is_set_aside(std::string const& heading) const { return set_aside_.contains(heading); }
  bool is_known(std::string const& heading) const { return field(heading) || is_set_aside(heading); }

 private:
  std::map<std::string, model::Field const*> fields_;
  std::unordered_set<std::string> set_aside_;
};

}  // namespace tebiki::loading
