// The heads of publications: the first page of a booklet or leaflet, and what stands above a newsletter's text.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/unicode.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

/// Type gets smaller by steps.
constexpr double step = 0.95;
/// From the top of a line of letters to their baseline.
constexpr double ascent_ems = 0.88;
/// What rounding may take, in points.
constexpr double tolerance = 0.5;

/// With all of its lengths in proportion.
model::TextStyle scaled(model::TextStyle style, double factor) {
  for (auto* length : {&style.size, &style.leading, &style.before, &style.after}) *length *= factor;
  return style;
}

double widest(Lines const& lines) {
  double width = 0;
  for (auto const& line : lines.lines) width = std::max(width, line.width);
  return width;
}

/// One line of runs, `from` the left.
Lines line_of(std::vector<TextRun> runs, model::TextStyle const& style, double from, double width,
              base::SourceLocation at) {
  Line line{style.leading, (style.leading - style.size) / 2 + style.size * ascent_ems, width, {}, {}};
  for (auto& run : runs) {
    run.origin = {run.origin.x + from, line.baseline};
    run.at = at;
    line.items.emplace_back(std::move(run));
  }
  Lines lines;
  lines.lines.push_back(std::move(line));
  return lines;
}

}  // namespace

Lines short_lines(TextContext const& context, std::string_view words, model::TextStyle const& style, double least,
                  Setting const& setting, base::SourceLocation at) {
  auto const line = fit_line(context.fonts, words, look_of(style), setting.width, least);
  if (line.words != words) {
    auto const smaller = scaled(style, std::min(1.0, least / style.size));
    auto parted = setting;
    parted.leading = smaller.leading;
    return set_lines(context, plain(words, look_of(smaller), at), parted);
  }
  report_missing_glyphs(context, words, line.look.font, at);
  double const from = setting.alignment == model::Alignment::end ? setting.width - line.width : 0;
  return line_of(text_runs(context.fonts, words, line.look, {}, TagId(0)), style, from, line.width, at);
}

namespace {

/// Lines of one look below one another: an edition, a title, a telephone number.
struct Paragraph {
  std::vector<std::string> lines;  ///< each is wrapped where it is too long
  model::TextStyle style;
  Role role = Role::p;
  base::SourceLocation at;
  enum class Kind { words, short_words, number } kind = Kind::words;  ///< a number is never parted
};

/// What paragraphs are set with, from the top of an area down.
struct HeadSetting {
  BookletContext const& context;
  StructureTree& tags;
  TagId section = StructureTree::root;
  Rectangle area;
  double scale = 1;           ///< of the paper to that of the styles
  double smallest_share = 0;  ///< type gets no smaller than this share of its size, nor than the style's least size
  model::Alignment alignment = model::Alignment::start;
  base::Message name;  ///< of the area, for messages
  double spare = 0;    ///< of the space below it, that words in the least size may take
};

/// A paragraph as it will stand.
struct SetParagraph {
  std::vector<Lines> lines;
  model::TextStyle style;
  double height = 0;
  bool narrow = true;    ///< no line is wider than the area
  bool smallest = true;  ///< its type can get no smaller
};

class HeadSetter {
 public:
  explicit HeadSetter(HeadSetting const& setting) : setting_(setting), context_(setting.context) {}

  /// As large as they fit; nothing, and an error, where they do not even in the least size.
  std::vector<SetParagraph> fitted(std::vector<Paragraph> const& words) const {
    for (double share = 1;; share *= step) {
      std::vector<SetParagraph> all;
      for (auto const& paragraph : words) all.push_back(set(paragraph, share));
      if (fits(all)) return all;
      if (!std::all_of(all.begin(), all.end(), [](auto const& one) { return one.smallest; })) continue;
      if (fits(all, setting_.spare)) return all;
      report(words, all);
      return {};
    }
  }

 private:
  SetParagraph set(Paragraph const& paragraph, double share) const {
    double const usual = paragraph.style.size * setting_.scale;
    double const least = std::max(context_.style.least_size, usual * setting_.smallest_share);
    SetParagraph result{{}, scaled(paragraph.style, std::max(least, usual * share) / paragraph.style.size)};
    result.smallest = usual * share <= least;
    for (auto const& line : paragraph.lines) {
      if (line.empty()) continue;
      result.lines.push_back(set_line(line, paragraph, result.style));
      result.height += result.lines.back().height();
      result.narrow = result.narrow && widest(result.lines.back()) <= setting_.area.width + tolerance;
    }
    if (!result.lines.empty()) result.height += result.style.before + result.style.after;
    return result;
  }

