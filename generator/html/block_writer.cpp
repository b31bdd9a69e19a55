#include <algorithm>
#include <utility>

#include "html/escape.hpp"
#include "html/page_writer.hpp"

namespace tebiki::html {
namespace {

char const* alignment_class(model::Column const& column) {
  switch (column.alignment) {
    case model::Alignment::start:
      return "";
    case model::Alignment::centre:
      return "centre";
    case model::Alignment::end:
      return "end";
  }
  return "";
}

/// More columns than these take the whole width of the page.
constexpr std::size_t columns_in_measure = 6;

std::vector<TemplateData> columns_of(model::Table const& table, InlineWriter const& inlines) {
  std::vector<TemplateData> columns;
  columns.reserve(table.columns.size());
  for (auto const& column : table.columns) {
    columns.push_back(TemplateData()
                          .text("label", inlines.html(column.label))
                          .text("alignment", alignment_class(column))
                          .flag("upright", column.upright));
  }
  return columns;
}

void append_row(std::string& out, model::Table const& table, model::Row const& row, PageState& state) {
  auto const count = std::max(row.cells.size(), table.columns.size());
  std::vector<TemplateData> cells(count);
  for (std::size_t i = 0; i < count; ++i) {
    cells[i].reserve(3);
    bool const there = i < row.cells.size();
    cells[i]
        .text("text", there ? state.inlines.html(row.cells[i].text) : "")
        .text("alignment", there && i < table.columns.size() ? alignment_class(table.columns[i]) : "")
        .flag("names_row", i == 0 && table.row_headers);
  }
  TemplateData data;
  data.text("id", state.ids.claim(row.anchor)).list("cells", std::move(cells));
  state.context.renderer.block(out, "table-row", data);
}

void append_group(std::string& out, model::Table const& table, model::Row const& row, PageState& state) {
  TemplateData data;
  data.text("id", state.ids.claim(row.anchor))
      .text("columns", std::to_string(std::max<std::size_t>(1, table.columns.size())))
      .text("title", row.cells.empty() ? "" : state.inlines.html(row.cells.front().text));
  state.context.renderer.block(out, "table-group", data);
}

/// A group of rows is a body of its own.
std::vector<TemplateData> bodies_of(model::Table const& table, PageState& state) {
  std::vector<TemplateData> bodies;
  std::string rows;
  auto const close = [&] {
    if (!rows.empty()) bodies.push_back(TemplateData().text("rows", std::exchange(rows, {})));
  };
  for (auto const& row : table.rows) {
    bool const group = row.kind == model::Row::Kind::group;
    if (group) close();
    group ? append_group(rows, table, row, state) : append_row(rows, table, row, state);
  }
  close();
  return bodies;
}

/// Appends a table in a box of its own, in which a wide one can be moved sideways. Rows are written one by one.
void append_table(std::string& out, model::Table const& table, PageState& state) {
  auto const labelled = [](model::Column const& column) { return !column.label.empty(); };
  auto const upright = [](model::Column const& column) { return column.upright; };
  bool const matrix = std::any_of(table.columns.begin(), table.columns.end(), upright);
  TemplateData data;
  data.text("number", std::to_string(++state.tables))
      .flag("wide", table.columns.size() > columns_in_measure)
      .text("caption", state.inlines.html(table.caption))
      .flag("has_head", std::any_of(table.columns.begin(), table.columns.end(), labelled))
      .list("columns", columns_of(table, state.inlines))
      .list("bodies", bodies_of(table, state));
  state.context.renderer.block(out, matrix ? "matrix" : "table", data);
}

/// One small function per kind of block.
class BlockWriter {
 public:
  BlockWriter(std::string& out, PageState& state) : out_(out), state_(state) {}

  void write(model::Blocks const& blocks) {
    for (auto const& block : blocks) std::visit(*this, block.node);
  }

  void operator()(model::Paragraph const& node) {
    out_ += "<p>";
    state_.inlines.append(out_, node.text);
    out_ += "</p>\n";
  }
  void operator()(model::Quote const& node) {
    out_ += "<blockquote>\n";
    write(node.blocks);
    out_ += "</blockquote>\n";
  }
  void operator()(model::CodeBlock const& node) {
    out_ += "<pre tabindex=\"0\"><code>";
    append_escaped(out_, node.text);
    out_ += "</code></pre>\n";
  }
  void operator()(model::ThematicBreak const&) { out_ += "<hr>\n"; }
  void operator()(model::PageBreak const&) { out_ += "<div class=\"page-break\"></div>\n"; }
  void operator()(model::Directive const&) {}  // views replaced it, or reported why not
  void operator()(model::Table const& node) { append_table(out_, node, state_); }
  void operator()(model::Directory const& node) { append_directory(out_, node, state_); }
  void operator()(model::Form const& node) { append_form(out_, node, state_); }

  void operator()(model::Heading const& node);
  void operator()(model::ListBlock const& node);
  void operator()(model::Note const& node);
  void operator()(model::Figure const& node);
  void operator()(model::DefinitionList const& node);
  void operator()(model::Contents const& node);
  void operator()(model::Index const& node);
  void operator()(model::Footnotes const& node);

 private:
  void item(model::ListItem const& item, bool tight);
  void block(std::string_view name, TemplateData const& data) { state_.context.renderer.block(out_, name, data); }
  std::string html(model::Blocks const& blocks) {
    std::string out;
    BlockWriter(out, state_).write(blocks);
    return out;
  }

