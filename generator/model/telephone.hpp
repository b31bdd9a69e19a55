#pragma once
#include <string>
#include <string_view>

namespace tebiki::model {

/// The address that calls a number however it is written (RFC 3966): `tel:0463000011`, `tel:%237119`,
/// `tel:0463000011;ext=12` of 「0463-00-0011（内線12）」. The first number where there are several; what follows a complete
/// one, such as hours in brackets, is no part of it. Empty without digits.
std::string telephone_address(std::string_view number);

/// Whether what is dialled – digits, perhaps behind + or # – is a whole number of Japan's numbering plan (MIC):
/// 0463000011, +81463000011, 119, #7119.
bool is_whole_telephone(std::string_view dialled);

}  // namespace tebiki::model
