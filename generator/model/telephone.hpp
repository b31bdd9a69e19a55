#pragma once
#include <string>
#include <string_view>

namespace tebiki::model {

/// The address that calls a number however it is written (RFC 3966): `tel:0463000011`, `tel:%237119`,
/// `tel:0463000011;ext=12` of 「0463-00-0011（内線12）」. The first number where there are several; what follows a complete
/// one, such as hours in brackets, is no part of it. Empty without digits.
std::string telephone_address(std::string_view number);

}  // namespace tebiki::model
