// `{{site.contact.tel}}` and its like: what they stand for, in the whole site and in that of an area.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "loading/load.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/records/field_kinds.hpp"
#include "loading/records/schema.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using model::FieldValue;
using model::SiteWords;
using model::Value;

constexpr std::string_view open = "{{", close = "}}", begins_site_word = "{{site.";

/// `site.contact.tel` and all other names of single values.
void collect(Value const& value, std::string const& name, SiteWords& words) {
  if (auto const* text = value.text()) words.emplace(name, *text);
  if (auto const* number = value.number()) words.emplace(name, model::plain_number(*number));
  if (!value.object()) return;
  for (auto const& member : *value.object()) collect(member.value, name + "." + member.key, words);
}

/// What stands for a word of a site.json that cannot be read, and is right in its place: the page is not to be blamed.
std::string stand_in(std::string_view name) {
  if (name.ends_with("email")) return "name@example.jp";
  if (name.ends_with("url")) return "https://example.jp/";
  return "0463-00-0000";
}

/// Calls `replace` for each name in braces, and puts what it gives in its place.
template <class Replace>
std::string with_each_replaced(std::string_view written, Replace const& replace) {
  std::string result;
  for (;;) {
    auto const begin = written.find(open);
    auto const end = begin == written.npos ? begin : written.find(close, begin);
    if (end == written.npos) return result.append(written);
    auto const name = base::trimmed(written.substr(begin + open.size(), end - begin - open.size()));
    result.append(written.substr(0, begin)).append(replace(name, written.substr(begin, end + close.size() - begin)));
    written.remove_prefix(end + close.size());
  }
}

/// Puts words where their names stand. Texts of Markdown were filled in as it was read and know how they were written,
/// all others still are as they were written.
class Filler {
 public:
  explicit Filler(SiteWords const& words) : words_(words) {}

  void site(model::Site& site) const {
    for (auto& page : site.pages) {
      texts({&page.title, &page.description});
      for (auto& words : page.found_by) text(words);
      blocks(page.blocks);
    }
    for (auto& list : site.lists) {
      for (auto* records : {&list.records, &list.withheld}) {
        for (auto& record : *records) blocks(record.body), values(list.schema.fields, record.values);
      }
      model::name_contacts(list, site.contact, site.today);
    }
    for (auto& one : site.publications) publication(one);
    for (auto& item : site.menu) {
      text(item.label);
      text(item.summary);
    }
    for (auto& scene : site.scenes) texts({&scene.label, &scene.summary});
  }

 private:
  void publication(model::Publication& publication) const {
    texts({&publication.title, &publication.summary});
    if (auto& cover = publication.cover) {
      for (auto& line : cover->title_lines) text(line);
      texts({&cover->edition, &cover->motto});
    }
    if (auto& masthead = publication.masthead) texts({&masthead->above, &masthead->number, &masthead->note});
    for (auto& part : publication.parts) texts({&part.title, &part.tab}), blocks(part.blocks);
  }

  void values(std::vector<model::Field> const& fields, std::vector<FieldValue>& values) const {
    for (auto& value : values) this->value(find_field(fields, value.slot), value);
  }

  /// A number becomes one as soon as it stands there.
  void value(model::Field const* field, FieldValue& value) const {
    if (auto* markdown = std::get_if<model::Blocks>(&value.data)) blocks(*markdown);
    if (auto* url = std::get_if<model::Url>(&value.data)) text(url->address);
    if (auto* several = std::get_if<model::FieldValues>(&value.data)) {
      for (auto& item : several->items) this->value(field, item);
    }
    auto* rows = std::get_if<model::FieldRows>(&value.data);
    for (std::size_t i = 0; field && rows && i < rows->rows.size(); ++i) values(field->fields, rows->rows[i].values);
    auto* words = std::get_if<std::string>(&value.data);
    if (!words || words->find(open) == words->npos) return;
    text(*words);
    bool const number = field && (field->kind == model::FieldKind::tel || field->kind == model::FieldKind::fax);
    if (number) value.data = model::parse_telephone(std::string(*words));
  }

