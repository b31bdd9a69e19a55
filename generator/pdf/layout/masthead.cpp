#include <algorithm>

#include "pdf/layout/blocks.hpp"
#include "pdf/text/items.hpp"

namespace tebiki::pdf {

namespace {

/// The title takes at most this share of the line where a number stands beside it.
constexpr double share_of_title = 0.68;
/// From the paper's edge to the first line, as a share of the sky.
constexpr double first_line = 0.2;
/// From the top of a line of letters to their baseline.
constexpr double ascent_ems = 0.88;

class Masthead {
 public:
  Masthead(BlockTarget const& target, Geometry const& geometry)
      : target_(target), style_(target.context.style), geometry_(geometry), art_(target.context.booklet.cover_art) {}

  /// Lies over the upper margin and that at either side; text begins below it.
  Flowable make() {
    auto const& publication = target_.context.booklet.publication;
    auto const& masthead = *publication.masthead;
    double const left = -geometry_.text_area(0).x, top = -geometry_.top;
    head_.height = art_.foot + top + style_.masthead_space;
    head_.items.push_back(
        placed(target_.context.fonts, art_.drawing, {left, top, geometry_.width, art_.foot}, TagId::artifact));
    bool const beside = !masthead.number.empty() || !masthead.note.empty() || publication.revised;
    double const room = geometry_.text_width() * (beside ? share_of_title : 1);
    y_ = top + art_.sky_end * first_line;
    add(masthead.above, style_.masthead_words, Role::p, At::left, room);
    add(publication.title, style_.masthead_title, Role::h1, At::left, room);
    y_ = top + art_.sky_end * first_line;
    double const rest = geometry_.text_width() - room;
    add(masthead.number, style_.masthead_number, Role::p, At::right, rest);
    add(publication.revised ? model::date_text(*publication.revised, target_.context.site.words) : "", style_.masthead_words, Role::p, At::right,
        rest);
    add(masthead.note, style_.masthead_words, Role::p, At::right, rest);
    head_.anchors = {publication.slug};
    head_.outline = publication.title;
    head_.outline_level = 1;
    return std::move(head_);
  }

 private:
  enum class At { left, right };

  void add(std::string const& words, model::TextStyle const& style, Role role, At at, double room) {
    if (words.empty()) return;
    auto const& context = target_.context;
    auto const line = fit_line(context.fonts, words, look_of(style), room, style_.least_size);
    double const baseline = y_ + (style.leading - style.size) / 2 + style.size * ascent_ems;
    double const x = at == At::left ? 0 : geometry_.text_width() - line.width;
    auto const tag = target_.tags.add(target_.parent, role);
    report_missing_glyphs(context, words, line.look.font, context.booklet.publication.at);
    for (auto& run : text_runs(context.fonts, line.words, line.look, {x, baseline}, tag))
      head_.items.emplace_back(std::move(run));
    y_ += style.leading;
  }

  BlockTarget const& target_;
  model::PrintStyle const& style_;
  Geometry const& geometry_;
  model::CoverArt const& art_;
  Flowable head_;
  double y_ = 0;
};

}  // namespace

void add_masthead(BlockTarget const& target, Geometry const& geometry) {
  if (target.context.heading_level) *target.context.heading_level = 1;
  target.sink.add(Masthead(target, geometry).make());
}

}  // namespace tebiki::pdf
