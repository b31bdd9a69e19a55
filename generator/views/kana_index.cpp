#include "views/kana_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "base/unicode.hpp"
#include "model/visit.hpp"
#include "views/mistakes.hpp"

namespace tebiki::views {
namespace {

using model::Record;

/// The rows of the kana in their order; what belongs to none stands behind them.
constexpr std::array<std::string_view, 10> kana_rows{"あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ"};

std::string_view reading(Record const& record) { return record.kana().empty() ? record.name() : record.kana(); }

struct Line {
  std::size_t head;
  std::string key;
  std::string_view anchor;
  Record const* record;
};

std::vector<Line> sorted_lines(std::unordered_set<std::string_view> const& anchors, SiteIndex const& site_index) {
  std::vector<Line> lines;
  for (auto anchor : anchors) {
    auto found = site_index.record(anchor);
    if (!found) continue;
    auto head = std::find(kana_rows.begin(), kana_rows.end(), base::kana_row(reading(*found.record))) - kana_rows.begin();
    lines.push_back({std::size_t(head), base::collation_key(reading(*found.record)), anchor,
                     found.record});
  }
  std::sort(lines.begin(), lines.end(), [](Line const& a, Line const& b) {
    if (a.head != b.head) return a.head < b.head;
    if (a.key != b.key) return a.key < b.key;
    return std::pair(a.record->name(), a.anchor) < std::pair(b.record->name(), b.anchor);
  });
  return lines;
}

bool holds_kanji(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (base::is_han(base::next_character(text, at))) return true;
  }
  return false;
}

void report_unread(model::Schema const& schema, std::vector<Record const*> const& records,
                   base::Diagnostics& diagnostics) {
  constexpr std::size_t shown = 3;
  std::vector<std::string> names;
  for (auto const* record : records) {
    if (names.size() < shown) names.emplace_back(record->name());
  }
  auto const first = quoted(names);
  diagnostics.warning(
      records.front()->at, "missing-reading",
      {fmt::format("一覧「{}」の{}件に、よみがありません（{}{}）。索引では正しい場所に並びません。", schema.title,
                   records.size(), first.ja, records.size() > shown ? "など" : ""),
       fmt::format("{} records of the list “{}” have no reading ({}{}); the index cannot put them in their places.",
                   records.size(), schema.title, first.en, records.size() > shown ? ", …" : "")},
      {"よみがな（kana）の項目に、ひらがなで書いてください。", "Write the reading into the field kana, in hiragana."});
}

}  // namespace

model::Index kana_index(std::span<model::Blocks* const> parts, SiteIndex const& site_index) {
  std::unordered_set<std::string_view> anchors;
  for (auto* blocks : parts) {
    model::for_each_block(*blocks, [&](model::Block const& block) {
      model::for_each_record_anchor(block, [&](std::string const& anchor) { anchors.insert(anchor); });
    });
  }
  model::Index index;
  for (auto& line : sorted_lines(anchors, site_index)) {
    auto head = line.head < kana_rows.size() ? kana_rows[line.head] : site_index.site().words["index.other"];
    if (index.groups.empty() || index.groups.back().head != head) index.groups.push_back({std::string(head), {}});
    auto& record = *line.record;
    index.groups.back().entries.push_back(
        {std::string(record.name()), std::string(record.kana()), std::string(line.anchor), record.at});
  }
  return index;
}

void report_missing_readings(model::Index const& index, SiteIndex const& site_index, base::Diagnostics& diagnostics) {
  std::set<ListIndex const*> lists;
  for (auto const& group : index.groups) {
    for (auto const& entry : group.entries) lists.insert(site_index.record(entry.anchor).list);
  }
  lists.erase(nullptr);
  for (auto const* list : lists) {
    std::vector<Record const*> unread;
    for (auto const& record : list->source->records) {
      if (record.kana().empty() && holds_kanji(record.name())) unread.push_back(&record);
    }
    if (!unread.empty()) report_unread(list->source->schema, unread, diagnostics);
  }
}

bool holds_index(model::Blocks const& blocks) {
  bool found = false;
  model::for_each_block(blocks, [&](model::Block const& block) {
    if (std::holds_alternative<model::Index>(block.node)) found = true;
  });
  return found;
}

void fill_index(model::Blocks& blocks, model::Index const& index) {
  model::for_each_block(blocks, [&](model::Block& block) {
    if (auto* place = std::get_if<model::Index>(&block.node)) *place = index;
  });
}

}  // namespace tebiki::views
