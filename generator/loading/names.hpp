#pragma once
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "loading/records/records.hpp"

namespace tebiki::loading {

/// Every name that a reference may use, with the headings that Markdown gives it. Looking one up is O(1), which
/// Site::path_of is not.
class Names {
 public:
  enum class Standing { known, doubtful, unknown };

  Names(model::Site& site, Absent const& absent);

  Standing standing(std::string const& name) const;
  /// The name of today for one of before; every other name stays.
  std::string current(std::string const& name) const;
  /// Whether the heading exists; that of a publication becomes that of the part which has it.
  /// Of lists and PDFs nothing is known, so all is well.
  bool resolve(model::Reference& reference) const;
  std::vector<std::string> anchors(std::string const& name) const;
  /// What may have been meant: of a known list or publication its members, otherwise all but those.
  std::vector<std::string> const& candidates(std::string const& name) const;

 private:
  using Anchors = std::vector<std::string>;
  struct Named {
    bool has_headings = false;
    Anchors anchors;
    std::vector<std::string> members;
  };
  /// Whether the text that has the headings could not be read, or that of a part.
  bool headings_unknown(std::string const& name) const;
  void add_publication(model::Publication& publication);

  std::unordered_map<std::string, Named> named_;
  std::unordered_map<std::string, std::string> aliases_;
  std::unordered_set<std::string> doubtful_;
  std::unordered_set<std::string> doubtful_owners_;
  std::vector<std::string> owners_;  ///< everything that is no member, in order
};

}  // namespace tebiki::loading
