#include <algorithm>

#include "views/anchors.hpp"
#include "views/compose_context.hpp"
#include "views/kana_index.hpp"

namespace tebiki::views {
namespace {

using model::Document;
using model::DocumentKind;
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

Document part_page(Publication const& publication, model::Part const& part) {
  Document page;
  page.kind = DocumentKind::part;
  page.path = publication.slug + "/" + part.slug + "/";
  page.title = part.title;
  page.description = publication.title;
  page.subject = publication.slug;
  page.blocks = part.blocks;
  page.at = part.at;
  model::Blocks* blocks = &page.blocks;
  keep_one_anchor_a_record({&blocks, 1});
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

}  // namespace

void add_publication(Publication const& publication, ComposeContext const& context, model::Documents& documents) {
  auto booklet = publication;
  for (auto& part : booklet.parts) {
    expand(part.blocks, context);
    make_heading_anchors(part.blocks);
  }
  model::Index index;
  if (asks_for_index(booklet)) index = kana_index(blocks_of(booklet), context.lists);
  report_missing_readings(index, context.lists, context.diagnostics);
  bool const own_place = fill_indexes(booklet, index);
  documents.pages.push_back(landing(publication));
  for (auto& part : booklet.parts) documents.pages.push_back(part_page(booklet, part));

  auto all = blocks_of(booklet);
  keep_one_anchor_a_record(all);
  for (auto* blocks : all) unlink_own_rows(*blocks);
  if (booklet.index && !own_place && !index.groups.empty())
    append_index_part(booklet, context.lists.site().words, std::move(index));
  auto art = booklet.cover ? cover_art(booklet, context.lists.site(), context.style) : model::CoverArt{};
  documents.booklets.push_back({std::move(booklet), std::move(art)});
}

}  // namespace tebiki::views
