#include <algorithm>
#include <utility>

#include "html/page_writer.hpp"

namespace tebiki::html {
namespace {

/// Wider drawings, in points, are moved sideways on a phone: shrunk to it nobody could read their words.
constexpr double widest_shrunk = 360;

/// Points that a telephone shows side by side; a wider drawing of a row is moved sideways there.
constexpr double narrow_drawing = 240;
/// So many long answers have their names above them, to jump to on a phone.
constexpr std::size_t least_to_choose_from = 4;

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
  void operator()(model::Gantt const& node) { append_gantt(out_, node, state_); }
  void operator()(model::Directory const& node) { append_directory(out_, node, state_); }
  void operator()(model::Calendar const& node) { append_calendar(out_, node, state_); }
  void operator()(model::Agenda const& node) { append_agenda(out_, node, state_); }
  void operator()(model::Form const& node) { append_form(out_, node, state_); }

  void operator()(model::Heading const& node);
  void operator()(model::ListBlock const& node);
  void operator()(model::Note const& node);
  void operator()(model::Figure const& node);
  void operator()(model::FigureRow const& node);
  void operator()(model::DefinitionList const& node);
  void operator()(model::AnswerList const& node);
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
  bool const labelled =
      std::any_of(node.items.begin(), node.items.end(), [](auto const& item) { return !item.label.empty(); });
  if (tasks || labelled) out_ += tasks ? " class=\"tasks\"" : " class=\"labelled\"";
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
  if (!item.label.empty()) {
    out_ += "<span class=\"label\">";
    append_escaped(out_, item.label);
    out_ += "</span> <div>";
  }
  for (auto const& block : item.blocks) {
    auto const* paragraph = std::get_if<model::Paragraph>(&block.node);
    if (paragraph && tight)
      state_.inlines.append(out_, paragraph->text);
    else
      std::visit(*this, block.node);
  }
  if (!item.label.empty()) out_ += "</div>";
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
  auto const* drawing = std::get_if<model::Drawing>(&node.picture);
  bool const wide = drawing && drawing->width > widest_shrunk;
  TemplateData data;
  data.text("picture", std::move(picture))
      .text("caption", state_.inlines.html(node.caption))
      .flag("wide", wide)
      .list("places", places_of(node, state_))
      .text("number", wide ? std::to_string(++state_.drawings) : "");
  block("figure", data);
}

void BlockWriter::operator()(model::FigureRow const& node) {
  std::vector<TemplateData> figures;
  for (auto const& figure : node.figures) {
    std::string html;
    BlockWriter(html, state_)(figure);
    auto const* drawing = std::get_if<model::Drawing>(&figure.picture);
    figures.push_back(TemplateData()
                          .text("figure", std::move(html))
                          .text("label", figure.alternative)
                          .flag("wide", drawing && drawing->width > narrow_drawing));
  }
  block("figure-row", TemplateData().list("figures", std::move(figures)));
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

void BlockWriter::operator()(model::AnswerList const& node) {
  std::vector<TemplateData> answers;
  for (auto const& answer : node.answers) {
    std::vector<TemplateData> anchors;
    std::string first;
    for (auto const& anchor : answer.anchors) {
      if (auto const id = state_.ids.claim(anchor); !id.empty()) {
        anchors.push_back(TemplateData().text("id", id));
        if (first.empty()) append_fragment(first, id);
      }
    }
    TemplateData data;
    data.text("name", state_.inlines.html(answer.name))
        .text("remark", state_.inlines.html(answer.remark))
        .text("text", html(answer.blocks))
        .text("label", model::plain_text(answer.name))
        .text("first_id", first)
        .list("anchors", std::move(anchors));
    answers.push_back(std::move(data));
  }
  bool const several = answers.size() >= least_to_choose_from;
  block("answers", TemplateData().flag("several", several).list("answers", std::move(answers)));
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
  BlockWriter writer(out, state);
  auto const questions = questions_place(page.blocks);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (questions == i) append_questions(out, page.blocks, state);
    std::visit(writer, page.blocks[i].node);
  }
  return out;
}

}  // namespace tebiki::html
