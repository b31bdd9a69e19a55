// Running text as one string with looks, and where its references lead.
#include <fmt/format.h>

#include <algorithm>

#include "model/visit.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {
namespace {

/// Of words that are typed from paper: a line below them would hide each “_”.
bool is_an_address(std::string_view words) {
  bool const ascii = std::all_of(words.begin(), words.end(), [](char c) { return c > ' ' && c < 0x7F; });
  return ascii && words.find_first_of("/@_") != words.npos;
}

/// As on the web.
constexpr double points_a_pixel = 0.75;
/// So much of a page a picture in a line takes at most.
constexpr double share_of_page = 0.6;

constexpr std::string_view object_character = "\xEF\xBF\xBC";

/// Walks the inlines; one small function for each kind.
class Flattener {
 public:
  Flattener(BookletContext const& context, LinkStyle link_style, StyledText& result)
      : context_(context), link_style_(link_style), result_(result) {}

  struct State {
    TextLook look;
    std::uint32_t tag = 0;
    int link = -1;
  };

  void walk(model::Inlines const& inlines, State const& state) {
    for (auto const& one : inlines) std::visit([&](auto const& node) { add(node, one.at, state); }, one.node);
  }

 private:
  InlineSpan& add_text(std::string_view text, base::SourceLocation at, State const& state) {
    auto begin = std::uint32_t(result_.text.size());
    result_.text += text;
    result_.spans.push_back(
        {{begin, std::uint32_t(result_.text.size())}, state.look, state.tag, state.link, -1, -1, at});
    return result_.spans.back();
  }

  std::uint32_t add_tag(Role role, State const& state, TagDetail detail = {}) {
    result_.tags.push_back({state.tag, role, std::move(detail)});
    return std::uint32_t(result_.tags.size());
  }

  void add(model::Text const& text, base::SourceLocation at, State const& state) { add_text(text.text, at, state); }

  void add(model::Emphasis const& emphasis, base::SourceLocation, State state) {
    state.look.font.bold = true;
    walk(emphasis.children, state);
  }

  void add(model::Strong const& strong, base::SourceLocation, State state) {
    state.look.font.bold = true;
    walk(strong.children, state);
  }

  void add(model::Strikethrough const& strikethrough, base::SourceLocation, State state) {
    state.look.struck = true;
    walk(strikethrough.children, state);
  }

  void add(model::Code const& code, base::SourceLocation at, State state) {
    state.look.font.list = FontChoice::List::code;
    state.tag = add_tag(Role::code, state);
    add_text(code.text, at, state);
  }

  void add(model::Small const& small, base::SourceLocation, State state) {
    state.look.size = std::min(state.look.size, float(context_.style.small.size));
    state.look.colour = context_.style.pale_ink;
    walk(small.children, state);
  }

  void add(model::LineBreak const&, base::SourceLocation at, State const& state) { add_text("\n", at, state); }

  void add(model::Link const& link, base::SourceLocation at, State state) {
    auto const* url = std::get_if<model::Url>(&link.target);
    if (url && url->address.starts_with("tel:")) return add_telephone(link, state);
    auto target = printed_target(context_, link.target);
    bool own = !target.destination.empty() && target.destination == link_style_.own_anchor;
    if (own || (target.destination.empty() && target.url.empty())) return walk(link.children, state);
    state.tag = add_tag(Role::link, state);
    state.link = int(result_.links.size());
    auto words = model::plain_text(link.children);
    if (!link_style_.row_name) {
      state.look.colour = context_.brand;
      state.look.underlined = !is_an_address(words);
    }
    result_.links.push_back({target, std::move(words), state.tag});
    walk(link.children, state);
    if (!target.destination.empty()) add_page_number(target.destination, at, state);
  }

  void add_page_number(std::string const& destination, base::SourceLocation at, State state) {
    state.look.underlined = false;
    auto number = page_number(context_, destination);
    if (!link_style_.row_name) {
      add_text(words_.filled("print.page", {{"page", number}}), at, state);
      return;
    }
    if (stands_near(destination)) return;
    state.look.size = std::min(state.look.size, float(context_.style.small.size));
    state.look.colour = context_.style.pale_ink;
    result_.unbreakable.push_back(add_text(words_.filled("print.page-short", {{"page", number}}), at, state).range);
  }

  /// On the page of the heading that stands above: nobody needs to be sent there.
  bool stands_near(std::string_view destination) const {
    auto const& heading = context_.state.heading_anchor;
    if (heading.empty()) return false;
    context_.state.asked_for_numbers = true;
    auto const here = context_.numbers.find(heading), there = context_.numbers.find(destination);
    if (here == context_.numbers.end() || there == context_.numbers.end()) return false;
    return !here->second.empty() && !there->second.empty() && here->second.front() == there->second.front();
  }

  void add_telephone(model::Link const& link, State const& state) {
    auto begin = std::uint32_t(result_.text.size());
    walk(link.children, state);
    result_.unbreakable.push_back({begin, std::uint32_t(result_.text.size())});
  }

  void add(model::Image const& image, base::SourceLocation at, State state) {
    auto found = context_.site.images.find(image.path);
    if (found == context_.site.images.end()) return;
    TagDetail detail;
    detail.alternative = image.alternative;
    state.tag = add_tag(Role::figure, state, detail);
    // A photograph is made to fit the page.
    auto const& style = context_.style;
    double const width = found->second.info.width * points_a_pixel, height = found->second.info.height * points_a_pixel;
    double const scale =
        std::min({1.0, (style.page_width - style.margin_inner - style.margin_outer) / width,
                  (style.page_height - style.margin_top - style.margin_bottom) * share_of_page / height});
    add_object({{}, image.path, width * scale, height * scale}, at, state);
  }

