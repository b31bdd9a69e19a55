// Long views on web pages: their first rows, and what leads to all of them. Few read more, and a telephone loads no
// more. Booklets stay whole.
#include <algorithm>
#include <numeric>
#include <set>

#include "model/visit.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::Availability;
using model::Field;

/// What finders call the switch that leaves 要相談 out, for all ○ △ questions at once.
constexpr std::string_view without_ask = "with-ask=no";

/// Filters call values by the words that readers see.
std::set<std::string> words_of_wanted(Condition const& condition, SortedList const& list, SortedLists const& lists) {
  std::set<std::string> words;
  auto left = condition.wanted;
  auto const add = [&](model::FieldValue const& item) {
    auto const word = comparable(item);
    if (!word || left.erase(*word) == 0) return;
    for (auto& shown : field_words(lists, *condition.field, &item)) words.insert(std::move(shown));
  };
  for (auto const& record : list.source->records) {
    if (left.empty()) break;
    auto const* value = record.find(*condition.field);
    auto const* values = value ? value->several() : nullptr;
    if (values) std::for_each(values->begin(), values->end(), add);
    if (value && !values) add(*value);
  }
  return words;
}

/// Whether ○ alone is wanted, or △ too; nothing where a filter cannot ask for these answers.
enum class Answers { sure, with_ask };
std::optional<Answers> answers_of(Condition const& condition) {
  auto const wants = [&](Availability answer) { return condition.wants(model::key_of(answer)); };
  if (!wants(Availability::yes) || wants(Availability::no) || wants(Availability::unanswered)) return std::nullopt;
  return wants(Availability::ask) ? Answers::with_ask : Answers::sure;
}

/// `services=訪問看護`, as addresses of the finder are written.
void add_choice(std::string& state, std::string_view choice) { state.append(state.empty() ? "" : "&").append(choice); }

std::string yes_to(Field const& question) { return question.key + "=" + std::string(model::key_of(Availability::yes)); }

/// The conditions as the finder's state; nothing where it cannot ask for the same.
std::optional<std::string> state_of(View const& view, ComposeContext const& context) {
  auto const& facets = context.entries.fields(*view.list).facets;
  std::string state;
  std::set<Answers> asked;
  for (auto const& condition : view.where) {
    auto const* field = condition.field;
    if (std::find(facets.begin(), facets.end(), field) == facets.end()) return std::nullopt;
    if (field->kind == model::FieldKind::availability) {
      auto const answers = answers_of(condition);
      if (!answers) return std::nullopt;
      asked.insert(*answers);
      add_choice(state, yes_to(*field));
      continue;
    }
    for (auto const& word : words_of_wanted(condition, *view.list, context.lists)) {
      if (word.find('&') != word.npos) return std::nullopt;
      add_choice(state, field->key + "=" + word);
    }
  }
  if (asked.size() > 1) return std::nullopt;
  if (asked.contains(Answers::sure)) add_choice(state, without_ask);
  return state;
}

/// So many bytes of a page are for the rows of its long views: beside its other words they make 60 kB.
constexpr std::size_t bytes_of_long_views = 32'000;
/// About how many bytes the web takes for tags, beside words.
constexpr std::size_t bytes_of_entry = 250, bytes_of_piece = 30, bytes_of_answers = 145, bytes_between_abilities = 3,
                      bytes_of_row = 40, bytes_of_cell = 20, bytes_of_mark = 20, bytes_of_link = 60;

std::size_t bytes_of(model::Inlines const& text) {
  std::size_t bytes = model::plain_text(text).size();
  for (auto const& piece : text) {
    if (std::holds_alternative<model::AvailabilityMark>(piece.node)) bytes += bytes_of_mark;
    if (std::holds_alternative<model::Link>(piece.node)) bytes += bytes_of_link;
  }
  return bytes;
}

std::size_t bytes_of(model::Row const& row) {
  auto bytes = bytes_of_row + row.anchor.size();
  for (auto const& cell : row.cells) bytes += bytes_of_cell + bytes_of(cell.text);
  return bytes;
}

/// The rows of one group as far as a page shows them: `bytes` are those of each.
struct RowsOfGroup {
  std::vector<std::size_t> bytes;
  std::size_t shown = 0;
};

/// One row of each group in turn, until the page's share is used or there are as many rows as a page shows.
std::size_t share(std::vector<RowsOfGroup>& groups, std::size_t room) {
  std::size_t shown = 0, used = 0;
  for (bool more = true; more;) {
    more = false;
    for (auto& group : groups) {
      if (group.shown == group.bytes.size()) continue;
      used += group.bytes[group.shown];
      if (shown == records_of_view_on_page || (shown > 0 && used > room)) return shown;
      ++group.shown;
      ++shown;
      more = true;
    }
  }
  return shown;
}

/// Leaves the first rows; says how many.
std::size_t shorten(model::Directory& directory, std::size_t room) {
  std::vector<RowsOfGroup> groups;
  for (auto const& group : directory.groups) {
    groups.emplace_back();
    for (auto const& entry : group.entries) groups.back().bytes.push_back(bytes_on_page(entry));
  }
  auto const shown = share(groups, room);
  for (std::size_t i = 0; i < groups.size(); ++i) directory.groups[i].entries.resize(groups[i].shown);
  std::erase_if(directory.groups, [](auto const& group) { return group.entries.empty(); });
  return shown;
}

