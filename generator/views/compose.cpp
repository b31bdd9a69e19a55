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
    auto const index = kana_index({&page, 1}, material.catalogue);
    report_missing_readings(index, material.catalogue, material.diagnostics);
    fill_index(blocks, index);
  }
  settle_record_anchors({&page, 1});
}

Document page_document(model::Page const& page, Material const& material) {
  auto& site = material.catalogue.site();
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

Document list_document(Shelf const& shelf, Material const& material) {
  View view;
  view.shelf = &shelf;
  view.kind = ViewKind::cards;
  view.at = shelf.list->schema.at;
  if (is_read_by_kana(*shelf.list)) view.group = shelf.reading_field();
  Document document;
  document.kind = DocumentKind::list;
  document.path = shelf.list->slug + "/";
  document.title = shelf.list->schema.title;
  document.description = shelf.list->schema.description;
  document.subject = shelf.list->slug;
  document.at = view.at;
  document.blocks = cards(view, select(view, material.catalogue), material.catalogue, material.entries);
  return document;
}

/// What a search engine shows below the title: the kind of office and where it is.
std::string entry_description(model::Entry const& entry) {
  std::string out;
  for (auto& tag : entry.tags) out += (out.empty() ? "" : "・") + tag;
  if (!entry.details.empty()) out += (out.empty() ? "" : "　") + model::plain_text(entry.details.front());
  return out;
}

Document entry_document(Shelf const& shelf, std::size_t index, Material const& material) {
  auto& record = shelf.list->records[index];
  Document document;
  document.kind = DocumentKind::entry;
  document.path = reference_name(shelf, record) + "/";
  document.title = record.name();
  auto& row = material.entries.of(shelf)[index];
  document.description = entry_description(row);
  document.subject = shelf.list->slug;
  document.record = record.id;
  document.at = record.at;
  auto facts = head_facts(shelf, record, row);
  document.head = std::move(facts.head);
  document.blocks = record_blocks(shelf, record, material.catalogue, 2, facts.fields);
  finish(document.blocks, material);
  return document;
}

void add_list(Shelf const& shelf, Material const& material, model::Documents& documents) {
  documents.pages.push_back(list_document(shelf, material));
  for (auto index : shelf.order) documents.pages.push_back(entry_document(shelf, index, material));
}

std::size_t page_count(model::Site const& site) {
  std::size_t count = 1 + site.pages.size();
  for (auto& list : site.lists) count += 1 + list.records.size();
  for (auto& publication : site.publications) count += 1 + publication.parts.size();
  return count;
}

}  // namespace

model::Documents compose(model::Site const& site, support::Diagnostics& diagnostics) {
  Catalogue const catalogue(site);
  Entries const entries(catalogue);
  Material const material{catalogue, entries, diagnostics};
  model::Documents documents;
  documents.pages.reserve(page_count(site));
  bool const home = std::any_of(site.pages.begin(), site.pages.end(), [](auto& page) { return page.slug == "index"; });
  if (!home) documents.pages.push_back(bare_home(site));
  for (auto& page : site.pages) documents.pages.push_back(page_document(page, material));
  for (auto& shelf : catalogue.shelves()) add_list(shelf, material, documents);
  for (auto& publication : site.publications) add_publication(publication, material, documents);
  return documents;
}

}  // namespace tebiki::views
