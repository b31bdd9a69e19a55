#include "html/renderer.hpp"

#include <kainjow/mustache.hpp>
#include <map>

#include "base/failure.hpp"
#include "html/escape.hpp"

namespace tebiki::html {
namespace {

namespace mustache = kainjow::mustache;

mustache::data to_mustache(Data const& data);

struct ToMustache {
  mustache::data operator()(bool value) const { return mustache::data(value); }
  mustache::data operator()(std::string const& words) const {
    return words.empty() ? mustache::data(false) : mustache::data(words);
  }
  mustache::data operator()(std::vector<Data> const& items) const {
    mustache::data made(mustache::data::type::list);
    for (auto const& item : items) made.push_back(to_mustache(item));
    return made;
  }
};

mustache::data to_mustache(Data const& data) {
  mustache::data made(mustache::data::type::object);
  for (auto const& [name, field] : data.fields) made[name] = std::visit(ToMustache{}, field);
  return made;
}

/// What kainjow takes for a stream.
struct Sink {
  std::string& out;
  Sink& operator<<(std::string const& words) {
    out += words;
    return *this;
  }
};

}  // namespace

struct Renderer::Kept {
  Templates const& templates;
  std::map<std::pair<std::string, std::string>, mustache::mustache, std::less<>> parsed;
  mustache::data common;
  std::map<std::size_t, mustache::data> shared;
  std::size_t last_size = 0;  ///< pages that follow each other are of like size

  mustache::mustache& parse(std::string_view layout, std::string_view content) {
    std::pair const key{std::string(layout), std::string(content)};
    if (auto found = parsed.find(key); found != parsed.end()) return found->second;
    mustache::mustache made(templates.joined(layout, content));
    if (!made.is_valid()) {
      throw base::Failure({"テンプレート「" + key.second + "」を読み取れません: " + made.error_message(),
                           "Cannot parse the template “" + key.second + "”: " + made.error_message()});
    }
    made.set_custom_escape(escaped);
    return parsed.emplace(key, std::move(made)).first->second;
  }
};

Renderer::Renderer(Templates const& templates)
    : kept_(new Kept{templates, {}, mustache::data(mustache::data::type::object), {}, 0}) {}
Renderer::~Renderer() = default;

void Renderer::share(Data const& data) { kept_->common = to_mustache(data); }

void Renderer::share(std::size_t number, Data const& data) {
  constexpr std::size_t a_few = 32;
  if (kept_->shared.size() >= a_few) kept_->shared.clear();
  kept_->shared.insert_or_assign(number, to_mustache(data));
}

bool Renderer::shares(std::size_t number) const { return kept_->shared.contains(number); }

std::string Renderer::render(std::string_view layout, std::string_view content, std::size_t shared, Data const& data) {
  auto& made = kept_->parse(layout, content);
  auto const own = to_mustache(data);
  mustache::context<std::string> context(&kept_->common);
  context.push(&kept_->shared.at(shared));
  context.push(&own);
  std::string out;
  out.reserve(kept_->last_size);
  Sink sink{out};
  made.render(context, sink);
  kept_->last_size = out.size() + out.size() / 8;
  return out;
}

}  // namespace tebiki::html
