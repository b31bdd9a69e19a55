// The last look before painting: sweeps over each page from left to right.
#include <fmt/format.h>

#include <algorithm>
#include <queue>
#include <set>

#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "pdf/fonts/fonts.hpp"
#include "pdf/layout/page_flow.hpp"

namespace tebiki::pdf {

namespace {

using base::Message;

/// What of an em is ink for certain, from the baseline up, and at either side: neighbours may touch beyond it.
constexpr double core_top = 0.70, core_bottom = 0.05, core_side = 0.15;
/// How far the ink of a common glyph reaches from the baseline, in ems.
constexpr double ink_top = 0.80, ink_bottom = 0.06;
/// Rounding is no mistake.
constexpr double tolerance = 0.5;
/// Of each kind of mistake so many are told in a booklet; the rest is counted.
constexpr std::size_t most_told = 10;
/// Characters of a text that are shown in a message.
constexpr std::size_t most_shown = 16;

struct Extent {
  double left = 0, top = 0, right = 0, bottom = 0;
};

/// Where the last character ends that is not blank.
std::size_t visible_end(std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    auto begin = end - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    std::size_t at = begin;
    auto character = base::next_character(text, at);
    if (character != U'\u3000' && !is_blank(character)) return end;
    end = begin;
  }
  return 0;
}

/// From the run's origin to the end of its last glyph that is not blank.
double visible_length(TextRun const& run) {
  auto end = visible_end(run.text);
  double length = 0;
  for (auto const& glyph : run.glyphs)
    if (glyph.cluster < end) length += glyph.advance;
  return length;
}

Extent extent_of(TextRun const& run, double length, double top, double bottom, double side) {
  double size = run.size, x = run.origin.x, y = run.origin.y;
  if (run.vertical) return {x - size * top / 2, y + size * side, x + size * top / 2, y + length - size * side};
  // Below a long reading the base stands behind the beginning of its run; the glyph before it takes the room.
  double lead = run.glyphs.empty() ? 0 : std::max(0.0, double(run.glyphs.front().x_offset));
  return {x + lead + size * side, y - size * top, x + length - size * side, y - size * bottom};
}

/// A run and where its ink is for certain.
struct Inked {
  TextRun const* run = nullptr;
  Extent core;
};

/// Texts over one another on one page. Those that the sweep stands in are apart from top to bottom, or else one of them
/// was found to cover another and left out; so a new one need be compared with its neighbours only.
class Sweep {
 public:
  template <class Report>
  void look(std::vector<Inked>& inked, Report const& report) {
    std::stable_sort(inked.begin(), inked.end(),
                     [](Inked const& a, Inked const& b) { return a.core.left < b.core.left; });
    for (auto const& one : inked) {
      leave_behind(one.core.left);
      if (auto const* other = covered(one.core))
        report(*other->run, *one.run);
      else
        enter(one);
    }
  }

 private:
  struct Ending {
    double right = 0, top = 0;
    friend bool operator<(Ending const& a, Ending const& b) { return a.right > b.right; }
  };

  void leave_behind(double x) {
    for (; !endings_.empty() && endings_.top().right <= x; endings_.pop())
      standing_.erase(lower_bound(endings_.top().top));
  }

  Inked const* covered(Extent const& core) const {
    auto below = lower_bound(core.top);
    if (below != standing_.end() && (*below)->core.top < core.bottom) return *below;
    if (below == standing_.begin()) return nullptr;
    auto const* above = *std::prev(below);
    return above->core.bottom > core.top ? above : nullptr;
  }

  void enter(Inked const& one) {
    standing_.insert(lower_bound(one.core.top), &one);
    endings_.push({one.core.right, one.core.top});
  }

  using Standing = std::vector<Inked const*>;

  Standing::const_iterator lower_bound(double top) const {
    return std::lower_bound(standing_.begin(), standing_.end(), top,
                            [](Inked const* one, double at) { return one->core.top < at; });
  }

  Standing standing_;  ///< by their top; no more than lines have room on a page
  std::priority_queue<Ending> endings_;
};

std::string shown(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < most_shown; ++count) base::next_character(text, at);
  return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

class FrameCheck {
 public:
  FrameCheck(model::Booklet const& booklet, base::Diagnostics& diagnostics)
      : booklet_(booklet), publication_(booklet.publication), diagnostics_(diagnostics) {}

  /// What is wrong on a page, in the order in which it is told.
  struct Findings {
    std::vector<TextRun const*> outside;
    std::vector<std::pair<TextRun const*, TextRun const*>> covered;
  };

