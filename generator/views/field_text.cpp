#include "views/compose_context.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "model/events_and_films.hpp"

namespace tebiki::views {
namespace {

using model::Field;
using model::FieldValue;
using model::Inline;
using model::Inlines;

void append_lines(Inlines& out, std::string_view text, base::SourceLocation at) {
  while (!text.empty()) {
    auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out.push_back(model::words(std::string(line), at));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!text.empty()) out.push_back({model::LineBreak{}, at});
  }
}

Inline link(model::Target target, std::string text, base::SourceLocation at) {
  Inlines children;
  children.push_back(model::words(std::move(text), at));
  return {model::Link{std::move(target), std::move(children)}, at};
}

Inline strong(Inline child) {
  auto at = child.at;
  Inlines children;
  children.push_back(std::move(child));
  return {model::Strong{std::move(children)}, at};
}

/// The address without its scheme and closing slash: what people write on paper.
std::string readable(std::string_view address) {
  address.remove_prefix(address.find("//") + 2);
  if (address.ends_with('/')) address.remove_suffix(1);
  return std::string(address);
}

void append_url(Inlines& out, model::Url const& url, base::SourceLocation at) {
  bool const web = model::is_web_address(url.address);
  out.push_back(web ? link(url, readable(url.address), at) : model::words(url.address, at));
}

/// One that is called can be tapped; a fax number cannot.
void append_telephone(Inlines& out, Field const& field, model::Telephone const& number, base::SourceLocation at) {
  bool const called = model::kind_entry(field.kind).shown == model::KindEntry::Shown::telephone;
  out.push_back(called ? strong(model::telephone(number, at)) : model::words(std::string(number.written()), at));
}

void append_email(Inlines& out, std::string const& text, base::SourceLocation at) {
  out.push_back(link(model::Url{"mailto:" + text}, text, at));
}

void append_youtube(Inlines& out, model::Words const& words, std::string const& text, base::SourceLocation at) {
  auto address = model::film_address(text);
  out.push_back(address.empty() ? model::words(text, at)
                                : link(model::Url{std::move(address)}, std::string(words["entry.video"]), at));
}

/// What a reference field's value names is called.
std::string referred_words(SortedLists const& lists, std::string const& text) {
  auto name = lists.name_of_record(text);
  return name.empty() ? text : std::string(name);
}

void append_reference(Inlines& out, SortedLists const& lists, std::string const& text, base::SourceLocation at) {
  auto found = lists.record(text);
  out.push_back(found ? record_link(*found.list, *found.record) : model::words(referred_words(lists, text), at));
}

void append_scene(Inlines& out, SortedLists const& lists, std::string const& id, base::SourceLocation at) {
  auto* scene = scene_of(lists, id);
  if (!scene) return out.push_back(model::words(id, at));
  out.push_back(scene->page ? link(*scene->page, scene->label, at) : model::words(scene->label, at));
}

void append_answer(Inlines& out, model::Words const& words, FieldValue const* value, AnswerStyle style) {
  auto availability = model::availability_of(value);
  auto at = value ? value->at : base::SourceLocation();
  bool const worded = style == AnswerStyle::mark_and_word;
  out.push_back({model::AvailabilityMark{availability, worded}, at});
  if (worded) out.push_back(model::words(" " + std::string(words[availability]), at));
}

std::string with_mark(std::string const& text, std::string_view mark) {
  return text.starts_with(mark) ? text : std::string(mark) + text;
}

void append_text(Inlines& out, SortedLists const& lists, Field const& field, std::string const& text,
                 base::SourceLocation at) {
  if (field.role == model::Role::scene) return append_scene(out, lists, text, at);
  auto const& site_words = lists.site().words;
  using enum model::KindEntry::Shown;
  switch (model::kind_entry(field.kind).shown) {
    case words:
    case telephone:
      return append_lines(out, model::said_choice(field, text), at);
    case mail_link:
      return append_email(out, text, at);
    case video_link:
      return append_youtube(out, site_words, text, at);
    case picture:
      return out.push_back({model::Image{text, field.label}, at});
    case record_link:
      return append_reference(out, lists, text, at);
    case postal_code:
      return out.push_back(model::words(with_mark(text, site_words["postal-code.mark"]), at));
  }
}

/// Things to tap stand on lines of their own, words are joined by 、.
bool stands_alone(Field const& field) {
  return model::kind_entry(field.kind).several == model::KindEntry::Several::on_lines ||
         field.role == model::Role::source;
}

void append_value(Inlines& out, SortedLists const& lists, Field const& field, FieldValue const& value) {
  if (auto* values = value.several()) {
    for (auto& item : *values) {
      if (!out.empty()) {
        out.push_back(stands_alone(field) ? Inline{model::LineBreak{}, item.at}
                                          : model::words(std::string(lists.site().words["join.comma"]), item.at));
      }
      append_value(out, lists, field, item);
    }
    return;
  }
  auto const& words = lists.site().words;
  if (auto* text = value.text()) {
    append_text(out, lists, field, *text, value.at);
  } else if (auto* telephone = value.as<model::Telephone>()) {
    append_telephone(out, field, *telephone, value.at);
  } else if (auto* url = value.as<model::Url>()) {
    append_url(out, *url, value.at);
  } else if (auto* blocks = value.as<model::Blocks>()) {
    auto lines = model::lines_of(*blocks, words["join.bullet"]);
    std::move(lines.begin(), lines.end(), std::back_inserter(out));
  } else {
    append_lines(out, model::plain_text(field, &value, words), value.at);
  }
}

/// A value of one word, as readers know it.
std::string word_of(SortedLists const& lists, Field const& field, FieldValue const& value) {
  auto* text = value.text();
  if (text && field.role == model::Role::scene) {
    auto* scene = scene_of(lists, *text);
    return scene ? scene->label : *text;
  }
  if (text && model::kind_entry(field.kind).shown == model::KindEntry::Shown::record_link)
    return referred_words(lists, *text);
  return model::plain_text(field, &value, lists.site().words);
}

}  // namespace