  Lines set_line(std::string const& line, Paragraph const& paragraph, model::TextStyle const& style) const {
    auto const setting = in_phrases(setting_.area.width, style.leading, setting_.alignment);
    if (paragraph.kind == Paragraph::Kind::number) return set_number(line, style, paragraph.at);
    if (paragraph.kind == Paragraph::Kind::short_words)
      return short_lines(context_, line, style, style.size, setting, paragraph.at);
    return set_lines(context_, plain(line, look_of(style), paragraph.at), setting);
  }

  Lines set_number(std::string const& number, model::TextStyle const& style, base::SourceLocation at) const {
    auto look = look_of(style);
    double const width = tabular_width(context_.fonts, number, look.font, look.size);
    double const share = std::min(1.0, setting_.area.width / width);
    look.size *= float(share);
    return line_of(tabular_runs(context_.fonts, number, look, {}, TagId(0)), style, 0, width * share, at);
  }

  bool fits(std::vector<SetParagraph> const& all, double spare = 0) const {
    double height = all.empty() ? 0 : -all.back().style.after;
    for (auto const& paragraph : all) height += paragraph.height;
    return height <= setting_.area.height + spare &&
           std::all_of(all.begin(), all.end(), [](auto const& one) { return one.narrow; });
  }

  /// Of words that are too wide, otherwise of the highest.
  void report(std::vector<Paragraph> const& words, std::vector<SetParagraph> const& set) const {
    std::size_t highest = 0, count = 0;
    auto const rank = [&](std::size_t i) { return std::pair(!set[i].narrow, set[i].height); };
    for (std::size_t i = 1; i < set.size(); ++i)
      if (rank(i) > rank(highest)) highest = i;
    for (auto const& line : words[highest].lines) count += base::character_count(line);
    auto const& title = context_.booklet.publication.title;
    double const size = std::floor(set[highest].style.size);
    context_.state.diagnostics.error(
        words[highest].at, "words-too-long",
        {fmt::format(
             "「{}」の{}に、ここの言葉（{}文字）が入りきりません。いちばん小さい字（{}ポイント）でもあふれます。",
             title, setting_.name.ja, count, size),
         fmt::format("These words ({} characters) do not fit into the {} of “{}”, even at {} points.", count,
                     setting_.name.en, title, size)},
        {"言葉を短くしてください。長い説明は、本文に移します。", "Shorten them; long explanations go into the text."});
  }

  HeadSetting const& setting_;
  BookletContext const& context_;
};

/// Sets paragraphs from the top of the area down.
void add_words(HeadSetting const& setting, std::vector<Paragraph> const& words, std::vector<Item>& items) {
  auto set = HeadSetter(setting).fitted(words);
  std::vector<LinkArea> links;
  double y = setting.area.y;
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (set[i].lines.empty()) continue;
    auto tag = setting.tags.add(setting.section, words[i].role);
    y += set[i].style.before;
    for (auto& lines : set[i].lines)
      y = place_lines(lines, setting.area.x, y, items, links, attach_tags(setting.tags, tag, lines.tags));
    y += set[i].style.after;
  }
}

/// The first words stand so far down the page.
constexpr double share_above_words = 0.105;

/// Of the styles' sizes, on the front of a folded sheet; and the least share of them.
constexpr double scale_of_panel = 0.82, smallest_share = 0.42;

std::vector<Paragraph> title_words(BookletContext const& context) {
  auto const& publication = context.booklet.publication;
  auto const& cover = *publication.cover;
  auto lines = cover.title_lines;
  if (lines.empty()) lines.push_back(publication.title);
  return {{{cover.edition}, context.style.cover_edition, Role::p, cover.edition_at},
          {std::move(lines), context.style.cover_title, Role::h1, cover.title_at},
          {{cover.motto}, context.style.cover_motto, Role::p, cover.motto_at}};
}

