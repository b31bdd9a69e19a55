#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/availability.hpp"
#include "model/date.hpp"
#include "model/document.hpp"
#include "model/publishing_period.hpp"
#include "model/value.hpp"

namespace tebiki::model {

/// What a field holds; named by `format` in a schema (text, number, boolean and rows by `type`).
enum class FieldKind {
  text, number, boolean, rows, tel, fax, email, uri, postal_code, address, coordinates, date, hours, yen, kana,
  youtube, image, markdown, reference, choice, choices, availability,
};

/// What a field means, whatever its key: `x-role`.
enum class Role { none, name, reading, confirmed, opening, closing, latitude, longitude };

/// One property of a schema.
struct Field {
  std::string key;
  std::string label;  ///< `x-label`, or the key
  FieldKind kind = FieldKind::text;
  std::vector<std::string> choices;  ///< `enum`, in order
  std::string reference_list;        ///< `x-list`: where a reference points
  std::string group;                 ///< `x-group`: fields shown under one heading
  std::string description;
  bool required = false;
  bool filter = false;   ///< `x-filter`: offered for narrowing a list down
  bool column = false;   ///< `x-column`: shown in a list when no columns are asked for
  bool confirm = false;  ///< `x-confirm`: must carry a 確認日
  Role role = Role::none;
  std::vector<Field> fields;  ///< of each row, for `rows`
  /// Of `hours` the opening and closing time, of `coordinates` latitude and longitude, in this order: a record may give
  /// them each by itself, and has the whole once it is loaded. `at` is without a file where the schema declares none.
  std::vector<Field> parts;
  base::SourceLocation at;
};

/// How much of what a file says could be read. What may only follow from a part that is missing is not reported.
enum class Completeness { whole, partial, none };

/// What the records of a list have.
struct Schema {
  std::string title;
  std::string description;
  std::vector<Field> fields;
  std::string id_rule;                       ///< `x-id`: what an id is made of
  std::vector<std::string> ignored_columns;  ///< `x-ignore-columns`: headings, in NFKC
  base::SourceLocation at;
  Completeness completeness = Completeness::whole;

  Field const* find(std::string_view key) const;
  Field const* with_role(Role role) const;
  /// The part of that key, of any field; nullptr when there is none.
  Field const* part(std::string_view key) const;
  /// The first field of that kind, or nullptr.
  Field const* first(FieldKind kind) const;
};

/// One entry of a list. `id` is stable, ASCII, and the URL.
struct Record {
  std::string id;
  Value fields;  ///< an object; understood keys (areas, scenes, …) included
  Blocks body;   ///< from a Markdown file, otherwise empty
  base::SourceLocation at;
  PublishingPeriod period = {};
  std::string called{};   ///< the value of the field whose role is `name`, once it is loaded
  std::string reading{};  ///< the same of the role `reading`

  /// What it is called; without a word for it `name` or `title`, otherwise the id.
  std::string_view name() const;
  std::string_view kana() const;
  Value const* find(std::string_view key) const { return fields.find(key); }
};

struct List {
  std::string slug;  ///< folder name: `facilities`
  Schema schema;
  std::vector<Record> records;
  std::vector<Record> withheld;  ///< those that the selected day does not show: they can still be named
  Completeness completeness = Completeness::whole;  ///< partial: it may have more records than these

  Record const* find(std::string_view id) const;  ///< linear
};

/// How a field's value reads: dates in Japanese, yen with 円, choices joined by 、. Empty when absent.
std::string plain_text(Field const& field, Value const* value);
/// `yes`, `ask` or `no`; anything else, and nothing, is unanswered.
Availability availability_of(Value const* value);

}  // namespace tebiki::model
