#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostics.hpp"
#include "japanese_words.hpp"
#include "model/documents.hpp"
#include "print_style.hpp"
#include "views/compose.hpp"

/// Sites made by hand, with places that tests can name: the n-th option of a directive has its key at n00 and its
/// value at n50, the items of a list follow that one by one.
namespace made {

using namespace tebiki;
using model::FieldKind;
using model::Value;

inline base::SourceLocation at(std::uint32_t offset) { return {base::FileId(0), offset}; }

inline Value text(std::string text, std::uint32_t offset = 0) { return {std::move(text), at(offset)}; }
inline Value number(double number, std::uint32_t offset = 0) { return {number, at(offset)}; }
inline Value flag(bool flag) { return {flag, at(0)}; }
inline Value list(std::initializer_list<char const*> items, std::uint32_t offset = 0) {
  model::Values values;
  for (auto* item : items) values.push_back(text(item, offset++));
  return {std::move(values), at(offset)};
}

using Options = std::vector<std::pair<std::string, Value>>;

/// Places are given to the members here.
inline Value object(Options options, std::uint32_t step = 100, std::uint32_t first = 100) {
  model::Object members;
  std::uint32_t place = first;
  for (auto& [key, value] : options) {
    value.at = at(place + step / 2);
    if (auto* items = std::get_if<model::Values>(&value.data)) {
      for (std::uint32_t i = 0; auto& item : *items) item.at = at(place + step / 2 + i++);
    }
    members.push_back({key, at(place), std::move(value)});
    place += step;
  }
  return {std::move(members), at(first)};
}
/// `where` as the `n`-th option: its members stand at n60, n70 …, their values 5 further.
inline Value where(Options options, std::uint32_t n) { return object(std::move(options), 10, n * 100 + 60); }

inline model::Block directive(std::string_view word, Options options) {
  return {model::Directive{model::directive_kind(word).value(), object(std::move(options))}, at(10)};
}

struct FieldSpec {
  char const* key;
  char const* label;
  FieldKind kind = FieldKind::text;
};
inline model::Field field(FieldSpec spec) {
  model::Field field;
  field.key = spec.key;
  field.label = spec.label;
  field.kind = spec.kind;
  return field;
}

/// Records are made before it is known of which kinds their fields are: values stand under numbers of their keys, and
/// `with_types` gives them their types.
inline std::uint16_t slot_of(std::string const& key) {
  static std::map<std::string, std::uint16_t> slots;
  if (auto* understood = model::understood_field(key)) return understood->slot;
  return slots.emplace(key, std::uint16_t(slots.size())).first->second;
}

inline model::FieldValue untyped(std::string const& key, Value const& value) {
  model::FieldValue made{{}, value.at, slot_of(key)};
  if (auto* text = value.text()) made.data = *text;
  if (auto* number = value.number()) made.data = *model::parse_decimal(model::plain_number(*number));
  if (auto* flag = value.boolean()) made.data = *flag;
  if (auto* values = value.list()) {
    model::FieldValues several;
    model::FieldRows rows;
    for (auto& item : *values) {
      model::FieldRow row{{}, item.at};
      if (auto* members = item.object()) {
        for (auto& member : *members) row.values.push_back(untyped(member.key, member.value));
        rows.rows.push_back(std::move(row));
      } else {
        several.items.push_back(untyped(key, item));
      }
    }
    if (rows.rows.empty())
      made.data = std::move(several);
    else
      made.data = std::move(rows);
  }
  return made;
}

inline model::Record record(std::string id, std::string name, std::string kana, Options more = {}) {
  model::Record record;
  record.id = std::move(id);
  record.values.push_back(untyped("name", text(std::move(name))));
  if (!kana.empty()) record.values.push_back(untyped("kana", text(std::move(kana))));
  for (auto& [key, value] : more) record.values.push_back(untyped(key, value));
  return record;
}

inline void give_type(model::FieldValue& value, std::vector<model::Field> const& fields) {
  auto field =
      std::find_if(fields.begin(), fields.end(), [&](model::Field const& field) { return field.slot == value.slot; });
  if (field == fields.end()) return;
  if (auto* several = std::get_if<model::FieldValues>(&value.data)) {
    auto& items = several->items;
    bool const pair = field->kind == FieldKind::coordinates && items.size() == 2;
    if (pair)
      return void(value.data = model::Coordinates{*items[0].as<model::Decimal>(), *items[1].as<model::Decimal>()});
    for (auto& item : items) give_type(item, fields);
  }
  if (auto* rows = std::get_if<model::FieldRows>(&value.data)) {
    for (auto& row : rows->rows) {
      for (auto& inner : row.values) give_type(inner, field->fields);
    }
  }
  auto* text = std::get_if<std::string>(&value.data);
  if (!text) return;
  auto const comma = text->find(',');
  if (field->kind == FieldKind::reference && text->find('/') == text->npos) {
    value.data = field->reference_list + "/" + *text;
  } else if (field->kind == FieldKind::date) {
    if (auto day = model::parse_date(*text)) value.data = *day;
  } else if (field->kind == FieldKind::tel || field->kind == FieldKind::fax) {
    value.data = model::parse_telephone(*text);
  } else if (field->kind == FieldKind::uri) {
    value.data = model::Url{*text};
  } else if (field->kind == FieldKind::availability) {
    if (auto answer = model::parse_availability(*text)) value.data = *answer;
  } else if (field->kind == FieldKind::coordinates && comma != text->npos) {
    auto const latitude = model::parse_decimal(text->substr(0, comma));
    auto const longitude = model::parse_decimal(text->substr(comma + 1));
    if (latitude && longitude) value.data = model::Coordinates{*latitude, *longitude};
  }
}

inline void number_fields(std::vector<model::Field>& fields) {
  for (auto& field : fields) {
    field.slot = slot_of(field.key);
    number_fields(field.fields);
  }
}

/// The site as loading would have made it: fields with their roles, values of their types, names in an index.
inline model::Site with_types(model::Site site) {
  for (auto& list : site.lists) {
    auto& fields = list.schema.fields;
    number_fields(fields);
    model::give_roles(fields);
    model::give_roles_by_kind(fields);
    for (auto* records : {&list.records, &list.withheld}) {
      for (auto& record : *records) {
        for (auto& value : record.values) give_type(value, fields);
        auto* name = list.schema.with_role(model::Role::name);
        record.name_slot = name ? name->slot : slot_of("name");
        auto* reading = list.schema.with_role(model::Role::reading);
        record.reading_slot = reading ? reading->slot : slot_of("kana");
      }
    }
  }
  site.index.take_names(site);
  return site;
}

/// Four offices; their readings sort あおば かなめ さくら はまゆう.
inline model::List facilities() {
  model::List list;
  list.slug = "facilities";
  list.schema.title = "事業所";
  list.schema.description = "見本の事業所です。";
  auto services = field({"services", "サービス", FieldKind::choices});
  services.choices = {"訪問看護", "居宅介護支援", "通所介護"};
  services.filter = true;
  auto sputum = field({"sputum", "喀痰吸引", FieldKind::availability});
  auto oxygen = field({"oxygen", "在宅酸素", FieldKind::availability});
  sputum.group = oxygen.group = "医療処置";
  list.schema.fields = {field({"name", "事業所名"}),
                        field({"kana", "よみ", FieldKind::kana}),
                        services,
                        field({"address", "住所", FieldKind::address}),
                        field({"hours", "営業時間", FieldKind::hours}),
                        field({"tel", "電話", FieldKind::tel}),
                        field({"fax", "FAX", FieldKind::fax}),
                        field({"capacity", "定員", FieldKind::number}),
                        sputum,
                        oxygen,
                        field({"confirmed", "確認日", FieldKind::date})};
  list.records = {
      record("hamayu", "見本 はまゆう", "はまゆう",
             {{"services", made::list({"通所介護"})}, {"address", text("真田4-10")}, {"capacity", number(9)}}),
      record("aoba", "見本 あおば", "あおば",
             {{"services", made::list({"訪問看護", "居宅介護支援"})},
              {"address", text("中原2-3")},
              {"hours", text("月〜金 9:00〜17:00")},
              {"tel", text("0463-00-0012")},
              {"fax", text("0463-00-0022")},
              {"sputum", text("yes")},
              {"oxygen", text("ask")},
              {"areas", made::list({"中原"})},
              {"confirmed", text("2026-09-05")}}),
      record("sakura", "見本 さくら", "サクラ",
             {{"services", made::list({"訪問看護"})},
              {"tel", text("0463-00-0013")},
              {"sputum", text("no")},
              {"capacity", number(20)}}),
      record("kaname", "見本 かなめ", "かなめ", {{"tel", text("0463-00-0014")}, {"capacity", number(100)}}),
  };
  return list;
}

inline model::Block paragraph(std::string words) { return {model::Paragraph{{model::words(std::move(words))}}, {}}; }
inline model::Block heading(std::string words) { return {model::Heading{2, {model::words(std::move(words))}, ""}, {}}; }

inline model::Page page(std::string slug, model::Blocks blocks) {
  model::Page page;
  page.slug = page.title = std::move(slug);
  page.blocks = std::move(blocks);
  return page;
}

inline model::Site site() {
  model::Site site;
  site.name = "見本の手引き";
  site.words = japanese_words();
  site.base_url = "https://example.jp/";
  site.lists.push_back(facilities());
  return site;
}

/// A part of that name and title.
inline model::Part part(std::string slug, model::Blocks blocks) {
  model::Part part;
  part.slug = part.title = std::move(slug);
  part.blocks = std::move(blocks);
  return part;
}

/// The site with a publication of these parts.
inline model::Site with_publication(std::vector<model::Part> parts) {
  auto site = made::site();
  model::Publication guide;
  guide.slug = "guide";
  guide.title = "ガイド";
  guide.summary = "見本の冊子です。";
  guide.parts = std::move(parts);
  site.publications.push_back(std::move(guide));
  return site;
}

inline model::Document const& document(model::Documents const& documents, std::string_view path) {
  for (auto& page : documents.pages) {
    if (page.path == path) return page;
  }
  static model::Document const none;
  return none;
}

/// What a page holding only this directive becomes; its mistakes, as `messages` writes them, in `mistakes`.
struct Composed {
  model::Blocks blocks;
  std::vector<std::string> mistakes;
};
inline std::vector<std::string> messages(base::Diagnostics const& diagnostics) {
  base::Sources sources;
  sources.add("pages/a.md", "");
  std::vector<std::string> out;
  for (auto& d : diagnostics.sorted(sources)) {
    auto severity = d.severity == base::Severity::warning ? " warning" : "";
    out.push_back(std::to_string(d.at.offset) + severity + " " + d.code + "\n" + d.message.ja + "\n" + d.hint.ja +
                  "\n" + d.message.en + "\n" + d.hint.en);
  }
  return out;
}
/// The documents of a site without mistakes.
inline model::Documents compose(model::Site site) {
  base::Diagnostics diagnostics;
  auto documents = views::compose(with_types(std::move(site)), print_style_of_tests(), diagnostics);
  for (auto& mistake : messages(diagnostics)) ADD_FAILURE() << mistake;
  return documents;
}
inline Composed composed(std::string kind, Options options, model::Site site = made::site()) {
  base::Diagnostics diagnostics;
  site.pages.push_back(page("a", {directive(std::move(kind), std::move(options))}));
  auto documents = views::compose(with_types(std::move(site)), print_style_of_tests(), diagnostics);
  return {document(documents, "a/").blocks, messages(diagnostics)};
}

template <class Node>
Node const& only(model::Blocks const& blocks) {
  static Node const none{};
  Node const* found = nullptr;
  for (auto& block : blocks) {
    if (auto* node = std::get_if<Node>(&block.node)) found = node;
  }
  return found ? *found : none;
}

}  // namespace made
