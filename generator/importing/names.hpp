#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace tebiki::importing {

/// Whether a name is that of one service of the office: 見本苑 通所リハビリテーション.
bool names_a_service(std::string_view name);

/// Whether two names (search keys) can be of one office: they differ only in words for services, for kinds of houses
/// (介護老人保健施設) and for forms of corporations, or one says more than the other.
bool are_one_name(std::string_view one, std::string_view other);

/// The same of two readings; long vowels are written in many ways, and a slip or two is nobody's concern.
bool are_one_reading(std::string_view one, std::string_view other);

/// Whether a name has the form of a corporation's or is that of a municipality.
bool names_a_corporation(std::string_view name);
/// Whether two names can be of one corporation: also where one of them is that of the house and not of a corporation.
bool are_one_corporation(std::string_view one, std::string_view other);

/// A kind of service, by its plain name, and its place in the national order of codes.
struct ServiceKind {
  std::string name;
  std::size_t order = 0;
};

/// The kind behind a national name: 特定施設入居者生活介護（有料老人ホーム） is 特定施設入居者生活介護.
/// Nothing for a name that is not known.
std::optional<ServiceKind> service_kind(std::string_view national_name);

}  // namespace tebiki::importing
