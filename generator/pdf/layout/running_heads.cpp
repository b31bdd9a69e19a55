#include "pdf/layout/running_heads.hpp"

#include <algorithm>

#include "pdf/layout/imprint.hpp"
#include "pdf/text/tabular_figures.hpp"

namespace tebiki::pdf {

namespace {

enum class At { left, right };

/// Where a head's baseline lies in the upper margin, and the number's in the lower, measured from the paper's edge.
constexpr double head_share = 0.58;
constexpr double foot_share = 0.52;

class HeadPainter {
 public:
  HeadPainter(LayoutContext const& context, Geometry const& geometry) : context_(context), geometry_(geometry) {}

  void add(PageFrame& page, PageNote const& note, std::size_t index) const {
    auto look = look_of(context_.style.running_head);
    bool recto = geometry_.fore_edge(index) == Side::right;
    auto const& publication = context_.booklet.publication;
    auto words = head_words(publication, note);
    if (publication.cover) {
      double room = geometry_.text_width() - width_of(publication.title, look) - 24;
      if (width_of(words, look) > room && note.part >= 0) words = publication.parts[std::size_t(note.part)].title;
      put(page, index, publication.title, look, recto ? At::left : At::right, geometry_.top * head_share);
      put(page, index, words, look, recto ? At::right : At::left, geometry_.top * head_share);
    }
    if (!publication.cover)
      put(page, index, imprint_line(context_), look, recto ? At::left : At::right,
          page.height - geometry_.bottom * foot_share);
    look.colour = context_.style.ink;
    put(page, index, page.label, look, recto ? At::right : At::left, page.height - geometry_.bottom * foot_share);
  }

 private:
  double width_of(std::string const& words, TextLook const& look) const {
    return text_width(context_.fonts, words, look.font, look.size);
  }

  void put(PageFrame& page, std::size_t index, std::string const& words, TextLook const& look, At at, double y) const {
    if (words.empty()) return;
    auto area = geometry_.text_area(index);
    double x = at == At::left ? area.x : area.x + area.width - width_of(words, look);
    for (auto& run : text_runs(context_.fonts, words, look, {x, y}, TagId::artifact))
      page.items.emplace_back(std::move(run));
  }

  LayoutContext const& context_;
  Geometry const& geometry_;
};

}  // namespace

std::string head_words(model::Publication const& publication, PageNote const& note) {
  if (note.part < 0) return publication.contents ? "もくじ" : "";
  auto words = publication.parts[std::size_t(note.part)].title;
  if (note.first_mark.empty() || note.mixed) return words;
  words += "　" + note.first_mark;
  return note.first_mark == note.last_mark ? words : words + "〜" + note.last_mark;
}

void add_running_heads(LayoutContext const& context, Geometry const& geometry, FilledPages& filled) {
  HeadPainter painter(context, geometry);
  for (std::size_t i = 0; i < filled.pages.size(); ++i)
    if (!filled.pages[i].label.empty()) painter.add(filled.pages[i], filled.notes[i], i);
}

}  // namespace tebiki::pdf
