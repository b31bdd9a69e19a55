#pragma once
#include <array>
#include <string>
#include <vector>

#include "model/document.hpp"

/// Blocks as text, one line each, so that tests show at a glance what a reader gets.
namespace made {

using namespace tebiki;

std::string inline_text(model::Inlines const& inlines);

struct InlineText {
  std::string operator()(model::Text const& n) const { return n.text; }
  std::string operator()(model::Emphasis const& n) const { return "*" + inline_text(n.children) + "*"; }
  std::string operator()(model::Strong const& n) const { return "**" + inline_text(n.children) + "**"; }
  std::string operator()(model::Strikethrough const& n) const { return "~" + inline_text(n.children) + "~"; }
  std::string operator()(model::Code const& n) const { return "`" + n.text + "`"; }
  std::string operator()(model::Link const& n) const {
    auto* url = std::get_if<model::Url>(&n.target);
    auto to = url ? url->address : "ref:" + std::get<model::Reference>(n.target).name;
    return "[" + inline_text(n.children) + "](" + to + ")";
  }
  std::string operator()(model::Image const& n) const { return "![" + n.alternative + "](" + n.path + ")"; }
  std::string operator()(model::Ruby const& n) const { return "{" + n.base + "|" + n.reading + "}"; }
  std::string operator()(model::LineBreak) const { return "/"; }
  std::string operator()(model::FootnoteMark n) const { return "^" + std::to_string(n.number); }
  std::string operator()(model::AvailabilityMark n) const { return model::sign(n.availability); }
  std::string operator()(model::Small const& n) const { return "<" + inline_text(n.children) + ">"; }
};

inline std::string inline_text(model::Inlines const& inlines) {
  std::string out;
  for (auto& item : inlines) out += std::visit(InlineText{}, item.node);
  return out;
}

/// `facilities/aoba: cell | cell`, group rows as `== title`.
inline std::string rows_text(model::Table const& table) {
  std::string out;
  for (auto& row : table.rows) {
    if (row.kind == model::Row::Kind::group) {
      out += "== " + inline_text(row.cells.at(0).text) + "\n";
      continue;
    }
    out += row.anchor + ":";
    for (auto& cell : row.cells) out += (&cell == &row.cells[0] ? " " : " | ") + inline_text(cell.text);
    out += "\n";
  }
  return out;
}

inline std::string header_text(model::Table const& table) {
  std::string out;
  for (auto& column : table.columns) out += (out.empty() ? "" : " | ") + inline_text(column.label);
  return out;
}

/// `== title` and `number name anchor` lines.
inline std::string directory_text(model::Directory const& directory) {
  std::string out;
  for (auto& group : directory.groups) {
    if (!group.title.empty()) out += "== " + group.title + "\n";
    for (auto& entry : group.entries) {
      out += std::to_string(entry.number) + " " + entry.name + " [" + entry.anchor + "]\n";
    }
  }
  return out;
}

inline std::string definitions_text(model::DefinitionList const& list) {
  std::string out;
  for (auto& d : list.definitions) out += d.term + ": " + inline_text(d.text) + "\n";
  return out;
}

inline std::string filters_text(model::Directory const& directory) {
  std::string out;
  for (auto& filter : directory.filters) {
    out += filter.key + " " + filter.label + ":";
    for (auto& [value, count] : filter.choices) out += " " + value + "=" + std::to_string(count);
    out += "\n";
  }
  return out;
}

/// `name: label (note) kind×count [choice/open choice…] {column/column}`
inline std::string fields_text(model::Form const& form) {
  static constexpr std::array kinds{"text", "long", "boxes", "marks", "one", "list", "date", "signature", "table"};
  auto const joined = [](std::vector<std::string> const& words) {
    std::string out;
    for (auto& word : words) out += (out.empty() ? "" : "/") + word;
    return out;
  };
  std::string out;
  for (auto& field : form.fields) {
    out += "  " + field.name + ": " + field.label + (field.note.empty() ? "" : " (" + field.note + ")") + " " +
           kinds.at(std::size_t(field.kind));
    if (field.count > 0) out += "×" + std::to_string(field.count);
    std::vector<std::string> choices;
    for (auto& choice : field.choices) choices.push_back(choice.words + (choice.is_open ? "…" : ""));
    if (!choices.empty()) out += " [" + joined(choices) + "]";
    if (!field.columns.empty()) out += " {" + joined(field.columns) + "}";
    if (!field.row_names.empty()) out += " <" + joined(field.row_names) + ">";
    if (field.copy > 0) out += " #" + std::to_string(field.copy);
    out += "\n";
  }
  return out;
}

/// One line a block: what it is and the words that tell it from others.
inline std::string outline(model::Blocks const& blocks) {
  std::string out;
  for (auto& block : blocks) {
    if (auto* n = std::get_if<model::Heading>(&block.node)) {
      out += "heading" + std::to_string(n->level) + " " + inline_text(n->text) + " #" + n->anchor + "\n";
    } else if (auto* p = std::get_if<model::Paragraph>(&block.node)) {
      out += "paragraph " + inline_text(p->text) + "\n";
    } else if (auto* note = std::get_if<model::Note>(&block.node)) {
      out += "note " + outline(note->blocks);
    } else if (auto* list = std::get_if<model::ListBlock>(&block.node)) {
      for (auto& item : list->items) out += "item " + outline(item.blocks);
    } else if (std::holds_alternative<model::Table>(block.node)) {
      out += "table " + header_text(std::get<model::Table>(block.node)) + "\n";
    } else if (auto* definitions = std::get_if<model::DefinitionList>(&block.node)) {
      out += definitions_text(*definitions);
    } else if (auto* directory = std::get_if<model::Directory>(&block.node)) {
      out += "directory\n" + directory_text(*directory);
    } else if (auto* contents = std::get_if<model::Contents>(&block.node)) {
      out += "contents " + std::to_string(contents->depth) + "\n";
    } else if (auto* index = std::get_if<model::Index>(&block.node)) {
      for (auto& group : index->groups) {
        out += "index " + group.head + ":";
        for (auto& entry : group.entries) out += " " + entry.name + "(" + entry.kana + ")→" + entry.anchor;
        out += "\n";
      }
    } else if (auto* form = std::get_if<model::Form>(&block.node)) {
      out += "form " + form->name + " of " + form->publication + "/" + form->part + "\n" + fields_text(*form);
    } else if (std::holds_alternative<model::PageBreak>(block.node)) {
      out += "page break\n";
    } else if (auto* figure = std::get_if<model::Figure>(&block.node)) {
      out += "figure " + figure->alternative + " / " + inline_text(figure->caption) + "\n";
    } else {
      out += "other\n";
    }
  }
  return out;
}

}  // namespace made
