#include "html/templates.hpp"

#include <algorithm>
#include <array>
#include <forward_list>
#include <kainjow/mustache.hpp>
#include <map>

#include "base/diagnostics.hpp"

namespace tebiki::html {
namespace {

namespace mustache = kainjow::mustache;

mustache::data to_mustache(TemplateData const& data);

mustache::data to_mustache(std::string const& words) {
  return words.empty() ? mustache::data(false) : mustache::data(words);
}

mustache::data to_mustache(std::vector<TemplateData> const& items) {
  mustache::data made(mustache::data::type::list);
  for (auto const& item : items) made.push_back(to_mustache(item));
  return made;
}

mustache::data to_mustache(bool value) { return mustache::data(value); }

mustache::data to_mustache(TemplateData const& data) {
  mustache::data made(mustache::data::type::object);
  for (auto const& [name, field] : data.fields) {
    made[std::string(name)] = std::visit([](auto const& value) { return to_mustache(value); }, field);
  }
  return made;
}

/// Where kainjow looks names up: the items of the sections it is in, the page's own data, what pages share. Only what
/// is asked for is made into kainjow's data: a list becomes one placeholder for each item, which stands for our item.
class Lookup : public mustache::basic_context<std::string> {
 public:
  Lookup(std::vector<mustache::data const*> shared, TemplateData const& own) : shared_(std::move(shared)), own_(own) {}

  void push(mustache::data const* item) override { items_.push_back({item, item_of(item)}); }
  void pop() override { items_.pop_back(); }

  mustache::data const* get(std::string const& name) const override {
    for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
      if (auto const* field = item->ours ? item->ours->find(name) : nullptr) return made(*field);
      if (auto const* found = item->theirs->get(name)) return found;
    }
    if (auto const* field = own_.find(name)) return made(*field);
    for (auto scope = shared_.rbegin(); scope != shared_.rend(); ++scope) {
      if (auto const* found = (*scope)->get(name)) return found;
    }
    return nullptr;
  }

  mustache::data const* get_partial(std::string const&) const override { return nullptr; }

 private:
  struct Item {
    mustache::data const* theirs = nullptr;
    TemplateData const* ours = nullptr;  ///< nothing for shared data and for words
  };

  mustache::data const* made(TemplateData::Field const& field) const {
    static mustache::data const yes(true), no(false);
    if (auto const* value = std::get_if<bool>(&field)) return *value ? &yes : &no;
    if (auto const* words = std::get_if<std::string>(&field)) {
      return words->empty() ? &no : &made_.emplace_front(*words);
    }
    auto const& items = std::get<std::vector<TemplateData>>(field);
    if (items.empty()) return &no;
    auto const& list = made_.emplace_front(mustache::list(items.size(), no));
    lists_.emplace(list.list_value().data(), &items);
    return &list;
  }

  TemplateData const* item_of(mustache::data const* placeholder) const {
    auto list = lists_.upper_bound(placeholder);
    if (list == lists_.begin()) return nullptr;
    auto const& [first, items] = *std::prev(list);
    auto const index = std::size_t(placeholder - first);
    return index < items->size() ? &(*items)[index] : nullptr;
  }

  std::vector<mustache::data const*> shared_;
  TemplateData const& own_;
  std::vector<Item> items_;
  mutable std::forward_list<mustache::data> made_;  ///< what kainjow holds pointers to while it fills
  /// The lists that were asked for, by their first placeholder.
  mutable std::map<mustache::data const*, std::vector<TemplateData> const*> lists_;
};

/// What kainjow takes for a stream.
struct Sink {
  std::string& out;
  Sink& operator<<(std::string const& words) {
    out += words;
    return *this;
  }
};

// Around a telephone number among other words, until it is known where in the page the words stand. Escaped words hold
// no control characters. What is nothing but a number has an element of its own, which keeps it on one line.
constexpr char number_begins = '\x02', number_ends = '\x03';

std::string escaped_with_numbers(std::string const& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const [begin, end] = number_in(text, at);
    append_escaped(out, std::string_view(text).substr(at, begin - at));
    bool const apart = end - begin < text.size();
    if (begin < end && apart) out += number_begins;
    out.append(text, begin, end - begin);
    if (begin < end && apart) out += number_ends;
    at = end;
  }
  return out;
}

/// Whether words at this place may hold elements: neither in a tag nor in an element of bare text.
bool may_hold_elements(std::string_view html, std::size_t at) {
  auto const mark = html.substr(0, at).find_last_of("<>");
  if (mark == html.npos) return true;
  if (html[mark] == '<') return false;
  auto const tag = html.substr(0, mark).rfind('<');
  constexpr std::array<std::string_view, 4> bare = {"title", "option", "textarea", "script"};
  return tag == html.npos || std::none_of(bare.begin(), bare.end(), [&](std::string_view name) {
           return html.substr(tag + 1).starts_with(name);
         });
}

/// Keeps the marked numbers behind `from` on one line.
void keep_numbers_whole(std::string& out, std::size_t from) {
  for (auto at = out.find(number_begins, from); at != out.npos; at = out.find(number_begins, at)) {
    bool const apart = may_hold_elements(std::string_view(out).substr(from), at - from);
    out.replace(out.find(number_ends, at), 1, apart ? "</span>" : "");
    out.replace(at, 1, apart ? "<span class=\"nobreak\">" : "");
  }
}

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
  parsed.set_custom_escape(escaped_with_numbers);
}

ReadyTemplate::ReadyTemplate(ReadyTemplate&&) noexcept = default;
ReadyTemplate::~ReadyTemplate() = default;

void ReadyTemplate::fill(std::string& out, Scopes const& scopes) const {
  std::vector<mustache::data const*> shared;
  for (auto const* data : scopes.shared) shared.push_back(&data->converted_->data);
  Lookup lookup(std::move(shared), scopes.own);
  Sink sink{out};
  auto const from = out.size();
  parsed_->text.render(lookup, sink);
  keep_numbers_whole(out, from);
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
  constexpr std::size_t most_pages = 16'000;  // bytes
  std::string out;
  out.reserve(most_pages);
  pages_.find(content)->second.fill(out, scopes);
  out.shrink_to_fit();  // all pages are kept until they are published
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
