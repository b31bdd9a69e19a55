// Pages that nobody wrote: the further ones of long lists, and that of open data. Long lists are cut into pages, so
// that they can be read without scripts on any telephone.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

#include "views/compose.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::Document;
using model::EntryGroup;
using model::ListPage;

/// Up to so many rows a list is one page, unless they are long.
constexpr std::size_t most_on_only_page = 50;
constexpr std::size_t rows_on_page = 30;
/// Rows of so many bytes make a page of 60 kB, with its head, finder, map and foot.
constexpr std::size_t bytes_of_rows = 33'000;

constexpr std::array<std::string_view, kana_row_count> addresses{"a",  "ka", "sa", "ta", "na",
                                                                 "ha", "ma", "ya", "ra", "wa"};

/// Rows that stand on one page.
struct Slice {
  std::vector<EntryGroup> groups;
  std::size_t rows = 0, bytes = 0;
  std::string path, label;

  bool has_room_for(std::size_t more_rows, std::size_t more_bytes) const {
    return rows + more_rows <= rows_on_page && bytes + more_bytes <= bytes_of_rows;
  }
  bool is_half_full() const { return rows * 2 >= rows_on_page || bytes * 2 >= bytes_of_rows; }
};

std::size_t rows_of(std::vector<EntryGroup> const& groups) {
  std::size_t rows = 0;
  for (auto const& group : groups) rows += group.entries.size();
  return rows;
}

std::size_t bytes_of(EntryGroup const& group) {
  std::size_t bytes = 0;
  for (auto const& entry : group.entries) bytes += bytes_on_page(entry);
  return bytes;
}

bool is_one_page(std::vector<EntryGroup> const& groups) {
  std::size_t bytes = 0;
  for (auto const& group : groups) bytes += bytes_of(group);
  return rows_of(groups) <= most_on_only_page && bytes <= bytes_of_rows;
}

/// A group that does not fit begins a page of its own, but never leaves one that is less than half full.
std::vector<Slice> cut(std::vector<EntryGroup> groups) {
  std::vector<Slice> slices(1);
  for (auto& group : groups) {
    bool const fits = slices.back().has_room_for(group.entries.size(), bytes_of(group));
    if (!fits && slices.back().is_half_full()) slices.emplace_back();
    bool begun = false;
    for (auto& entry : group.entries) {
      auto const bytes = bytes_on_page(entry);
      if (slices.back().rows > 0 && !slices.back().has_room_for(1, bytes)) slices.emplace_back(), begun = false;
      auto& slice = slices.back();
      if (!begun) slice.groups.push_back({group.title, {}});
      begun = true;
      slice.groups.back().entries.push_back(std::move(entry));
      ++slice.rows;
      slice.bytes += bytes;
    }
  }
  return slices;
}

/// The address of the kana row that the slice begins with: that of the reading, or where there is none of the name, as
/// the rows are headed.
std::string_view row_of(Slice const& slice) {
  auto const& first = slice.groups.front().entries.front();
  auto const row = kana_row_place(first.kana.empty() ? first.name : first.kana);
  return row < addresses.size() ? addresses[row] : "other";
}

/// `kana/ka/` is the first page that begins with か行, `kana/ka/2/` the next: what is added to another row does not
/// change it. A record's page has one step, so that none of them can be in the way. `page/2/` where rows are not
/// grouped by kana.
std::string step_of(Slice const& slice, RowGroups groups, std::size_t number, std::size_t same) {
  if (groups != RowGroups::kana) return fmt::format("{}{}/", model::page_folder, number);
  return same == 1 ? fmt::format("{}{}/", model::kana_folder, row_of(slice))
                   : fmt::format("{}{}/{}/", model::kana_folder, row_of(slice), same);
}

/// な行〜わ行; か行 2.
std::string label_of(Slice const& slice, std::size_t number, std::size_t same, model::Words const& words) {
  auto const &first = slice.groups.front().title, &last = slice.groups.back().title;
  if (first.empty()) return words.filled("list.page-number", {{"number", std::to_string(number)}});
  auto label = first == last ? first : words.filled("list.span", {{"first", first}, {"last", last}});
  return same == 1 ? label : words.filled("list.page-again", {{"page", label}, {"number", std::to_string(same)}});
}

void name(std::vector<Slice>& slices, std::string const& list, RowGroups groups, model::Words const& words) {
  std::map<std::string_view, std::size_t> begun;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    auto& slice = slices[i];
    auto const same = ++begun[groups == RowGroups::kana ? row_of(slice) : slice.groups.front().title];
    slice.path = i == 0 ? list : list + step_of(slice, groups, i + 1, same);
    slice.label = label_of(slice, i + 1, same, words);
  }
}

std::vector<ListPage::Jump> jumps_of(std::vector<Slice> const& slices) {
  std::vector<ListPage::Jump> jumps;
  for (auto const& slice : slices) {
    for (auto const& group : slice.groups) {
      if (group.title.empty()) continue;
      if (jumps.empty() || jumps.back().title != group.title) jumps.push_back({slice.path, group.title, 0});
      jumps.back().records += group.entries.size();
    }
  }
  return jumps;
}

std::optional<ListPage::Neighbour> neighbour(std::vector<Slice> const& slices, std::size_t i) {
  if (i >= slices.size()) return std::nullopt;
  return ListPage::Neighbour{slices[i].path, slices[i].label, slices[i].rows};
}

