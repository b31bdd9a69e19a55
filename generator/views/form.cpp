// A `form` block, written out or taken from a record, becomes a heading and a Form for each of its sections.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/unicode.hpp"
#include "model/roles.hpp"
#include "model/visit.hpp"
#include "views/compose_context.hpp"
#include "views/record_page.hpp"

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

/// One that ends with ＿ is followed by a line on which something else is written.
model::FormChoice choice_of(std::string_view written) {
  auto const whole = written.size();
  for (std::string_view sign : {"＿", "_"})
    while (written.size() > sign.size() && written.ends_with(sign)) written.remove_suffix(sign.size());
  return {std::string(written), written.size() < whole};
}

/// Fields under one heading.
struct Section {
  std::string title;
  base::SourceLocation at;
  std::vector<FormField> fields;
};

class FormReader {
 public:
  explicit FormReader(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  std::vector<Section> read(model::Value const& fields) {
    auto* rows = fields.list();
    if (!rows || rows->empty()) {
      diagnostics_.error(fields.at, "form-without-fields", {"書く欄がひとつもありません。", "This form has no fields."},
                         {"fields: の下に「- label: 氏名」のように、1つずつ書いてください。",
                          "Write them below fields:, each like “- label: Name”."});
      return {};
    }
    for (auto const& row : *rows) read_row(row);
    return std::move(sections_);
  }

 private:
  void read_row(model::Value const& row) {
    model::Directive const directive{"form", row};
    OptionReader options(directive, row.at, diagnostics_);
    options.expect_only(
        {"section", "label", "kind", "choices", "note", "count", "columns", "row_names", "width", "name"});
    auto const title = options.text("section").value_or("");
    FormField field;
    field.at = row.at;
    read_words(options, field);
    if (base::trimmed(field.label).empty()) return report_unlabelled(options, row.at);
    field.name = options.text("name").value_or(title.empty() ? field.label : title + "/" + field.label);
    check_choices(options, field);
    check_name(options, field);
    if (sections_.empty() || sections_.back().title != title) sections_.push_back({title, row.at, {}});
    sections_.back().fields.push_back(std::move(field));
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
    auto* label = options.member("label");
    diagnostics_.error(label ? label->value.at : at, "form-field-without-label",
                       {"名前のない欄があります。何を書く欄か、見る人にも聞く人にも分かりません。",
                        "This field has no label: nobody can know what to write there."},
                       {"「label: 氏名」のように、欄の名前を書いてください。", "Name it, like “label: Name”."});
  }

  void check_choices(OptionReader const& options, FormField const& field) {
    bool const chosen = field.kind == Kind::marks || field.kind == Kind::one_of || field.kind == Kind::list;
    bool const table = field.kind == Kind::table;
    if (!(chosen && field.choices.empty()) && !(table && field.columns.empty())) return;
    auto* kind = options.member("kind");
    diagnostics_.error(kind->value.at, table ? "form-table-without-columns" : "form-field-without-choices",
                       table ? base::Message{fmt::format("表「{}」に、列の名前がありません。", field.label),
                                             fmt::format("The table “{}” has no columns.", field.label)}
                             : base::Message{fmt::format("「{}」に、選ぶ言葉がありません。", field.label),
                                             fmt::format("“{}” has nothing to choose from.", field.label)},
                       table ? base::Message{"「columns: [名前, 続柄, 電話]」のように書いてください。",
                                             "Write them like “columns: [Name, Telephone]”."}
                             : base::Message{"「choices: [ある, ない]」のように書いてください。",
                                             "Write the choices like “choices: [Yes, No]”."});
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
  std::vector<Section> sections_;
  std::set<std::string, std::less<>> names_;
};

/// Where a form of a record is printed: the first publication that holds it.
void set_printed_place(Form& form, std::string_view record, model::Site const& site) {
  for (auto const& publication : site.publications) {
    for (auto const& part : publication.parts) {
      model::for_each_block(part.blocks, [&](model::Block const& block) {
        auto* directive = std::get_if<model::Directive>(&block.node);
        bool const holds = directive && directive->kind == "form" && directive->options.text_of("ref") == record;
        if (holds && form.publication.empty()) form.publication = publication.slug, form.part = part.slug;
      });
    }
  }
}

model::Blocks blocks_of(std::vector<Section> sections, Form const& like, base::SourceLocation at, int level) {
  model::Blocks out;
  for (auto& section : sections) {
    auto form = like;
    form.first = out.empty();
    form.fields = std::move(section.fields);
    if (!section.title.empty()) out.push_back(heading(level, section.title, section.at));
    out.push_back({std::move(form), at});
  }
  return out;
}

/// The record's rows that say a form, or nothing.
std::optional<model::Value> form_rows(RecordRef const& ref) {
  auto* field = ref.list->with_role(model::Role::form);
  if (!field || !ref.record->find(*field)) return std::nullopt;
  auto const json = model::as_json(ref.list->source->schema, *ref.record);
  auto* rows = json.find(field->key);
  return rows ? std::optional(*rows) : std::nullopt;
}

/// Keeps the sections of these titles.
void choose_sections(std::vector<Section>& sections, OptionReader& options, base::Diagnostics& diagnostics) {
  auto* wanted = options.member("sections");
  if (!wanted) return;
  std::vector<std::string> titles;
  for (auto& section : sections) titles.push_back(section.title);
  std::set<std::string_view> chosen;
  for (auto* value : texts(wanted->value, "sections", diagnostics)) {
    chosen.insert(*value->text());
    if (std::find(titles.begin(), titles.end(), *value->text()) == titles.end())
      report_unknown(diagnostics, value->at,
                     {"unknown-form-section", {"まとまり", "a section of this form"}, *value->text(), titles});
  }
  std::erase_if(sections, [&](Section const& section) { return !chosen.contains(section.title); });
  // The title of a single one is that of the part in which it was put.
  if (chosen.size() == 1 && !sections.empty()) sections.front().title.clear();
}

/// The rows of a `form` block and what its form is called; nothing, and an error, where it has none.
std::optional<model::Value> rows_of(OptionReader& options, base::SourceLocation at, ComposeContext const& context,
                                    Form& form) {
  auto* fields = options.member("fields");
  auto* ref = options.member("ref");
  if (bool(fields) == bool(ref)) {
    context.diagnostics.error(
        ref ? ref->key_at : at, "form-source",
        {"form には fields か ref のどちらか一つを書きます。", "A form needs either fields or ref."},
        {"欄を fields: に並べるか、ref: forms/outreach-request のように、欄を書いた1件を指してください。",
         "List the fields below fields:, or name a record that has them, like ref: forms/request."});
    return std::nullopt;
  }
  if (fields) return fields->value;
  auto name = options.text("ref").value_or("");
  if (name.starts_with("ref:")) name.erase(0, 4);
  auto const record = context.lists.record(name);
  if (!record) {
    // That there is no such record, or not today, was told while loading.
    if (context.lists.name_of_record(name).empty() && context.lists.site().path_of(name))
      context.diagnostics.error(ref->value.at, "form-of-no-record",
                                {fmt::format("「{}」は、欄を書いた1件ではありません。", name),
                                 fmt::format("“{}” is no record with the fields of a form.", name)},
                                {"ref: forms/outreach-request のように、一覧の1件を指してください。",
                                 "Name a record of a list, like ref: forms/request."});
    return std::nullopt;
  }
  form.name = record.record->id;
  set_printed_place(form, name, context.lists.site());
  if (auto rows = form_rows(record)) return rows;
  context.diagnostics.error(
      ref->value.at, "form-without-fields",
      {fmt::format("「{}」には、書く欄がありません。", name), fmt::format("“{}” has no fields of a form.", name)},
      {"一覧の schema.json に、\"x-role\": \"form\" をつけた rows の項目がいります。",
       "The list's schema.json needs a property of rows with \"x-role\": \"form\"."});
  return std::nullopt;
}

}  // namespace

model::Blocks form(model::Directive const& directive, base::SourceLocation at, int level,
                   ComposeContext const& context) {
  OptionReader options(directive, at, context.diagnostics);
  options.expect_only({"ref", "fields", "look", "sections"});
  Form form;
  read_word(options, "look", looks, {"unknown-form-look", {"見た目", "a look of forms"}, {}, {}}, context.diagnostics,
            form.look);
  auto const rows = rows_of(options, at, context, form);
  if (!rows) return {};
  auto sections = FormReader(context.diagnostics).read(*rows);
  choose_sections(sections, options, context.diagnostics);
  return blocks_of(std::move(sections), form, at, level);
}

model::Blocks record_form(SortedList const& list, model::Record const& record, int level,
                          ComposeContext const& context) {
  auto const rows = form_rows({&list, &record});
  if (!rows) return {};
  Form form;
  form.name = record.id;
  set_printed_place(form, reference_name(list, record), context.lists.site());
  return blocks_of(FormReader(context.diagnostics).read(*rows), form, rows->at, level);
}

void name_forms(model::Publication& booklet) {
  std::set<std::string, std::less<>> taken;
  for (auto& part : booklet.parts) {
    std::string name;
    model::for_each_block(part.blocks, [&](model::Block& block) {
      auto* form = std::get_if<Form>(&block.node);
      if (!form) return;
      if (form->first || name.empty()) {
        auto const base = form->name.empty() ? part.slug : form->name;
        name = base;
        for (int number = 2; !taken.insert(name).second; ++number) name = fmt::format("{}-{}", base, number);
      }
      form->name = name;
      form->publication = booklet.slug;
      form->part = part.slug;
    });
  }
}

}  // namespace tebiki::views