  void blocks(model::Blocks& blocks) const {
    model::for_each_block(blocks, [&](model::Block& block) {
      if (auto* directive = std::get_if<model::Directive>(&block.node))
        model::for_each_text_in(directive->options, [&](std::string& words, base::SourceLocation) { text(words); });
      if (auto* figure = std::get_if<model::Figure>(&block.node)) {
        text(figure->alternative);
        if (auto* image = std::get_if<model::Image>(&figure->picture)) text(image->alternative);
      }
      model::for_each_text(block, [&](model::Inlines& text) {
        model::for_each_inline(text, [&](model::Inline& piece) { inline_piece(piece); });
      });
    });
  }

  void inline_piece(model::Inline& piece) const {
    if (auto* words = std::get_if<model::Text>(&piece.node); words && !words->written.empty())
      words->text = filled_in(words->written, words_);
    if (auto* image = std::get_if<model::Image>(&piece.node)) text(image->alternative);
    auto* link = std::get_if<model::Link>(&piece.node);
    auto* url = link && !link->written.empty() ? std::get_if<model::Url>(&link->target) : nullptr;
    if (!url) return;
    constexpr std::string_view telephone = "tel:";
    auto address = filled_in(link->written, words_);
    url->address = address.starts_with(telephone)
                       ? std::string(model::parse_telephone(address.substr(telephone.size())).address())
                       : std::move(address);
  }

  void texts(std::initializer_list<std::string*> all) const {
    for (auto* one : all) text(*one);
  }
  void text(std::string& text) const {
    if (text.find(open) != text.npos) text = filled_in(text, words_);
  }

  SiteWords const& words_;
};

}  // namespace

model::SiteWords site_words(Value const& site_file) {
  SiteWords words;
  if (!site_file.object()) return words;
  for (auto const& member : *site_file.object()) collect(member.value, "site." + member.key, words);
  return words;
}

std::string filled_in(std::string_view written, SiteWords const& words) {
  return with_each_replaced(written, [&](std::string_view name, std::string_view as_written) -> std::string_view {
    auto const word = words.find(name);
    return word == words.end() ? as_written : std::string_view(word->second);
  });
}

void fill_in_site_words(model::Site& site) { Filler(site.site_words).site(site); }

void fill_in_site_words(model::Site& site, model::Area const& area) {
  auto const& own = area.contact;
  SiteWords words = {{"site.name", area.name},
                     {"site.contact.name", own.name},
                     {"site.contact.tel", std::string(own.tel.written())},
                     {"site.contact.fax", std::string(own.fax.written())},
                     {"site.contact.email", own.email},
                     {"site.contact.hours", own.hours},
                     {"site.contact.address", own.address},
                     {"site.contact.prompt", own.prompt},
                     {"site.contact.after_hours", std::string(own.after_hours.written())}};
  std::erase_if(words, [](auto const& word) { return word.second.empty(); });
  words.insert(site.site_words.begin(), site.site_words.end());
  Filler(words).site(site);
}

