#pragma once
#include <string>

#include "base/diagnostics.hpp"
#include "loading/markdown/markdown.hpp"
#include "loading/syntax/json_and_yaml.hpp"
#include "model/document.hpp"
#include "model/typed_values.hpp"

/// A document as one line a block, each with its line:column, for tests to compare.
namespace tebiki::loading::testing {

using base::Diagnostics;
using base::SourceLocation;
using base::Sources;

inline std::string place(Sources const& sources, SourceLocation at) {
  auto place = sources.place(at);
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// Reads YAML that begins at `begin` in its file.
inline std::optional<model::Value> read_yaml(std::string_view text, SourceLocation begin, Diagnostics& diagnostics) {
  YamlText yaml{text, {}, begin.file};
  yaml.map.add(0, begin.offset);
  return loading::read_yaml(yaml, diagnostics);
}

/// Writes `kind@line:column(…)`.
class Dump {
 public:
  explicit Dump(Sources const& sources) : sources_(sources) {}

  std::string blocks(model::Blocks const& blocks, std::string const& indent = "") {
    std::string out;
    for (auto const& block : blocks) {
      indent_ = indent;
      out += indent + std::visit([&](auto const& node) { return name(node, block.at); }, block.node);
    }
    return out;
  }
  std::string inlines(model::Inlines const& inlines) {
    std::string out;
    for (auto const& item : inlines) {
      auto text = std::visit([this](auto const& node) { return inline_text(node); }, item.node);
      out += (out.empty() ? "" : " ") + text.substr(0, text.find('(')) + "@" + place(sources_, item.at) +
             (text.find('(') == std::string::npos ? "" : text.substr(text.find('(')));
    }
    return out;
  }

 private:
  std::string head(std::string const& kind, SourceLocation at) { return kind + "@" + place(sources_, at); }
  std::string nested(model::Blocks const& inner) { return Dump(sources_).blocks(inner, indent_ + "  "); }

  std::string name(model::Heading const& heading, SourceLocation at) {
    return head("h" + std::to_string(heading.level), at) + " #" + heading.anchor + " " + inlines(heading.text) + "\n";
  }
  std::string name(model::Paragraph const& paragraph, SourceLocation at) {
    return head("p", at) + " " + inlines(paragraph.text) + "\n";
  }
  std::string name(model::Quote const& quote, SourceLocation at) {
    return head("quote", at) + "\n" + nested(quote.blocks);
  }
  std::string name(model::CodeBlock const& code, SourceLocation at) {
    return head("code", at) + " [" + code.language + "] " + code.text;
  }
  std::string name(model::ThematicBreak const&, SourceLocation at) { return head("rule", at) + "\n"; }
  std::string name(model::ListBlock const& list, SourceLocation at) {
    auto out = head(list.ordered ? "ol" : "ul", at) + (list.tight ? " tight" : " loose") +
               (list.start == 1 ? "" : " from " + std::to_string(list.start)) + "\n";
    auto indent = indent_;
    for (auto const& item : list.items) {
      auto task = item.task == model::ListItem::Task::none   ? ""
                  : item.task == model::ListItem::Task::done ? " done"
                                                             : " open";
      out += indent + "  item" + task + "\n" + Dump(sources_).blocks(item.blocks, indent + "    ");
    }
    return out;
  }
  std::string name(model::Figure const& figure, SourceLocation at) {
    return head("figure", at) + " " + std::get<model::Image>(figure.picture).path + " alt=" + figure.alternative +
           " caption=" + inlines(figure.caption) + "\n";
  }
  std::string name(model::Table const& table, SourceLocation at) {
    auto out = head("table", at) + "\n" + indent_ + "  head";
    for (auto const& column : table.columns)
      out += " |" +
             std::string(column.alignment == model::Alignment::start    ? ""
                         : column.alignment == model::Alignment::centre ? "centre "
                                                                        : "end ") +
             inlines(column.label);
    out += "\n";
    for (auto const& row : table.rows) {
      out += indent_ + "  row";
      for (auto const& cell : row.cells) out += " |" + inlines(cell.text);
      out += "\n";
    }
    return out;
  }
  std::string name(model::Footnotes const& footnotes, SourceLocation at) {
    auto out = head("footnotes", at) + "\n";
    auto indent = indent_;
    for (auto const& note : footnotes.notes)
      out += indent + "  " + std::to_string(note.number) + "\n" + Dump(sources_).blocks(note.blocks, indent + "    ");
    return out;
  }
  std::string name(model::Directive const& directive, SourceLocation at) {
    return head("directive", at) + " " + std::string(word_of(directive.kind)) + " " + values(directive.options) + "\n";
  }
  template <class Other>
  std::string name(Other const&, SourceLocation at) {
    return head("other", at) + "\n";
  }

  static std::string inline_text(model::Text const& text) { return "text(" + text.text + ")"; }
  std::string inline_text(model::Emphasis const& node) { return "em(" + inlines(node.children) + ")"; }
  std::string inline_text(model::Strong const& node) { return "strong(" + inlines(node.children) + ")"; }
  std::string inline_text(model::Strikethrough const& node) { return "del(" + inlines(node.children) + ")"; }
  static std::string inline_text(model::Code const& code) { return "code(" + code.text + ")"; }
  std::string inline_text(model::Link const& link) {
    auto* url = std::get_if<model::Url>(&link.target);
    auto* reference = std::get_if<model::Reference>(&link.target);
    auto target =
        url ? url->address : "ref:" + reference->name + (reference->fragment.empty() ? "" : "#" + reference->fragment);
    return "link(" + target + " " + inlines(link.children) + ")";
  }
  static std::string inline_text(model::Image const& image) {
    return "image(" + image.path + " " + image.alternative + ")";
  }
  static std::string inline_text(model::Ruby const& ruby) { return "ruby(" + ruby.base + "|" + ruby.reading + ")"; }
  static std::string inline_text(model::LineBreak const&) { return "br"; }
  static std::string inline_text(model::FootnoteMark const& mark) {
    return "note(" + std::to_string(mark.number) + ")";
  }
  template <class Other>
  static std::string inline_text(Other const&) {
    return "other";
  }

  std::string values(model::Value const& value) {
    std::string out;
    if (auto* object = value.object()) {
      for (auto const& member : *object)
        out +=
            (out.empty() ? "" : ", ") + member.key + "@" + place(sources_, member.key_at) + ": " + values(member.value);
      return "{" + out + "}";
    }
    if (auto* list = value.list()) {
      for (auto const& item : *list) out += (out.empty() ? "" : ", ") + values(item);
      return "[" + out + "]@" + place(sources_, value.at);
    }
    return model::to_json(value) + "@" + place(sources_, value.at);
  }

  Sources const& sources_;
  std::string indent_;
};

/// `line:column code: message / hint` of every mistake, in Japanese or English.
inline std::string complaints(Diagnostics const& diagnostics, Sources const& sources,
                              base::Language language = base::Language::ja) {
  std::string out;
  for (auto const& item : diagnostics.sorted(sources)) {
    out += place(sources, item.at) + (item.severity == base::Severity::warning ? " warning " : " ") + item.code + ": " +
           item.message.in(language) + " / " + item.hint.in(language) + "\n";
  }
  return out;
}

/// Markdown as read with a small site.json.
struct Read {
  explicit Read(std::string const& text, std::size_t begin = 0) {
    auto json = sources.add("site.json", R"({"name":"見本市センター","base_url":"https://www.example.jp/",)"
                                         R"("contact":{"tel":"0463-00-0001","hours":"9時"},"year":8,"menu":[]})");
    site = *read_yaml(sources.text(json), {json, 0}, diagnostics);
    file = sources.add("pages/a.md", text);
    blocks = read_markdown({file, static_cast<std::uint32_t>(begin)}, site, sources, diagnostics);
  }
  std::string dump() const { return Dump(sources).blocks(blocks); }
  std::string ja() const { return complaints(diagnostics, sources); }
  std::string en() const { return complaints(diagnostics, sources, base::Language::en); }

  Sources sources;
  Diagnostics diagnostics;
  base::FileId file{};
  model::Value site;
  model::Blocks blocks;
};

}  // namespace tebiki::loading::testing
