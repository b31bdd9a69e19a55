#include "views/compose.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <unordered_set>

#include "base/parallel.hpp"
#include "model/visit.hpp"
#include "views/compose_context.hpp"
#include "views/drawings.hpp"
#include "views/events.hpp"
#include "views/view.hpp"

namespace tebiki::views {

namespace {

using model::Document;
using model::DocumentKind;

/// Views of the anchors' own text: none of it moves meanwhile.
using Taken = std::unordered_set<std::string_view>;

void claim(Taken& taken, std::string& anchor) {
  if (!anchor.empty() && !taken.insert(anchor).second) anchor.clear();
}

void claim_entries(Taken& taken, model::Block& block) {
  auto* directory = std::get_if<model::Directory>(&block.node);
  if (!directory) return;
  for (auto& group : directory->groups) {
    for (auto& entry : group.entries) claim(taken, entry.anchor);
  }
}

void claim_answers(Taken& taken, model::Block& block) {
  auto* list = std::get_if<model::AnswerList>(&block.node);
  if (!list) return;
  for (auto& answer : list->answers) {
    for (auto& anchor : answer.anchors) claim(taken, anchor);
  }
}

void claim_rows(Taken& taken, model::Block& block) {
  auto* table = std::get_if<model::Table>(&block.node);
  if (!table) return;
  for (auto& row : table->rows) claim(taken, row.anchor);
}

std::string anchor_from(model::Inlines const& words) {
  auto anchor = model::plain_text(words);
  std::replace(anchor.begin(), anchor.end(), ' ', '-');
  return anchor;
}

/// Directives, the index and anchors of blocks that make one web page of their own.
void finish(model::Blocks& blocks, ComposeContext const& context) {
  expand(blocks, context);
  shorten_long_views(blocks, context);
  make_heading_anchors(blocks);
  model::Blocks* page = &blocks;
  if (holds_index(blocks)) {
    auto const index = kana_index({&page, 1}, context.lists);
    report_missing_readings(index, context.lists, context.diagnostics);
    fill_index(blocks, index);
  }
  keep_one_anchor_a_record(blocks);
}

Document page_document(model::Page const& page, ComposeContext const& context) {
  auto& site = context.lists.site();
  Document document;
  bool const home = page.is_home();
  document.kind = home ? DocumentKind::home : DocumentKind::page;
  document.path = home ? std::string() : page.slug + "/";
  document.title = page.title;
  document.description = page.description.empty() && home ? site.description : page.description;
  document.subject = page.slug;
  document.found_by = page.found_by;
  document.blocks = page.blocks;
  document.at = page.at;
  finish(document.blocks, context);
  return document;
}

/// A site without pages/index.md has a home page all the same.
Document bare_home(model::Site const& site) {
  Document document;
  document.kind = DocumentKind::home;
  document.title = site.name;
  document.description = site.description;
  document.subject = model::home_slug;
  document.at = site.at;
  return document;
}

/// Longer lists are headed by the rows of the kana, so that one can jump.
constexpr std::size_t read_at_a_glance = 20;
/// Of still longer ones those without a reading stand last.
constexpr std::size_t never_all_read = 200;

bool is_read_by_kana(model::List const& list) {
  auto const& records = list.records;
  auto const read = std::size_t(
      std::count_if(records.begin(), records.end(), [](auto const& record) { return !record.kana().empty(); }));
  return records.size() > read_at_a_glance &&
         (read == records.size() || (records.size() > never_all_read && read * 2 > records.size()));
}

using BookletsByList = std::map<std::string, std::string>;

/// Whether the page of the thing stands in this site. A translation shows what is not translated, too; its page is the
/// original's.
bool has_page_here(SortedList const& list, model::Record const& record, ComposeContext const& context) {
  return !context.lists.site().index.is_elsewhere(reference_name(list, record));
}

/// A list's page shows the records that have one.
Selection with_pages_here(Selection selection, SortedList const& list, ComposeContext const& context) {
  for (auto& group : selection) {
    std::erase_if(group.records,
                  [&](auto index) { return !has_page_here(list, list.source->records[index], context); });
  }
  std::erase_if(selection, [](auto const& group) { return group.records.empty(); });
  return selection;
}

std::vector<Document> list_documents(SortedList const& list, BookletsByList const& booklets,
                                     ComposeContext const& context) {
  View view;
  view.list = &list;
  view.at = list.source->schema.at;
  bool const by_day = model::holds_events(list.source->schema);
  bool const by_kana = !by_day && is_read_by_kana(*list.source);
  if (by_kana) view.group = list.with_role(model::Role::reading);
  Document document;
  document.kind = DocumentKind::list;
  document.path = list.source->slug + "/";
  document.title = list.source->schema.title;
  document.description = list.source->schema.description;
  document.subject = list.source->slug;
  auto const selection =
      with_pages_here(by_day ? whole_by_day(list, context.lists) : select(view, context.lists), list, context);
  for (auto const& group : selection) document.records += group.records.size();
  document.for_everybody = !list.source->schema.schema_org.empty();
  if (auto const found = booklets.find(list.source->slug); found != booklets.end()) document.booklet = found->second;
  document.at = view.at;
  auto legend = Legend::wanted;
  document.blocks = cards(view, selection, {context, 2, legend});
  if (document.records <= most_compared) {
    auto const* tag = context.entries.fields(list).tags.empty() ? nullptr : context.entries.fields(list).tags.front();
    if (tag && tag->kind != model::FieldKind::choices) view.group = tag;
    std::get<model::Directory>(document.blocks.front().node).compared =
        compared(list, with_pages_here(select(view, context.lists), list, context), context.lists);
  }
  return list_pages(std::move(document), by_kana ? RowGroups::kana : RowGroups::others, context.lists.site().words);
}

/// What a search engine shows below the title: the kind of office, where it is and its number.
std::string entry_description(model::Entry const& entry, model::Words const& words) {
  std::string out;
  for (auto& tag : entry.tags) out.append(out.empty() ? "" : words["join.dot"]).append(tag);
  if (!entry.details.empty())
    out.append(out.empty() ? "" : words["join.gap"]).append(model::plain_text(entry.details.front()));
  if (!entry.tel.empty())
    out.append(out.empty() ? "" : words["join.gap"])
        .append(words.filled("entry.telephone", {{"tel", entry.tel.written()}}));
  return out;
}

/// The page of a record, its directives not yet expanded. Reports nothing that depends on other pages.
Document entry_document(SortedList const& list, std::size_t index, FlyerPlan const& flyers, Nearby const& nearby,
                        ComposeContext const& context) {
  auto& record = list.source->records[index];
  Document document;
  document.kind = DocumentKind::entry;
  document.path = reference_name(list, record) + "/";
  document.title = record.name();
  auto& row = context.entries.of(list)[index];
  document.description = entry_description(row, context.lists.site().words);
  document.subject = list.source->slug;
  document.record = record.id;
  document.at = record.at;
  auto facts = head_facts(list, record, row, context);
  document.head = std::move(facts.head);
  document.blocks = record_blocks(list, record, context.lists, 2, facts.fields);
  auto form = record_form(list, record, 2, context);
  std::move(form.begin(), form.end(), std::back_inserter(document.blocks));
  flyers.add_to_page(document, record, context);
  nearby.add_to(document.blocks, index);
  return document;
}

/// By the numbers of its rows from 1: the path of the page on which each stands.
std::vector<std::string> pages_of_rows(std::vector<Document> const& pages, std::size_t rows) {
  std::vector<std::string> paths(rows + 1, pages.front().path);
  for (auto const& page : pages) {
    for (auto const& group : std::get<model::Directory>(page.blocks.front().node).groups) {
      for (auto const& entry : group.entries) paths[std::size_t(entry.number)] = page.path;
    }
  }
  return paths;
}

void add_list(SortedList const& list, BookletsByList const& booklets, FlyerPlan const& flyers,
              ComposeContext const& context, model::Documents& documents) {
  if (context.lists.site().index.is_elsewhere(list.source->slug)) return;
  auto pages = list_documents(list, booklets, context);
  ListMap const map(list, context);
  base::parallel_for(pages.size(), context.jobs, [&](std::size_t i) {
    if (auto* rows = std::get_if<model::Directory>(&pages[i].blocks.front().node)) map.add_to(*rows);
  });
  auto const paths = pages_of_rows(pages, list.numbers.size());
  std::move(pages.begin(), pages.end(), std::back_inserter(documents.pages));
  Nearby const nearby(list, map, context);
  auto order = list.order;
  std::erase_if(order, [&](auto index) { return !has_page_here(list, list.source->records[index], context); });
  auto entries = base::parallel_map(order.size(), context.jobs, [&](std::size_t i) {
    auto entry = entry_document(list, order[i], flyers, nearby, context);
    entry.listed_on = paths[std::size_t(list.numbers[order[i]])];
    return entry;
  });
  for (auto& entry : entries) finish(entry.blocks, context);
  std::move(entries.begin(), entries.end(), std::back_inserter(documents.pages));
}

std::size_t page_count(model::Site const& site) {
  std::size_t count = 1 + site.pages.size();
  for (auto& list : site.lists) count += 1 + list.records.size() + list.records.size() / 10;  // long lists stand on several pages
  for (auto& publication : site.publications) count += 1 + publication.parts.size();
  return count;
}

}  // namespace

void keep_one_anchor_a_record(model::Blocks& page) {
  Taken taken;
  for (auto claim_from : {claim_entries, claim_answers, claim_rows})
    model::for_each_block(page, [&](model::Block& block) { claim_from(taken, block); });
}

void make_heading_anchors(model::Blocks& page) {
  std::unordered_set<std::string> taken;
  model::for_each_block(page, [&](model::Block& block) {
    auto* heading = std::get_if<model::Heading>(&block.node);
    if (!heading) return;
    if (heading->anchor.empty()) heading->anchor = anchor_from(heading->text);
    auto base = heading->anchor;
    for (int n = 2; !taken.insert(heading->anchor).second; ++n) heading->anchor = base + "-" + std::to_string(n);
  });
}

model::Documents compose(model::Site const& site, model::PrintStyle const& style, base::Diagnostics& diagnostics,
                         unsigned jobs, model::TextMeasure const& measure) {
  SortedLists const lists(site);
  DirectoryEntries const entries(lists, jobs);
  UnknownFields unknown_fields;
  LongViews long_views;
  ComposeContext const context{lists, entries, style, unknown_fields, long_views, diagnostics, jobs, measure};
  model::Documents documents;
  documents.pages.reserve(page_count(site));
  bool const home = std::any_of(site.pages.begin(), site.pages.end(), std::mem_fn(&model::Page::is_home));
  if (!home) documents.pages.push_back(bare_home(site));
  for (auto& page : site.pages) documents.pages.push_back(page_document(page, context));
  auto const booklets = booklets_by_list(site);
  FlyerPlan const flyers(context);
  for (auto& list : lists.all()) add_list(list, booklets, flyers, context, documents);
  for (auto& publication : site.publications) add_publication(publication, flyers, context, documents);
  documents.search = search_index(context, documents.pages);
  unknown_fields.report(diagnostics);
  return documents;
}

}  // namespace tebiki::views