std::vector<Paragraph> whom_to_call(BookletContext const& context) {
  auto const& contact = context.site.contact;
  auto const& style = context.style;
  auto const tel = std::string(contact.tel.written());
  return {{{contact.prompt}, style.cover_prompt, Role::p, contact.at},
          {{tel}, style.cover_tel, Role::p, contact.at, Paragraph::Kind::number},
          {{contact.name}, style.cover_prompt, Role::p, contact.at},
          {{contact.hours}, style.cover_prompt, Role::p, contact.at}};
}

}  // namespace

PageFrame cover_page(BookletContext const& context, StructureTree& tags, Geometry const& geometry) {
  PageFrame page{geometry.width, geometry.height, "", {}, {}};
  auto const& art = context.booklet.cover_art;
  page.items.emplace_back(placed(context.fonts, art.drawing, {0, 0, page.width, page.height}, TagId::artifact));
  bool const panel = context.booklet.publication.fold > 1;
  double scale = panel ? scale_of_panel : std::min(page.width, page.height) / context.style.page_width;
  double foot = art.foot > 0 ? art.foot : page.height - context.style.cover_foot * scale;
  double waves_top = art.foot > 0 ? art.waves_top : foot;
  auto section = tags.add(StructureTree::root, Role::sect);
  auto const& style = context.style;
  double left = panel ? style.panel_margin_x : style.cover_margin * scale, width = page.width - 2 * left;
  double top = page.height * share_above_words, below = foot + style.cover_above_foot * scale;
  HeadSetting setting{context, tags,
                      section, {left, top, width, waves_top - style.cover_above_waves * scale - top},
                      scale,   smallest_share};
  setting.name = {"表紙", "cover"};
  setting.spare = style.cover_above_waves * scale;
  add_words(setting, title_words(context), page.items);
  setting.area = {left, below, width, page.height - style.cover_below_foot * scale - below};
  setting.spare = style.cover_below_foot * scale / 2;
  add_words(setting, whom_to_call(context), page.items);
  return page;
}

namespace {

/// The title takes at most this share of the line where a number stands beside it.
constexpr double share_of_title = 0.68;
/// From the paper's edge to the first line, as a share of the sky.
constexpr double first_line = 0.2;

}  // namespace

void add_masthead(BlockTarget const& target, Geometry const& geometry) {
  auto const& context = target.context;
  auto const& style = context.style;
  auto const& art = context.booklet.cover_art;
  auto const& publication = context.booklet.publication;
  auto const& masthead = *publication.masthead;
  if (context.state.heading_level) *context.state.heading_level = 1;
  // It lies over the upper margin and that at either side; text begins below it.
  double const left = -geometry.text_area(0).x, top = -geometry.top;
  Flowable head;
  head.height = art.foot + top + style.masthead_space;
  head.items.emplace_back(placed(context.fonts, art.drawing, {left, top, geometry.width, art.foot}, TagId::artifact));
  head.anchors = {publication.slug};
  head.outline = publication.title;
  head.outline_level = 1;

  auto const date = publication.revised ? model::date_text(*publication.revised, context.site.words) : "";
  bool const beside = !masthead.number.empty() || !masthead.note.empty() || !date.empty();
  double const width = geometry.text_width(), room = width * (beside ? share_of_title : 1);
  auto const column = [&](Column const& place, model::Alignment alignment, std::vector<Paragraph> words) {
    double usual = 0, begin = art.waves_top * first_line;
    for (auto& text : words) {
      text.kind = Paragraph::Kind::short_words;
      if (!text.lines.front().empty()) usual += text.style.leading;
    }
    Rectangle const area{place.x, top + begin, place.width, std::max(art.waves_top - begin, usual) + tolerance};
    add_words({context, target.tags, target.parent, area, 1, 0, alignment, {"題字", "masthead"}}, words, head.items);
  };
  column({0, room}, model::Alignment::start,
         {{{masthead.above}, style.masthead_words, Role::p, masthead.above_at},
          {{publication.title}, style.masthead_title, Role::h1, publication.title_at}});
  column({room, width - room}, model::Alignment::end,
         {{{masthead.number}, style.masthead_number, Role::p, masthead.number_at},
          {{date}, style.masthead_words, Role::p, publication.at},
          {{masthead.note}, style.masthead_words, Role::p, masthead.note_at}});
  target.sink.add(std::move(head));
}

}  // namespace tebiki::pdf
