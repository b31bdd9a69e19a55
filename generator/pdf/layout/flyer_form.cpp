// The form of a flyer: numbered headings and what is to be filled in below them, in one box of a page or two.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "pdf/layout/blocks.hpp"
#include "pdf/layout/flyer_layout.hpp"

namespace tebiki::pdf {

namespace {

/// Lines to write on are so much higher or lower than the print style says; the first that fits is taken.
constexpr double highest = 1.3, lowest = 0.75, step = 0.05;
/// More sheets would not reach by fax together.
constexpr std::size_t most_sheets = 2;
/// A sheet ends before a heading where that leaves it at least so full.
constexpr double least_filled = 0.5;

constexpr double choice_leading_ems = 1.55, label_leading_ems = 1.25, gap_ems = 0.9, ring_ems = 1.45, digits_ems = 0.9;

bool is_asked_several_times(model::Block const& block) {
  auto const* form = std::get_if<model::Form>(&block.node);
  return form && !form->fields.empty() && form->fields.front().copy > 0;
}

class FormBox {
 public:
  FormBox(FlyerContext const& context, model::DesignBox const& box, double share)
      : flyer_(context.flyer),
        box_(box),
        style_(print_style(context.booklet.style, box, share)),
        context_(context.booklet.in_style(style_)) {}

  std::vector<Flowable> lay_out(StructureTree& tags, TagId section) const {
    FlowableList list;
    BlockTarget const target{context_, tags, list, section, {box_.x, box_.width}, box_.at};
    auto const& blocks = flyer_.form;
    int number = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      auto const* heading = std::get_if<model::Heading>(&blocks[i].node);
      if (!heading) {
        lay_out_block(target, blocks[i]);
        continue;
      }
      bool const several = i + 1 < blocks.size() && is_asked_several_times(blocks[i + 1]);
      list.add(numbered(target, ++number, *heading, several));
    }
    return std::move(list.flowables);
  }

 private:
  /// In the sizes of the box: of headings, of choices (its least one) and of labels. All in ink: what is sent by fax
  /// has no grey.
  static model::PrintStyle print_style(model::PrintStyle style, model::DesignBox const& box, double share) {
    style.form_line *= share;
    style.form_choice.size = box.type.least, style.form_choice.leading = box.type.least * choice_leading_ems;
    style.form_label.size = box.label_size, style.form_label.leading = box.label_size * label_leading_ems;
    style.form_gap = box.type.least * gap_ems;
    style.pale_ink = style.line = style.strong_line = style.ink;
    return style;
  }

  Flowable numbered(BlockTarget const& target, int number, model::Heading const& heading, bool several) const {
    double const gap = style_.form_ring_gap;
    auto style = context_.style.heading3;
    style.size = box_.type.size;
    style.leading = style.size * ring_ems;
    auto const tag = target.tags.add(target.parent, Role::h2);
    double const ring = style.leading;
    Flowable row;
    row.height = ring;
    row.keep_with_next = true;
    row.outline = model::plain_text(heading.text);
    row.items.emplace_back(Box{{box_.x, 0, ring, ring}, ring / 2, {}, style_.ink, style_.form_ring_rule});
    auto digits = style;
    digits.size = style.size * digits_ems;
    auto text = plain(std::to_string(number), look_of(digits));
    Setting const centred{ring, style.leading, model::Alignment::centre};
    place(target, row, set_lines(context_, std::move(text), centred), box_.x, tag);
    auto words = flatten(context_, heading.text, look_of(style));
    if (several) append(words, several_words(), look_of(style_.form_label));
    place(target, row, set_lines(context_, std::move(words), {box_.width - ring - gap, style.leading}),
          box_.x + ring + gap, tag);
    return row;
  }

  std::string several_words() const {
    auto const& words = context_.site.words;
    return std::string(words["join.gap"]) + std::string(words["form.copy-paper"]);
  }

  static void place(BlockTarget const& target, Flowable& row, Lines lines, double x, TagId tag) {
    place_lines(lines, x, 0, row.items, row.links, attach_tags(target.tags, tag, lines.tags));
  }

