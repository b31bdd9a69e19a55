#include "html/entry_data.hpp"

#include <fmt/format.h>

#include "html/escape.hpp"
#include "support/unicode.hpp"

namespace tebiki::html {
namespace {

std::string words_of(model::List const& list, model::Record const* record, model::FieldKind kind) {
  auto const* field = list.schema.first(kind);
  return field && record ? model::plain_text(*field, record->find(field->key)) : std::string{};
}

/// `35.33/139.34`; empty unless the value is two numbers.
std::string place(model::Value const* value) {
  if (!value) return {};
  if (auto const* pair = value->list(); pair && pair->size() == 2) {
    auto const *latitude = (*pair)[0].number(), *longitude = (*pair)[1].number();
    return latitude && longitude ? fmt::format("{:.6f}/{:.6f}", *latitude, *longitude) : std::string{};
  }
  auto const* text = value->text();
  auto const comma = text ? text->find(',') : std::string::npos;
  if (comma == std::string::npos) return {};
  auto const latitude = support::trimmed(std::string_view(*text).substr(0, comma));
  auto const longitude = support::trimmed(std::string_view(*text).substr(comma + 1));
  std::string joined;
  append_url_path(joined, latitude);
  joined += '/';
  append_url_path(joined, longitude);
  return joined;
}

/// The map of the Geospatial Information Authority: no advertisement, no following of readers.
std::string map_address(model::List const& list, model::Record const* record) {
  auto const* field = list.schema.first(model::FieldKind::coordinates);
  auto const at = field && record ? place(record->find(field->key)) : std::string{};
  return at.empty() ? at : "https://maps.gsi.go.jp/#17/" + at + "/";
}

std::string report_address(model::Contact const& contact, std::string_view name) {
  if (contact.email.empty()) return telephone_href(contact.tel);
  auto address = mail_href(contact.email) + "?subject=";
  append_url_path(address, "「" + std::string(name) + "」の内容について");
  return address;
}

std::string confirmed_day(model::Record const* record) {
  auto const* value = record ? record->find("confirmed") : nullptr;
  auto const* text = value ? value->text() : nullptr;
  auto const date = text ? model::parse_date(*text) : std::nullopt;
  return date ? model::japanese(*date) : std::string{};
}

std::vector<Data> labels(std::vector<std::string> const& tags) {
  std::vector<Data> items;
  items.reserve(tags.size());
  for (auto const& tag : tags) items.push_back(Data().text("label", tag));
  return items;
}

}  // namespace

std::vector<std::string> terms_said_above(model::List const& list) {
  std::vector<std::string> terms;
  for (auto const* field : {list.schema.first(model::FieldKind::tel), list.schema.first(model::FieldKind::fax),
                            list.schema.find("kana"), list.schema.find("confirmed")}) {
    if (field) terms.push_back(field->label);
  }
  return terms;
}

void add_entry(Data& data, Common const& common, Entries const& entries, model::Document const& page) {
  auto const anchor = page.subject + '/' + page.record;
  auto const* record = entries.record(anchor);
  auto const* row = entries.row(anchor);
  auto const* list = common.site.list(page.subject);
  static model::List const none;
  if (!list) list = &none;
  auto const tel = row ? row->tel : words_of(*list, record, model::FieldKind::tel);
  data.text("kana", record ? std::string(record->kana()) : "")
      .text("tel", tel)
      .text("tel_href", telephone_href(tel))
      .text("fax", row ? row->fax : words_of(*list, record, model::FieldKind::fax))
      .text("map_href", map_address(*list, record))
      .text("confirmed", confirmed_day(record))
      .text("list_title", list->schema.title)
      .text("list_href", file_url(page.subject + '/'))
      .text("report_href", report_address(common.site.contact, page.title))
      .list("tags", labels(row ? row->tags : std::vector<std::string>{}));
}

}  // namespace tebiki::html