/// What the further pages share with the first, but for its rows.
Document page_like(Document const& first) {
  Document page;
  page.kind = first.kind;
  page.description = first.description;
  page.subject = first.subject;
  page.records = first.records;
  page.for_everybody = first.for_everybody;
  page.booklet = first.booklet;
  page.at = first.at;
  return page;
}

model::Directory directory_like(model::Directory const& first) {
  model::Directory directory;
  directory.list = first.list;
  directory.abilities = first.abilities;
  directory.caption = first.caption;
  return directory;
}

}  // namespace

std::vector<Document> list_pages(Document whole, RowGroups groups, model::Words const& words) {
  std::vector<Document> pages;
  auto* directory = std::get_if<model::Directory>(&whole.blocks.front().node);
  if (!directory || is_one_page(directory->groups)) {
    pages.push_back(std::move(whole));
    return pages;
  }
  auto slices = cut(std::exchange(directory->groups, {}));
  name(slices, whole.path, groups, words);
  auto const jumps = jumps_of(slices);
  for (std::size_t i = 0; i < slices.size(); ++i) {
    auto page = page_like(whole);
    page.path = slices[i].path;
    page.title =
        i == 0 ? whole.title : words.filled("list.page-title", {{"title", whole.title}, {"page", slices[i].label}});
    page.list_page = {i + 1, i == 0 ? std::nullopt : neighbour(slices, i - 1), neighbour(slices, i + 1), jumps};
    auto rows = directory_like(*directory);
    if (i == 0) rows.filters = std::move(directory->filters);
    page.blocks.push_back({std::move(rows), whole.blocks.front().at});
    pages.push_back(std::move(page));
  }
  for (std::size_t i = 0; i < slices.size(); ++i)
    std::get<model::Directory>(pages[i].blocks.front().node).groups = std::move(slices[i].groups);
  return pages;
}

// The page of open data.

namespace {

using model::Block;
using model::Blocks;
using model::Inlines;

/// `312 KB`
std::string size_text(std::size_t bytes) {
  return fmt::format("{} KB", std::max<std::size_t>(1, (bytes + 500) / 1000));
}

Inlines plain(std::string text) { return {model::words(std::move(text))}; }

Inlines link(model::Target target, std::string text) {
  Inlines out;
  out.push_back({model::Link{std::move(target), plain(std::move(text))}, {}});
  return out;
}

model::Column column(std::string_view label, model::Alignment alignment = model::Alignment::start) {
  model::Column made;
  made.label = plain(std::string(label));
  made.alignment = alignment;
  return made;
}

model::Row row(std::vector<Inlines> cells) {
  model::Row made;
  for (auto& cell : cells) made.cells.push_back({std::move(cell)});
  return made;
}

/// Under which terms they may be used.
void add_terms(Blocks& blocks, model::Site const& site) {
  auto const& terms = site.open_data;
  if (terms.licence.empty()) return;
  auto text = plain(std::string(site.words["open-data.licence"]));
  auto name = terms.url.empty() ? plain(terms.licence) : link(model::Url{terms.url}, terms.licence);
  std::move(name.begin(), name.end(), std::back_inserter(text));
  blocks.push_back({model::Paragraph{std::move(text)}, {}});
}

Block file_table(model::List const& list, std::vector<model::OpenDataFile> const& files, model::Words const& words) {
  model::Table table;
  table.caption = plain(words.filled("open-data.files", {{"list", list.schema.title}}));
  table.row_headers = true;
  table.columns = {column(words["open-data.file"]), column(words["open-data.records"], model::Alignment::end),
                   column(words["open-data.size"], model::Alignment::end)};
  for (auto const& file : files) {
    if (file.list != list.slug) continue;
    table.rows.push_back(row({link(model::Reference{file.path, {}}, file.label), plain(std::to_string(file.records)),
                              plain(size_text(file.bytes))}));
  }
  return {std::move(table), {}};
}

/// What a field holds, in words: of texts, whether they are chosen.
std::string kind_text(model::Field const& field, model::Words const& words) {
  auto const& kind = model::kind_entry(field.kind);
  bool const chosen = !field.choices.empty() && kind.meaning == model::KindEntry{}.meaning;
  return std::string(words[chosen ? "open-data.kind-choice" : kind.meaning]);
}

Block column_table(model::List const& list, model::Words const& words) {
  model::Table table;
  table.caption = plain(words.filled("open-data.columns", {{"list", list.schema.title}}));
  table.row_headers = true;
  table.columns = {column(words["open-data.column"]), column(words["open-data.key"]), column(words["open-data.kind"]),
                   column(words["open-data.meaning"])};
  for (auto const& field : list.schema.fields)
    table.rows.push_back(
        row({plain(field.label), plain(field.key), plain(kind_text(field, words)), plain(field.description)}));
  return {std::move(table), {}};
}

}  // namespace

std::optional<model::Document> open_data_page(model::Site const& site, std::vector<model::OpenDataFile> const& files) {
  if (files.empty()) return std::nullopt;
  model::Document page;
  page.subject = model::open_data_page;
  page.path = page.subject + "/";
  page.title = model::title_of_made_page(model::open_data_page, site.words);
  page.description = site.words["open-data.lead"];
  add_terms(page.blocks, site);
  for (auto const& list : site.lists) {
    page.blocks.push_back(heading(2, list.schema.title, {}, list.slug));
    page.blocks.push_back(file_table(list, files, site.words));
    page.blocks.push_back(column_table(list, site.words));
  }
  return page;
}

}  // namespace tebiki::views