  /// Safe to call for several pages at once.
  static Findings look(PageFrame const& page) {
    Findings findings;
    std::vector<Inked> inked;
    inked.reserve(page.items.size());
    for (auto const& item : page.items) {
      auto const* run = std::get_if<TextRun>(&item);
      if (!run) continue;
      double length = visible_length(*run);
      if (length <= 0) continue;
      if (leaves(page, extent_of(*run, length, ink_top, -ink_bottom, 0))) findings.outside.push_back(run);
      auto core = extent_of(*run, length, core_top, core_bottom, core_side);
      if (core.right > core.left && core.bottom > core.top) inked.push_back({run, core});
    }
    Sweep().look(inked, [&](TextRun const& a, TextRun const& b) { findings.covered.emplace_back(&a, &b); });
    return findings;
  }

  void report(Findings const& findings, std::size_t page) {
    for (auto const* run : findings.outside) report_outside(*run, page);
    for (auto [a, b] : findings.covered) report_covered(*a, *b, page);
  }

  void finish() {
    for (auto const* found : {&outside_, &covered_}) {
      if (found->size() <= most_told) continue;
      auto rest = found->size() - most_told;
      diagnostics_.error(publication_.at, found == &outside_ ? "text-outside-page" : "text-over-text",
                         {fmt::format("「{}」には、同じまちがいがほかに{}か所あります。", publication_.title, rest),
                          fmt::format("“{}” has {} more such mistakes.", publication_.title, rest)},
                         {"上の行から順に直してください。", "Mend the ones above first."});
    }
  }

 private:
  using Found = std::set<std::pair<std::size_t, std::size_t>>;

  static bool leaves(PageFrame const& page, Extent const& ink) {
    return ink.left < -tolerance || ink.top < -tolerance || ink.right > page.width + tolerance ||
           ink.bottom > page.height + tolerance;
  }

  base::SourceLocation place_of(TextRun const& run) const {
    return run.at.file == base::FileId::none ? publication_.at : run.at;
  }

  /// One place is one mistake, on however many pages it shows.
  bool is_new(Found& found, base::SourceLocation at) const {
    return found.emplace(std::size_t(at.file), at.offset).second && found.size() <= most_told;
  }

  void report_outside(TextRun const& run, std::size_t page) {
    auto at = place_of(run);
    if (!is_new(outside_, at)) return;
    diagnostics_.error(
        at, "text-outside-page",
        {fmt::format("「{}」の{}ページで、文字「{}」が紙の外に出ます。", publication_.title, page, shown(run.text)),
         fmt::format("On page {} of “{}” the text “{}” leaves the paper.", page, publication_.title, shown(run.text))},
        remedy({"言葉", "Shorten the words"}));
  }

  void report_covered(TextRun const& a, TextRun const& b, std::size_t page) {
    auto const& written = a.at.file == base::FileId::none ? b : a;
    auto at = place_of(written);
    if (!is_new(covered_, at)) return;
    diagnostics_.error(at, "text-over-text",
                       {fmt::format("「{}」の{}ページで、文字「{}」と「{}」が重なります。", publication_.title, page,
                                    shown(a.text), shown(b.text)),
                        fmt::format("On page {} of “{}” the texts “{}” and “{}” cover each other.", page,
                                    publication_.title, shown(a.text), shown(b.text))},
                       remedy({"どちらかの言葉", "Shorten one of them"}));
  }

  /// To shorten what is named, or what else helps on this kind of print.
  Message remedy(Message const& shorten) const {
    Message other;
    if (booklet_.flyer)
      other = {fmt::format("templates/print/flyer-{}.json の枠を広げ", booklet_.flyer->design),
               fmt::format("make the box in templates/print/flyer-{}.json larger", booklet_.flyer->design)};
    else if (publication_.fold > 1)
      other = {"別の面に移し", "move some to another panel"};
    else if (!publication_.sheet.empty())
      other = {"次の面（.md）に移し", "move some to another face (.md)"};
    else if (can_be_larger(booklet_))
      other = {"publication.json の paper で大きな紙にし", "use larger paper (“paper” in publication.json)"};
    if (other.ja.empty()) return {shorten.ja + "を短くしてください。", shorten.en + "."};
    return {shorten.ja + "を短くするか、" + other.ja + "てください。", shorten.en + ", or " + other.en + "."};
  }

  model::Booklet const& booklet_;
  model::Publication const& publication_;
  base::Diagnostics& diagnostics_;
  Found outside_, covered_;
};

}  // namespace

void check_frames(Frames const& frames, model::Booklet const& booklet, unsigned jobs, base::Diagnostics& diagnostics) {
  std::vector<FrameCheck::Findings> findings(frames.pages.size());
  base::parallel_for(findings.size(), jobs, [&](std::size_t i) { findings[i] = FrameCheck::look(frames.pages[i]); });
  FrameCheck check(booklet, diagnostics);
  for (std::size_t i = 0; i < findings.size(); ++i) check.report(findings[i], i + 1);
  check.finish();
}

}  // namespace tebiki::pdf
