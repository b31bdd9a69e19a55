#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/document.hpp"
#include "model/open_data.hpp"
#include "model/typed_values.hpp"
#include "model/words.hpp"

namespace tebiki::model {

// ---- what fields hold: loading makes these values, once; nobody after it looks at how they were written ----

struct FieldValue;
struct FieldValues {
  std::vector<FieldValue> items;
};
/// One row of a field of rows: its values in the order of the field's own fields, absent ones left out.
struct FieldRow {
  std::vector<FieldValue> values;
  base::SourceLocation at;

  FieldValue const* find(std::uint16_t slot) const;
};
struct FieldRows {
  std::vector<FieldRow> rows;
};

using FieldVariant = std::variant<std::monostate, std::string, Decimal, bool, Date, Hours, OpeningDays, Coordinates,
                                  Availability, Telephone, Url, Blocks, Series, FieldValues, FieldRows>;
/// Compiled once, as `BlockNode` is.
struct FieldData : FieldVariant {
  using FieldVariant::FieldVariant;
  using FieldVariant::operator=;
  FieldData();
  FieldData(FieldData const& other);
  FieldData(FieldData&& other) noexcept;
  FieldData& operator=(FieldData const& other);
  FieldData& operator=(FieldData&& other) noexcept;
  ~FieldData();
};

/// The value of one field. Which of the types it has follows from the kind of the field; text stands also for what
/// could not be read as that kind, which was reported or is allowed (運賃「応相談」).
/// A choice, a reference (`facilities/aoba`), the path of an image or the id of a video is a text whose meaning the
/// kind tells.
struct FieldValue {
  using Data = FieldData;
  FieldData data;
  base::SourceLocation at;
  std::uint16_t slot = 0;  ///< the field's

