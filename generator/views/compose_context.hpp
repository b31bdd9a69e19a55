#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/document.hpp"
#include "model/documents.hpp"
#include "model/list.hpp"
#include "model/print_style.hpp"
#include "model/site.hpp"

/// The steps by which `compose` makes documents, and what they share.
namespace tebiki::views {

/// A list made ready to be shown: all fields one may ask for, and its records in the order of their readings.
struct SortedList {
  model::List const* source = nullptr;
  std::vector<model::Field> fields;  ///< the schema's, then those that every list understands
  std::vector<std::uint32_t> order;  ///< records by reading (ja collation), then by name
  std::vector<int> numbers;          ///< by record: its place in that order from 1; the same on every page and map

  model::Field const* find(std::string_view key_or_label) const;
  /// What a record is called.
  model::Field const& name_field() const;
  /// The field with that role, or nullptr.
  model::Field const* with_role(model::Role role) const;
};

/// `facilities/aoba`
std::string reference_name(SortedList const& list, model::Record const& record);

/// How the record is read; what it is called where that is not known.
std::string_view reading_of(model::Record const& record);

/// A record and its list.
struct RecordRef {
  SortedList const* list = nullptr;
  model::Record const* record = nullptr;
  explicit operator bool() const { return record != nullptr; }
};

/// Every list of a site, sorted and numbered once. Borrows the site.
/// Making it costs n log n in records; looking things up in it is constant.
class SortedLists {
 public:
  explicit SortedLists(model::Site const& site);
  model::Site const& site() const { return site_; }
  std::vector<SortedList> const& all() const { return lists_; }
  SortedList const* find(std::string_view slug) const;
  /// The record that `facilities/aoba` names.
  RecordRef record(std::string_view name) const;
  /// What the record `facilities/aoba` is called, also where it is not shown today; empty when there is none.
  std::string_view name_of_record(std::string_view name) const;
  /// How a word is read, as far as the site's synonyms tell it; otherwise the word itself. For sorting.
  std::string reading_of(std::string_view word) const;

 private:
  model::Site const& site_;
  std::vector<SortedList> lists_;
  std::unordered_map<std::string_view, std::size_t> by_slug_;
  std::unordered_map<std::string, std::string> readings_;  ///< by search key
};

/// What every directory of a list shares: which fields it shows where, and which one may narrow it down by.
struct DirectoryFields {
  std::vector<model::Field const*> tags;       ///< what kind of office it is
  std::vector<model::Field const*> details;    ///< address, hours, remarks
  std::vector<model::Field const*> abilities;  ///< availability fields
  std::vector<model::Field const*> facets;
};

/// An address or a remark needs no label before it; 定員 20 does.
bool needs_no_label(model::Field const& field);
/// Whether the office can do it, perhaps when asked.
bool is_offered(model::Availability answer);

/// A row for `record`, that of the list or as one of its services has it; the fields decide what is shown.
model::Entry entry_of(SortedList const& list, std::size_t index, model::Record const& record,
                      DirectoryFields const& fields, SortedLists const& lists);

/// The records of each list as entries, made once and copied into every directory that shows them.
class DirectoryEntries {
 public:
  DirectoryEntries(SortedLists const& lists, unsigned jobs);
  /// By place in the list's records.
  std::vector<model::Entry> const& of(SortedList const& list) const { return entries_.at(&list); }
  DirectoryFields const& fields(SortedList const& list) const { return fields_.at(&list); }

 private:
  std::map<SortedList const*, std::vector<model::Entry>> entries_;
  std::map<SortedList const*, DirectoryFields> fields_;
};

/// Leaves each record one place to be linked to: the first entry of a directory that shows it, otherwise the first
/// row. The anchors of all other entries and rows are emptied. For one web page.
void keep_one_anchor_a_record(model::Blocks& page);

/// Gives every heading of a page an anchor that no other has: from its words where it has none, then -2, -3.
void make_heading_anchors(model::Blocks& page);

class FlyerPlan;
class ListMap;
class OptionReader;
class UnknownFields;
class LongViews;
struct ComposeContext;

/// Leaves the first rows of each long view, fewer where a page has several, with how many there are in all and a link
/// to their list, narrowed down as the view asks. The questions of a matrix lead there, too. For web pages.
void shorten_long_views(model::Blocks& page, ComposeContext const& context);

/// What the steps are given, and where mistakes go.
struct ComposeContext {
  SortedLists const& lists;
  DirectoryEntries const& entries;
  model::PrintStyle const& style;
  UnknownFields& unknown_fields;
  LongViews& long_views;
  base::Diagnostics& diagnostics;
  unsigned jobs = 1;                  ///< threads for what reports nothing
  model::TextMeasure const& measure;  ///< of the words in drawings
};

/// For each record with coordinates the nearest others of its kind, at most three, in the order of their distance.
/// Borrows its arguments. A k-d tree for each kind: n log n for all records, however they are spread.
class Nearby {
 public:
  Nearby(SortedList const& list, ListMap const& map, ComposeContext const& context);
  /// Appends their rows with a heading and a map; nothing where nobody is near.
  void add_to(model::Blocks& page, std::size_t record) const;

