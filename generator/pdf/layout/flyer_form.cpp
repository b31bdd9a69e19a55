// The form of a flyer: numbered headings and what is to be filled in below them, in one box of a page.
#include <algorithm>
#include <iterator>
#include <utility>

#include "pdf/layout/blocks.hpp"
#include "pdf/layout/flyer_layout.hpp"

namespace tebiki::pdf {

namespace {

/// Lines to write on are so much higher or lower than the print style says; the first that fits is taken.
constexpr double highest = 1.3, lowest = 0.75, step = 0.05;

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
        context_(with_style(context)) {}

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

  BookletContext with_style(FlyerContext const& context) const {
    auto const& all = context.booklet;
    return {{style_, all.fonts, all.unprintable},
            all.booklet,
            all.site,
            all.jobs,
            all.diagnostics,
            all.anchors,
            all.numbers,
            all.asked_for_numbers,
            all.cramped,
            all.brand};
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
  context.booklet.diagnostics.error(
      context.flyer.at, "application-without-destination",
      {"申込書の送り先がありません。この催しには、FAX番号もメールも住所も書かれていません。",
       "Nobody knows where to send this application form: the event has no fax number, mail or address."},
      {"この催しに、申込先のFAX番号、メール、住所のどれかを書いてください。",
       "Write one of them into the event."});
}

double height_of_all(std::vector<Flowable> const& all) { return height_of(all, 0, all.size(), 1); }

void report_too_full(FlyerContext const& context) {
  auto const at = context.flyer.form.empty() ? context.flyer.at : context.flyer.form.back().at;
  context.booklet.diagnostics.error(
      at, "application-too-full",
      {"この申込書の欄は、紙1枚に入りきりません。", "The fields of this application form do not fit on one sheet."},
      {"欄か、くり返す数（times）を減らすか、幅（width）を半分にして2つ並べてください。",
       "Take fields away, repeat them less often (times), or put two side by side (width)."});
}

}  // namespace

void add_form(FlyerContext const& context, StructureTree& tags, TagId section, model::DesignBox const& box,
              PageFrame& page) {
  check_destination(context);
  double share = highest;
  for (;; share -= step) {
    StructureTree tried;
    auto const all = FormBox(context, box, share).lay_out(tried, StructureTree::root);
    if (height_of_all(all) <= box.height + layout_tolerance) break;
    if (share - step < lowest) return report_too_full(context);
  }
  auto all = FormBox(context, box, share).lay_out(tags, section);
  auto const headings = double(std::count_if(all.begin(), all.end(), [](auto& row) { return !row.outline.empty(); }));
  double const spread =
      std::min(context.booklet.style.form_heading_spread, (box.height - height_of_all(all)) / std::max(1.0, headings));
  double added = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i > 0 && !all[i].outline.empty()) added += spread;
    shift(all[i].items, 0, box.y + added + height_of(all, 0, i + 1, 1) - all[i].height);
  }
  for (auto& row : all) std::move(row.items.begin(), row.items.end(), std::back_inserter(page.items));
}

}  // namespace tebiki::pdf
