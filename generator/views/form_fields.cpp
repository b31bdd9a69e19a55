// What a form asks for: the rows of a `form` block become fields in their sections.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/unicode.hpp"
#include "views/compose_context.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::Form;
using model::FormField;
using Kind = FormField::Kind;

template <class Meaning>
struct Word {
  std::string_view word;
  Meaning meaning;
};

constexpr std::array kinds = {Word<Kind>{"文字", Kind::text},        Word<Kind>{"長い文", Kind::long_text},
                              Word<Kind>{"番号のます", Kind::boxes}, Word<Kind>{"しるしをつける", Kind::marks},
                              Word<Kind>{"1つ選ぶ", Kind::one_of},   Word<Kind>{"一覧から選ぶ", Kind::list},
                              Word<Kind>{"日付", Kind::date},        Word<Kind>{"署名", Kind::signature},
                              Word<Kind>{"表", Kind::table}};
constexpr std::array widths = {Word<FormField::Width>{"全部", FormField::Width::full},
                               Word<FormField::Width>{"半分", FormField::Width::half},
                               Word<FormField::Width>{"3分の1", FormField::Width::third}};
constexpr std::array looks = {Word<Form::Look>{"枠", Form::Look::framed}, Word<Form::Look>{"罫線", Form::Look::ruled}};

/// More lines, boxes or rows fit on no page.
constexpr int highest_count = 60;
/// Nobody fills in a section more often.
constexpr int most_times = 20;

/// What the word stands for; an error, and what was there before, for another one.
template <class Words, class Meaning>
void read_word(OptionReader& options, std::string_view key, Words const& words, UnknownName unknown,
               base::Diagnostics& diagnostics, Meaning& meaning) {
  auto written = options.text(key);
  if (!written) return;
  auto const word = base::nfkc(base::trimmed(*written));
  for (auto const& known : words) {
    if (known.word == word) return void(meaning = known.meaning);
    unknown.candidates.emplace_back(known.word);
  }
  unknown.word = *written;
  report_unknown(diagnostics, options.member(key)->value.at, unknown);
}

/// 「columns: [名前, 続柄, 電話]」のように書いてください。
base::Message example(std::string_view key, std::string_view ja, std::string_view en) {
  auto const piece = [&](std::string_view list) { return base::in_its_syntax(fmt::format(R"("{}": {})", key, list)); };
  return {fmt::format("「{}」のように書いてください。", piece(ja)), fmt::format("Write them like “{}”.", piece(en))};
}

/// One that ends with ＿ is followed by a line on which something else is written.
model::FormChoice choice_of(std::string_view written) {
  auto const whole = written.size();
  for (std::string_view sign : {"＿", "_"})
    while (written.size() > sign.size() && written.ends_with(sign)) written.remove_suffix(sign.size());
  return {std::string(written), written.size() < whole};
}

