// A form as it will look on paper. Nothing can be typed here, so that nobody waits for it to be sent: the PDF is for
// that.
#include <algorithm>
#include <utility>

#include "html/markup.hpp"
#include "html/page_writer.hpp"
#include "model/form.hpp"

namespace tebiki::html {
namespace {

using model::FormField;
using Kind = FormField::Kind;

/// So many empty items: lines, boxes.
std::vector<TemplateData> numbered(int count) {
  std::vector<TemplateData> items;
  for (int i = 1; i <= count; ++i) items.push_back(TemplateData().text("number", std::to_string(i)));
  return items;
}

char const* width_class(int sixths) {
  switch (sixths) {
    case 2:
      return "third";
    case 3:
      return "half";
    case 4:
      return "two-thirds";
    default:
      return "full";
  }
}

TemplateData date_of(FormField const& field, model::Words const& words) {
  bool const chosen = !field.choices.empty();
  TemplateData date;
  std::vector<TemplateData> eras;
  for (auto const& era : field.choices) eras.push_back(TemplateData().text("label", era.words));
  date.list("eras", std::move(eras)).text("era", chosen ? "" : std::string(words["form.era"]));
  return date;
}

TemplateData table_of(FormField const& field) {
  auto columns = field.columns;
  if (!field.row_names.empty()) columns.insert(columns.begin(), "");
  std::vector<TemplateData> rows;
  for (int i = 0; i < model::count_of(field); ++i) {
    auto const named = std::size_t(i) < field.row_names.size();
    auto const cells = int(field.columns.size()) + (!named && !field.row_names.empty());
    TemplateData row;
    row.text("name", named ? field.row_names[std::size_t(i)] : "").list("cells", numbered(cells));
    rows.push_back(std::move(row));
  }
  TemplateData table;
  table.list("columns", labels(columns)).list("rows", std::move(rows));
  return table;
}

std::vector<TemplateData> choices_of(FormField const& field) {
  std::vector<TemplateData> choices;
  for (auto const& choice : field.choices)
    choices.push_back(TemplateData().text("label", choice.words).flag("is_open", choice.is_open));
  return choices;
}

std::vector<TemplateData> one(TemplateData data) {
  std::vector<TemplateData> items;
  items.push_back(std::move(data));
  return items;
}

TemplateData field_data(model::FormCell const& cell, int copy_before, model::Words const& words) {
  auto const& field = *cell.field;
  auto const kind = field.kind;
  bool const marked = kind == Kind::marks || kind == Kind::one_of;
  int const count = model::count_of(field);
  std::string listed;
  if (kind == Kind::list) {
    for (auto const& choice : field.choices)
      listed.append(listed.empty() ? "" : words["join.comma"]).append(choice.words);
  }
  TemplateData data;
  data.text("label", field.label)
      .text("copy", field.copy == copy_before ? "" : std::to_string(field.copy))
      .text("note", field.note)
      .text("width", width_class(cell.sixths))
      .flag("line", kind == Kind::text || kind == Kind::list)
      .list("lines", kind == Kind::long_text ? numbered(count) : std::vector<TemplateData>())
      .list("boxes", kind == Kind::boxes ? numbered(count) : std::vector<TemplateData>())
      .list("choices", marked ? choices_of(field) : std::vector<TemplateData>())
      .flag("has_boxes", kind == Kind::boxes)
      .flag("has_choices", marked)
      .flag("ring", kind == Kind::one_of)
      .text("listed", std::move(listed))
      .list("date", kind == Kind::date ? one(date_of(field, words)) : std::vector<TemplateData>())
      .flag("signature", kind == Kind::signature)
      .list("table", kind == Kind::table ? one(table_of(field)) : std::vector<TemplateData>());
  return data;
}

/// Where the form's PDF is; nothing where it has none, and for the parts of a form that follow its first.
std::vector<TemplateData> pdf_of(model::Form const& form, PageState const& state) {
  auto const& booklets = state.context.booklets;
  auto const printed = std::find_if(booklets.begin(), booklets.end(),
                                    [&](auto const& booklet) { return booklet.name == form.publication; });
  if (!form.first || form.publication.empty() || printed == booklets.end()) return {};
  auto const part = printed->parts.find(form.part);
  auto const page = std::to_string(part == printed->parts.end() ? 1 : part->second);
  std::string href = root_of(state.page.path);
  model::append_url_path(href, printed->path);
  TemplateData pdf;
  pdf.text("href", href + "#page=" + page)
      .text("page", printed->pages > 1 ? page : "")
      .text("pages", std::to_string(printed->pages))
      .text("size", size_words(printed->bytes));
  return one(std::move(pdf));
}

}  // namespace

void append_form(std::string& out, model::Form const& form, PageState& state) {
  std::vector<TemplateData> fields;
  int copy = 0;
  for (auto const& row : model::form_rows(form)) {
    for (auto const& cell : row)
      fields.push_back(field_data(cell, std::exchange(copy, cell.field->copy), state.context.site.words));
  }
  TemplateData data;
  data.list("pdf", pdf_of(form, state))
      .flag("ruled", form.look == model::Form::Look::ruled)
      .list("fields", std::move(fields));
  state.context.renderer.block(out, "form", data);
}

}  // namespace tebiki::html
