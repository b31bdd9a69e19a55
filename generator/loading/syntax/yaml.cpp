#include "loading/syntax/yaml.hpp"

#include <fmt/format.h>
#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

#include "base/unicode.hpp"
#include "loading/syntax/yaml_tree.hpp"

namespace tebiki::loading {
namespace {

using model::Object;
using model::Value;

/// yaml-cpp counts bytes.
std::size_t offset_of(YAML::Mark const& mark) { return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos); }

YamlTree::Style style_of(YAML::EmitterStyle::value style) {
  return style == YAML::EmitterStyle::Flow ? YamlTree::Style::bracketed : YamlTree::Style::block;
}

/// Hands what yaml-cpp meets to the tree.
class Events : public YAML::EventHandler {
 public:
  Events(std::string_view text, YamlTree& tree) : text_(text), tree_(tree) {}

  void OnDocumentStart(YAML::Mark const& mark) override { tree_.begin_document(offset_of(mark)); }
  void OnDocumentEnd() override {}
  void OnNull(YAML::Mark const& mark, YAML::anchor_t anchor) override {
    tree_.tag_and_anchor(offset_of(mark), "", anchor != YAML::NullAnchor);
    tree_.null(offset_of(mark));
  }
  void OnAlias(YAML::Mark const& mark, YAML::anchor_t) override { tree_.alias(offset_of(mark)); }
  void OnScalar(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                std::string const& value) override {
    auto at = offset_of(mark);
    tree_.tag_and_anchor(at, tag, anchor != YAML::NullAnchor);
    bool quotation = at < text_.size() && (text_[at] == '"' || text_[at] == '\'');
    if (quotation) return tree_.quoted(at, value);
    // Text set off by | or > is text, whatever it looks like.
    if (tag != "?") return tree_.literal(at, value);
    tree_.plain(at, value);
  }
  void OnSequenceStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    tree_.tag_and_anchor(offset_of(mark), tag, anchor != YAML::NullAnchor);
    tree_.open(offset_of(mark), YamlTree::Kind::list, style_of(style));
  }
  void OnSequenceEnd() override { tree_.close(); }
  void OnMapStart(YAML::Mark const& mark, std::string const& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    tree_.tag_and_anchor(offset_of(mark), tag, anchor != YAML::NullAnchor);
    tree_.open(offset_of(mark), YamlTree::Kind::object, style_of(style));
  }
  void OnMapEnd() override { tree_.close(); }

 private:
  std::string_view text_;
  YamlTree& tree_;
};

/// Control characters are reported where files are read; here they must only do no harm (yaml-cpp ends at U+0004).
std::string without_control_characters(std::string_view text) {
  std::string result(text);
  std::replace_if(result.begin(), result.end(), base::is_control_character, ' ');
  return result;
}

/// yaml-cpp silently ends at a `%` line.
void refuse_percent_line(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '%') throw YamlRefusal{explain_yaml_mistake(text, at, std::nullopt)};
    auto end = text.find('\n', at);
    at = end == std::string_view::npos ? text.size() : end + 1;
  }
}

Value build(YamlText const& yaml, base::Diagnostics& diagnostics) {
  YamlTree tree(yaml, diagnostics);
  Events events(yaml.text, tree);
  std::istringstream stream{std::string(yaml.text)};
  try {
    refuse_percent_line(yaml.text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) continue;
  } catch (YAML::Exception const& problem) {
    auto at = problem.mark.is_null() ? yaml.text.size() : offset_of(problem.mark);
    throw YamlRefusal{explain_yaml_mistake(yaml.text, at, tree.open_bracket())};
  }
  return tree.take();
}

}  // namespace

std::optional<Value> read_yaml(YamlText const& yaml, base::Diagnostics& diagnostics) {
  auto text = without_control_characters(yaml.text);
  YamlText cleaned{text, yaml.map, yaml.file};
  try {
    auto value = build(cleaned, diagnostics);
    if (value.at.file == base::FileId::none) value.at = yaml.at(0);
    return value;
  } catch (YamlRefusal const& refusal) {
    auto& mistake = refusal.mistake;
    diagnostics.error(yaml.at(mistake.at), refusal.code, mistake.message, mistake.hint);
    return std::nullopt;
  }
}

std::optional<Value> read_yaml_object(YamlText const& yaml, base::Message const& what, base::Diagnostics& diagnostics) {
  auto value = read_yaml(yaml, diagnostics);
  if (!value) return std::nullopt;
  if (value->is_null()) value->data = Object{};
  if (value->object()) return value;
  auto first = std::min(yaml.text.find_first_not_of(" \t\r\n"), yaml.text.size());
  auto slip = explain_yaml_line(yaml.text, first);
  if (slip) {
    diagnostics.error(yaml.at(slip->at), "yaml-syntax", slip->message, slip->hint);
  } else {
    diagnostics.error(value->at, "wrong-type",
                      {fmt::format("{}は「項目名: 値」の行でなければなりません。", what.ja),
                       fmt::format("{} must consist of “key: value” lines.", what.en)},
                      {"1 行に一つずつ、「項目名: 値」の形で書いてください。", "Write one “key: value” on each line."});
  }
  return std::nullopt;
}

std::optional<Value> read_yaml(std::string_view text, base::SourceLocation begin, base::Diagnostics& diagnostics) {
  YamlText yaml{text, {}, begin.file};
  yaml.map.add(0, begin.offset);
  return read_yaml(yaml, diagnostics);
}

}  // namespace tebiki::loading
