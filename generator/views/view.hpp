#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "views/compose_context.hpp"

/// What directives ask for: how their options are read, which records a view shows, and the kinds of view.
namespace tebiki::views {

/// Takes the options of one directive apart. Every mistake is an error at its own place.
class OptionReader {
 public:
  OptionReader(model::Directive const& directive, base::SourceLocation at, base::Diagnostics& diagnostics)
      : directive_(directive), at_(at), diagnostics_(diagnostics) {}

  /// Keys other than these are errors.
  void expect_only(std::vector<std::string_view> const& keys);
  /// Whether one of these unknown keys seems to stand for this one: then it is not missing, too.
  bool is_misspelt(std::string_view key) const;
  model::Member const* member(std::string_view key) const;
  /// A text, or a number as text; nothing when absent.
  std::optional<std::string> text(std::string_view key);
  /// A whole number from `least` to `most`.
  std::optional<int> whole_number(std::string_view key, int least, int most);

 private:
  model::Directive const& directive_;
  base::SourceLocation at_;
  base::Diagnostics& diagnostics_;
  std::vector<std::string> misspelt_;
};

/// The words of a value that is one text or a list of texts; anything else is an error that names `key`.
std::vector<model::Value const*> texts(model::Value const& value, std::string_view key, base::Diagnostics& diagnostics);

/// A name that was not found: what it should have named, in both languages, and what there is instead.
struct UnknownName {
  std::string code;    ///< `unknown-field`
  base::Message what;  ///< 一覧「facilities」の項目, a field of the list 'facilities'
  std::string word;
  std::vector<std::string> candidates = {};
  std::vector<std::string> aliases = {};  ///< meant as often, but not listed
};

/// An error at `at` that says which name is unknown and which was probably meant; `and_also` follows that.
void report_unknown(base::Diagnostics& diagnostics, base::SourceLocation at, UnknownName const& name,
                    base::Message const& and_also = {});

/// The same where the names that there are may be many; those of `name` are left empty.
void report_unknown(base::Diagnostics& diagnostics, base::SourceLocation at, UnknownName const& name,
                    base::NearNames& known);

/// Names of fields that lists do not have. One that a schema renamed stands in many views: it is told once for its
/// list, where it was met first, with the number of the others.
class UnknownFields {
 public:
  /// A field `word` of the list is asked for at `at`. `besides` is what can stand there beside the fields.
  void add(SortedList const& list, std::string const& word, base::SourceLocation at, std::string_view besides = {});
  void report(base::Diagnostics& diagnostics) const;
  /// How often one was asked for.
  std::size_t count() const { return count_; }

 private:
  struct Use {
    SortedList const* list = nullptr;
    std::string word;
    base::SourceLocation at;
    std::string_view besides;
    std::size_t others = 0;
  };
  std::vector<Use> uses_;  ///< in the order in which they were met
  std::map<std::pair<SortedList const*, std::string>, std::size_t> places_;
  std::size_t count_ = 0;
};

/// 「a」「b」「c」 — at most twelve, then how many more.
base::Message quoted(std::vector<std::string> const& names);

/// `field: value or [values]`: a record must have one of them.
struct Condition {
  model::Field const* field = nullptr;        ///< nullptr: the record's id
  std::set<std::string, std::less<>> wanted;  ///< as `comparable` writes them

