// Directories: entries under group bars; no entry is parted, a bar keeps with its first entry.
#include <memory>

#include "pdf/layout/blocks.hpp"
#include "pdf/layout/entry_layout.hpp"

namespace tebiki::pdf {

namespace {

/// A bar with a group's name, and 「（続き）」 when it stands again on a further page.
struct Bar {
  Flowable flowable;
  LocalTags tags;
};

Bar group_bar(BlockTarget const& target, std::string const& title, bool continued) {
  auto const& style = target.context.style;
  auto look = look_of(style.heading4);
  auto text = plain(title, look);
  look.font.bold = false;
  if (continued) append(text, target.context.site.words["print.continued"], look);
  auto lines = set_lines(target.context, std::move(text),
                         {target.column.width - 2 * style.group_bar_padding_x, style.heading4.leading,
                          model::Alignment::start, Fit::balanced, base::LineBreaking::phrase});
  Bar bar{{}, lines.tags};
  auto& flowable = bar.flowable;
  flowable.height = lines.height() + 2 * style.group_bar_padding_y;
  flowable.items.emplace_back(Box{{target.column.x, 0, target.column.width, flowable.height}, 0, style.tint, {}, 0});
  double y = style.group_bar_padding_y;
  for (auto& line : lines.lines) {
    shift(line.items, target.column.x + style.group_bar_padding_x, y);
    std::move(line.items.begin(), line.items.end(), std::back_inserter(flowable.items));
    y += line.height;
  }
  return bar;
}

void add_group(BlockTarget const& target, model::EntryGroup const& group, EntryColumns const& columns, bool first,
               std::size_t series) {
  if (group.entries.empty()) return;
  auto continuation = std::make_shared<std::vector<Flowable>>();
  if (!group.title.empty()) {
    auto bar = group_bar(target, group.title, false);
    resolve_tags(bar.flowable.items, attach_tags(target.tags, target.tags.add(target.parent, Role::p), bar.tags));
    bar.flowable.keep_with_next = true;
    bar.flowable.before = first ? target.context.style.framed_before : target.context.style.group_bar_before;
    target.sink.add(std::move(bar.flowable));
    auto again = group_bar(target, group.title, true);
    make_artifacts(again.flowable.items);
    continuation->push_back(std::move(again.flowable));
  }
  auto list = target.tags.add(target.parent, Role::l);
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
  bool first = true;
  auto series = target.tags.size();
  for (auto const& group : directory.groups) {
    add_group(target, group, columns, first, series);
    first = false;
  }
}

}  // namespace tebiki::pdf
