#include "views/compose_context.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

#include "base/unicode.hpp"
#include "model/visit.hpp"
#include "views/option_reader.hpp"

namespace tebiki::views {
namespace {

using model::Record;

constexpr std::array<std::string_view, kana_row_count> kana_rows{"あ", "か", "さ", "た", "な",
                                                                 "は", "ま", "や", "ら", "わ"};

struct Line {
  std::size_t head;
  std::string key;
  std::string_view anchor;
  Record const* record;
};

std::vector<Line> sorted_lines(std::unordered_set<std::string_view> const& anchors, SortedLists const& lists) {
  std::vector<Line> lines;
  for (auto anchor : anchors) {
    auto found = lists.record(anchor);
    if (!found) continue;
    auto reading = reading_of(*found.record);
    lines.push_back({kana_row_place(reading), base::collation_key(reading), anchor, found.record});
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
  constexpr std::size_t told = 3;
  std::vector<std::string> names;
  for (auto const* record : records) {
    if (names.size() < told) names.emplace_back(record->name());
  }
  auto const first = quoted(names);
  diagnostics.warning(
      records.front()->at, "missing-reading",
      {fmt::format("一覧「{}」の{}件に、よみがありません（{}{}）。索引では正しい場所に並びません。", schema.title,
                   records.size(), first.ja, records.size() > told ? "など" : ""),
       fmt::format("{} records of the list “{}” have no reading ({}{}); the index cannot put them in their places.",
                   records.size(), schema.title, first.en, records.size() > told ? ", …" : "")},
      {"よみがな（kana）の項目に、ひらがなで書いてください。", "Write the reading into the field kana, in hiragana."});
}

}  // namespace

model::Index kana_index(std::span<model::Blocks* const> parts, SortedLists const& lists) {
  std::unordered_set<std::string_view> anchors;
  for (auto* blocks : parts) {
    model::for_each_block(*blocks, [&](model::Block const& block) {
      model::for_each_record_anchor(block, [&](std::string const& anchor) { anchors.insert(anchor); });
    });
  }
  model::Index index;
  for (auto& line : sorted_lines(anchors, lists)) {
    auto head = line.head < kana_rows.size() ? kana_rows[line.head] : lists.site().words["index.other"];
    if (index.groups.empty() || index.groups.back().head != head) index.groups.push_back({std::string(head), {}});
    auto& record = *line.record;
    index.groups.back().entries.push_back(
        {std::string(record.name()), std::string(record.kana()), std::string(line.anchor), record.at});
  }
  return index;
}

void report_missing_readings(model::Index const& index, SortedLists const& lists, base::Diagnostics& diagnostics) {
  std::set<SortedList const*> shown;
  for (auto const& group : index.groups) {
    for (auto const& entry : group.entries) shown.insert(lists.record(entry.anchor).list);
  }
  shown.erase(nullptr);
  for (auto const* list : shown) {
    std::vector<Record const*> unread;
    for (auto const& record : list->source->records) {
      if (record.kana().empty() && holds_kanji(record.name())) unread.push_back(&record);
    }
    if (!unread.empty()) report_unread(list->source->schema, unread, diagnostics);
  }
}

std::size_t kana_row_place(std::string_view reading) {
  return std::size_t(std::find(kana_rows.begin(), kana_rows.end(), base::kana_row(reading)) - kana_rows.begin());
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
