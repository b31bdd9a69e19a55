// A `form` block, written out or taken from a record, becomes a heading and a Form for each of its sections.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/list.hpp"
#include "model/visit.hpp"
#include "views/compose_context.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::Form;

/// Where a form of a record is printed: the first publication that holds it.
void set_printed_place(Form& form, std::string_view record, model::Site const& site) {
  for (auto const& publication : site.publications) {
    for (auto const& part : publication.parts) {
      model::for_each_block(part.blocks, [&](model::Block const& block) {
        auto* directive = std::get_if<model::Directive>(&block.node);
        bool const holds =
            directive && directive->kind == model::DirectiveKind::form && directive->options.text_of("ref") == record;
        if (holds && form.publication.empty()) form.publication = publication.slug, form.part = part.slug;
      });
    }
  }
}

model::Blocks blocks_of(std::vector<FormSection> sections, Form const& like, base::SourceLocation at, int level) {
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
void choose_sections(std::vector<FormSection>& sections, OptionReader& options, base::Diagnostics& diagnostics) {
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
  std::erase_if(sections, [&](FormSection const& section) { return !chosen.contains(section.title); });
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
  read_look(options, form, context.diagnostics);
  auto const rows = rows_of(options, at, context, form);
  if (!rows) return {};
  auto sections = read_form_fields(*rows, context.diagnostics);
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
  return blocks_of(read_form_fields(*rows, context.diagnostics), form, rows->at, level);
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