std::size_t shorten(model::Table& table, std::size_t room) {
  std::vector<RowsOfGroup> groups;
  std::vector<std::size_t> group_of;  // by row
  for (auto const& row : table.rows) {
    bool const heads = row.kind == model::Row::Kind::group;
    if (heads || groups.empty()) groups.emplace_back();
    group_of.push_back(groups.size() - 1);
    if (!heads) groups.back().bytes.push_back(bytes_of(row));
  }
  auto const shown = share(groups, room);
  std::vector<std::size_t> kept(groups.size());
  std::vector<model::Row> rows;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    auto const& group = groups[group_of[i]];
    bool const heads = table.rows[i].kind == model::Row::Kind::group;
    if (group.shown == 0 || (!heads && kept[group_of[i]]++ >= group.shown)) continue;
    rows.push_back(std::move(table.rows[i]));
  }
  table.rows = std::move(rows);
  return shown;
}

/// The questions of a matrix lead to all who can, perhaps when asked.
void link_questions(model::Table& matrix, SortedList const& list) {
  for (auto& column : matrix.columns) {
    auto const* field = column.upright ? list.find(model::plain_text(column.label)) : nullptr;
    if (!field || field->kind != model::FieldKind::availability) continue;
    model::Link link{model::Reference{list.source->slug, yes_to(*field)}, std::move(column.label)};
    column.label.clear();
    column.label.push_back({std::move(link), {}});
  }
}

/// 1234件のうち、はじめの50件です。1234件をすべて見る
model::Block rest(LongView const& view, std::size_t shown, model::Block const& block, model::Words const& words) {
  auto const count = std::to_string(view.records);
  auto const& list = *view.list->source;
  auto said = view.finds_the_same ? words.filled("view.see-all", {{"count", count}})
                                  : words.filled("view.see-list", {{"list", list.schema.title}});
  model::Link link{model::Reference{list.slug, view.state}, {}};
  link.children.push_back(model::words(std::move(said), block.at));
  model::Paragraph paragraph;
  paragraph.text.push_back(
      model::words(words.filled("view.first-of", {{"count", count}, {"shown", std::to_string(shown)}}), block.at));
  paragraph.text.push_back(model::words(std::string(words["join.gap"]), block.at));
  paragraph.text.push_back({std::move(link), block.at});
  return {std::move(paragraph), block.at, model::Block::Origin::view};
}

bool shows_rows(model::Block const& block) {
  return std::holds_alternative<model::Directory>(block.node) || std::holds_alternative<model::Table>(block.node);
}

}  // namespace

std::size_t bytes_on_page(model::Entry const& entry) {
  auto bytes = bytes_of_entry + 2 * entry.anchor.size() + entry.name.size();
  for (auto const& tag : entry.tags) bytes += bytes_of_piece + tag.size();
  for (auto const& detail : entry.details) bytes += bytes_of_piece + bytes_of(detail);
  std::set<Availability> answers;
  for (auto const& ability : entry.abilities) {
    bytes += ability.label.size() + bytes_between_abilities;
    answers.insert(ability.availability);
  }
  return bytes + answers.size() * bytes_of_answers;
}

void LongViews::add(View const& view, Selection const& selection, model::Block const& block,
                    ComposeContext const& context) {
  std::set<std::uint32_t> records;
  for (auto const& group : selection) records.insert(group.records.begin(), group.records.end());
  if (records.size() <= records_of_view_on_page || !shows_rows(block)) return;
  LongView found{view.list, records.size(), {}, false};
  // A translation leads to the list of the original, whose filters have other words.
  bool const elsewhere = context.lists.site().index.is_elsewhere(view.list->source->slug);
  bool const judged = !elsewhere && !view.limit && view.only == ShownEvents::all;
  if (auto state = judged ? state_of(view, context) : std::nullopt) {
    found.state = std::move(*state);
    found.finds_the_same = true;
  }
  views_[{std::size_t(block.at.file), block.at.offset}] = std::move(found);
}

LongView const* LongViews::of(model::Block const& block) const {
  if (!shows_rows(block) || block.origin != model::Block::Origin::view) return nullptr;
  auto const found = views_.find({std::size_t(block.at.file), block.at.offset});
  return found == views_.end() ? nullptr : &found->second;
}

void shorten_long_views(model::Blocks& page, ComposeContext const& context) {
  auto const& views = context.long_views;
  auto const count = std::count_if(page.begin(), page.end(), [&](auto const& block) { return views.of(block); });
  if (count == 0) return;
  auto const room = bytes_of_long_views / std::size_t(count);
  model::Blocks out;
  for (auto& block : page) {
    auto const* view = views.of(block);
    std::size_t shown = 0;
    if (auto* directory = view ? std::get_if<model::Directory>(&block.node) : nullptr)
      shown = shorten(*directory, room);
    if (auto* table = view ? std::get_if<model::Table>(&block.node) : nullptr) {
      shown = shorten(*table, room);
      link_questions(*table, *view->list);
    }
    out.push_back(std::move(block));
    if (view) out.push_back(rest(*view, shown, out.back(), context.lists.site().words));
  }
  page = std::move(out);
}

}  // namespace tebiki::views