  bool is_absent() const { return std::holds_alternative<std::monostate>(data); }
  template <class Type>
  Type const* as() const {
    return std::get_if<Type>(&data);
  }
  std::string const* text() const { return as<std::string>(); }
  /// The values of a field that holds several; nullptr for a single one.
  std::vector<FieldValue> const* several() const;
};

/// The value in the one form in which it is compared, filtered and exported: 12.5, true, 2026-04-01, yes; what a file
/// may hold for it. Empty where it holds several.
std::string exported_text(FieldValue const& value);

/// What a value is sorted by, the second number where the first ones are equal: numbers by size, days and hours by when
/// they begin, places from the south, a series by its latest year, availability as ○ △ × —. Nothing for what is sorted
/// by its words.
std::optional<std::array<double, 2>> sort_numbers(FieldValue const& value);

/// The words of blocks for where only inlines can stand, such as the cell of a table: paragraphs, headings and the
/// items of lists, behind their numbers or that bullet, one below the other. Tables and pictures are left out.
Inlines lines_of(Blocks const& blocks, std::string_view bullet);

// ---- lists, their fields and their records ----

/// What a field holds; named by `format` in a schema (text, number, boolean and rows by `type`).
enum class FieldKind {
  text, number, boolean, rows, tel, fax, email, uri, postal_code, address, coordinates, date, hours, yen, kana,
  youtube, image, markdown, reference, choice, choices, availability, series,
};

/// A kind with the word that names it in a schema, and the answers to all that is asked of kinds.
struct KindEntry {
  FieldKind kind = FieldKind::text;
  std::string_view format{};  ///< empty where the type alone names it
  /// By what its texts are told from those of other kinds: any words may be its value, or its form, or it is a number.
  enum class Notation { words, form, number } notation = Notation::words;
  /// What an array of JSON is: several values where the schema says so; `several` always, and one text is one of them;
  /// one value of two numbers; rows.
  enum class Array { values, several, pair, rows } array = Array::values;
  Alignment alignment = Alignment::start;
  enum class Label { unneeded, needed } label = Label::unneeded;  ///< 定員 20 says nothing without its label
  enum class Heading { bare, labelled } heading = Heading::bare;  ///< above a group: あり says nothing without its label
  /// Between several values: things to tap stand on lines of their own.
  enum class Several { after_commas, on_lines } several = Several::after_commas;
  /// As what a text of the kind is shown, or a telephone number. An address of the web is always a link.
  enum class Shown { words, telephone, mail_link, video_link, picture, record_link, postal_code };
  Shown shown = Shown::words;
  /// Where it stands in what is told of a record: among its words, beside its name, with its numbers, above its name,
  /// among its marks, below the terms of its page, as a link to a map, on its page only.
  enum class Place { words, tags, numbers, reading, marks, below, map, page } place = Place::words;
  /// As what questions to the search box find it beside what one may choose and the digits of numbers: by its words,
  /// not at all.
  enum class Searched { words, not_at_all } searched = Searched::words;
  /// The word of the site that says a number with its unit, in place of `{amount}`; empty where it has none.
  std::string_view with_unit{};
  /// The word of the site that says on the page of open data what a column of this kind holds.
  std::string_view meaning = "open-data.kind-words";
};
/// All kinds, in the order of `FieldKind`.
std::span<KindEntry const> kind_entries();
KindEntry const& kind_entry(FieldKind kind);

struct Field;

/// What a field means, whatever its key: `x-role`. Nobody asks for a field by its key.
enum class Role {
  none, name, reading, confirmed, days, opening, closing, latitude, longitude, remark, summary, area, visited_area,
  scene, source, telephone, fax, address, hours, picture,
  opening_note,  ///< on which days it is otherwise: 土曜日は午前だけ
  mark,  ///< of an answer's point: ①
  published, duration,  ///< of news and videos
  // Of activities over a year.
  first_month, last_month, months, earlier_months, kind, certainty,
  parent,  ///< the record above this one in a tree
  // Of events.
  fiscal_year, begins, ends, deadline, reception, place, subtitle, series, audience, audience_kind, quota, quota_note, fee, day_words, attendance,
  programme, speaker, topic, host, cohost, apply, form_address, application, contact, telephone_note, email, postal_code,
  chapters,      ///< rows that say the parts of a film
  chapter_time,  ///< in such a row, when the part begins
  form,  ///< rows that say what the fields of a `form` block say
  // These no field can be given: every list understands them.
  id, aliases, publish_from, publish_until,
};

/// A role with its word in `x-role`, the kinds of field that may have it, and how a field takes it without saying so: by
/// keys, labels and headings (those of the sample and of the open-data standards), or as the first of its kind.
struct RoleEntry {
  Role role = Role::none;
  std::string_view word;
  std::vector<FieldKind> kinds;
  std::vector<std::string_view> names;
  enum class Default { by_name, first_of_kind } by_default = Default::by_name;
};

/// All roles that a field can be given, in the order in which they are looked for.
std::vector<RoleEntry> const& role_entries();
RoleEntry const& role_entry(Role role);
/// Whether a field of that name (a key, label or heading in NFKC) takes the role without saying so.
bool has_name_of(Role role, std::string_view name);
/// Whether a field of that kind may have the role.
bool may_have(RoleEntry const& entry, FieldKind kind);
/// Gives each role that no field has to the first field that has its name by key or label.
void give_roles(std::vector<Field>& fields);
/// Gives each role that goes with a kind, and that no field has, to the first field of that kind.
void give_roles_by_kind(std::vector<Field>& fields);
/// Whether the field has the role, or no other one and a key that stands for it.
bool has_role(Field const& field, Role role);

/// `type` of a property of JSON Schema, of several the first that is not null.
enum class JsonType { unstated, string, number, integer, boolean, array, object, null };

/// One property of a schema.
struct Field {
  static constexpr std::uint16_t no_slot = 0xFFFF;

