#include "pdf/layout/cover.hpp"

#include "pdf/text/tabular_figures.hpp"

namespace tebiki::pdf {

namespace {

/// Of A4; the art leaves this much white at the foot of any paper.
constexpr double foot_height = 64 * 72 / 25.4;

/// Fills the page from top to bottom; each text is a paragraph of its own.
class Cover {
 public:
  Cover(LayoutContext const& context, Tags& tags, Geometry const& geometry)
      : context_(context),
        style_(context.style),
        tags_(tags),
        scale_(std::min(geometry.width, geometry.height) / 595.276) {
    page_.width = geometry.width;
    page_.height = geometry.height;
    section_ = tags.add(Tags::root, Role::sect);
  }

  PageFrame page() {
    auto const& cover = *context_.booklet.publication.cover;
    page_.items.emplace_back(
        PlacedDrawing{{0, 0, page_.width, page_.height}, context_.booklet.cover_art, TagId::artifact});
    y_ = page_.height * 0.105;
    add(cover.edition, style_.cover_edition, Role::p);
    add_title(cover);
    add(cover.motto, style_.cover_motto, Role::p);
    add_foot();
    return std::move(page_);
  }

 private:
  double left() const { return 62 * scale_; }

  model::TextStyle scaled(model::TextStyle style) const {
    for (auto* length : {&style.size, &style.leading, &style.before, &style.after}) *length *= scale_;
    return style;
  }

  void add_lines(Lines lines, TagId tag) {
    auto tags = adopt(tags_, tag, lines.tags);
    for (auto& line : lines.lines) {
      settle(line.items, tags);
      shift(line.items, left(), y_);
      y_ += line.height;
      std::move(line.items.begin(), line.items.end(), std::back_inserter(page_.items));
    }
  }

  void add(std::string const& words, model::TextStyle const& unscaled, Role role) {
    if (words.empty()) return;
    auto style = scaled(unscaled);
    y_ += style.before;
    add_lines(set(words, style), tags_.add(section_, role));
    y_ += style.after;
  }

  Lines set(std::string const& words, model::TextStyle const& style) const {
    Setting setting{page_.width - 2 * left(), style.leading, model::Alignment::start, Fit::balanced,
                    support::LineBreaking::phrase};
    return set_lines(context_, plain(words, look_of(style), context_.booklet.publication.at), setting);
  }

  void add_title(model::Cover const& cover) {
    auto lines = cover.title_lines;
    if (lines.empty()) lines.push_back(context_.booklet.publication.title);
    auto style = scaled(style_.cover_title);
    auto tag = tags_.add(section_, Role::h1);
    y_ += style.before;
    for (auto const& line : lines) add_lines(set(line, style), tag);
    y_ += style.after;
  }

  void add_foot() {
    auto const& contact = context_.site.contact;
    y_ = page_.height - foot_height + 30 * scale_;
    add(contact.prompt, style_.cover_prompt, Role::p);
    add_telephone(contact.tel);
    add(contact.name, style_.cover_prompt, Role::p);
    add(contact.hours, style_.cover_prompt, Role::p);
  }

  void add_telephone(std::string const& number) {
    if (number.empty()) return;
    auto style = scaled(style_.cover_tel);
    auto tag = tags_.add(section_, Role::p);
    model::Point origin{left(), y_ + (style.leading - style.size) / 2 + style.size * 0.88};
    for (auto& run : tabular_runs(context_.fonts, number, look_of(style), origin, tag))
      page_.items.emplace_back(std::move(run));
    y_ += style.leading;
  }

  LayoutContext const& context_;
  model::PrintStyle const& style_;
  Tags& tags_;
  double scale_;
  TagId section_ = TagId::artifact;
  PageFrame page_;
  double y_ = 0;
};

}  // namespace

PageFrame cover_page(LayoutContext const& context, Tags& tags, Geometry const& geometry) {
  return Cover(context, tags, geometry).page();
}

}  // namespace tebiki::pdf
