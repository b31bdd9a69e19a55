#include "html/renderer.hpp"

#include "html/escape.hpp"

namespace tebiki::html {
namespace {

bool is_yes(TemplateData::Field const* field) {
  if (!field) return false;
  if (auto const* flag = std::get_if<bool>(field)) return *flag;
  if (auto const* words = std::get_if<std::string>(field)) return !words->empty();
  return !std::get<std::vector<TemplateData>>(*field).empty();
}

TemplateData::Field const* find(std::vector<TemplateData const*> const& scopes, std::string_view name) {
  for (auto scope = scopes.rbegin(); scope != scopes.rend(); ++scope) {
    if (auto const* found = (*scope)->find(name)) return found;
  }
  return nullptr;
}

std::string const& words_of(TemplateData::Field const* field) {
  static std::string const none;
  auto const* words = field ? std::get_if<std::string>(field) : nullptr;
  return words ? *words : none;
}

bool is_of_sections(TagKind kind) {
  return kind == TagKind::section || kind == TagKind::inverted || kind == TagKind::close;
}

/// Whether the tag of a section stands on a line of its own: the line end behind it is no part of the page.
bool stands_alone(std::string_view text, Tag const& tag) {
  bool const begins = tag.from == 0 || text[tag.from - 1] == '\n';
  return is_of_sections(tag.kind) && begins && tag.to < text.size() && text[tag.to] == '\n';
}

}  // namespace

ReadyTemplate::ReadyTemplate(std::string_view text) {
  base::Diagnostics none;
  std::vector<std::size_t> open;
  std::size_t from = 0;
  auto add_text = [&](std::size_t to) {
    if (to > from) steps_.push_back({Step::Kind::text, std::string(text.substr(from, to - from))});
  };
  for (auto const& tag : tags_of(text, base::FileId::none, none)) {
    add_text(tag.from);
    from = tag.to + stands_alone(text, tag);
    if (tag.kind == TagKind::close) {
      steps_[open.back()].end = steps_.size();
      open.pop_back();
      continue;
    }
    auto const kind = tag.kind == TagKind::section     ? Step::Kind::section
                      : tag.kind == TagKind::inverted  ? Step::Kind::inverted
                      : tag.kind == TagKind::unescaped ? Step::Kind::raw
                                                       : Step::Kind::escaped;
    if (is_of_sections(tag.kind)) open.push_back(steps_.size());
    steps_.push_back({kind, std::string(tag.name)});
  }
  add_text(text.size());
}

void ReadyTemplate::fill(std::string& out, Scopes scopes) const { run(out, scopes, 0, steps_.size()); }

void ReadyTemplate::run(std::string& out, Scopes& scopes, std::size_t from, std::size_t to) const {
  for (auto at = from; at < to; ++at) {
    auto const& step = steps_[at];
    switch (step.kind) {
      case Step::Kind::text:
        out += step.text;
        break;
      case Step::Kind::escaped:
        append_escaped(out, words_of(find(scopes, step.text)));
        break;
      case Step::Kind::raw:
        out += words_of(find(scopes, step.text));
        break;
      case Step::Kind::inverted:
        if (!is_yes(find(scopes, step.text))) run(out, scopes, at + 1, step.end);
        at = step.end - 1;
        break;
      case Step::Kind::section:
        run_section(out, scopes, at);
        at = step.end - 1;
        break;
    }
  }
}

void ReadyTemplate::run_section(std::string& out, Scopes& scopes, std::size_t at) const {
  auto const& step = steps_[at];
  auto const* field = find(scopes, step.text);
  auto const* items = field ? std::get_if<std::vector<TemplateData>>(field) : nullptr;
  if (!items) {
    if (is_yes(field)) run(out, scopes, at + 1, step.end);
    return;
  }
  for (auto const& item : *items) {
    scopes.push_back(&item);
    run(out, scopes, at + 1, step.end);
    scopes.pop_back();
  }
}

Renderer::Renderer(Templates const& templates) {
  for (auto const& name : templates.names()) {
    if (name.starts_with(block_folder)) {
      blocks_.emplace(name.substr(block_folder.size()), ReadyTemplate(templates.joined(name, {})));
    } else if (!page_kind(name).empty()) {
      pages_.emplace(name, ReadyTemplate(templates.joined(layout_template, name)));
    } else if (name == not_found_template || name == forward_template) {
      whole_.emplace(name, ReadyTemplate(templates.joined(name, {})));
    }
  }
}

std::string Renderer::page(std::string_view content, std::vector<TemplateData const*> scopes) const {
  std::string out;
  pages_.find(content)->second.fill(out, std::move(scopes));
  return out;
}

std::string Renderer::whole(std::string_view name, std::vector<TemplateData const*> scopes) const {
  std::string out;
  whole_.find(name)->second.fill(out, std::move(scopes));
  return out;
}

void Renderer::block(std::string& out, std::string_view name, TemplateData const& data) const {
  blocks_.find(name)->second.fill(out, {&data});
}

}  // namespace tebiki::html
