#pragma once
#include <optional>

#include "base/diagnostics.hpp"
#include "model/list.hpp"

namespace tebiki::loading {

/// Why a text is not what its field's format asks for: the end of 「電話番号「0463-00」は…」, and the remedy.
struct FormatMistake {
  base::Message is;  ///< ja: `桁数が合いません。` en: `has the wrong number of digits.`
  base::Message hint;
};

/// Looks at one value of a field of that kind; nothing when all is well or the kind has no format of its own.
/// Cost is linear in the text and no regular expression is involved.
std::optional<FormatMistake> format_mistake(model::FieldKind kind, model::Value const& value);

}  // namespace tebiki::loading
