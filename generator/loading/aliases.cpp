#include "loading/aliases.hpp"

#include "loading/syntax/object_check.hpp"

namespace tebiki::loading {

void read_aliases(model::Value const& object, std::string const& folder, std::string const& target,
                  std::vector<model::Alias>& aliases, base::Diagnostics& diagnostics) {
  auto const* names = object.find("aliases");
  if (!names || !names->list()) return;
  for (auto const& name : *names->list()) {
    if (!name.text()) continue;
    if (!refuse_bad_path(*name.text(), name.at, diagnostics)) continue;
    bool whole = name.text()->find('/') != std::string::npos;
    aliases.push_back({(whole ? std::string() : folder) + *name.text(), target, name.at});
  }
}

}  // namespace tebiki::loading
