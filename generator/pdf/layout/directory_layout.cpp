// Directories: entries under group bars; no entry is parted, a bar keeps with its first entry. And what rows of records
// ask for beside themselves: what their marks mean, the chapter that shows their entries.
#include <algorithm>
#include <memory>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/layout/tables_and_directories.hpp"
#include "pdf/text/items.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {
namespace {

/// Telephone numbers take no more of the width.
constexpr double share_of_telephone = 0.45;

/// Numbers are for finding entries on a map: they stand where one of the booklet shows most of these.
bool is_numbered(BookletContext const& context, model::Directory const& directory) {
  std::size_t entries = 0, shown = 0;
  for (auto const& group : directory.groups) entries += group.entries.size();
  auto count = [&](model::Block const& block) {
    auto const* figure = std::get_if<model::Figure>(&block.node);
    if (!figure || figure->pins.list != directory.list) return;
    std::size_t here = 0;
    for (auto const& group : directory.groups)
      for (auto const& entry : group.entries) here += figure->pins.numbers.count(entry.number);
    shown = std::max(shown, here);
  };
  for (auto const& part : context.booklet.publication.parts) model::for_each_block(part.blocks, count);
  return shown > 0 && shown * 2 >= entries;
}

EntryColumns entry_columns(BookletContext const& context, model::Directory const& directory, double width) {
  EntryColumns columns{is_numbered(context, directory) ? context.style.entry_number_column : 0};
  auto widen = [&](std::string const& words, model::TextStyle const& style) {
    auto look = look_of(style);
    columns.telephone = std::max(columns.telephone, tabular_width(context.fonts, words, look.font, look.size));
  };
  for (auto const& group : directory.groups)
    for (auto const& entry : group.entries) {
      widen(std::string(entry.tel.written()), context.style.entry_tel);
      if (!entry.fax.empty()) widen("FAX " + std::string(entry.fax.written()), context.style.entry_detail);
      widen(entry.confirmed, context.style.entry_detail);
    }
  columns.telephone = std::min(columns.telephone, width * share_of_telephone);
  columns.words = width - columns.number - columns.telephone - context.style.entry_column_gap;
  return columns;
}

/// A bar with a group's name; with 「（続き）」 and as decoration when it stands again on a further page.
enum class Bar { first, continued };

Flowable group_bar(BlockTarget const& target, std::string const& title, Bar which) {
  auto const& style = target.context.style;
  auto look = look_of(style.heading4);
  auto text = plain(title, look);
  look.font.bold = false;
  if (which == Bar::continued) append(text, target.context.site.words["print.continued"], look);
  auto lines = set_lines(target.context, std::move(text),
                         in_phrases(target.column.width - 2 * style.group_bar_padding_x, style.heading4.leading));
  Flowable bar;
  bar.height = lines.height() + 2 * style.group_bar_padding_y;
  bar.items.emplace_back(Box{{target.column.x, 0, target.column.width, bar.height}, 0, style.tint, {}, 0});
  double const x = target.column.x + style.group_bar_padding_x, y = style.group_bar_padding_y;
  bar.cuts = cuts_between(lines, y);
  if (which == Bar::continued)
    place_decoration(lines, x, y, bar.items);
  else
    place_lines(lines, x, y, bar.items, bar.links,
                attach_tags(target.tags, target.tags.add(target.parent, Role::p), lines.tags));
  return bar;
}

/// `title` is what the directory is called, for the pages on which a group without a name goes on.
void add_group(BlockTarget const& target, model::EntryGroup const& group, EntryColumns const& columns,
               std::string const& title, bool first, std::size_t series) {
  if (group.entries.empty()) return;
  auto continuation = std::make_shared<std::vector<Flowable>>();
  if (!group.title.empty()) {
    auto bar = group_bar(target, group.title, Bar::first);
    bar.keep_with_next = true;
    bar.before = first ? target.context.style.framed_before : target.context.style.group_bar_before;
    target.sink.add(std::move(bar));
    continuation->push_back(group_bar(target, group.title, Bar::continued));
  } else if (!title.empty()) {
    continuation->push_back(continued_title(target, title));
  }
  auto list = target.tags.add(target.parent, Role::l);
  if (columns.number > 0) target.tags.detail(list).numbering = Numbering::decimal;
  bool started = false;
  for (auto const& entry : group.entries) {
    auto flowable = entry_flowable(target, entry, columns, list);
    if (&entry == &group.entries.back()) flowable.after = target.context.style.table.after;
    flowable.mark = group.title.empty() ? entry.name : group.title;
    flowable.series = group.title.empty() ? std::size_t(list) : series;
    target.sink.add(std::move(flowable));
    if (!started) target.sink.repeat([continuation] { return *continuation; });
    started = true;
  }
  target.sink.repeat(nullptr);
}

}  // namespace

