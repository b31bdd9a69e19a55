#include "loading/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "loading/syntax/json_and_yaml.hpp"
#include "model/events_and_films.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using model::Date;
using model::PublishingPeriod;
using model::Reference;

/// How long before a reference stops leading anywhere that is told. One that ends in a year cannot be mended yet,
/// and a warning that nobody can clear teaches to skip warnings; two months are enough to decide and to tell others.
constexpr std::chrono::days notice{60};

std::chrono::sys_days day_of(Date date) { return std::chrono::year(date.year) / date.month / date.day; }

/// What becomes of a reference to something that is not shown.
struct Consequence {
  base::Message words;
  base::Message remedy = {};  ///< besides those for every reference
};
Consequence const words_only{
    {"ここはリンクにせず、言葉だけを出します", "the link is left out and only its words shown"}};
base::Message const end_of_record{"この1件も終わるなら、ここにも publish_until を書きます。",
                                  " If this record ends, too, write publish_until here."};
Consequence const of_record{words_only.words, end_of_record};
Consequence const name_only{{"ここには名前だけを出し、リンクにしません", "only its name is shown, without a link"},
                            end_of_record};
Consequence const no_menu_entry{{"メニューには出しません", "the menu entry is left out"}};
Consequence const no_scene_page{{"場面からはリンクしません", "the scene leads nowhere"}};
Consequence const no_code{{"この QR コードは出しません", "the QR code is left out"}};
Consequence const no_form{{"この書式は出しません", "the form is left out"}};

/// The days of both.
PublishingPeriod common(PublishingPeriod period, PublishingPeriod const& other) {
  if (other.from) period.from = std::max(period.from, other.from);
  if (other.until) period.until = period.until ? std::min(period.until, other.until) : other.until;
  return period;
}

/// A publication whose parts make its words is shown while one of them is. A period that holds today where it is shown
/// today, otherwise the latest or next one.
PublishingPeriod period_of(model::Publication const& publication, Date today) {
  auto const& parts = publication.parts;
  if (publication.period.is_limited() && !publication.period.includes(today)) return publication.period;
  if (parts.empty() || !publication.flyers.empty()) return publication.period;
  auto const is_over = [&](model::Part const& part) { return part.period.until && *part.period.until < today; };
  auto const is_shown = [&](model::Part const& part) { return part.period.includes(today); };
  bool const shown = std::any_of(parts.begin(), parts.end(), is_shown);
  bool const coming = !shown && !std::all_of(parts.begin(), parts.end(), is_over);
  std::optional<PublishingPeriod> whole;
  for (auto const& part : parts) {
    if (shown ? !is_shown(part) : coming && is_over(part)) continue;
    if (!whole) whole = part.period;
    whole->from = whole->from && part.period.from ? std::min(whole->from, part.period.from) : std::nullopt;
    whole->until = whole->until && part.period.until ? std::max(whole->until, part.period.until) : std::nullopt;
  }
  return common(*whole, publication.period);
}

/// Looks at references with regard to the days on which they lead somewhere.
class Selection {
 public:
  Selection(model::Site const& site, Date today, base::Diagnostics& diagnostics)
      : today_(today), diagnostics_(diagnostics) {
    for (auto const& page : site.pages) add(page.slug, page.period);
    for (auto const& list : site.lists) {
      for (auto const& record : list.records) add(list.slug + "/" + record.id, record.period);
    }
    for (auto const& publication : site.publications) {
      auto const whole = period_of(publication, today);
      add(publication.slug, whole), add(publication.slug + ".pdf", whole);
      for (auto const& part : publication.parts)
        add(publication.slug + "/" + part.slug, whole.includes(today) ? part.period : whole);
    }
    periods_.erase(std::string(model::home_slug));  // there is a home page on every day
  }

  bool is_needed() const { return !periods_.empty(); }

  /// Whether the reference, which stands in something shown during `holder`, leads somewhere today. Warns where it does
  /// not, or soon will not.
  bool leads(Reference const& reference, base::SourceLocation at, PublishingPeriod const& holder,
             Consequence const& consequence) const {
    auto found = periods_.find(reference.name);
    if (found == periods_.end()) return true;
    auto const& target = found->second;
    auto day = model::first_day_without(target, holder, today_);
    if (day && day_of(*day) - day_of(today_) <= notice) warn(found->first, target, at, *day, consequence);
    return target.includes(today_);
  }

  bool is_shown(std::string const& name) const {
    auto found = periods_.find(name);
    return found == periods_.end() || found->second.includes(today_);
  }

