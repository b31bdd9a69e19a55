#include "pdf/layout/tables_and_directories.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <span>

#include "base/unicode.hpp"
#include "pdf/text/items.hpp"
#include "pdf/text/paragraph.hpp"

namespace tebiki::pdf {

namespace {

/// Details of more characters than this are broken like any text; shorter ones stay whole.
constexpr std::size_t held_together = 22;
/// Days and hours of more characters would not fit on a line.
constexpr std::size_t longest_opening = 30;

/// From the middle of figures to their baseline, and from the top of a line of them.
constexpr double half_figure_ems = 0.36, ascent_ems = 0.88;
/// From line to line of what has marks in it.
constexpr double leading_of_marks_ems = 1.75;

model::Inline gap(BookletContext const& context) { return model::words(std::string(context.site.words["join.gap"])); }

/// Pieces of a row with a full-width space between; none is parted where it need not be.
StyledText details_in_a_row(BookletContext const& context, std::span<model::Inlines const> details, TextLook look) {
  model::Inlines row;
  std::string before;
  for (auto const& detail : details) {
    auto words = model::plain_text(detail);
    if (words.empty()) continue;
    if (!before.empty()) row.push_back(gap(context));
    row.insert(row.end(), detail.begin(), detail.end());
    before += words;
  }
  return flatten(context, row, look);
}

/// Days and hours, 月〜土　8:30〜17:15, are one piece, if it is short enough to stand on a line.
void hold_opening_together(BookletContext const& context, model::Entry const& entry, StyledText& text) {
  std::span const details(entry.details);
  auto const [first, end] = entry.opening;
  if (end <= first || end > details.size()) return;
  auto const opening = details_in_a_row(context, details.subspan(first, end - first), {}).text;
  auto const at = text.text.find(opening);
  if (opening.empty() || at == text.text.npos || base::character_count(opening) > longest_opening) return;
  text.held.push_back({std::uint32_t(at), std::uint32_t(at + opening.size())});
}

void hold_pieces_together(BookletContext const& context, StyledText& text) {
  auto const gap = context.site.words["join.gap"];
  std::u32string between;
  for (std::size_t at = 0; at < gap.size();) between += base::next_character(gap, at);
  auto flowables = short_pieces(text.text, between, held_together);
  text.unbreakable.insert(text.unbreakable.end(), flowables.begin(), flowables.end());
}

model::Inlines abilities_in_a_row(BookletContext const& context, model::Entry const& entry) {
  model::Inlines row;
  for (auto const& ability : entry.abilities) {
    if (!row.empty()) row.push_back(gap(context));
    row.push_back({model::AvailabilityMark{ability.availability}, entry.at});
    row.push_back(model::words("\u2009" + ability.label, entry.at));
  }
  return row;
}

/// Fills one entry from top to bottom: words at the left, numbers at the right.
class EntryLayout {
 public:
  EntryLayout(BlockTarget const& target, model::Entry const& entry, EntryColumns const& columns, TagId list)
      : target_(target), context_(target.context), style_(target.context.style), entry_(entry), columns_(columns) {
    item_ = target.tags.add(list, Role::li);
  }

  Flowable flowable() {
    left_ = right_ = padding_;
    add_number();
    body_ = target_.tags.add(item_, Role::lbody);
    add_kana();
    add_name();
    double named = left_;
    add_telephone();
    add_details();
    add_abilities();
    flowable_.height = std::max(left_, right_) + padding_;
    double width = target_.column.width;
    flowable_.items.emplace_back(
        Box{{target_.column.x, flowable_.height - style_.entry_rule, width, style_.entry_rule}, 0, style_.line, {}, 0});
    if (!entry_.anchor.empty())
      flowable_.anchors = {entry_.anchor, heading_key(target_.context.state.part, entry_.anchor)};
    flowable_.cuts = cuts_;
    if (flowable_.height > target_.sink.page_room()) flowable_.continued = continued_name(named);
    return std::move(flowable_);
  }

 private:
  double words_x() const { return target_.column.x + columns_.number; }

  void add_number() {
    if (columns_.number <= 0) return;
    auto tag = target_.tags.add(item_, Role::lbl);
    auto number = fmt::format("{}", entry_.number);
    // Beside the name, which is what it numbers.
    double first = entry_.kana.empty() ? 0 : style_.entry_kana.leading;
    double middle = padding_ + first + style_.entry_name.leading / 2;
    double x = target_.column.x, disc = style_.entry_disc;
    flowable_.items.emplace_back(Box{{x, middle - disc / 2, disc, disc}, disc / 2, style_.ink, {}, 0});
    auto size = float(number.size() > 2 ? style_.entry_long_number_size : style_.entry_number_size);
    FontChoice font{FontChoice::List::body, true, false};
    double width = text_width(context_.fonts, number, font, size);
    model::Point origin{x + (disc - width) / 2, middle + size * half_figure_ems};
    for (auto& run : text_runs(context_.fonts, number, {font, size, style_.on_dark}, origin, tag))
      flowable_.items.emplace_back(std::move(run));
  }

