#include "views/compose_context.hpp"

#include <algorithm>

#include "model/events_and_films.hpp"

namespace tebiki::views {
namespace {

using model::Block;
using model::Blocks;
using model::Field;
using model::FieldKind;
using model::Record;
using Place = model::KindEntry::Place;

Field const* first_of(SortedList const& list, FieldKind kind) {
  auto const found =
      std::find_if(list.fields.begin(), list.fields.end(), [&](Field const& field) { return field.kind == kind; });
  return found == list.fields.end() ? nullptr : &*found;
}

/// One value in one field; a list of them is told below.
std::string single_text(model::FieldValue const& value) { return value.text() ? *value.text() : std::string(); }

struct FieldGroup {
  std::string title;
  std::vector<Field const*> fields;
};

/// In the order of the schema; what belongs to no group comes first.
std::vector<FieldGroup> groups_of(std::vector<Field const*> const& fields, model::Words const& words) {
  std::vector<FieldGroup> groups(1);
  for (auto* field : fields) {
    auto title = group_title(*field, words);
    auto found = std::find_if(groups.begin(), groups.end(), [&](FieldGroup const& g) { return g.title == title; });
    if (found == groups.end()) found = groups.insert(groups.end(), {title, {}});
    found->fields.push_back(field);
  }
  return groups;
}

/// Markdown of more than one paragraph, which has no room beside its term.
model::Blocks const* long_markdown(model::FieldValue const* value) {
  auto const* blocks = value ? value->as<model::Blocks>() : nullptr;
  bool const line = blocks && blocks->size() == 1 && std::holds_alternative<model::Paragraph>(blocks->front().node);
  return line ? nullptr : blocks;
}

bool stands_below(Field const& field, Record const& record) {
  return model::kind_entry(field.kind).place == Place::below || long_markdown(record.find(field));
}

/// Questions of which none was answered.
bool is_unanswered(FieldGroup const& group, Record const& record) {
  return !group.fields.empty() && std::all_of(group.fields.begin(), group.fields.end(), [&](Field const* field) {
    return field->kind == FieldKind::availability &&
           model::availability_of(record.find(*field)) == model::Availability::unanswered;
  });
}

Block unanswered_note(model::Words const& words, base::SourceLocation at) {
  model::Paragraph paragraph;
  paragraph.text.push_back(model::words(std::string(words["availability.no-answer-yet"]), at));
  model::Note note;
  note.blocks.push_back({std::move(paragraph), at});
  return {std::move(note), at};
}

Block picture(Field const& field, Record const& record, std::string const& path, model::Words const& words,
              base::SourceLocation at) {
  auto alternative = words.filled("figure.of-record", {{"name", record.name()}, {"field", field.label}});
  model::Figure figure;
  figure.picture = model::Image{path, alternative};
  figure.alternative = std::move(alternative);
  return {std::move(figure), at};
}

/// A column without anything in any row is left out.
Block row_table(Field const& field, model::FieldRows const& value, SortedLists const& lists, base::SourceLocation at) {
  model::Table table;
  table.caption.push_back(model::words(field.label, at));
  table.rows.resize(value.rows.size());
  for (auto& part : field.fields) {
    std::vector<model::Cell> cells;
    for (auto& values : value.rows) cells.push_back({field_text(lists, part, values.find(part.slot))});
    if (std::all_of(cells.begin(), cells.end(), [](model::Cell const& cell) { return cell.text.empty(); })) continue;
    model::Column column;
    column.label.push_back(model::words(part.label));
    column.alignment = model::kind_entry(part.kind).alignment;
    table.columns.push_back(std::move(column));
    for (std::size_t i = 0; i < cells.size(); ++i) table.rows[i].cells.push_back(std::move(cells[i]));
  }
  return {std::move(table), at};
}

struct RowsPlace {
  int level;
  base::SourceLocation at;
  std::string film;  ///< of a record with one, as it is written
};

void append_rows(Blocks& out, Field const& field, model::FieldRows const& rows, SortedLists const& lists,
                 RowsPlace const& place) {
  auto list = model::holds_chapters(field) ? list_of_chapters(field, rows, place.film, lists.site().words)
                                           : list_of_rows(field, rows, lists);
  if (!list) return out.push_back(row_table(field, rows, lists, place.at));
  out.push_back(heading(place.level, field.label, place.at));
  out.push_back({std::move(*list), place.at});
}

/// Pictures, tables and Markdown with a heading of `level` stand below the terms of their group.
void append_large_values(Blocks& out, FieldGroup const& group, Record const& record, SortedLists const& lists,
                         int level, std::string const& film) {
  auto const& words = lists.site().words;
  for (auto* field : group.fields) {
    auto* value = record.find(*field);
    if (!value) continue;
    auto* rows = value->as<model::FieldRows>();
    if (rows && !rows->rows.empty() && !field->fields.empty())
      append_rows(out, *field, *rows, lists, {level, value->at, film});
    if (auto* blocks = long_markdown(value)) {
      out.push_back(heading(level, field->label, value->at));
      out.insert(out.end(), blocks->begin(), blocks->end());
    }
    if (model::kind_entry(field->kind).shown != model::KindEntry::Shown::picture) continue;
    if (auto* path = value->text()) out.push_back(picture(*field, record, *path, words, value->at));
    if (auto* paths = value->several()) {
      for (auto& item : *paths) {
        if (item.text()) out.push_back(picture(*field, record, *item.text(), words, item.at));
      }
    }
  }
}

void append_group(Blocks& out, FieldGroup const& group, SortedList const& list, Record const& record,
                  SortedLists const& lists, int level) {
  Blocks inside;
  if (is_unanswered(group, record)) {
    inside.push_back(unanswered_note(lists.site().words, record.at));
  } else {
    auto definitions = record_definitions(group.fields, list, record, lists);
    if (!definitions.definitions.empty()) inside.push_back({std::move(definitions), record.at});
    auto const* film = first_of(list, FieldKind::youtube);
    auto const* address = film ? record.find(*film) : nullptr;
    append_large_values(inside, group, record, lists, group.title.empty() ? level : level + 1,
                        address ? single_text(*address) : std::string());
  }
  if (inside.empty()) return;
  if (!group.title.empty()) out.push_back(heading(level, group.title, record.at));
  std::move(inside.begin(), inside.end(), std::back_inserter(out));
}

}  // namespace

std::string group_title(Field const& field, model::Words const& words) {
  bool const own = field.group.empty() && field.kind == FieldKind::availability;
  return own ? std::string(words["group.abilities"]) : field.group;
}

Block heading(int level, std::string_view words, base::SourceLocation at, std::string anchor) {
  constexpr int deepest_level = 6;
  model::Heading heading{std::min(level, deepest_level), {}, std::move(anchor)};
  heading.text.push_back(model::words(std::string(words), at));
  return {std::move(heading), at};
}

std::vector<Field const*> telling_fields(SortedList const& list) {
  std::vector<Field const*> out;
  auto* name = &list.name_field();
  for (auto& field : list.fields) {
    bool const shown_otherwise = model::kind_entry(field.kind).place == Place::map || field.role == model::Role::form;
    if (&field != name && !shown_otherwise) out.push_back(&field);
  }
  return out;
}

model::DefinitionList record_definitions(std::vector<Field const*> const& fields, SortedList const& list,
                                         Record const& record, SortedLists const& lists) {
  model::DefinitionList definitions;
  for (auto* field : fields) {
    if (stands_below(*field, record)) continue;
    if (field == &list.name_field()) {
      model::Inlines name;
      name.push_back(record_link(list, record));
      definitions.definitions.push_back({field->label, std::move(name)});
      continue;
    }
    auto text = field_text(lists, *field, record.find(*field), AnswerStyle::mark_and_word);
    if (!text.empty()) definitions.definitions.push_back({field->label, std::move(text)});
  }
  return definitions;
}

Blocks record_blocks(SortedList const& list, Record const& record, SortedLists const& lists, int level,
                     std::vector<Field const*> const& said_above) {
  auto fields = telling_fields(list);
  std::erase_if(fields, [&](Field const* field) {
    return std::find(said_above.begin(), said_above.end(), field) != said_above.end();
  });
  Blocks out;
  for (auto& group : groups_of(fields, lists.site().words)) append_group(out, group, list, record, lists, level);
  out.insert(out.end(), record.body.begin(), record.body.end());
  return out;
}

}  // namespace tebiki::views