  /// References in blocks: links become their words, QR codes go.
  void blocks(model::Blocks& blocks, PublishingPeriod const& holder, Consequence const& of_links = words_only) const {
    std::erase_if(blocks, [&](model::Block const& block) { return is_lost_block(block, holder); });
    for (auto& block : blocks) {
      model::for_each_text(block, [&](model::Inlines& text) { unlink(text, holder, of_links); });
      model::for_each_inner_blocks(block, [&](model::Blocks& inside) { this->blocks(inside, holder, of_links); });
    }
  }

  void fields(model::List const& list, model::Record const& record) const {
    for (auto const& field : list.schema.fields) field_value(field, record.find(field), record.period);
  }

 private:
  void add(std::string name, PublishingPeriod const& period) {
    if (period.is_limited()) periods_.emplace(std::move(name), period);
  }

  void warn(std::string const& name, PublishingPeriod const& target, base::SourceLocation at, Date day,
            Consequence const& consequence) const {
    bool now = day == today_, not_yet = target.from && day < *target.from;
    auto limit = not_yet ? *target.from : *target.until;
    auto const* verb = not_yet ? "からです" : now ? "で終わりました" : "で終わります";
    auto const* english = not_yet ? "is published from" : "is published until";
    auto since =
        now ? base::Message() : base::Message{model::written_text(day) + "から、", "from " + model::iso(day) + " on "};
    base::Message hint{"参照先をまだ載せるなら publish_until を延ばし、もう載せないなら、この参照を消してください。",
                       "Put publish_until off if it is still to be shown; otherwise remove this reference."};
    if (not_yet)
      hint = {"公開が始まれば、ひとりでに元に戻ります。急ぐなら、参照先の publish_from を直してください。",
              "This ends by itself when it is published; see its publish_from if that should be sooner."};
    else
      hint = {hint.ja + consequence.remedy.ja, hint.en + consequence.remedy.en};
    diagnostics_.warning(
        at, now ? "withheld-reference" : "ending-reference",
        {fmt::format("「{}」の公開は{}{}。{}{}。", name, model::written_text(limit), verb, since.ja,
                     consequence.words.ja),
         fmt::format("“{}” {} {}; {}{}.", name, english, model::iso(limit), since.en, consequence.words.en)},
        hint);
  }

  bool is_lost_block(model::Block const& block, PublishingPeriod const& holder) const {
    auto const* directive = std::get_if<model::Directive>(&block.node);
    bool const form = directive && directive->kind == model::DirectiveKind::form;
    auto const* reference =
        form || (directive && directive->kind == model::DirectiveKind::qr) ? directive->options.find("ref") : nullptr;
    if (!reference || !reference->text()) return false;
    return !leads(reference_from(*reference->text()), reference->at, holder, form ? no_form : no_code);
  }

  void unlink(model::Inlines& row, PublishingPeriod const& holder, Consequence const& loss) const {
    for (std::size_t i = 0; i < row.size();) {
      auto* link = std::get_if<model::Link>(&row[i].node);
      auto* reference = link ? std::get_if<Reference>(&link->target) : nullptr;
      if (!reference || leads(*reference, row[i].at, holder, loss)) {
        ++i;
        continue;
      }
      auto words = std::move(link->children);
      auto here = row.erase(row.begin() + std::ptrdiff_t(i));
      row.insert(here, std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()));
      i += words.size();
    }
    for (auto& piece : row) model::for_each_inner_text(piece, [&](auto& inside) { unlink(inside, holder, loss); });
  }

  void field_value(model::Field const& field, model::FieldValue const* value, PublishingPeriod const& holder) const {
    if (!value) return;
    if (auto* several = value->several()) {
      for (auto const& item : *several) field_value(field, &item, holder);
    } else if (auto* rows = value->as<model::FieldRows>()) {
      for (auto const& row : rows->rows) {
        for (auto const& inner : field.fields) field_value(inner, row.find(inner.slot), holder);
      }
    } else if (field.kind == model::FieldKind::reference && value->text()) {
      leads({*value->text(), {}}, value->at, holder, name_only);
    }
  }

  Date today_;
  base::Diagnostics& diagnostics_;
  std::unordered_map<std::string, PublishingPeriod> periods_;  ///< of what is not shown on every day, by name
};

/// Entries that nobody wrote go without a word.
void select_menu(model::Site& site, Selection const& selection) {
  std::erase_if(site.menu, [&](model::MenuItem const& item) {
    bool const written = item.at.file == site.at.file;
    return written ? !selection.leads(item.target, item.at, {}, no_menu_entry) : !selection.is_shown(item.target.name);
  });
  for (auto& scene : site.scenes) {
    if (scene.page && !selection.leads(*scene.page, scene.page_at, {}, no_scene_page)) scene.page.reset();
  }
}