class FormReader {
 public:
  explicit FormReader(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  std::vector<FormSection> read(model::Value const& fields) {
    auto* rows = fields.list();
    if (!rows || rows->empty()) {
      diagnostics_.error(fields.at, "form-without-fields", {"書く欄がひとつもありません。", "This form has no fields."},
                         example("fields", R"([{"label": "氏名"}])", R"([{"label": "Name"}])"));
      return {};
    }
    for (auto const& row : *rows) read_row(row);
    for (auto& section : sections_) repeat(section);
    return std::move(sections_);
  }

 private:
  void read_row(model::Value const& row) {
    model::Directive const directive{model::DirectiveKind::form, row};
    OptionReader options(directive, row.at, diagnostics_);
    options.expect_only(
        {"section", "label", "kind", "choices", "note", "count", "columns", "row_names", "width", "name", "times"});
    auto const title = options.text("section").value_or("");
    FormField field;
    field.at = row.at;
    read_words(options, field);
    if (base::trimmed(field.label).empty()) return report_unlabelled(options, row.at);
    field.name = options.text("name").value_or(title.empty() ? field.label : title + "/" + field.label);
    check_choices(options, field);
    check_name(options, field);
    if (sections_.empty() || sections_.back().title != title) {
      tell_of_section_again(options, title);
      sections_.push_back({title, row.at, {}});
    }
    if (auto const times = options.whole_number("times", 2, most_times)) sections_.back().times = *times;
    sections_.back().fields.push_back(std::move(field));
  }

  /// A field that was added in the wrong place: its section stood there before, with others in between.
  void tell_of_section_again(OptionReader& options, std::string const& title) const {
    bool const again =
        std::any_of(sections_.begin(), sections_.end(), [&](FormSection const& one) { return one.title == title; });
    if (!again || title.empty()) return;
    diagnostics_.warning(
        options.member("section")->value.at, "section-again",
        {fmt::format("「{}」のまとまりは前にもあるので、同じ見出しの枠が2つできます。", title),
         fmt::format("The section “{}” stands above already: there will be two of that heading.", title)},
        {fmt::format("この欄を、前の「{}」の欄のすぐ下に移すか、section に別の見出しを書いてください。", title),
         fmt::format("Move this field below those of “{}”, or give it another section.", title)});
  }

  /// What is asked of several people is asked of each by itself, under a name of its own.
  static void repeat(FormSection& section) {
    if (section.times == 1) return;
    auto const once = std::exchange(section.fields, {});
    for (int copy = 1; copy <= section.times; ++copy) {
      for (auto field : once) {
        field.copy = copy;
        field.name = fmt::format("{}/{}/{}", section.title, copy, field.label);
        section.fields.push_back(std::move(field));
      }
    }
  }

  void read_words(OptionReader& options, FormField& field) {
    field.label = options.text("label").value_or("");
    field.note = options.text("note").value_or("");
    read_word(options, "kind", kinds, {"unknown-form-kind", {"書き方", "a kind of form field"}, {}, {}}, diagnostics_,
              field.kind);
    read_word(options, "width", widths, {"unknown-form-width", {"幅", "a width of a form field"}, {}, {}}, diagnostics_,
              field.width);
    field.count = options.whole_number("count", 1, highest_count).value_or(0);
    for (auto const& written : read_texts(options, "choices")) field.choices.push_back(choice_of(written));
    field.columns = read_texts(options, "columns");
    field.row_names = read_texts(options, "row_names");
  }

  std::vector<std::string> read_texts(OptionReader const& options, char const* key) const {
    std::vector<std::string> out;
    auto* member = options.member(key);
    if (!member) return out;
    for (auto* value : texts(member->value, key, diagnostics_)) out.push_back(*value->text());
    return out;
  }

  void report_unlabelled(OptionReader const& options, base::SourceLocation at) {
    if (options.is_misspelt("label")) return;
    auto* label = options.member("label");
    diagnostics_.error(
        label ? label->value.at : at, "form-field-without-label",
        {"名前のない欄があります。何を書く欄か、見る人にも聞く人にも分かりません。",
         "This field has no label: nobody can know what to write there."},
        {fmt::format("「{}」のように、欄の名前を書いてください。", base::in_its_syntax(R"("label": "氏名")")),
         fmt::format("Name it, like “{}”.", base::in_its_syntax(R"("label": "Name")"))});
  }

  void check_choices(OptionReader const& options, FormField const& field) {
    bool const chosen = field.kind == Kind::marks || field.kind == Kind::one_of || field.kind == Kind::list;
    bool const table = field.kind == Kind::table;
    if (!(chosen && field.choices.empty()) && !(table && field.columns.empty())) return;
    if (options.is_misspelt(table ? "columns" : "choices")) return;
    auto* kind = options.member("kind");
    diagnostics_.error(kind->value.at, table ? "form-table-without-columns" : "form-field-without-choices",
                       table ? base::Message{fmt::format("表「{}」に、列の名前がありません。", field.label),
                                             fmt::format("The table “{}” has no columns.", field.label)}
                             : base::Message{fmt::format("「{}」に、選ぶ言葉がありません。", field.label),
                                             fmt::format("“{}” has nothing to choose from.", field.label)},
                       table ? example("columns", R"(["名前", "続柄", "電話"])", R"(["Name", "Telephone"])")
                             : example("choices", R"(["ある", "ない"])", R"(["Yes", "No"])"));
  }

  void check_name(OptionReader const& options, FormField const& field) {
    if (names_.insert(field.name).second) return;
    auto* label = options.member(options.member("name") ? "name" : "label");
    diagnostics_.error(
        label->value.at, "form-field-twice",
        {fmt::format("「{}」という欄が2つあります。画面で書くと、両方に同じ言葉が入ります。", field.name),
         fmt::format("There are two fields “{}”: what is typed into one shows in both.", field.name)},
        {"欄の名前（label）を変えるか、まとまり（section）を分けてください。",
         "Change the label of one, or put it into another section."});
  }

  base::Diagnostics& diagnostics_;
  std::vector<FormSection> sections_;
  std::set<std::string, std::less<>> names_;
};

}  // namespace

void read_look(OptionReader& options, Form& form, base::Diagnostics& diagnostics) {
  read_word(options, "look", looks, {"unknown-form-look", {"見た目", "a look of forms"}, {}, {}}, diagnostics,
            form.look);
}

std::vector<FormSection> read_form_fields(model::Value const& fields, base::Diagnostics& diagnostics) {
  return FormReader(diagnostics).read(fields);
}

}  // namespace tebiki::views