  std::string& out_;
  PageState& state_;
};

void BlockWriter::operator()(model::Heading const& node) {
  state_.level = std::clamp(node.level, 2, 6);
  auto const tag = "h" + std::to_string(state_.level);
  out_ += '<' + tag;
  if (auto const id = state_.ids.claim(node.anchor); !id.empty()) out_ += " id=\"" + escaped(id) + '"';
  out_ += '>';
  state_.inlines.append(out_, node.text);
  out_ += "</" + tag + ">\n";
}

void BlockWriter::operator()(model::ListBlock const& node) {
  std::string const tag = node.ordered ? "ol" : "ul";
  out_ += '<' + tag;
  bool const tasks = std::any_of(node.items.begin(), node.items.end(),
                                 [](auto const& item) { return item.task != model::ListItem::Task::none; });
  if (tasks) out_ += " class=\"tasks\"";
  if (node.ordered && node.start != 1) out_ += " start=\"" + std::to_string(node.start) + '"';
  out_ += ">\n";
  for (auto const& entry : node.items) item(entry, node.tight);
  out_ += "</" + tag + ">\n";
}

void BlockWriter::item(model::ListItem const& item, bool tight) {
  out_ += "<li>";
  if (item.task != model::ListItem::Task::none) {
    bool const done = item.task == model::ListItem::Task::done;
    out_ += done ? "<span class=\"task done\" aria-hidden=\"true\">✓</span><span class=\"vh\">"
                 : "<span class=\"task\" aria-hidden=\"true\"></span><span class=\"vh\">";
    append_escaped(out_, state_.context.site.words[done ? "task.done" : "task.open"]);
    out_ += " </span>";
  }
  for (auto const& block : item.blocks) {
    auto const* paragraph = std::get_if<model::Paragraph>(&block.node);
    if (paragraph && tight)
      state_.inlines.append(out_, paragraph->text);
    else
      std::visit(*this, block.node);
  }
  out_ += "</li>\n";
}

void BlockWriter::operator()(model::Note const& node) { block("note", TemplateData().text("text", html(node.blocks))); }

void BlockWriter::operator()(model::Figure const& node) {
  std::string picture;
  if (auto const* image = std::get_if<model::Image>(&node.picture)) {
    state_.inlines.append(picture, {image->path, image->alternative.empty() ? node.alternative : image->alternative});
  } else {
    append_svg(picture, std::get<model::Drawing>(node.picture), node.alternative, state_.ids);
  }
  TemplateData data;
  data.text("picture", std::move(picture)).text("caption", state_.inlines.html(node.caption));
  block("figure", data);
}

void BlockWriter::operator()(model::DefinitionList const& node) {
  if (node.definitions.empty()) return;
  std::vector<TemplateData> definitions;
  definitions.reserve(node.definitions.size());
  for (auto const& [term, text] : node.definitions) {
    definitions.push_back(TemplateData().text("term", term).text("text", state_.inlines.html(text)));
  }
  block("definitions", TemplateData().list("definitions", std::move(definitions)));
}

void BlockWriter::operator()(model::Contents const& node) {
  std::vector<TemplateData> headings;
  for (auto const& block : state_.page.blocks) {
    auto const* heading = std::get_if<model::Heading>(&block.node);
    // The page's title is level 1, so a depth of 1 shows the headings of level 2.
    if (!heading || heading->anchor.empty() || heading->level > std::max(1, node.depth) + 1) continue;
    std::string href;
    append_fragment(href, heading->anchor);
    headings.push_back(TemplateData()
                           .text("level", std::to_string(std::clamp(heading->level, 2, 6)))
                           .text("href", std::move(href))
                           .text("label", model::plain_text(heading->text)));
  }
  if (headings.empty()) return;
  auto const number = ++state_.contents;
  TemplateData data;
  data.text("number", number == 1 ? "" : std::to_string(number)).list("headings", std::move(headings));
  block("contents", data);
}

void BlockWriter::operator()(model::Index const& node) {
  std::vector<TemplateData> groups;
  for (auto const& group : node.groups) {
    std::vector<TemplateData> entries;
    entries.reserve(group.entries.size());
    for (auto const& entry : group.entries) {
      auto href = state_.inlines.href({entry.anchor, {}});
      entries.push_back(TemplateData().text("name", entry.name).text("href", std::move(href)));
    }
    groups.push_back(TemplateData().text("head", group.head).list("entries", std::move(entries)));
  }
  block("index", TemplateData().list("groups", std::move(groups)));
}

void BlockWriter::operator()(model::Footnotes const& node) {
  if (node.notes.empty()) return;
  std::vector<TemplateData> notes;
  for (auto const& note : node.notes) {
    auto const number = std::to_string(note.number);
    auto id = state_.ids.claim("fn-" + number);
    TemplateData data;
    data.text("number", number).text("id", std::move(id)).text("text", html(note.blocks));
    notes.push_back(std::move(data));
  }
  block("footnotes", TemplateData().list("notes", std::move(notes)));
}

}  // namespace

std::string page_body(RenderContext const& context, model::Document const& page) {
  PageState state(context, page);
  std::string out;
  BlockWriter(out, state).write(page.blocks);
  return out;
}

}  // namespace tebiki::html
