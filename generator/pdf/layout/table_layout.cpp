// Tables: one Table tag however many pages it takes; the header stands again on each.
#include "pdf/layout/tables_and_directories.hpp"

#include <algorithm>
#include <memory>

#include "base/parallel.hpp"

namespace tebiki::pdf {

namespace {

/// Rows that are set on all threads before they are placed: bounds the memory that unplaced rows take.
constexpr std::size_t rows_at_once = 512;

/// A row that is higher than this share of a page need not stand with another.
constexpr double highest_kept = 0.15;

/// What stands again at the top of the next page.
struct Continuation {
  std::vector<Flowable> caption;
  std::vector<Flowable> header;
  std::vector<Flowable> group;

  std::vector<Flowable> flowables() const {
    std::vector<Flowable> all = caption;
    all.insert(all.end(), header.begin(), header.end());
    all.insert(all.end(), group.begin(), group.end());
    return all;
  }
};

Flowable as_artifact(Flowable flowable) {
  make_artifacts(flowable.items);
  flowable.links.clear();
  flowable.anchors.clear();
  flowable.mark.clear();
  return flowable;
}

class TableLayout {
 public:
  TableLayout(BlockTarget const& target, model::Table const& table)
      : TableLayout(target, table, fitted_table(target, table)) {}

  void lay_out() {
    tag_ = target_.tags.add(target_.parent, Role::table);
    add_caption();
    if (has_header(table_)) {
      auto header = header_flowable(target_, table_, look_, tag_);
      if (table_.caption.empty()) header.before = context_.style.table_before;
      continuation_->header = {as_artifact(header)};
      target_.sink.add(std::move(header));
    }
    body_ = target_.tags.add(tag_, Role::tbody);
    for (std::size_t begin = 0; begin < table_.rows.size(); begin += rows_at_once) add_rows(begin);
    target_.sink.repeat(nullptr);
  }

 private:
  TableLayout(BlockTarget const& target, model::Table const& table, FittedTable fitted)
      : target_(target),
        context_(target.context),
        table_(table),
        look_(std::move(fitted.look)),
        shaped_(std::move(fitted.rows)) {}

  void add_caption() {
    // A record's fields have no head that says what they are of.
    if (table_.caption.empty() && !has_header(table_) && !context_.state.heading.empty())
      continuation_->caption = {continued_title(target_, context_.state.heading)};
    if (table_.caption.empty()) return;
    auto tag = target_.tags.add(tag_, Role::caption);
    auto const& style = context_.style.caption;
    Setting setting{target_.column.width, style.leading, model::Alignment::start, Fit::ragged,
                    base::LineBreaking::phrase};
    auto lines = set_lines(context_, flatten(context_, table_.caption, look_of(style)), setting);
    add_lines(target_, std::move(lines), tag,
              {std::max(context_.style.table_before, style.before), style.after, true, {}, ""});
    continuation_->caption = {continued_title(target_, model::plain_text(table_.caption))};
  }

  Flowable continued_group(std::string const& words, TextLook look, Setting const& setting) const {
    auto text = plain(words, look);
    look.font.bold = false;
    append(text, context_.site.words["print.continued"], look);
    Flowable flowable;
    auto lines = set_lines(context_, std::move(text), setting);
    flowable.height = place_decoration(lines, target_.column.x, 0, flowable.items);
    return flowable;
  }

  void add_rows(std::size_t begin) {
    auto count = std::min(rows_at_once, table_.rows.size() - begin);
    std::vector<RowLines> rows(count);
    // A few rows at a time, so that threads do not contend for the counter.
    constexpr std::size_t step = 16;
    base::parallel_for((count + step - 1) / step, context_.jobs, [&](std::size_t chunk) {
      for (auto i = chunk * step; i < std::min(count, (chunk + 1) * step); ++i)
        rows[i] = set_row(context_, table_, table_.rows[begin + i].kind, std::move(shaped_[begin + i]), look_);
    });
    for (std::size_t i = 0; i < count; ++i) {
      auto const& row = table_.rows[begin + i];
      if (row.kind == model::Row::Kind::group)
        add_group(row, rows[i]);
      else
        add_entry(begin + i, rows[i]);
    }
  }

