#include "loading/page_file.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/unicode.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/markdown/titled_blocks.hpp"
#include "loading/records/dates.hpp"
#include "loading/syntax/yaml.hpp"

namespace tebiki::loading {
namespace {

void check_date(model::Value const& data, std::string_view key, std::string_view label,
                base::Diagnostics& diagnostics) {
  auto* value = data.find(key);
  auto* text = value ? value->text() : nullptr;
  auto mistake = text ? date_mistake(*text) : std::nullopt;
  if (!mistake) return;
  diagnostics.error(value->at, "malformed-value",
                    {fmt::format("{}「{}」は{}", label, *text, mistake->is.ja),
                     fmt::format("{} “{}” {}", key, *text, mistake->is.en)},
                    mistake->hint);
}

}  // namespace

CheckedFrontMatter read_checked_front_matter(TextFile const& file, Surroundings const& around) {
  base::Diagnostics own;
  auto front = read_front_matter(file.file, around.sources, own);
  bool sound = !own.has_errors();
  around.diagnostics.merge(own);
  if (!front.data.object()) front.data.data = model::Object{};
  return {std::move(front.data), front.body, sound};
}

bool is_meant_by_unknown_key(std::string const& key, model::Value const& data) {
  auto const* members = data.object();
  return members && std::any_of(members->begin(), members->end(), [&](model::Member const& member) {
           return member.key != key && base::nearest(member.key, {key}).has_value();
         });
}

PageFile read_page_file(TextFile const& file, std::span<Key const> keys, Surroundings const& around) {
  auto front = read_checked_front_matter(file, around);
  check_object(front.data, keys, base::Message{"ファイルの始めの設定（--- の間）", "The front matter"},
               around.diagnostics);
  check_date(front.data, "publish_from", "公開開始日", around.diagnostics);
  check_date(front.data, "publish_until", "公開終了日", around.diagnostics);
  base::Diagnostics of_body;
  PageFile page{
      std::move(front.data), {}, read_markdown(front.body, around.site_file, around.sources, of_body), front.sound};
  page.title = text_of(page.data, "title");
  if (page.title.empty()) page.title = take_title(page.blocks);
  lower_headings(page.blocks);
  page.empty = page.blocks.empty() && front.sound && !of_body.has_errors();
  around.diagnostics.merge(of_body);
  return page;
}

}  // namespace tebiki::loading