model::Scene const* scene_of(SortedLists const& lists, std::string_view id) {
  auto& scenes = lists.site().scenes;
  auto found = std::find_if(scenes.begin(), scenes.end(), [&](model::Scene const& scene) { return scene.id == id; });
  return found == scenes.end() ? nullptr : &*found;
}

Inlines field_text(SortedLists const& lists, Field const& field, FieldValue const* value, AnswerStyle answers) {
  Inlines out;
  if (field.kind == model::FieldKind::availability) {
    append_answer(out, lists.site().words, value, answers);
  } else if (value) {
    append_value(out, lists, field, *value);
  }
  return out;
}

std::vector<std::string> field_words(SortedLists const& lists, Field const& field, FieldValue const* value) {
  std::vector<std::string> out;
  auto add = [&](FieldValue const& item) {
    auto word = word_of(lists, field, item);
    if (!word.empty() && std::find(out.begin(), out.end(), word) == out.end()) out.push_back(std::move(word));
  };
  if (!value || value->is_absent()) return out;
  auto* values = value->several();
  if (!values)
    add(*value);
  else
    for (auto& item : *values) add(item);
  return out;
}

Inline record_link(SortedList const& list, model::Record const& record) {
  return link(model::Reference{reference_name(list, record), {}}, std::string(record.name()), record.name_at());
}

std::optional<model::ListBlock> list_of_rows(Field const& field, model::FieldRows const& rows,
                                             SortedLists const& lists) {
  auto const mark = std::find_if(field.fields.begin(), field.fields.end(),
                                 [](Field const& part) { return model::has_role(part, model::Role::mark); });
  if (mark == field.fields.end() && field.fields.size() != 1) return std::nullopt;
  model::ListBlock list;
  for (auto const& row : rows.rows) {
    model::Inlines text;
    for (auto const& part : field.fields) {
      if (mark != field.fields.end() && &part == &*mark) continue;
      auto words = field_text(lists, part, row.find(part.slot));
      if (!words.empty() && !text.empty()) text.push_back(model::words(std::string(lists.site().words["join.gap"])));
      std::move(words.begin(), words.end(), std::back_inserter(text));
    }
    model::ListItem item;
    item.blocks.push_back({model::Paragraph{std::move(text)}, row.at});
    auto* label = mark == field.fields.end() ? nullptr : row.find(mark->slot);
    if (label && label->text()) item.label = *label->text();
    list.items.push_back(std::move(item));
  }
  return list;
}

std::optional<model::ListBlock> list_of_chapters(Field const& field, model::FieldRows const& rows,
                                                 std::string const& film, model::Words const& words) {
  model::ListBlock list;
  for (auto const& chapter : model::chapters_of(field, rows, words)) {
    auto said = model::film_clock(chapter.seconds) + std::string(words["join.gap"]) + chapter.title;
    auto address = model::film_address(film, chapter.seconds);
    Inlines text;
    text.push_back(address.empty() ? model::words(std::move(said), chapter.at)
                                   : link(model::Url{std::move(address)}, std::move(said), chapter.at));
    list.items.push_back({});
    list.items.back().blocks.push_back({model::Paragraph{std::move(text)}, chapter.at});
  }
  return list.items.empty() ? std::nullopt : std::optional(std::move(list));
}

}  // namespace tebiki::views
