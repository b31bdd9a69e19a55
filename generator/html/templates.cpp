#include "html/templates.hpp"

#include "base/unicode.hpp"

namespace tebiki::html {
namespace {

constexpr std::string_view folder = "site/";
constexpr std::string_view ending = ".mustache";

/// Lines without the blanks around them, empty lines gone: kainjow handles every blank as a piece of its own.
std::string compact(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    auto const first = line.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) continue;
    out += line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
    out += '\n';
  }
  return out;
}

}  // namespace

Templates::Templates(base::FileTree const& tree, base::Sources& sources, base::Diagnostics& diagnostics) {
  for (auto const& entry : tree.entries()) {
    bool const ours = entry.path.starts_with(folder) && entry.path.ends_with(ending);
    if (ours) read(entry.path, tree, sources, diagnostics);
  }
}

void Templates::read(std::string const& path, base::FileTree const& tree, base::Sources& sources,
                     base::Diagnostics& diagnostics) {
  auto bytes = tree.read(path);
  if (!bytes) {
    diagnostics.error({sources.add("templates/" + path, ""), 0}, "unreadable-file",
                      {"ひな形を読むことができません。", "Cannot read this template."},
                      {"アクセス権と、フォルダーの外へのリンクでないことを確かめてください。",
                       "Check its permissions, and that it is no link out of the folder."});
    return;
  }
  auto name = path.substr(folder.size(), path.size() - folder.size() - ending.size());
  auto const invalid = base::first_invalid_utf8(*bytes);
  if (invalid) bytes->resize(*invalid);
  if (bytes->starts_with("\xEF\xBB\xBF")) bytes->erase(0, 3);
  auto const file = sources.add("templates/" + path, std::move(*bytes));
  Template made{file, sources.text(file), {}};
  if (invalid) {
    diagnostics.error({file, static_cast<std::uint32_t>(made.text.size())}, "encoding",
                      {"UTF-8 として読めない文字があります。", "This is not UTF-8."},
                      {"ファイルを UTF-8 で保存し直してください。", "Save the file as UTF-8."});
  } else {
    made.tags = tags_of(made.text, file, diagnostics);
  }
  templates_.emplace(std::move(name), std::move(made));
}

Template const* Templates::find(std::string_view name) const {
  auto found = templates_.find(name);
  return found == templates_.end() ? nullptr : &found->second;
}

std::vector<std::string> Templates::names() const {
  std::vector<std::string> names;
  for (auto const& [name, made] : templates_) names.push_back(name);
  return names;
}

std::string Templates::name_for(std::string_view kind, std::string_view subject) const {
  auto special = std::string(subject) + '.' + std::string(kind);
  return find(special) ? special : std::string(kind);
}

std::string Templates::joined(std::string_view name, std::string_view content) const {
  std::string out;
  join(out, name, content, 0);
  return compact(out);
}

void Templates::join(std::string& out, std::string_view name, std::string_view content, int depth) const {
  auto const* made = find(name);
  if (!made || depth > deepest_partial) return;
  std::size_t from = 0;
  for (auto const& tag : made->tags) {
    if (tag.kind != TagKind::partial && tag.kind != TagKind::comment) continue;
    out += made->text.substr(from, tag.from - from);
    if (tag.kind == TagKind::partial) join(out, tag.name == "content" ? content : tag.name, content, depth + 1);
    from = tag.to;
  }
  out += made->text.substr(from);
}

}  // namespace tebiki::html