Flowable continued_title(BlockTarget const& target, std::string const& title) {
  auto const& style = target.context.style.caption;
  auto look = look_of(style);
  auto text = plain(title, look);
  look.font.bold = false;
  append(text, target.context.site.words["print.continued"], look);
  auto lines =
      set_lines(target.context, std::move(text),
                {target.column.width, style.leading, model::Alignment::start, Fit::ragged, base::LineBreaking::phrase});
  Flowable flowable;
  flowable.after = style.after;
  flowable.height = place_decoration(lines, target.column.x, 0, flowable.items);
  return flowable;
}

void lay_out(BlockTarget const& target, model::Directory const& directory) {
  auto const& context = target.context;
  if (!directory.caption.empty()) {
    auto const& style = context.style.caption;
    auto lines =
        set_lines(context, flatten(context, directory.caption, look_of(style)), {target.column.width, style.leading});
    add_lines(target, std::move(lines), target.tags.add(target.parent, Role::p),
              {style.before, style.after, true, {directory.list}, ""});
  }
  auto columns = entry_columns(context, directory, target.column.width);
  auto series = target.tags.size();
  auto const title = directory.caption.empty() ? context.state.heading : model::plain_text(directory.caption);
  for (auto const& group : directory.groups)
    add_group(target, group, columns, title, &group == &directory.groups.front(), series);
}

std::string chapter_of(BookletContext const& context, model::Table const& table) {
  std::set<std::string> names;
  for (auto const& row : table.rows) {
    if (row.cells.empty()) continue;
    model::for_each_inline(row.cells.front().text, [&](model::Inline const& piece) {
      auto const* link = std::get_if<model::Link>(&piece.node);
      auto const* reference = link ? std::get_if<model::Reference>(&link->target) : nullptr;
      if (reference) names.insert(reference->name);
    });
  }
  std::string chapter;
  std::ptrdiff_t most = 0;
  for (auto const& part : context.booklet.publication.parts) {
    auto key = part_key(context.booklet.publication, part);
    auto const here = std::count_if(names.begin(), names.end(), [&](std::string const& name) {
      return context.anchors.contains(heading_key(key, name));
    });
    if (here > most) most = here, chapter = std::move(key);
  }
  return chapter;
}

// What ○ △ × — mean, above the first marks of a chapter: a chapter is opened where it is needed.

namespace {

using model::Availability;

bool any_mark(model::Inlines const& inlines, bool worded) {
  bool found = false;
  model::for_each_inline(inlines, [&](model::Inline const& piece) {
    auto const* mark = std::get_if<model::AvailabilityMark>(&piece.node);
    found = found || (mark && mark->word_follows == worded);
  });
  return found;
}

/// Marks by themselves in rows or entries, which a reader has to know.
bool holds_bare_marks(model::Block const& block) {
  bool found = false;
  if (std::holds_alternative<model::Table>(block.node))
    model::for_each_text(block, [&](model::Inlines const& text) { found = found || any_mark(text, false); });
  auto const* directory = std::get_if<model::Directory>(&block.node);
  if (!directory) return found;
  for (auto const& group : directory->groups)
    found = found || std::any_of(group.entries.begin(), group.entries.end(),
                                 [](model::Entry const& entry) { return !entry.abilities.empty(); });
  return found;
}

/// Drawn marks with their words, or signs in the words that somebody wrote.
bool explains_marks(model::Block const& block) {
  bool found = false;
  model::for_each_text(block, [&](model::Inlines const& text) {
    auto const words = model::plain_text(text);
    found = found || (words.find("○") != words.npos && words.find("△") != words.npos && !any_mark(text, false));
  });
  return found;
}

model::Block legend(model::Words const& words, base::SourceLocation at) {
  model::Inlines text;
  for (auto answer : {Availability::yes, Availability::ask, Availability::no, Availability::unanswered}) {
    if (!text.empty()) text.push_back(model::words(std::string(words["join.gap"]), at));
    text.push_back({model::AvailabilityMark{answer, true}, at});
    text.push_back(model::words("\u2009" + std::string(words[answer]), at));
  }
  return {model::Paragraph{std::move(text)}, at};
}

}  // namespace

std::optional<model::Blocks> with_legend(BookletContext const& context, model::Blocks const& blocks) {
  auto const explained = [](std::span<model::Block const> some) {
    bool found = false;
    model::for_each_block(some, [&](model::Block const& block) { found = found || explains_marks(block); });
    return found;
  };
  auto const first = std::find_if(blocks.begin(), blocks.end(), holds_bare_marks);
  if (first == blocks.end() || explained({blocks.data(), std::size_t(first - blocks.begin()) + 1})) return {};
  model::Blocks more(blocks.begin(), first);
  more.push_back(legend(context.site.words, first->at));
  more.insert(more.end(), first, blocks.end());
  return more;
}

}  // namespace tebiki::pdf