  std::string key;
  std::string label;  ///< `x-label`, or the key; in a translation as that says
  std::string written_label = {};  ///< in a translation what the label was: views may call the field by it, too
  /// In a translation, what is shown for its choices: each as it is written and as it is said there.
  std::vector<std::pair<std::string, std::string>> said_choices = {};
  FieldKind kind = FieldKind::text;
  JsonType type = JsonType::unstated;
  std::vector<std::string> choices;  ///< `enum`, in order
  std::string reference_list;        ///< `x-list`: where a reference points
  std::string group;                 ///< `x-group`: fields shown under one heading
  std::string subgroup = {};         ///< `x-subgroup`: columns of a matrix that stand under one head
  std::string quick = {};            ///< `x-quick`: what it is called among the wishes above a list
  std::string description;
  bool required = false;
  bool filter = false;   ///< `x-filter`: offered for narrowing a list down
  bool column = false;   ///< `x-column`: shown in a list when no columns are asked for
  bool confirm = false;  ///< `x-confirm`: must carry a 確認日
  Role role = Role::none;
  std::uint16_t slot = no_slot;  ///< under which records keep its value
  std::vector<Field> fields;     ///< of each row, for `rows`
  /// Of `hours` the opening and closing time, of `coordinates` latitude and longitude, in this order: a record may give
  /// them each by itself, and has the whole once it is loaded. `at` is without a file where the schema declares none.
  std::vector<Field> parts;
  std::vector<ExportColumn> exports;  ///< `x-export`: columns of open-data standards that it fills
  /// `x-schema-org`: what the record is by its value here, a choice and a type of schema.org each.
  std::vector<std::pair<std::string, std::string>> schema_org = {};
  base::SourceLocation at;
};

/// Fields that every list understands without declaring them; one that the schema declares is found there instead.
std::vector<Field> const& understood_fields();
/// The one of that name, or nullptr.
Field const* understood_field(std::string_view key);
/// The one with that role: every role of `understood_roles` has one.
Field const& understood_field(Role role);

/// How much of what a file says could be read. What may only follow from a part that is missing is not reported.
enum class Completeness { whole, partial, none };

/// What the records of a list have.
struct Schema {
  std::string title;
  std::string description;
  std::vector<Field> fields;
  std::string schema_org;                    ///< `x-schema-org`: what records are, a type of schema.org
  std::string id_rule;                       ///< `x-id`: what an id is made of
  std::vector<std::string> ignored_columns;  ///< `x-ignore-columns`: headings, in NFKC
  base::SourceLocation at;
  Completeness completeness = Completeness::whole;

  Field const* find(std::string_view key) const;
  /// The declared field that has the role, or nullptr.
  Field const* with_role(Role role) const;
  /// The same, or the understood one.
  Field const& field_for(Role role) const;
  /// The part of that key, of any field; nullptr when there is none.
  Field const* part(std::string_view key) const;
  /// The first field of that kind, or nullptr.
  Field const* first(FieldKind kind) const;
};

/// One entry of a list. `id` is stable, ASCII, and the URL.
struct Record {
  std::string id;
  std::vector<FieldValue> values;  ///< those that it has, understood ones (areas, scenes, …) included
  Blocks body;                     ///< from a Markdown file, otherwise empty
  base::SourceLocation at;
  PublishingPeriod period = {};
  std::uint16_t name_slot = Field::no_slot;     ///< of the value by which it is called
  std::uint16_t reading_slot = Field::no_slot;  ///< of how that is read

  /// What it is called; without a word for it the id.
  std::string_view name() const;
  /// Where that is written; without a word for it the record.
  base::SourceLocation name_at() const;
  std::string_view kana() const;
  /// The value of the field; nullptr when it has none. Linear in its values.
  FieldValue const* find(Field const& field) const { return find(field.slot); }
  FieldValue const* find(std::uint16_t slot) const;
  FieldValue* find(std::uint16_t slot);
  /// The text of the field's value; empty when it has none or it is of another type.
  std::string_view text_of(std::uint16_t slot) const;
};

/// What a list's `schema.en.json` says: only what is said otherwise.
struct SchemaTranslation {
  std::string language;
  std::string title, description;
  std::vector<std::pair<std::string, std::string>> labels;  ///< by the keys of fields
  std::vector<std::pair<std::string, std::string>> groups;  ///< by what they are called
  std::vector<std::pair<std::string, std::string>> choices;
};

/// What `aoba.en.md` says of the record `aoba`: the values and the body that take the place of the record's own.
struct RecordTranslation {
  std::string language;
  Record record;
};

struct List {
  std::string slug;  ///< folder name: `facilities`
  Schema schema;
  std::vector<Record> records;
  std::vector<Record> withheld;  ///< those that the selected day does not show: they can still be named
  Completeness completeness = Completeness::whole;  ///< partial: it may have more records than these
  std::vector<SchemaTranslation> schema_translations = {};
  std::vector<RecordTranslation> record_translations = {};
};

/// What is shown for a choice of the field: in a translation what that says.
std::string const& said_choice(Field const& field, std::string const& choice);
/// How a field's value reads in the words of the site: 令和8年4月1日, 1,500円, choices joined by 、. Empty when absent.
std::string plain_text(Field const& field, FieldValue const* value, Words const& words);
/// The same of the declared field with that role; empty when there is none.
std::string text_of(Schema const& schema, Record const& record, Role role, Words const& words);
/// Of an absent value, and of one that is none, it is unanswered.
Availability availability_of(FieldValue const* value);
/// A record as JSON: `id`, then its values by the keys of their fields, in the order of the schema.
Value as_json(Schema const& schema, Record const& record);

}  // namespace tebiki::model