namespace {

std::optional<std::string> find_word(Value const& site_file, std::string_view name) {
  if (site_file.is_null()) return stand_in(name);
  constexpr std::string_view site = "site";
  auto const* value = &site_file;
  auto rest = name.starts_with(site) ? name.substr(site.size()) : std::string_view();
  while (value && rest.starts_with('.')) {
    rest.remove_prefix(1);
    auto const key = rest.substr(0, rest.find('.'));
    value = value->find(key);
    rest.remove_prefix(key.size());
  }
  if (!value || !rest.empty() || value == &site_file) return std::nullopt;
  if (value->text()) return *value->text();
  return value->number() ? std::optional(model::plain_number(*value->number())) : std::nullopt;
}

base::Message no_such_word(std::string_view name) {
  return {fmt::format("「{{{{{}}}}}」に当たる文字が site.json にありません。", name),
          fmt::format("site.json holds no text for “{{{{{}}}}}”.", name)};
}

base::Message meant_word(std::string_view name, Value const& site_file) {
  std::vector<std::string> names;
  for (auto const& [known, text] : site_words(site_file)) names.push_back(known);
  return did_you_mean(name, names);
}

/// An error for each name in braces that begins so and names nothing.
void check_words_in(std::string_view text, base::SourceLocation at, Value const& site_file, std::string_view beginning,
                    base::Diagnostics& diagnostics) {
  if (text.find(open) == text.npos) return;
  with_each_replaced(text, [&](std::string_view name, std::string_view) -> std::string_view {
    if (name.starts_with(beginning) && !find_word(site_file, name))
      diagnostics.error(at, "unknown-name", no_such_word(name), meant_word(name, site_file));
    return {};
  });
}

/// What stands in the place of a number must be one.
void check_filled_in(model::Field const& field, FieldValue const& value, Value const& site_file,
                     base::Diagnostics& diagnostics) {
  auto const filled = filled_in(*value.text(), site_words(site_file));
  auto const mistake = waits_for_site_words(filled) ? std::nullopt : format_mistake(field.kind, filled);
  if (!mistake) return;
  diagnostics.error(value.at, "malformed-value",
                    {fmt::format("{}の {} は「{}」になり、{}", field.label, *value.text(), filled, mistake->is.ja),
                     fmt::format("{}: {} becomes “{}”, which {}", field.label, *value.text(), filled, mistake->is.en)},
                    mistake->hint);
}

/// Other braces than those of the site may be somebody's name: records come from many hands.
void check_value(model::Field const* field, FieldValue const& value, Value const& site_file,
                 base::Diagnostics& diagnostics) {
  auto const* url = value.as<model::Url>();
  if (auto const* text = url ? &url->address : value.text())
    check_words_in(*text, value.at, site_file, "site.", diagnostics);
  if (auto const* several = value.several()) {
    for (auto const& item : *several) check_value(field, item, site_file, diagnostics);
  }
  auto const* rows = field ? value.as<model::FieldRows>() : nullptr;
  for (std::size_t i = 0; rows && i < rows->rows.size(); ++i)
    check_site_words(field->fields, rows->rows[i].values, site_file, diagnostics);
  if (field && value.text() && waits_for_site_words(*value.text()) && site_file.object())
    check_filled_in(*field, value, site_file, diagnostics);
}

}  // namespace

void check_site_words(std::string_view text, base::SourceLocation at, Value const& site_file,
                      base::Diagnostics& diagnostics) {
  check_words_in(text, at, site_file, "", diagnostics);
}

void check_site_words(std::vector<model::Field> const& fields, std::vector<FieldValue> const& values,
                      Value const& site_file, base::Diagnostics& diagnostics) {
  for (auto const& value : values) check_value(find_field(fields, value.slot), value, site_file, diagnostics);
}

void refuse_site_words(Value const& object, base::Diagnostics& diagnostics) {
  model::for_each_text_in(object, [&](std::string const& text, base::SourceLocation at) {
    auto const begin = text.find(begins_site_word);
    if (begin == text.npos) return;
    auto const name = text.substr(begin, text.find(close, begin) - begin + close.size());
    diagnostics.error(at, "site-word-here",
                      {fmt::format("「{}」は、このファイルの中では使えません。", name),
                       fmt::format("“{}” cannot be used in this file.", name)},
                      {"そこに出したい言葉を、そのまま書いてください。", "Write the words themselves."});
  });
}

std::optional<std::string> site_word(MarkdownFile& markdown, std::string_view name, MarkedSpan place) {
  auto word = find_word(markdown.site, name);
  if (!word) markdown.error(place, "unknown-name", no_such_word(name), meant_word(name, markdown.site));
  return word;
}

std::string with_site_words(MarkdownFile& markdown, std::string_view text, MarkedSpan place) {
  return with_each_replaced(
      text, [&](std::string_view name, std::string_view) { return site_word(markdown, name, place).value_or(""); });
}

std::string written_text(model::Inlines inlines) {
  model::for_each_inline(inlines, [](model::Inline& piece) {
    auto* text = std::get_if<model::Text>(&piece.node);
    if (text && !text->written.empty()) text->text = text->written;
  });
  return model::plain_text(inlines);
}

}  // namespace tebiki::loading