template <class Items>
void keep_shown(Items& items, Date today) {
  std::erase_if(items, [&](auto const& item) { return !item.period.includes(today); });
}

void select_record(model::List const& list, model::Record& record, Selection const& selection) {
  selection.fields(list, record);
  selection.blocks(record.body, record.period, of_record);
  for (auto& value : record.values) {
    if (auto* blocks = std::get_if<model::Blocks>(&value.data)) selection.blocks(*blocks, record.period, of_record);
  }
}

void put_aside(model::List& list, Date today) {
  auto hidden = std::stable_partition(list.records.begin(), list.records.end(),
                                      [&](model::Record const& record) { return record.period.includes(today); });
  list.withheld.assign(std::make_move_iterator(hidden), std::make_move_iterator(list.records.end()));
  list.records.erase(hidden, list.records.end());
}

void warn_of_empty(model::Publication const& publication, base::Diagnostics& diagnostics) {
  diagnostics.warning(
      publication.at, "empty-publication",
      {fmt::format("冊子「{}」には、今日載せる章がひとつもないので、冊子もPDFも作りません。", publication.title),
       fmt::format("No chapter of the publication “{}” is shown today; the whole of it is left out.",
                   publication.title)},
      {"章の publish_from と publish_until を見直してください。載せないなら、publication.json に publish_until を"
       "書きます。",
       "See publish_from and publish_until of its chapters; to leave it out, write publish_until into "
       "publication.json."});
}

/// Whether anything of it is shown; told where only its parts say so.
bool is_shown(model::Publication& publication, Date today, base::Diagnostics& diagnostics) {
  if (!publication.period.includes(today)) return false;
  bool const any = !publication.parts.empty();
  keep_shown(publication.parts, today);
  if (!any || !publication.parts.empty() || !publication.flyers.empty()) return true;
  warn_of_empty(publication, diagnostics);
  return false;
}

}  // namespace

std::optional<DatedChange> next_change(model::Site const& site, Date today) {
  std::optional<DatedChange> next;
  auto consider = [&](PublishingPeriod const& period, std::string_view name) {
    auto day = period.next_change(today);
    if (!day || (next && next->day <= *day)) return;
    auto kind = period.includes(*day) ? DatedChange::Kind::appears : DatedChange::Kind::disappears;
    next = {*day, std::string(name), kind};
  };
  auto consider_day = [&](std::optional<Date> last, std::string_view name, DatedChange::Kind kind) {
    if (!last || *last < today) return;
    auto const day = model::day_after(*last);
    if (!next || day < next->day) next = {day, std::string(name), kind};
  };
  for (auto const& page : site.pages) consider(page.period, page.title);
  for (auto const& list : site.lists) {
    for (auto const& record : list.records) {
      consider(record.period, record.name());
      auto const event = model::event_of(list.schema, record);
      if (!event || !record.period.includes(today)) continue;
      consider_day(event->deadline, record.name(), DatedChange::Kind::closes);
      consider_day(event->last(), record.name(), DatedChange::Kind::is_over);
    }
  }
  for (auto const& publication : site.publications) {
    consider(publication.period, publication.title);
    if (!publication.period.includes(today)) continue;
    for (auto const& part : publication.parts) consider(part.period, part.title);
  }
  if (next) next->what = filled_in(next->what, site.site_words);
  return next;
}

void select_day(model::Site& site, Date today, base::Diagnostics& diagnostics) {
  Selection const selection(site, today, diagnostics);
  if (!selection.is_needed()) return;
  select_menu(site, selection);
  std::erase_if(site.aliases, [&](model::Alias const& alias) { return !selection.is_shown(alias.target); });
  for (auto& list : site.lists) {
    for (auto& record : list.records) select_record(list, record, selection);
    for (auto& translation : list.record_translations) select_record(list, translation.record, selection);
    put_aside(list, today);
  }
  for (auto& page : site.pages) selection.blocks(page.blocks, page.period);
  keep_shown(site.pages, today);
  for (auto& publication : site.publications) {
    for (auto& part : publication.parts) {
      auto const shown = common(part.period, publication.period);
      if (shown.includes(today)) selection.blocks(part.blocks, shown);
    }
  }
  std::erase_if(site.publications, [&](auto& publication) { return !is_shown(publication, today, diagnostics); });
  site.index.take_names(site);
}

}  // namespace tebiki::loading
