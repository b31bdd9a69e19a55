#include "views/events.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "model/events_and_films.hpp"
#include "views/compose_context.hpp"
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

model::FlyerDesign const* find_design(FlyerRequest const& request, ComposeContext const& context) {
  if (auto const* design = context.style.flyer(request.design)) return design;
  std::vector<std::string> names;
  for (auto const& design : context.style.flyers) names.push_back(design.name);
  report_unknown(context.diagnostics, request.design_at,
                 {"unknown-design", {"チラシの案", "a design of flyers"}, request.design, names});
  return nullptr;
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
    // Where the words of a language are missing, that alone is told.
    if (key.empty() || words.find(key) || words.all().empty()) return;
    std::vector<std::string> keys;
    for (auto const& [known, text] : words.all()) {
      if (known.starts_with("flyer.")) keys.push_back(known);
    }
    report_unknown(context_.diagnostics, at, {"missing-word", {"チラシの言葉", "a word of flyers"}, key, keys});
  }

  ComposeContext const& context_;
};

/// The record that says what an application form of the event asks for; nothing where one applies without.
RecordRef application_form_of(RecordRef const& event, ComposeContext const& context) {
  auto const* field = event.list->with_role(model::Role::application);
  auto const* value = field ? event.record->find(*field) : nullptr;
  auto const form = value && value->text() ? context.lists.record(*value->text()) : RecordRef();
  if (!form) return {};
  auto const* rows = form.list->with_role(model::Role::form);
  if (rows && form.record->find(*rows)) return form;
  context.diagnostics.error(value->at, "application-without-fields",
                            {fmt::format("「{}」には書く欄がないので、申込書になりません。", *value->text()),
                             fmt::format("“{}” has no fields, so no application form can be made.", *value->text())},
                            {"欄を書いた1件を指すか、この項目を消してください。",
                             "Name a record with the fields of a form, or take this away."});
  return {};
}

/// Whether it is to be made on that day: flyers until the event is over, application forms while one can apply.
bool is_timely(FlyerRequest const& request, bool application, model::Event const& event, model::Date today) {
  using model::EventState;
  if (request.past == FlyerRequest::Past::included) return true;
  auto const state = model::state_of(event, today);
  return application ? state == EventState::open : state != EventState::over;
}

/// The fields of an application form, below headings of that level.
model::Blocks form_blocks(PlannedFlyer const& application, int level, ComposeContext const& context) {
  auto blocks = record_form(*application.form.list, *application.form.record, level, context);
  for (auto& block : blocks) {
    auto* form = std::get_if<model::Form>(&block.node);
    if (form) form->publication = application.slug, form->part.clear();
  }
  return blocks;
}

/// With the names of all events that share the form: what is wrong with it is told once.
void add_form(model::Flyer& flyer, PlannedFlyer const& application, std::vector<PlannedFlyer> const& all,
              ComposeContext const& context) {
  flyer.form = form_blocks(application, 2, context);
  flyer.form_title = application.form.record->name();
  for (auto const& one : all)
    if (one.form.record == application.form.record) flyer.form_events.emplace_back(one.event.record->name());
}

/// What it is called where there may be a flyer, too.
std::string title_of(PlannedFlyer const& planned, model::Words const& words) {
  auto const name = planned.event.record->name();
  return planned.form ? words.filled("application.of-event", {{"name", name}}) : std::string(name);
}

}  // namespace

FlyerPlan::FlyerPlan(ComposeContext const& context) {
  for (auto const& design : context.style.flyers) WordCheck(context).check(design);
  for (auto const& publication : context.lists.site().publications)
    names_.try_emplace(publication.slug, nullptr, "publications/" + publication.slug);
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
  auto const* design = find_design(request, context);
  if (!design || !list) return;
  auto const where = request.where.object() ? read_conditions(request.where, *list, context) : std::vector<Condition>();
  auto const today = context.lists.site().today;
  for (auto index : list->order) {
    auto const& record = list->source->records[index];
    auto const event = model::event_of(list->source->schema, record);
    bool const application = design->form_box() != nullptr;
    if (!event || !satisfies(record, where) || !is_timely(request, application, *event, today)) continue;
    auto const form = application ? application_form_of({list, &record}, context) : RecordRef();
    if (application && !form) continue;
    PlannedFlyer const planned{{list, &record}, &request, (application ? "application-" : "flyer-") + record.id, form};
    if (!claim(planned, context)) continue;
    by_event_[&record].push_back(planned);
    flyers_[publication.slug].push_back(planned);
  }
}

bool FlyerPlan::claim(PlannedFlyer const& flyer, ComposeContext const& context) {
  auto const& record = *flyer.event.record;
  auto const name = reference_name(*flyer.event.list, record);
  auto const [owner, fresh] = names_.try_emplace(flyer.slug, &record, "lists/" + name);
  if (fresh) return true;
  auto const& [other, of_other] = owner->second;
  if (other == &record) return false;
  context.diagnostics.error(
      record.at, "duplicate-url",
      {fmt::format("この行事のチラシの名前「{}.pdf」が、{} のものと重なっています。", flyer.slug, of_other),
       fmt::format("The name of this event's flyer, “{}.pdf”, is that of {}, too.", flyer.slug, of_other)},
      {"どちらか一方の id を変えてください。前の id は aliases に書いておくと、リンクが切れません。",
       "Change the id of one of the two; keep the old one in its aliases, so that links still work."});
  return false;
}

std::vector<PlannedFlyer> const& FlyerPlan::of(model::Publication const& publication) const {
  static std::vector<PlannedFlyer> const none;
  auto const found = flyers_.find(publication.slug);
  return found == flyers_.end() ? none : found->second;
}

void FlyerPlan::add_to_page(model::Document& page, model::Record const& event, ComposeContext const& context) const {
  auto const found = by_event_.find(&event);
  if (!page.head.event || found == by_event_.end()) return;
  for (auto const& planned : found->second) {
    (planned.form ? page.head.event->application : page.head.event->flyer) = planned.slug;
    if (!planned.form) continue;
    page.blocks.push_back(heading(2, context.lists.site().words["application.title"], event.at));
    auto blocks = form_blocks(planned, 3, context);
    std::move(blocks.begin(), blocks.end(), std::back_inserter(page.blocks));
  }
}

std::vector<model::Booklet> flyer_booklets(model::Publication const& publication, FlyerPlan const& plan,
                                           ComposeContext const& context) {
  std::vector<model::Booklet> booklets;
  for (auto const& planned : plan.of(publication)) {
    auto const& record = *planned.event.record;
    model::Booklet booklet;
    booklet.collection = publication.slug;
    auto& own = booklet.publication;
    own.slug = planned.slug;
    own.title = title_of(planned, context.lists.site().words);
    own.paper = publication.paper;
    own.colour = publication.colour;
    own.at = record.at;
    own.summary =
        model::text_of(planned.event.list->source->schema, record, model::Role::summary, context.lists.site().words);
    booklet.flyer = flyer_of(*planned.event.list, record, context);
    booklet.flyer->design = planned.request->design;
    if (planned.form) add_form(*booklet.flyer, planned, plan.of(publication), context);
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
    model::Inlines name{model::words(title_of(planned, words), record.at)};
    model::Paragraph line;
    line.text.push_back({model::Link{model::Reference{planned.slug + ".pdf", {}}, std::move(name)}, record.at});
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