  void add_group(model::Row const& row, RowLines& lines) {
    if (lines.cells.empty()) return;
    continuation_->group.clear();
    auto tag = target_.tags.add(target_.tags.add(body_, Role::tr), Role::th);
    target_.tags.detail(tag).scope = Scope::column;
    target_.tags.detail(tag).column_span = std::uint16_t(table_.columns.size());
    group_ = model::plain_text(row.cells.front().text);
    since_group_ = 0;
    Flowable flowable = group_background(lines.height);
    flowable.cuts = cuts_between(lines.cells.front(), look_.padding_y);
    place_lines(lines.cells.front(), target_.column.x + look_.paddings[0], look_.padding_y, flowable.items,
                flowable.links, attach_tags(target_.tags, tag, lines.cells.front().tags));
    flowable.keep_with_next = true;
    target_.sink.add(std::move(flowable));
  }

  Flowable group_background(double height) const {
    Flowable flowable;
    flowable.height = height;
    double width = look_.lefts.back();
    flowable.items.emplace_back(Box{{target_.column.x, 0, width, height}, 0, context_.style.wash, {}, 0});
    flowable.items.emplace_back(
        Box{{target_.column.x, height - context_.style.table_rule, width, context_.style.table_rule},
            0,
            context_.style.strong_line,
            {},
            0});
    return flowable;
  }

  void continue_group() {
    if (group_.empty() || !continuation_->group.empty()) return;
    auto look = look_of(look_.cell);
    look.font.bold = true;
    Setting setting{look_.lefts.back() - 2 * look_.paddings[0], look_.cell.leading};
    auto words = continued_group(group_, look, setting);
    auto flowable = group_background(words.height + 2 * look_.padding_y);
    shift(words.items, look_.paddings[0], look_.padding_y);
    std::move(words.items.begin(), words.items.end(), std::back_inserter(flowable.items));
    continuation_->group = {std::move(flowable)};
  }

  /// No row stands alone below the head: the first two stay together, and the last two.
  bool keeps_with_next(std::size_t index, double height) const {
    bool const beside_end = index == 0 || index + 2 == table_.rows.size();
    bool const entry_follows = index + 1 < table_.rows.size() && table_.rows[index + 1].kind == model::Row::Kind::entry;
    return beside_end && entry_follows && height <= highest_kept * target_.sink.page_room();
  }

  void add_entry(std::size_t index, RowLines& lines) {
    auto const& row = table_.rows[index];
    Flowable flowable;
    flowable.height = lines.height;
    flowable.keep_with_next = keeps_with_next(index, lines.height);
    if (index + 1 == table_.rows.size()) flowable.after = context_.style.table.after;
    ++since_group_;
    add_rules(flowable);
    if (lines.height > target_.sink.page_room() / 2) {
      add_cuts(flowable, lines);
      flowable.continued = continued_name(row, lines);
    }
    auto tag = target_.tags.add(body_, Role::tr);
    for (std::size_t i = 0; i < table_.columns.size(); ++i) add_cell(flowable, tag, lines, i);
    if (!row.anchor.empty()) flowable.anchors.push_back(row.anchor);
    flowable.series = std::size_t(tag_);
    if (!group_.empty())
      flowable.mark = group_;
    else if (table_.row_headers && !row.cells.empty())
      flowable.mark = model::plain_text(row.cells.front().text);
    // What stands again is not asked for while the head itself, or the group's name, still waits for its rows.
    bool const waits = flowable.keep_with_next;
    target_.sink.add(std::move(flowable));
    if (waits) return;
    continue_group();
    if (started_) return;
    target_.sink.repeat([continuation = continuation_] { return continuation->flowables(); });
    started_ = true;
  }

