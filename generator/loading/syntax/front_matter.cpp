#include "loading/syntax/yaml.hpp"
#include "loading/syntax/yaml_reading.hpp"

namespace tebiki::loading {
namespace {

struct Line {
  std::string_view text;  ///< without its line end and trailing blanks
  std::size_t next = 0;   ///< where the next line begins
};

Line line_at(std::string_view text, std::size_t begin) {
  auto end = std::min(text.find_first_of("\r\n", begin), text.size());
  auto next = end;
  if (next < text.size()) next += text.substr(end).starts_with("\r\n") ? 2 : 1;
  auto line = text.substr(begin, end - begin);
  return {line.substr(0, line.find_last_not_of(" \t") + 1), next};
}

FrontMatter unclosed(support::FileId file, std::string_view text, support::Diagnostics& diagnostics) {
  diagnostics.error(
      {file, 0}, "unclosed-front-matter",
      {"先頭の「---」に対応する、終わりの「---」の行がありません。", "The “---” at the top has no closing “---” line."},
      {"項目（title など）の次の行に「---」だけの行を書いてください。",
       "After the keys (title and so on) add a line of “---”."});
  return {{model::Object{}, {file, 0}}, {file, static_cast<std::uint32_t>(text.size())}};
}

}  // namespace

FrontMatter read_front_matter(support::FileId file, support::Sources const& sources,
                              support::Diagnostics& diagnostics) {
  auto text = sources.text(file);
  auto opening = line_at(text, 0);
  if (opening.text != "---") return {{model::Object{}, {file, 0}}, {file, 0}};
  auto begin = opening.next;
  for (auto at = begin; at < text.size();) {
    auto line = line_at(text, at);
    if (line.text == "---" || line.text == "...") {
      YamlText yaml{text.substr(begin, at - begin), {}, file};
      yaml.map.add(0, begin);
      auto data = read_yaml_object(yaml, {"ファイルの先頭の「---」の間", "The part between “---” lines"}, diagnostics);
      auto begin_at = support::Position{file, static_cast<std::uint32_t>(begin)};
      return {data ? std::move(*data) : model::Value{model::Object{}, begin_at},
              {file, static_cast<std::uint32_t>(line.next)}};
    }
    at = line.next;
  }
  return unclosed(file, text, diagnostics);
}

}  // namespace tebiki::loading
