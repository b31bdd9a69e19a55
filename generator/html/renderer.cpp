#include "html/renderer.hpp"

#include <forward_list>
#include <kainjow/mustache.hpp>

#include "base/failure.hpp"
#include "html/escape.hpp"

namespace tebiki::html {
namespace {

namespace mustache = kainjow::mustache;

mustache::data to_mustache(TemplateData const& data);

struct ToMustache {
  mustache::data operator()(bool value) const { return mustache::data(value); }
  mustache::data operator()(std::string const& words) const {
    return words.empty() ? mustache::data(false) : mustache::data(words);
  }
  mustache::data operator()(std::vector<TemplateData> const& items) const {
    mustache::data made(mustache::data::type::list);
    for (auto const& item : items) made.push_back(to_mustache(item));
    return made;
  }
};

mustache::data to_mustache(TemplateData const& data) {
  mustache::data made(mustache::data::type::object);
  for (auto const& [name, field] : data.fields) made[std::string(name)] = std::visit(ToMustache{}, field);
  return made;
}

/// Where kainjow looks names up: the items of the sections it is in, the page's own data, what pages share. A field of
/// the page is converted when it is asked for, once.
class Lookup : public mustache::basic_context<std::string> {
 public:
  Lookup(std::vector<mustache::data const*> shared, TemplateData const& own) : shared_(std::move(shared)), own_(own) {}

  void push(mustache::data const* item) override { items_.push_back(item); }
  void pop() override { items_.pop_back(); }

  mustache::data const* get(std::string const& name) const override {
    for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
      if (auto const* found = (*item)->get(name)) return found;
    }
    if (auto const* field = own_.find(name)) return &converted(*field);
    for (auto scope = shared_.rbegin(); scope != shared_.rend(); ++scope) {
      if (auto const* found = (*scope)->get(name)) return found;
    }
    return nullptr;
  }

  mustache::data const* get_partial(std::string const&) const override { return nullptr; }

 private:
  mustache::data const& converted(TemplateData::Field const& field) const {
    for (auto const& [known, data] : converted_) {
      if (known == &field) return data;
    }
    return converted_.emplace_front(&field, std::visit(ToMustache{}, field)).second;
  }

  std::vector<mustache::data const*> shared_;
  TemplateData const& own_;
  std::vector<mustache::data const*> items_;
  mutable std::forward_list<std::pair<TemplateData::Field const*, mustache::data>> converted_;  ///< a few dozen
};

/// What kainjow takes for a stream.
struct Sink {
  std::string& out;
  Sink& operator<<(std::string const& words) {
    out += words;
    return *this;
  }
};

}  // namespace

struct SharedData::Converted {
  mustache::data data;
};

SharedData::SharedData(TemplateData const& data) : converted_(new Converted{to_mustache(data)}) {}
SharedData::SharedData(SharedData&&) noexcept = default;
SharedData& SharedData::operator=(SharedData&&) noexcept = default;
SharedData::~SharedData() = default;

struct ReadyTemplate::Parsed {
  /// Filling changes nothing in it: only partials and lambdas would, which there are none of.
  mustache::mustache text;
};

ReadyTemplate::ReadyTemplate(std::string_view name, std::string const& text) : parsed_(new Parsed{text}) {
  auto& parsed = parsed_->text;
  if (!parsed.is_valid()) {
    throw base::Failure(
        {"テンプレート「" + std::string(name) + "」を読み取ることができません（" + parsed.error_message() + "）。",
         "The template “" + std::string(name) + "” cannot be parsed: " + parsed.error_message()});
  }
  parsed.set_custom_escape(escaped);
}

ReadyTemplate::ReadyTemplate(ReadyTemplate&&) noexcept = default;
ReadyTemplate::~ReadyTemplate() = default;

void ReadyTemplate::fill(std::string& out, Scopes const& scopes) const {
  std::vector<mustache::data const*> shared;
  for (auto const* data : scopes.shared) shared.push_back(&data->converted_->data);
  Lookup lookup(std::move(shared), scopes.own);
  Sink sink{out};
  parsed_->text.render(lookup, sink);
}

Renderer::Renderer(Templates const& templates) {
  for (auto const& name : templates.names()) {
    if (name.starts_with(block_folder)) {
      blocks_.emplace(name.substr(block_folder.size()), ReadyTemplate(name, templates.joined(name, {})));
    } else if (!page_kind(name).empty()) {
      pages_.emplace(name, ReadyTemplate(name, templates.joined(layout_template, name)));
    } else if (name == not_found_template || name == forward_template) {
      whole_.emplace(name, ReadyTemplate(name, templates.joined(name, {})));
    }
  }
}

std::string Renderer::page(std::string_view content, Scopes const& scopes) const {
  std::string out;
  pages_.find(content)->second.fill(out, scopes);
  return out;
}

std::string Renderer::whole(std::string_view name, Scopes const& scopes) const {
  std::string out;
  whole_.find(name)->second.fill(out, scopes);
  return out;
}

void Renderer::block(std::string& out, std::string_view name, TemplateData const& data) const {
  blocks_.find(name)->second.fill(out, {{}, data});
}

}  // namespace tebiki::html
