#include "views/compose.hpp"

#include <algorithm>
#include <numeric>

#include "views/anchors.hpp"
#include "views/booklets.hpp"
#include "views/expand.hpp"
#include "views/kana_index.hpp"
#include "views/kinds.hpp"
#include "views/record_blocks.hpp"
#include "views/record_head.hpp"
#include "views/search_index.hpp"

namespace tebiki::views {
namespace {

using model::Document;
using model::DocumentKind;

/// Directives, the index and anchors of blocks that make one web page of their own.
void finish(model::Blocks& blocks, Material const& material) {
  expand(blocks, material);
  settle_heading_anchors(blocks);
  model::Blocks* page = &blocks;
  if (holds_index(blocks)) {
    auto const index = kana_index({&page, 1}, material.site_index);
    report_missing_readings(index, material.site_index, material.diagnostics);
    fill_index(blocks, index);
  }
  settle_record_anchors({&page, 1});
}

Document page_document(model::Page const& page, Material const& material) {
  auto& site = material.site_index.site();
  Document document;
  bool const home = page.slug == "index";
  document.kind = home ? DocumentKind::home : DocumentKind::page;
  document.path = home ? std::string() : page.slug + "/";
  document.title = page.title;
  document.description = page.description.empty() && home ? site.description : page.description;
  document.subject = page.slug;
  document.found_by = page.found_by;
  document.blocks = page.blocks;
  document.at = page.at;
  finish(document.blocks, material);
  return document;
}

/// A site without pages/index.md has a home page all the same.
Document bare_home(model::Site const& site) {
  Document document;
  document.kind = DocumentKind::home;
  document.title = site.name;
  document.description = site.description;
  document.subject = "index";
  document.at = site.at;
  return document;
}

/// Longer lists are headed by the rows of the kana, so that one can jump.
constexpr std::size_t read_at_a_glance = 20;

bool is_read_by_kana(model::List const& list) {
  auto const& records = list.records;
  return records.size() > read_at_a_glance &&
         std::all_of(records.begin(), records.end(), [](auto const& record) { return !record.kana().empty(); });
}

Document list_document(ListIndex const& list, Material const& material) {
  View view;
  view.list = &list;
  view.kind = ViewKind::cards;
  view.at = list.source->schema.at;
  if (is_read_by_kana(*list.source)) view.group = list.with_role(model::Role::reading);
  Document document;
  document.kind = DocumentKind::list;
  document.path = list.source->slug + "/";
  document.title = list.source->schema.title;
  document.description = list.source->schema.description;
  document.subject = list.source->slug;
  document.at = view.at;
  document.blocks = cards(view, select(view, material.site_index), material.site_index, material.entries);
  return document;
}

/// What a search engine shows below the title: the kind of office and where it is.
std::string entry_description(model::Entry const& entry, model::Words const& words) {
  std::string out;
  for (auto& tag : entry.tags) out.append(out.empty() ? "" : words["join.dot"]).append(tag);
  if (!entry.details.empty())
    out.append(out.empty() ? "" : words["join.gap"]).append(model::plain_text(entry.details.front()));
  return out;
}

Document entry_document(ListIndex const& list, std::size_t index, Material const& material) {
  auto& record = list.source->records[index];
  Document document;
  document.kind = DocumentKind::entry;
  document.path = reference_name(list, record) + "/";
  document.title = record.name();
  auto& row = material.entries.of(list)[index];
  document.description = entry_description(row, material.site_index.site().words);
  document.subject = list.source->slug;
  document.record = record.id;
  document.at = record.at;
  auto facts = head_facts(list, record, row);
  document.head = std::move(facts.head);
  document.blocks = record_blocks(list, record, material.site_index, 2, facts.fields);
  finish(document.blocks, material);
  return document;
}

void add_list(ListIndex const& list, Material const& material, model::Documents& documents) {
  documents.pages.push_back(list_document(list, material));
  for (auto index : list.order) documents.pages.push_back(entry_document(list, index, material));
}

std::size_t page_count(model::Site const& site) {
  std::size_t count = 1 + site.pages.size();
  for (auto& list : site.lists) count += 1 + list.records.size();
  for (auto& publication : site.publications) count += 1 + publication.parts.size();
  return count;
}

}  // namespace

model::Documents compose(model::Site const& site, base::Diagnostics& diagnostics) {
  SiteIndex const site_index(site);
  Entries const entries(site_index);
  Material const material{site_index, entries, diagnostics};
  model::Documents documents;
  documents.pages.reserve(page_count(site));
  bool const home = std::any_of(site.pages.begin(), site.pages.end(), [](auto& page) { return page.slug == "index"; });
  if (!home) documents.pages.push_back(bare_home(site));
  for (auto& page : site.pages) documents.pages.push_back(page_document(page, material));
  for (auto& list : site_index.lists()) add_list(list, material, documents);
  for (auto& publication : site.publications) add_publication(publication, material, documents);
  documents.search = search_index(site_index, entries, documents.pages);
  return documents;
}

}  // namespace tebiki::views