  bool wants(std::string_view word) const;
};

/// How a chart shows the numbers of the years.
enum class ChartShape { bars, lines };

/// What a survey shows together: all answers of one record, or those of all records to one question.
enum class SurveyOrder { by_record, by_question };

enum class Direction { ascending, descending };
struct Sorting {
  model::Field const* field = nullptr;  ///< nullptr: by reading
  Direction direction = Direction::ascending;
};

/// Which of a list of events, by the day on which the site is made; those without a day are neither.
enum class ShownEvents { all, coming, past };

struct View;
struct SelectedGroup;
using Selection = std::vector<SelectedGroup>;

/// What the marks of a matrix mean is told once on a page.
enum class Legend { wanted, given };

/// Where a view is made.
struct ViewPlace {
  ComposeContext const& context;
  int level = 2;   ///< of headings in it
  Legend& legend;  ///< a view that tells it says so
};

/// A kind of view: what it makes of the records that were selected.
using ViewKind = model::Blocks (*)(View const& view, Selection const& selection, ViewPlace const& place);

/// What a `view` directive asks for, every name in it found.
struct View {
  SortedList const* list = nullptr;
  ViewKind kind = nullptr;
  std::vector<model::Field const*> columns;  ///< empty: the usual ones of that kind of view
  std::vector<model::Field const*> rows;     ///< of a gantt: whose values make its rows, then what is said of a row
  std::vector<Condition> where;
  model::Field const* group = nullptr;
  Sorting sort;
  std::string caption;
  std::optional<std::size_t> limit;
  ShownEvents only = ShownEvents::all;
  model::Field const* label = nullptr;  ///< what a chart calls the numbers of a record; nullptr: its name
  model::Field const* unit = nullptr;   ///< what they count
  ChartShape shape = ChartShape::bars;
  model::Field const* remark = nullptr;          ///< what a survey says below the name of who answered
  std::optional<SurveyOrder> order;              ///< absent: by record where there is one, else by question
  std::optional<int> months;                     ///< of a calendar
  std::optional<model::Date> from;               ///< its first month
  base::SourceLocation at;                       ///< of the directive
  std::optional<base::SourceLocation> where_at;  ///< of the key `where`, when it is without mistakes
  base::SourceLocation kind_at;                  ///< of the value of `as`
};

/// Reads the options of a `view`. Unknown keys, lists, fields, groups of fields, kinds and values are errors at their
/// place with the name that was probably meant. Nothing when there is no such list or the kind cannot be shown.
std::optional<View> read_view(model::Directive const& directive, base::SourceLocation at,
                              ComposeContext const& context);

/// Reads `where`. Unknown fields and values that a field cannot have are errors at their place.
std::vector<Condition> read_conditions(model::Value const& where, SortedList const& list,
                                       ComposeContext const& context);
/// Whether it is known of each condition what may fit it: neither the list nor what its fields refer to lost a part.
bool are_judged(std::vector<Condition> const& conditions, SortedList const& list, SortedLists const& lists);
/// Whether the record meets all conditions.
bool satisfies(model::Record const& record, std::vector<Condition> const& conditions);
/// A value in the one spelling in which `where` asks for it: a scene is its id, a reference is `list/id`. Nothing when
/// it is no plain value.
std::optional<std::string> comparable(model::FieldValue const& value);

/// Records that are shown together under a title; without a `group` there is one, untitled.
struct SelectedGroup {
  std::string title;
  std::vector<std::uint32_t> records;  ///< places in the list's records
  base::SourceLocation at = {};        ///< of the first value that gives the title
};

/// The records that a view asks for, sorted, cut to its limit, in groups. A record with several values of the
/// group's field stands in each of these groups; one without any stands last, under その他.
/// Choices come in the order of the schema, all else in that of `ja` collation. n log n in records.
Selection select(View const& view, SortedLists const& lists);

/// About how many bytes of a web page the row takes, with its tags.
std::size_t bytes_on_page(model::Entry const& entry);

/// A view of more records is long: a web page shows at most so many of them.
constexpr std::size_t records_of_view_on_page = 50;

/// Where all records of a long view stand.
struct LongView {
  SortedList const* list = nullptr;
  std::size_t records = 0;      ///< so many fit
  std::string state;            ///< of the list's finder: `services=訪問看護`; empty for the whole list
  bool finds_the_same = false;  ///< the finder knows all that the view asks for
};

/// The long views of a site, by where they were written: what they made is shortened on web pages.
class LongViews {
 public:
  /// Keeps the view if it is long and the block that it made shows records as rows.
  void add(View const& view, Selection const& selection, model::Block const& block, ComposeContext const& context);
  /// The long view that made the block, or nullptr.
  LongView const* of(model::Block const& block) const;