  void add_cell(Flowable& flowable, TagId row, RowLines& lines, std::size_t index) {
    bool heads = table_.row_headers && index == 0;
    auto tag = target_.tags.add(row, heads ? Role::th : Role::td);
    if (heads) target_.tags.detail(tag).scope = Scope::row;
    if (index >= lines.cells.size()) return;
    auto& cell = lines.cells[index];
    bool middle = look_.matrix && flowable.cuts.empty();
    double y = middle ? (lines.height - cell.height()) / 2 : look_.padding_y;
    double x = target_.column.x + look_.lefts[index] + look_.paddings[index];
    if (cell.tags.empty())
      place_lines(cell, x, y, flowable.items, flowable.links, {tag});
    else
      place_lines(cell, x, y, flowable.items, flowable.links, attach_tags(target_.tags, tag, cell.tags));
  }

  /// The row's name once more, for the pages on which a row goes on that is higher than a page.
  std::shared_ptr<Continued const> continued_name(model::Row const& row, RowLines const& lines) const {
    auto name = std::make_shared<Continued>();
    name->repeated = [continuation = continuation_] { return continuation->flowables(); };
    if (!table_.row_headers || lines.cells.empty() || lines.cells.front().lines.empty()) return name;
    auto text = cell_text(context_, table_, look_, row, 0);
    append(text, context_.site.words["print.continued"], look_of(look_.cell));
    auto again =
        set_lines(context_, std::move(text), in_phrases(look_.widths[0] - 2 * look_.paddings[0], look_.cell.leading));
    name->after = look_.padding_y + lines.cells.front().height();
    name->height = again.height() + 2 * look_.padding_y;
    place_decoration(again, target_.column.x + look_.paddings[0], look_.padding_y, name->items);
    return name;
  }

  /// Thin rules; in a matrix columns are ruled, too, and every fifth row is easier to follow with a stronger rule.
  void add_rules(Flowable& flowable) const {
    constexpr std::size_t rows_a_rule = 5;
    bool strong = look_.matrix && since_group_ % rows_a_rule == 0;
    double thickness = strong ? context_.style.table_strong_rule : context_.style.table_rule;
    auto const& style = context_.style;
    double x = target_.column.x;
    flowable.items.emplace_back(Box{{x, flowable.height - thickness, look_.lefts.back(), thickness},
                                    0,
                                    strong ? style.strong_line : style.line,
                                    {},
                                    0});
    if (!look_.matrix) return;
    for (std::size_t i = 1; i < look_.widths.size(); ++i)
      flowable.items.emplace_back(
          Box{{x + look_.lefts[i] - style.table_rule / 2, 0, style.table_rule, flowable.height}, 0, style.line, {}, 0});
  }

  void add_cuts(Flowable& flowable, RowLines const& lines) const {
    for (auto const& cell : lines.cells) {
      double y = look_.padding_y;
      for (auto const& line : cell.lines) flowable.cuts.push_back(y += line.height);
    }
    std::sort(flowable.cuts.begin(), flowable.cuts.end());
  }

  BlockTarget const& target_;
  BookletContext const& context_;
  model::Table const& table_;
  TableLook look_;
  std::vector<ShapedRow> shaped_;  ///< each until it is set
  std::shared_ptr<Continuation> continuation_ = std::make_shared<Continuation>();
  TagId tag_ = TagId::artifact;
  TagId body_ = TagId::artifact;
  std::string group_;
  std::size_t since_group_ = 0;
  bool started_ = false;
};

}  // namespace

void lay_out(BlockTarget const& target, model::Table const& table) {
  if (table.columns.empty() || table.rows.empty()) return;
  auto& chapter = target.context.state.chapter;
  chapter = chapter_of(target.context, table);
  TableLayout(target, table).lay_out();
  chapter.clear();
}

/// The fields of one record: a table of two columns whose rows are named at the left.
void lay_out(BlockTarget const& target, model::DefinitionList const& definitions) {
  model::Table table;
  table.columns.resize(2);
  table.row_headers = true;
  for (auto const& definition : definitions.definitions) {
    model::Inlines term{{model::Strong{{model::words(definition.term)}}, {}}};
    table.rows.push_back({model::Row::Kind::entry, {{std::move(term)}, {definition.text}}, ""});
  }
  if (!table.rows.empty()) table.rows.front().anchor = definitions.anchor;
  lay_out(target, table);
}

}  // namespace tebiki::pdf
