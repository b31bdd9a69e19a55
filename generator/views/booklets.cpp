#include <algorithm>
#include <span>
#include <string>
#include <unordered_set>

#include "model/visit.hpp"
#include "views/compose_context.hpp"
#include "views/events.hpp"

namespace tebiki::views {

namespace {

using model::Colour;
using model::Document;
using model::DocumentKind;
using model::PathStep;
using model::Publication;

/// The page of the booklet: its summary is the description, its chapters are known from the publication.
Document landing(Publication const& publication) {
  Document page;
  page.kind = DocumentKind::publication;
  page.path = publication.slug + "/";
  page.title = publication.title;
  page.description = publication.summary;
  page.subject = publication.slug;
  page.at = publication.at;
  return page;
}

/// In a booklet, whose index names every page, each entry and answer stays a place of its record; a row is one only of
/// a record that has no other. The anchors of other rows are emptied.
void keep_places_of_records(std::span<model::Blocks* const> parts) {
  std::unordered_set<std::string> taken;
  for (auto* blocks : parts) {
    model::for_each_block(*blocks, [&](model::Block& block) {
      if (std::holds_alternative<model::Table>(block.node)) return;
      model::for_each_record_anchor(block, [&](std::string const& anchor) { taken.insert(anchor); });
    });
  }
  for (auto* blocks : parts) {
    model::for_each_block(*blocks, [&](model::Block& block) {
      auto* table = std::get_if<model::Table>(&block.node);
      if (!table) return;
      for (auto& row : table->rows) {
        if (!row.anchor.empty() && !taken.insert(row.anchor).second) row.anchor.clear();
      }
    });
  }
}

void unlink(model::Inlines& text, std::string const& anchor) {
  for (auto& item : text) {
    auto* link = std::get_if<model::Link>(&item.node);
    auto* reference = link ? std::get_if<model::Reference>(&link->target) : nullptr;
    bool const plain = reference && reference->name == anchor && link->children.size() == 1;
    if (!plain) continue;
    auto child = std::move(link->children.front());
    item = std::move(child);
  }
}

/// In print nothing but the row itself stands behind the link in its name: the name remains, the link goes.
/// For booklets, when rows have the anchors that stay.
void unlink_own_rows(model::Blocks& part) {
  model::for_each_block(part, [](model::Block& block) {
    if (auto* list = std::get_if<model::AnswerList>(&block.node)) {
      for (auto& answer : list->answers) {
        for (auto& anchor : answer.anchors) unlink(answer.name, anchor);
      }
    }
    auto* table = std::get_if<model::Table>(&block.node);
    if (!table) return;
    for (auto& row : table->rows) {
      if (row.anchor.empty()) continue;
      for (auto& cell : row.cells) unlink(cell.text, row.anchor);
    }
  });
}

Document part_page(Publication const& publication, model::Part const& part, ComposeContext const& context) {
  Document page;
  page.kind = DocumentKind::part;
  page.path = publication.slug + "/" + part.slug + "/";
  page.title = part.title;
  page.description = publication.title;
  page.subject = publication.slug;
  page.blocks = part.blocks;
  page.at = part.at;
  shorten_long_views(page.blocks, context);
  keep_one_anchor_a_record(page.blocks);
  return page;
}

std::vector<model::Blocks*> blocks_of(Publication& publication) {
  std::vector<model::Blocks*> out;
  for (auto& part : publication.parts) out.push_back(&part.blocks);
  return out;
}

/// Fills the `index` directives; says whether there was one.
bool fill_indexes(Publication& booklet, model::Index const& index) {
  bool any = false;
  for (auto& part : booklet.parts) {
    any = any || holds_index(part.blocks);
    fill_index(part.blocks, index);
  }
  return any;
}

void append_index_part(Publication& booklet, model::Words const& words, model::Index index) {
  model::Part part;
  part.slug = "kana-index";
  part.title = part.tab = words["index.title"];
  part.at = booklet.at;
  part.blocks.push_back({std::move(index), booklet.at});
  booklet.parts.push_back(std::move(part));
}

bool asks_for_index(Publication const& booklet) {
  return booklet.index || std::any_of(booklet.parts.begin(), booklet.parts.end(),
                                      [](model::Part const& part) { return holds_index(part.blocks); });
}

/// A crest of a wave reaches three quarters of the way to its control points.
constexpr double crest_share = 0.75;
/// How much of the paper's colour is mixed into the waves, from dark to pale.
constexpr double dark_share = 0.14, pale_share = 0.36;
/// Of a masthead's height the swing of its waves, and how far the dark one stands above the pale one.
constexpr double masthead_swing = 0.12, masthead_distance = 0.11;
/// The shorter side of A4, and its longer one, in millimetres: sizes of covers are those on A4.
constexpr double a4_width_parts = 210, a4_height_parts = 297;

model::RectangleShape ground(double top, model::Paper const& paper, Colour colour) {
  model::RectangleShape shape;
  shape.corner = {0, top};
  shape.width = paper.width;
  shape.height = paper.height - top;
  shape.fill = colour;
  return shape;
}

/// From the left edge on, half a wave up and half a wave down, past the right edge, then closed along `bottom`.
struct Wave {
  double level, swing, half_length, bottom, width;
  Colour colour;
};
model::PathShape wave_shape(Wave const& wave) {
  using enum PathStep::Kind;
  model::PathShape path;
  path.fill = wave.colour;
  path.steps.push_back({move, {}, {}, {0, wave.level}});
  double x = 0;
  for (double swing = -wave.swing; x < wave.width; swing = -swing, x += wave.half_length) {
    double const third = wave.half_length / 3;
    path.steps.push_back({curve,
                          {x + third, wave.level + swing},
                          {x + 2 * third, wave.level + swing},
                          {x + wave.half_length, wave.level}});
  }
  path.steps.push_back({line, {}, {}, {x, wave.bottom}});
  path.steps.push_back({line, {}, {}, {0, wave.bottom}});
  path.steps.push_back({close, {}, {}, {0, wave.level}});
  return path;
}

}  // namespace

model::CoverArt cover_art(model::Publication const& publication, model::Site const& site,
                          model::PrintStyle const& style) {
  auto paper = style.paper(publication.paper);
  if (publication.landscape) std::swap(paper.width, paper.height);
  paper.width /= publication.fold;
  auto const colour = publication.colour == Colour{} ? site.brand : publication.colour;
  double const unit =
      (publication.fold > 1 ? paper.height / a4_height_parts : std::min(paper.width, paper.height) / a4_width_parts) /
      model::millimetre;
  double const ground_top = paper.height - style.cover_foot * unit;
  auto const& sizes = style.drawings;
  auto wave = [&](double above_ground, double swing, Colour tint) {
    return wave_shape({ground_top - above_ground * unit, swing * unit, sizes.cover_wave_half_length * unit, ground_top,
                       paper.width, tint});
  };
  auto const white = style.on_dark;
  model::Drawing drawing{paper.width, paper.height, {}};
  drawing.shapes.emplace_back(ground(0, paper, colour));
  drawing.shapes.emplace_back(
      wave(sizes.cover_wave_high, sizes.cover_wave_high_swing, model::mixed(colour, white, dark_share)));
  drawing.shapes.emplace_back(
      wave(sizes.cover_wave_middle, sizes.cover_wave_middle_swing, model::mixed(colour, white, pale_share)));
  drawing.shapes.emplace_back(wave(sizes.cover_wave_low, sizes.cover_wave_low_swing, white));
  drawing.shapes.emplace_back(ground(ground_top - sizes.cover_foot_overlap, paper, white));
  double const crest = ground_top - (sizes.cover_wave_high + crest_share * sizes.cover_wave_high_swing) * unit;
  return {std::move(drawing), crest, ground_top};
}

model::CoverArt masthead_art(model::Publication const& publication, model::Site const& site,
                             model::PrintStyle const& style) {
  auto paper = style.paper(publication.paper);
  if (publication.landscape) std::swap(paper.width, paper.height);
  auto const colour = publication.colour == Colour{} ? site.brand : publication.colour;
  // The lowest crest is that of the pale wave.
  double const height = style.masthead_height, swing = height * masthead_swing;
  double const pale = height - crest_share * swing, dark = pale - height * masthead_distance;
  auto wave = [&](double level, Colour tint) {
    return wave_shape({level, swing, paper.width / 2, 0, paper.width, tint});
  };
  model::Drawing drawing{paper.width, height, {}};
  drawing.shapes.emplace_back(wave(pale, model::mixed(colour, style.on_dark, pale_share)));
  drawing.shapes.emplace_back(wave(dark, colour));
  return {std::move(drawing), dark - crest_share * swing, height};
}

void add_publication(Publication const& publication, FlyerPlan const& flyers, ComposeContext const& context,
                     model::Documents& documents) {
  auto booklet = publication;
  for (auto& part : booklet.parts) {
    expand(part.blocks, context);
    make_heading_anchors(part.blocks);
  }
  name_forms(booklet);
  model::Index index;
  if (asks_for_index(booklet)) index = kana_index(blocks_of(booklet), context.lists);
  report_missing_readings(index, context.lists, context.diagnostics);
  bool const own_place = fill_indexes(booklet, index);
  documents.pages.push_back(landing(publication));
  documents.pages.back().blocks = flyer_links(publication, flyers, context);
  for (auto& flyer : flyer_booklets(publication, flyers, context)) documents.booklets.push_back(std::move(flyer));
  if (publication.parts.empty() && !publication.flyers.empty()) return;
  for (auto& part : booklet.parts) documents.pages.push_back(part_page(booklet, part, context));

  auto all = blocks_of(booklet);
  keep_places_of_records(all);
  for (auto* blocks : all) unlink_own_rows(*blocks);
  if (booklet.index && !own_place && !index.groups.empty())
    append_index_part(booklet, context.lists.site().words, std::move(index));
  model::CoverArt art;
  if (booklet.masthead) art = masthead_art(booklet, context.lists.site(), context.style);
  if (booklet.cover) art = cover_art(booklet, context.lists.site(), context.style);
  documents.booklets.push_back({std::move(booklet), std::move(art)});
}

std::map<std::string, std::string> booklets_by_list(model::Site const& site) {
  std::map<std::string, std::pair<double, std::string>> best;
  for (auto const& publication : site.publications) {
    std::map<std::string, int> views;
    int all = 0;
    for (auto const& part : publication.parts) {
      model::for_each_block(part.blocks, [&](model::Block const& block) {
        auto const* directive = std::get_if<model::Directive>(&block.node);
        if (!directive || directive->kind != model::DirectiveKind::view) return;
        ++views[std::string(directive->options.text_of("list"))];
        ++all;
      });
    }
    for (auto const& [list, count] : views) {
      auto const share = double(count) / all;
      auto& so_far = best[list];
      if (share >= 0.5 && share > so_far.first) so_far = {share, publication.slug};
    }
  }
  std::map<std::string, std::string> found;
  for (auto& [list, booklet] : best)
    if (!booklet.second.empty()) found.emplace(list, std::move(booklet.second));
  return found;
}

}  // namespace tebiki::views