 private:
  std::map<std::pair<std::size_t, std::uint32_t>, LongView> views_;  ///< by file and offset
};

// The kinds of view. All are linear in the records shown.

/// Rows of records: the name, with its reading above, leads to the record's page and names the row.
model::Blocks table(View const& view, Selection const& selection, ViewPlace const& place);

/// Records × availability fields with ○ △ × —, and where it is wanted what the marks mean before it.
/// A list without availability fields and columns of another kind are errors.
model::Blocks matrix(View const& view, Selection const& selection, ViewPlace const& place);

/// A directory whose numbers are those of the list's own page.
model::Blocks cards(View const& view, Selection const& selection, ViewPlace const& place);
/// More rows than these are not seen at a glance.
constexpr std::size_t most_compared = 24;
/// The entries of a list side by side where what they have tells them apart: cars by their equipment. Only of few.
std::optional<model::Table> compared(SortedList const& list, Selection const& selection, SortedLists const& lists);

/// Activities over the months of a year. The columns are the choices of the field with the role `first-month`, of
/// which the last twelve are the year; an activity without months is drawn through the year as one whose time is not
/// known. The first choice of the field with the role `kind` is what is done, all others are considered; the first two
/// of `certainty` are fixed and yearly. A bar that ends before it begins or lies outside the columns is an error.
model::Blocks gantt(View const& view, Selection const& selection, ViewPlace const& place);

/// The days of a year's meetings over its months, a line for each group: records stand at their first date, or in the
/// middle of the month that the field with the role `first-month` names. A date of another year than the first one is
/// an error; what has neither is said below the line.
model::Blocks timeline(View const& view, Selection const& selection, ViewPlace const& place);

/// Records one after another, each leading to the next: their names in the colours of their scenes, and what the
/// columns, or else the summary, say of them.
model::Blocks flow(View const& view, Selection const& selection, ViewPlace const& place);

/// Records below those that the field with the role `parent` names. A record that stands below itself is an error.
model::Blocks tree(View const& view, Selection const& selection, ViewPlace const& place);

/// Months with the events of their days, deadlines and holidays. Without `months` those that hold something, from the
/// present month or `from` on. A list whose fields say no day of beginning is an error.
model::Blocks calendar(View const& view, Selection const& selection, ViewPlace const& place);

/// Events by their days, those to come first; `limit` cuts in this order. The same error.
model::Blocks agenda(View const& view, Selection const& selection, ViewPlace const& place);

/// Everything about a few records. Where there are several, headings name them.
model::Blocks definition(View const& view, Selection const& selection, ViewPlace const& place);

/// Records to be read one after another: the name as a heading, the body, and below it what the columns say.
model::Blocks articles(View const& view, Selection const& selection, ViewPlace const& place);

/// Where records are: a drawing with a pin for each that has a place, and a table of the same numbers with name,
/// address and telephone number. Pins that would cover each other move apart, with a line to their place; where there
/// are too many, those of one place share a pin. Records without a place are in the table alone. No coast, road or
/// border is drawn: content gives none.
model::Blocks map(View const& view, Selection const& selection, ViewPlace const& place);

/// Figures by fiscal year as drawings, side by side, then as a table with all numbers and with their notes below; the
/// columns that are no `series` are told before. A list without a `series` field is an error.
model::Blocks chart(View const& view, Selection const& selection, ViewPlace const& place);

/// Answers as long as they may be: of each record to all questions, or of all records to a question, those that are
/// alike once. A question that was not answered says so.
model::Blocks survey(View const& view, Selection const& selection, ViewPlace const& place);

}  // namespace tebiki::views
