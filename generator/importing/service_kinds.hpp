#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tebiki::importing {

/// A kind of service, by its plain name, and its place in the national order of codes.
struct ServiceKind {
  std::string name;
  std::size_t order = 0;
};

/// The kind behind a national name: 特定施設入居者生活介護（有料老人ホーム） is 特定施設入居者生活介護.
/// Nothing for a name that is not known.
std::optional<ServiceKind> service_kind(std::string_view national_name);

}  // namespace tebiki::importing
