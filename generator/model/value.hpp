#pragma once
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"

namespace tebiki::model {

struct Value;
struct Member;
using Values = std::vector<Value>;
using Object = std::vector<Member>;

using ValueVariant = std::variant<std::monostate, bool, double, std::string, Values, Object>;
/// Compiled once, as `BlockNode` is.
struct ValueData : ValueVariant {
  using ValueVariant::ValueVariant;
  using ValueVariant::operator=;
  ValueData();
  ValueData(ValueData const& other);
  ValueData(ValueData&& other) noexcept;
  ValueData& operator=(ValueData const& other);
  ValueData& operator=(ValueData&& other) noexcept;
  ~ValueData();
};

/// A piece of a JSON or YAML file, of which each part knows where it stood. What fields hold is `FieldValue`.
struct Value {
  ValueData data;
  base::SourceLocation at;

  bool is_null() const { return std::holds_alternative<std::monostate>(data); }
  bool const* boolean() const { return std::get_if<bool>(&data); }
  double const* number() const { return std::get_if<double>(&data); }
  std::string const* text() const { return std::get_if<std::string>(&data); }
  Values const* list() const { return std::get_if<Values>(&data); }
  Object const* object() const;
  /// The member of that name, or nullptr when there is none or this is no object. Linear in members.
  Value const* find(std::string_view key) const;
  /// The text of the member of that name, or empty.
  std::string_view text_of(std::string_view key) const;
};

struct Member {
  std::string key;
  base::SourceLocation key_at;
  Value value;
};

/// Each text in a value, constant or not, with its place, those inside lists and objects too; keys are none.
template <class AnyValue, class Visit>
void for_each_text_in(AnyValue& value, Visit const& visit) {
  std::visit(
      [&](auto& data) {
        using Data = std::remove_cvref_t<decltype(data)>;
        if constexpr (std::is_same_v<Data, std::string>) visit(data, value.at);
        if constexpr (std::is_same_v<Data, Values>) {
          for (auto& item : data) for_each_text_in(item, visit);
        }
        if constexpr (std::is_same_v<Data, Object>) {
          for (auto& member : data) for_each_text_in(member.value, visit);
        }
      },
      value.data);
}

/// A number as people write it: no exponent, no trailing zeros.
std::string plain_number(double number);

/// JSON text (RFC 8259); `indent` 0 gives one line, otherwise members stand on lines of their own.
std::string to_json(Value const& value, int indent = 0);
/// The same, but a number that was read from `sources` is written with the same digits as there: a `double` keeps
/// fifteen, 1234567890123456789 has more.
std::string to_json(Value const& value, int indent, base::Sources const& sources);

}  // namespace tebiki::model