  void add_object(InlineObject object, base::SourceLocation at, State const& state) {
    result_.objects.push_back(std::move(object));
    add_text(object_character, at, state).object = int(result_.objects.size()) - 1;
  }

  void add(model::AvailabilityMark const& mark, base::SourceLocation at, State state) {
    TagDetail detail;
    detail.alternative = mark.word_follows ? model::sign(mark.availability) : std::string(words_[mark.availability]);
    state.tag = add_tag(Role::span, state, detail);
    double side = availability_mark_side(context_.style, state.look.size);
    add_object({mark.availability, "", side, side}, at, state);
  }

  void add(model::Ruby const& ruby, base::SourceLocation at, State state) {
    State own = state;
    own.tag = add_tag(Role::ruby, state);
    State base = own;
    base.tag = add_tag(Role::rb, own);
    result_.readings.push_back({ruby.reading, add_tag(Role::rt, own)});
    auto& span = add_text(ruby.base, at, base);
    span.ruby = int(result_.readings.size()) - 1;
    result_.unbreakable.push_back(span.range);
  }

  void add(model::FootnoteMark const& mark, base::SourceLocation at, State state) {
    state.tag = add_tag(Role::reference, state);
    state.tag = add_tag(Role::link, state);
    auto const number = std::to_string(mark.number);
    state.link = int(result_.links.size());
    auto const note = heading_key(context_.state.part, fmt::format("fn-{}", mark.number));
    result_.links.push_back({{note, ""}, words_.filled("print.footnote-label", {{"number", number}}), state.tag});
    state.look.size = std::min(state.look.size, float(context_.style.small.size));
    state.look.colour = context_.brand;
    auto const words = stands_near(note) ? words_.filled("print.footnote", {{"number", number}})
                                         : words_.filled("print.footnote-elsewhere",
                                                         {{"number", number}, {"page", page_number(context_, note)}});
    result_.unbreakable.push_back(add_text(words, at, state).range);
  }

  BookletContext const& context_;
  model::Words const& words_ = context_.site.words;
  LinkStyle link_style_;
  StyledText& result_;
};

/// Tabs as blanks up to the next stop: every eight columns, as browsers have them; a wide character fills two.
std::string with_tab_stops(std::string_view text) {
  constexpr std::size_t stop = 8;
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto begin = at;
    auto character = base::next_character(text, at);
    auto blanks = character == U'\t' ? stop - column % stop : 0;
    out += blanks ? std::string(blanks, ' ') : std::string(text.substr(begin, at - begin));
    column = character == U'\n' ? 0 : column + (blanks ? blanks : base::is_wide(character) ? 2 : 1);
  }
  return out;
}

}  // namespace

StyledText flatten(BookletContext const& context, model::Inlines const& inlines, TextLook look, LinkStyle link_style) {
  StyledText result;
  Flattener(context, link_style, result).walk(inlines, {look, 0, -1});
  return result;
}

// Where references lead: to places of the booklet, or outside.

namespace {

PrintedTarget outside(BookletContext const& context, std::string const& name, std::string const& fragment) {
  auto const url = context.site.url_of(name);
  if (!url) return {};
  return {"", *url + (fragment.empty() ? "" : "#" + fragment)};
}

/// `ref:care-guide#sec` names a heading of any part of the publication.
std::string heading_anywhere(BookletContext const& context, std::string_view fragment) {
  auto const& publication = context.booklet.publication;
  for (auto const& part : publication.parts) {
    auto key = heading_key(part_key(publication, part), fragment);
    if (context.anchors.contains(key)) return key;
  }
  return {};
}

PrintedTarget inside_or_outside(BookletContext const& context, model::Reference const& reference) {
  auto const& own = context.booklet.publication.slug;
  auto name = reference.name.empty() ? context.state.part : reference.name;
  if (!reference.fragment.empty()) {
    auto key = name == own ? heading_anywhere(context, reference.fragment) : heading_key(name, reference.fragment);
    if (context.anchors.contains(key)) return {key, ""};
  }
  if (auto near = heading_key(context.state.part, name); context.anchors.contains(near)) return {near, ""};
  if (auto kind = heading_key(context.state.chapter, name); context.anchors.contains(kind)) return {kind, ""};
  if (context.anchors.contains(name)) return {name, ""};
  return outside(context, name, reference.fragment);
}

}  // namespace

void report_shortened(BookletContext const& context, std::string_view words, base::SourceLocation at) {
  context.state.diagnostics.warning(at.file == base::FileId::none ? context.booklet.publication.at : at,
                                    "words-shortened",
                                    {fmt::format("紙では「{}」が入りきらず、終わりが「…」になります。", words),
                                     fmt::format("On paper there is no room for “{}”: it ends with “…”.", words)},
                                    {"この言葉を短くしてください。", "Make these words shorter."});
}

PrintedTarget printed_target(BookletContext const& context, model::Target const& target) {
  if (auto const* url = std::get_if<model::Url>(&target)) return {"", url->address};
  return inside_or_outside(context, std::get<model::Reference>(target));
}

StyledText flatten(BookletContext const& context, model::CodeBlock const& code) {
  auto look = look_of(context.style.small);
  look.font.list = FontChoice::List::code;
  look.colour = context.style.ink;
  auto text = with_tab_stops(code.text);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return plain(text, look);
}

}  // namespace tebiki::pdf