  void add_words(StyledText text, model::TextStyle const& style, double width, base::LineBreaking breaking) {
    auto lines =
        set_lines(context_, std::move(text), {width, style.leading, model::Alignment::start, Fit::ragged, breaking});
    if (lines.lines.empty()) return;
    auto tags = attach_tags(target_.tags, target_.tags.add(body_, Role::p), lines.tags);
    for (double end = left_; auto const& line : lines.lines) cuts_.push_back(end += line.height);
    left_ = place_lines(lines, words_x(), left_, flowable_.items, flowable_.links, tags);
  }

  void add_kana() {
    if (entry_.kana.empty()) return;
    add_words(plain(entry_.kana, look_of(style_.entry_kana), entry_.at), style_.entry_kana, columns_.words,
              base::LineBreaking::strict);
  }

  void add_name() {
    add_words(plain(entry_.name, look_of(style_.entry_name), entry_.at), style_.entry_name, columns_.words,
              base::LineBreaking::phrase);
  }

  /// For the further pages of an entry that is higher than one: one line, so that most of the page is left.
  std::shared_ptr<Continued const> continued_name(double named) const {
    auto look = look_of(style_.entry_name);
    auto light = look;
    light.font.bold = false;
    auto const goes_on = context_.site.words["print.continued"];
    double room = columns_.words - text_width(context_.fonts, goes_on, light.font, light.size);
    auto fitted = fit_line(context_.fonts, entry_.name, look, room, look.size);
    auto text = plain(fitted.words, fitted.look, entry_.at);
    append(text, goes_on, light);
    auto lines = set_lines(context_, std::move(text), {columns_.words, style_.entry_name.leading});
    auto name = std::make_shared<Continued>();
    name->position = Continued::Position::above;
    name->after = named;
    name->height = place_decoration(lines, words_x(), padding_, name->items);
    return name;
  }

  void add_right(std::string const& words, model::TextStyle const& style) {
    if (words.empty()) return;
    auto tag = target_.tags.add(body_, Role::p);
    auto look = look_of(style);
    report_missing_glyphs(context_, words, look.font, entry_.at);
    double width = tabular_width(context_.fonts, words, look.font, look.size);
    double right = target_.column.x + target_.column.width;
    model::Point origin{right - width, right_ + (style.leading - style.size) / 2 + style.size * ascent_ems};
    for (auto& run : tabular_runs(context_.fonts, words, look, origin, tag))
      flowable_.items.emplace_back(std::move(run));
    right_ += style.leading;
  }

  /// The number stands on the line of the name.
  void add_telephone() {
    double first = entry_.kana.empty() ? 0 : style_.entry_kana.leading;
    right_ += std::max(0.0, first + (style_.entry_name.leading - style_.entry_tel.leading) / 2);
    add_right(std::string(entry_.tel.written()), style_.entry_tel);
    add_right(entry_.fax.empty() ? "" : context_.site.words.filled("entry.fax", {{"fax", entry_.fax.written()}}),
              style_.entry_detail);
    add_right(entry_.confirmed, style_.entry_detail);
  }

  /// Below the numbers the words may be as wide as the page allows.
  double width_here() const { return left_ + 1 >= right_ ? target_.column.width - columns_.number : columns_.words; }

  void add_details() {
    auto details = entry_.details;
    if (!entry_.tags.empty()) {
      std::string tags;
      for (auto const& tag : entry_.tags) tags.append(tags.empty() ? "" : context_.site.words["join.dot"]).append(tag);
      details.insert(details.begin(), {model::words(tags, entry_.at)});
    }
    auto text = details_in_a_row(context_, details, look_of(style_.entry_detail));
    hold_pieces_together(context_, text);
    hold_opening_together(context_, entry_, text);
    add_words(std::move(text), style_.entry_detail, columns_.words, base::LineBreaking::strict);
  }

  void add_abilities() {
    if (entry_.abilities.empty()) return;
    left_ += style_.entry_abilities_before;
    auto text = flatten(context_, abilities_in_a_row(context_, entry_), look_of(style_.entry_detail));
    hold_pieces_together(context_, text);
    auto style = style_.entry_detail;
    style.leading = style.size * leading_of_marks_ems;
    add_words(std::move(text), style, width_here(), base::LineBreaking::strict);
  }

  BlockTarget const& target_;
  BookletContext const& context_;
  model::PrintStyle const& style_;
  model::Entry const& entry_;
  EntryColumns const& columns_;
  double padding_ = context_.style.entry_padding * context_.state.spacing;  ///< above and below
  TagId item_ = TagId::artifact;
  TagId body_ = TagId::artifact;
  Flowable flowable_;
  std::vector<double> cuts_;
  double left_ = 0;   ///< how far the words reach down
  double right_ = 0;  ///< how far the numbers do
};

}  // namespace

Flowable entry_flowable(BlockTarget const& target, model::Entry const& entry, EntryColumns const& columns, TagId list) {
  return EntryLayout(target, entry, columns, list).flowable();
}

}  // namespace tebiki::pdf