  model::Flyer const& flyer_;
  model::DesignBox const& box_;
  model::PrintStyle style_;
  BookletContext context_;
};

/// Who has filled it in must know where it goes.
void check_destination(FlyerContext const& context) {
  for (auto const* name : {"fax", "email", "address"})
    if (context.value(name)) return;
  context.booklet.state.diagnostics.error(
      context.flyer.at, "application-without-destination",
      {"申込書の送り先がありません。この催しには、FAX番号もメールも住所も書かれていません。",
       "Nobody knows where to send this application form: the event has no fax number, mail or address."},
      {"この催しに、申込先のFAX番号、メール、住所のどれかを書いてください。", "Write one of them into the event."});
}

/// Behind the last row that goes onto a sheet from `begin` on. What belongs together stays so.
std::size_t sheet_end(std::vector<Flowable> const& rows, std::size_t begin, double height) {
  auto end = begin;
  while (end < rows.size() && height_of(rows, begin, end + 1, 1) <= height + layout_tolerance) ++end;
  if (end == rows.size()) return end;
  auto const full = std::max(end, begin + 1);
  while (end > begin && rows[end - 1].keep_with_next) --end;
  if (end == begin) return full;
  for (auto i = end; i > begin; --i)
    if (!rows[i].outline.empty() && height_of(rows, begin, i, 1) >= least_filled * height) return i;
  return end;
}

std::vector<std::size_t> sheet_ends(std::vector<Flowable> const& rows, double height) {
  std::vector<std::size_t> ends;
  while (ends.empty() || ends.back() < rows.size())
    ends.push_back(sheet_end(rows, ends.empty() ? 0 : ends.back(), height));
  return ends;
}

/// The first field that can be filled in there.
model::FormField const* first_field(model::Flyer const& flyer, std::span<Flowable const> rows) {
  for (auto const& row : rows) {
    for (auto const& item : row.items) {
      auto const* widget = std::get_if<Widget>(&item);
      if (!widget) continue;
      for (auto const& block : flyer.form) {
        auto const* form = std::get_if<model::Form>(&block.node);
        if (!form) continue;
        for (auto const& field : form->fields)
          if (widget->field.starts_with(form->name + "/" + field.name)) return &field;
      }
    }
  }
  return nullptr;
}

/// 「もしバナゲームで話す」など
std::string events_of(model::Flyer const& flyer, char const* opening, char const* closing, char const* more) {
  std::string events = opening + flyer.form_events.front() + closing;
  return flyer.form_events.size() > 1 ? events + more : events;
}

/// `rows` have the least height; what does not fit begins at `first`.
void report_too_full(FlyerContext const& context, std::vector<Flowable> const& rows, std::size_t first) {
  auto const& flyer = context.flyer;
  auto const over = int(std::ceil(height_of(rows, first, rows.size(), 1) / model::millimetre));
  auto const* field = first_field(flyer, std::span(rows).subspan(first));
  auto const at = field ? field->at : flyer.form.empty() ? flyer.at : flyer.form.back().at;
  auto const label = field ? field->label : std::string();
  context.booklet.state.diagnostics.error(
      at, "application-too-full",
      {fmt::format("催し{}の申込書は、書式「{}」の欄「{}」から先が、紙{}枚に入りきりません。あと{}ミリ足りません。",
                   events_of(flyer, "「", "」", "など"), flyer.form_title, label, most_sheets, over),
       fmt::format("The application form of the event {} has no room on {} sheets from the field “{}” of the form “{}” "
                   "on: {} mm are missing.",
                   events_of(flyer, "“", "”", " …"), most_sheets, label, flyer.form_title, over)},
      {"欄か、くり返す数（times）を減らすか、幅（width）を半分にして2つ並べてください。",
       "Take fields away, repeat them less often (times), or put two side by side (width)."});
}

}  // namespace

FormSheets sheets_of_form(FlyerContext const& context, model::DesignBox const& box) {
  check_destination(context);
  FormSheets form;
  std::vector<Flowable> rows;
  for (std::size_t sheets = 1; sheets <= most_sheets; ++sheets) {
    for (form.line_share = highest; form.line_share > lowest - step / 2; form.line_share -= step) {
      StructureTree tried;
      rows = FormBox(context, box, form.line_share).lay_out(tried, StructureTree::root);
      form.ends = sheet_ends(rows, box.height);
      if (form.ends.size() <= sheets) return form;
    }
  }
  report_too_full(context, rows, form.ends[most_sheets - 1]);
  return {};
}

void lay_out_form(FlyerContext const& context, model::DesignBox const& box, FormSheets& form, StructureTree& tags,
                  TagId section) {
  if (!form.ends.empty()) form.rows = FormBox(context, box, form.line_share).lay_out(tags, section);
}

void add_form_rows(FlyerContext const& context, model::DesignBox const& box, FormSheets& form, std::size_t sheet,
                   PageFrame& page) {
  if (form.ends.empty()) return;
  auto const begin = sheet == 0 ? 0 : form.ends[sheet - 1];
  std::span const rows(form.rows.data() + begin, form.ends[sheet] - begin);
  auto const headings =
      double(std::count_if(rows.begin(), rows.end(), [](auto const& row) { return !row.outline.empty(); }));
  double const height = height_of(form.rows, begin, form.ends[sheet], 1);
  double const spread =
      std::min(context.booklet.style.form_heading_spread, (box.height - height) / std::max(1.0, headings));
  double added = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto& row = rows[i];
    if (i > 0 && !row.outline.empty()) added += spread;
    shift(row.items, 0, box.y + added + height_of(form.rows, begin, begin + i + 1, 1) - row.height);
  }
  for (auto& row : rows) std::move(row.items.begin(), row.items.end(), std::back_inserter(page.items));
}

}  // namespace tebiki::pdf
