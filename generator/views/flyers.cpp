#include "views/flyers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/event.hpp"
#include "views/event_words.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using model::FlyerRequest;

SortedList const* find_list(FlyerRequest const& request, ComposeContext const& context) {
  auto const& lists = context.lists;
  auto const* list = lists.find(request.list);
  if (!list) {
    std::vector<std::string> names;
    for (auto const& one : lists.all()) names.push_back(one.source->slug);
    if (!lists.site().index.is_unread(request.list))
      report_unknown(context.diagnostics, request.list_at, {"unknown-list", {"一覧", "a list"}, request.list, names});
    return nullptr;
  }
  View view;
  view.list = list;
  view.kind_at = request.list_at;
  return require_events(view, context.diagnostics) ? list : nullptr;
}

bool has_design(FlyerRequest const& request, ComposeContext const& context) {
  if (context.style.flyer(request.design)) return true;
  std::vector<std::string> names;
  for (auto const& design : context.style.flyers) names.push_back(design.name);
  report_unknown(context.diagnostics, request.design_at,
                 {"unknown-design", {"チラシの案", "a design of flyers"}, request.design, names});
  return false;
}

/// Words that a design asks for and that there are not.
class WordCheck {
 public:
  explicit WordCheck(ComposeContext const& context) : context_(context) {}

  void check(model::FlyerDesign const& design) const {
    for (auto const& box : design.boxes) {
      lines(box.lines);
      for (auto const& row : box.rows) {
        for (auto const& cell : row) {
          word(cell.label, cell.at);
          lines(cell.lines);
        }
      }
    }
  }

 private:
  void lines(std::vector<model::DesignLine> const& lines) const {
    for (auto const& line : lines) {
      for (auto const& piece : line) {
        word(piece.word, piece.at);
        word(piece.join, piece.at);
      }
    }
  }

  void word(std::string const& key, base::SourceLocation at) const {
    auto const& words = context_.lists.site().words;
    if (key.empty() || words.find(key)) return;
    std::vector<std::string> keys;
    for (auto const& [known, text] : words.all()) {
      if (known.starts_with("flyer.")) keys.push_back(known);
    }
    report_unknown(context_.diagnostics, at, {"missing-word", {"チラシの言葉", "a word of flyers"}, key, keys});
  }

  ComposeContext const& context_;
};

std::string flyer_slug(model::Record const& record) { return "flyer-" + record.id; }

}  // namespace

FlyerPlan::FlyerPlan(ComposeContext const& context) {
  for (auto const& design : context.style.flyers) WordCheck(context).check(design);
  for (auto const& publication : context.lists.site().publications) {
    for (auto const& request : publication.flyers) take(publication, request, context);
  }
  for (auto& [slug, flyers] : flyers_) {
    std::stable_sort(flyers.begin(), flyers.end(), [](PlannedFlyer const& one, PlannedFlyer const& other) {
      auto const day = [](PlannedFlyer const& flyer) {
        return model::event_of(flyer.event.list->source->schema, *flyer.event.record)->first();
      };
      return day(one) < day(other);
    });
  }
}

void FlyerPlan::take(model::Publication const& publication, FlyerRequest const& request,
                     ComposeContext const& context) {
  auto const* list = find_list(request, context);
  if (!has_design(request, context) || !list) return;
  auto const where = request.where.object() ? read_conditions(request.where, *list, context) : std::vector<Condition>();
  auto const today = context.lists.site().today;
  for (auto index : list->order) {
    auto const& record = list->source->records[index];
    auto const event = model::event_of(list->source->schema, record);
    bool const wanted =
        event && satisfies(record, where) && (request.past == FlyerRequest::Past::included || today <= event->last());
    if (!wanted || !slugs_.emplace(&record, flyer_slug(record)).second) continue;
    flyers_[publication.slug].push_back({{list, &record}, &request});
  }
}

std::vector<PlannedFlyer> const& FlyerPlan::of(model::Publication const& publication) const {
  static std::vector<PlannedFlyer> const none;
  auto const found = flyers_.find(publication.slug);
  return found == flyers_.end() ? none : found->second;
}

std::string FlyerPlan::slug_of(model::Record const& record) const {
  auto const found = slugs_.find(&record);
  return found == slugs_.end() ? std::string() : found->second;
}

std::vector<model::Booklet> flyer_booklets(model::Publication const& publication, FlyerPlan const& plan,
                                           ComposeContext const& context) {
  std::vector<model::Booklet> booklets;
  for (auto const& planned : plan.of(publication)) {
    auto const& record = *planned.event.record;
    model::Booklet booklet;
    booklet.collection = publication.slug;
    auto& own = booklet.publication;
    own.slug = flyer_slug(record);
    own.title = record.name();
    own.paper = publication.paper;
    own.colour = publication.colour;
    own.at = record.at;
    own.summary =
        model::text_of(planned.event.list->source->schema, record, model::Role::summary, context.lists.site().words);
    booklet.flyer = flyer_of(*planned.event.list, record, context);
    booklet.flyer->design = planned.request->design;
    booklets.push_back(std::move(booklet));
  }
  return booklets;
}

model::Blocks flyer_links(model::Publication const& publication, FlyerPlan const& plan, ComposeContext const& context) {
  model::Blocks out;
  if (publication.flyers.empty()) return out;
  auto const& words = context.lists.site().words;
  model::ListBlock links;
  for (auto const& planned : plan.of(publication)) {
    auto const& record = *planned.event.record;
    auto const event = model::event_of(planned.event.list->source->schema, record);
    model::Inlines name{model::words(std::string(record.name()), record.at)};
    model::Paragraph line;
    line.text.push_back({model::Link{model::Reference{flyer_slug(record) + ".pdf", {}}, std::move(name)}, record.at});
    line.text.push_back(model::words(std::string(words["join.gap"]) + days_text(*event, words).front(), record.at));
    model::ListItem item;
    item.blocks.push_back({std::move(line), record.at});
    links.items.push_back(std::move(item));
  }
  if (links.items.empty())
    out.push_back(
        {model::Paragraph{{model::words(std::string(words["flyers.none"]), publication.at)}}, publication.at});
  else
    out.push_back({std::move(links), publication.at});
  return out;
}

}  // namespace tebiki::views