 private:
  struct Place {
    std::array<double, 2> at{};  ///< metres east and north
    std::size_t record = 0;
  };
  static void divide(std::span<Place> part, std::size_t axis);
  static void search(std::span<Place const> part, std::size_t axis, Place const& from,
                     std::vector<std::pair<double, std::size_t>>& found);
  model::Entry row(std::size_t record) const;

  SortedList const& list_;
  ListMap const& map_;
  ComposeContext const& context_;
  std::vector<std::optional<Place>> places_;         ///< by place in the list's records
  std::map<std::string, std::vector<Place>> trees_;  ///< by kind
};

/// Replaces each directive by the blocks it stands for, inside quotes, notes and lists too.
/// An `index` becomes an empty Index: what it holds is known only when all parts of its booklet are expanded.
/// `level` is that of the heading above the blocks.
void expand(model::Blocks& blocks, ComposeContext const& context, int level = 1);

/// Adds the web pages of a publication – what it is with links to its parts, and each part – and its booklet.
/// Parts are expanded once; in the booklet no row links to itself. A booklet whose publication asks for an index, and
/// has no `index` directive of its own, ends with a part of its own that holds it (`kana-index`, さくいん); that part
/// is no web page.
/// Its flyers are booklets each; without parts it has no other.
void add_publication(model::Publication const& publication, FlyerPlan const& flyers, ComposeContext const& context,
                     model::Documents& documents);

/// The pages of a list: itself, or where it is long several of at most thirty rows and 60 kB, cut where groups begin if
/// no page is half empty by that. The first has the address of the list and the filters of all. Linear in the rows.
enum class RowGroups { kana, others };
std::vector<model::Document> list_pages(model::Document whole, RowGroups groups, model::Words const& words);

/// By list, the slug of the publication that is made for it: of whose views most, and at least half, show this list.
std::map<std::string, std::string> booklets_by_list(model::Site const& site);

/// Waves in the publication's colour over the whole page, and a white foot for whom to call: 64 mm of A4, on other
/// paper in proportion to its shorter side. Of a folded sheet it is one panel, in proportion to its height. A colour
/// that was not chosen (black) gives way to the site's.
model::CoverArt cover_art(model::Publication const& publication, model::Site const& site,
                          model::PrintStyle const& style);

/// A wave in the publication's colour across the top of the page, down to the style's `masthead_height`.
model::CoverArt masthead_art(model::Publication const& publication, model::Site const& site,
                             model::PrintStyle const& style);

/// The figure a `qr` directive stands for: `url` or `ref`, and `caption`. Its alternative text is the address.
/// A `ref` was looked up while loading; one without a base_url in site.json and an address that is none are errors.
model::Blocks qr_code(model::Directive const& directive, base::SourceLocation at, model::Site const& site,
                      base::Diagnostics& diagnostics);

/// What a `form` directive stands for, headings of `level` among it: the rows of the record that `ref` names, or those
/// of `fields`. A field without a label, two of one name, unknown kinds and choices without words are errors.
model::Blocks form(model::Directive const& directive, base::SourceLocation at, int level,
                   ComposeContext const& context);
/// The form that the record's rows with the role `form` say; empty without them.
model::Blocks record_form(SortedList const& list, model::Record const& record, int level,
                          ComposeContext const& context);
/// Fields of a form under one heading; those of a section that is filled in several times stand there so often.
struct FormSection {
  std::string title;
  base::SourceLocation at;
  std::vector<model::FormField> fields;
  int times = 1;
};
/// The fields that the rows of a `form` say, with the errors of `form`.
std::vector<FormSection> read_form_fields(model::Value const& fields, base::Diagnostics& diagnostics);
/// What the option `look` says.
void read_look(OptionReader& options, model::Form& form, base::Diagnostics& diagnostics);
/// Gives each form of a booklet a name of its own, and its place there.
void name_forms(model::Publication& booklet);

/// A QR code (ISO/IEC 18004, error level M, byte mode) with its quiet zone of four modules.
/// Nothing when the text is longer than a code can hold (2331 bytes).
std::optional<model::Drawing> qr_drawing(std::string const& text);

/// What every record and every page is found by. Of a page this is what was written for it – headings, paragraphs,
/// items, captions and tables – and nothing that views made of records: those are found by themselves.
/// Linear in the fields of records and in the blocks.
model::SearchIndex search_index(ComposeContext const& context, std::vector<model::Document> const& pages);

/// The 五十音 index of all records that stand as entries or rows in these blocks, each once: by あ-row heads,
/// within them by reading (ja collation). n log n in records.
model::Index kana_index(std::span<model::Blocks* const> parts, SortedLists const& lists);

/// Warns once for each list with records in the index whose names are in kanji and have no reading.
void report_missing_readings(model::Index const& index, SortedLists const& lists, base::Diagnostics& diagnostics);

constexpr std::size_t kana_row_count = 10;
/// The place of a reading's head among あかさたなはまやらわ; `kana_row_count` where it has none.
std::size_t kana_row_place(std::string_view reading);

bool holds_index(model::Blocks const& blocks);
/// Puts `index` wherever an `index` directive stood.
void fill_index(model::Blocks& blocks, model::Index const& index);

/// How ○ △ × — are shown: alone in a narrow cell, or with their word beside them.
enum class AnswerStyle { mark, mark_and_word };

/// A field's value as a reader meets it: telephone numbers to tap, links with readable words, dates in Japanese,
/// choices joined by 、. Empty when the record does not have it; an unanswered availability field is a — mark.
model::Inlines field_text(SortedLists const& lists, model::Field const& field, model::FieldValue const* value,
                          AnswerStyle answers = AnswerStyle::mark);

/// Each value of a field in plain words: labels of scenes, titles of references. For tags, groups and filters.
std::vector<std::string> field_words(SortedLists const& lists, model::Field const& field,
                                     model::FieldValue const* value);

/// The scene of that id, or nullptr.
model::Scene const* scene_of(SortedLists const& lists, std::string_view id);

/// A link to the record's page, in its name.
model::Inline record_link(SortedList const& list, model::Record const& record);

/// The head of a record's page, and which fields it says: they need no place below.
struct HeadFacts {
  model::RecordHead head;
  std::vector<model::Field const*> fields;
};

/// `row` is the record as its list shows it. A field whose value has no place at the head, such as several numbers
/// in one field, is not among `fields`.
HeadFacts head_facts(SortedList const& list, model::Record const& record, model::Entry const& row,
                     ComposeContext const& context);

/// What the fields of a group stand under on a record's page. Answers without a group of their own get one: among
/// addresses nobody would look for them.
std::string group_title(model::Field const& field, model::Words const& words);

/// What is drawn for a film where it is not played; nothing in lists of other things. `tags` say what kind it is.
std::optional<model::FilmCard> film_card(SortedList const& list, model::Record const& record,
                                         std::vector<std::string> const& tags);

/// What a record's own page says below its head: what belongs to no group, then each `x-group` under a heading of
/// `level`, then its body. Left out are the fields that the record does not have and those `said_above`; a group of
/// questions that the office has not answered at all says so in one sentence.
model::Blocks record_blocks(SortedList const& list, model::Record const& record, SortedLists const& lists, int level,
                            std::vector<model::Field const*> const& said_above);

/// The fields as one list of terms, in their order; the record's name is a link to its page.
model::DefinitionList record_definitions(std::vector<model::Field const*> const& fields, SortedList const& list,
                                         model::Record const& record, SortedLists const& lists);

/// Rows as items of a list: behind its mark what the row says. For rows of words; nothing for those that are a table,
/// with several fields and no mark among them.
std::optional<model::ListBlock> list_of_rows(model::Field const& field, model::FieldRows const& rows,
                                             SortedLists const& lists);

/// The chapters of a film, each a link to its second; plain words where `film`, as it is written, is empty. Nothing
/// where no row says when its chapter begins.
std::optional<model::ListBlock> list_of_chapters(model::Field const& field, model::FieldRows const& rows,
                                                 std::string const& film, model::Words const& words);

/// The fields of a list that say something beside the record's name.
std::vector<model::Field const*> telling_fields(SortedList const& list);

model::Block heading(int level, std::string_view words, base::SourceLocation at, std::string anchor = {});

}  // namespace tebiki::views
