#include "loading/load.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "loading/records/schema.hpp"
#include "loading/syntax/json_and_yaml.hpp"
#include "model/site_index.hpp"
#include "model/visit.hpp"

namespace tebiki::loading {
namespace {

using model::DirectiveKind;
using model::FieldKind;
using model::Reference;
using model::Value;

/// What was deleted or never was has seldom a name that is near; all names there are would not help. `own` is what the
/// thing itself would call its name of before; empty where a name of before leads nowhere.
base::Message near_or_gone(std::string const& name, std::string const& own, base::NearNames& candidates) {
  auto const near = candidates.nearest(name);
  auto const first =
      near ? base::meant(*near) : base::Message{"名前のつづりを確かめてください。", "See how it is spelt."};
  base::Message renamed{"ここも新しい名前に直してください。", "write its new name here."};
  if (!own.empty())
    renamed = {fmt::format("変えたファイルの始め（JSON や CSV なら、その1件）に aliases: [{}] と書いてください。", own),
               fmt::format("write aliases: [{}] at the head of the file that was, or into its record.", own)};
  return {first.ja + "もう無いものなら、ここから消してください。名前を変えたなら、" + renamed.ja,
          first.en + " If there is no such thing any more, remove it here; if it was renamed, " + renamed.en};
}

/// The field that a view calls by its key or label.
model::Field const* asked_field(model::Schema const& schema, std::string const& name) {
  if (auto const* field = schema.find(name)) return field;
  if (auto const* field = model::understood_field(name)) return field;
  auto const& fields = schema.fields;
  auto const found = std::find_if(fields.begin(), fields.end(), [&](auto& field) { return field.label == name; });
  return found == fields.end() ? nullptr : &*found;
}

/// Resolves references by the index, and reports those that lead nowhere.
class Resolver {
 public:
  Resolver(model::Site& site, base::Diagnostics& diagnostics)
      : site_(site), index_(site.index), diagnostics_(diagnostics) {}

  void resolve(Reference& reference, base::SourceLocation at) {
    reference.name = index_.current(reference.name);
    // A translation has headings of its own.
    Reference translated{folder_ + reference.name, reference.fragment};
    if (!folder_.empty() && index_.find(translated.name)) return resolve_section(translated, at);
    if (index_.find(reference.name)) return resolve_section(reference, at);
    if (!index_.is_unread(reference.name)) report_dead(reference, at);
  }

  /// What follows is written in that language: names lead to what is translated, as far as there is such.
  void read_language(std::string const& language) { folder_ = language.empty() ? "" : language + "/"; }

  /// `own` is the name of the page or part that the blocks stand in; empty for a record.
  void resolve_blocks(model::Blocks& blocks, std::string const& own) {
    model::for_each_block(blocks, [&](model::Block& block) {
      auto* figure = std::get_if<model::Figure>(&block.node);
      auto* image = figure ? std::get_if<model::Image>(&figure->picture) : nullptr;
      if (image) check_image(image->path, block.at);
      if (auto* directive = std::get_if<model::Directive>(&block.node)) resolve_directive(*directive);
      model::for_each_text(block, [&](model::Inlines& text) {
        model::for_each_inline(text, [&](model::Inline& piece) { resolve_inline(piece, own); });
      });
    });
  }

  void resolve_list(model::List& list) {
    for (auto& record : list.records) {
      resolve_values(list.schema.fields, record.values);
      resolve_blocks(record.body, "");
    }
    for (auto& [language, record] : list.record_translations) {
      read_language(language);
      resolve_values(list.schema.fields, record.values);
      resolve_blocks(record.body, "");
    }
    read_language("");
  }

  /// The conditions by which records of a list are chosen, in the spelling of the list's values.
  void resolve_where(std::string_view list_name, model::Value& where) {
    auto const* list = find_list(list_name);
    auto* conditions = list ? std::get_if<model::Object>(&where.data) : nullptr;
    if (!conditions) return;
    // What is asked of a value that was refused says nothing of the records any more.
    std::erase_if(*conditions, [&](model::Member& condition) { return !resolve_condition(*list, condition); });
  }

 private:
  void resolve_inline(model::Inline& piece, std::string const& own) {
    if (auto* image = std::get_if<model::Image>(&piece.node)) check_image(image->path, piece.at);
    auto* link = std::get_if<model::Link>(&piece.node);
    auto* reference = link ? std::get_if<Reference>(&link->target) : nullptr;
    if (!reference) return;
    if (!reference->name.empty()) return resolve(*reference, piece.at);
    Reference here{own, reference->fragment};
    if (!own.empty()) resolve_section(here, piece.at);
  }

  /// What a `qr` leads to, the record that a `form` takes its fields from, and the records that a `view` asks for; the
  /// name of today takes their place, as in links.
  void resolve_directive(model::Directive& directive) {
    if (directive.kind == DirectiveKind::qr || directive.kind == DirectiveKind::form) {
      auto* reference = member(directive.options, "ref");
      auto* text = reference ? std::get_if<std::string>(&reference->data) : nullptr;
      if (!text || base::trimmed(*text).empty()) return;
      auto target = reference_from(*text);
      resolve(target, reference->at);
      *text = target.name + (target.fragment.empty() ? "" : "#" + target.fragment);
    } else if (directive.kind == DirectiveKind::view) {
      if (auto* where = member(directive.options, "where")) resolve_where(directive.options.text_of("list"), *where);
    }
  }

  /// What is asked for becomes what records have: the names of records, the texts of values. What is no record, no
  /// answer and no field is left to the view. False after an error.
  bool resolve_condition(model::List const& list, model::Member& condition) {
    bool const id = condition.key == model::understood_field(model::Role::id).key;
    auto const* field = id ? nullptr : asked_field(list.schema, condition.key);
    bool sound = true;
    auto resolve_one = [&](Value& value) {
      auto* text = std::get_if<std::string>(&value.data);
      if (!id && !field) return;
      if (field && field->kind != FieldKind::reference)
        return void(sound = read_wanted(*field, value, diagnostics_) && sound);
      auto const* target = field ? find_list(field->reference_list) : &list;
      bool known = text && target && make_name(*target, *text);
      if (known && id && text->starts_with(list.slug + "/")) text->erase(0, list.slug.size() + 1);
    };
    if (auto* values = std::get_if<model::Values>(&condition.value.data))
      std::for_each(values->begin(), values->end(), resolve_one);
    else
      resolve_one(condition.value);
    return sound;
  }

  model::List const* find_list(std::string_view name) const {
    auto const* thing = index_.find(name);
    return thing && thing->kind == model::NamedThing::Kind::list ? &site_.lists[thing->owner] : nullptr;
  }

  /// A heading of a publication becomes that of the part which has it.
  void resolve_section(Reference& reference, base::SourceLocation at) {
    if (reference.fragment.empty() || !index_.knows_sections_of(reference.name)) return;
    if (auto const* owner = index_.owner_of_section(reference.name, reference.fragment)) {
      reference.name = *owner;
      return;
    }
    diagnostics_.error(at, "dead-reference",
                       {fmt::format("「{}」に「#{}」という見出しはありません。", reference.name, reference.fragment),
                        fmt::format("“{}” has no heading “#{}”.", reference.name, reference.fragment)},
                       did_you_mean(reference.fragment, index_.sections_of(reference.name)));
  }

  void report_dead(Reference const& reference, base::SourceLocation at) {
    diagnostics_.error(at, "dead-reference",
                       {fmt::format("参照先「{}」がありません。", reference.name),
                        fmt::format("“{}” refers to nothing.", reference.name)},
                       near_or_gone(reference.name, own_name(reference.name), candidates(reference.name)));
  }

  /// What the thing calls itself: a record or part by its id. A PDF has no names of before.
  std::string own_name(std::string const& name) const {
    auto const slash = name.find('/');
    auto const* owner = slash == name.npos ? nullptr : index_.find(name.substr(0, slash));
    bool const owns = owner && owner->kind != model::NamedThing::Kind::page;
    return name.ends_with(".pdf") ? "" : owns ? name.substr(slash + 1) : name;
  }

  /// What may have been meant: of a known list or publication its members, otherwise all but those.
  base::NearNames& candidates(std::string const& name) {
    auto const slash = name.find('/');
    auto const owner = slash == name.npos || !index_.find(name.substr(0, slash)) ? "" : name.substr(0, slash);
    auto const known = members_.find(owner);
    return known == members_.end() ? members_.emplace(owner, members_of(owner)).first->second : known->second;
  }

  std::vector<std::string> members_of(std::string const& owner) const {
    std::vector<std::string> names;
    auto const* thing = owner.empty() ? nullptr : index_.find(owner);
    if (thing && thing->kind == model::NamedThing::Kind::list) {
      for (auto const& record : site_.lists[thing->owner].records) names.push_back(owner + "/" + record.id);
    } else if (thing && thing->kind == model::NamedThing::Kind::publication) {
      for (auto const& part : site_.publications[thing->owner].parts) names.push_back(owner + "/" + part.slug);
    }
    if (!names.empty()) return names;
    names.emplace_back(model::home_slug);
    for (auto const& page : site_.pages) names.push_back(page.original());
    for (auto const& list : site_.lists) names.push_back(list.slug);
    for (auto const& publication : site_.publications)
      names.insert(names.end(), {publication.slug, publication.slug + ".pdf"});
    std::sort(names.begin(), names.end());
    return names;
  }

  void check_image(std::string const& path, base::SourceLocation at) {
    if (path.empty() || site_.images.count(path) > 0 || index_.is_unread(path)) return;
    if (!images_) {
      std::vector<std::string> names;
      for (auto const& image : site_.images) names.push_back(image.first);
      images_.emplace(std::move(names));
    }
    auto const in_folder = site_.images.find("images/" + path);
    auto const near = in_folder == site_.images.end() ? images_->nearest(path) : std::optional(in_folder->first);
    base::Message put{"画像を images/ に置くか、ここに書いた名前を直してください。",
                      "Put the picture into images/, or correct the name."};
    diagnostics_.error(at, "missing-image",
                       {fmt::format("画像「{}」がありません。", path), fmt::format("There is no picture “{}”.", path)},
                       near ? base::meant(*near) : put);
  }

  void resolve_values(std::vector<model::Field> const& fields, std::vector<model::FieldValue>& values) {
    for (auto& value : values) {
      if (auto const* field = find_field(fields, value.slot)) resolve_value(*field, value);
    }
  }

  void resolve_value(model::Field const& field, model::FieldValue& value) {
    if (auto* several = std::get_if<model::FieldValues>(&value.data)) {
      for (auto& item : several->items) resolve_value(field, item);
    }
    if (auto* rows = std::get_if<model::FieldRows>(&value.data)) {
      for (auto& row : rows->rows) resolve_values(field.fields, row.values);
    }
    if (auto* blocks = std::get_if<model::Blocks>(&value.data)) resolve_blocks(*blocks, "");
    auto* text = std::get_if<std::string>(&value.data);
    if (!text) return;
    if (field.kind == FieldKind::image) check_image(*text = base::composed_path(*text), value.at);
    if (field.kind == FieldKind::reference) resolve_record(field, *text, value.at);
  }

  /// A reference field holds the id alone, or as in links a name of its list: `aoba`, `ref:offices/aoba`. The whole
  /// name takes its place.
  void resolve_record(model::Field const& field, std::string& id, base::SourceLocation at) {
    auto const* list = find_list(field.reference_list);
    if (!list || make_name(*list, id)) return;
    auto& ids = ids_[list];
    if (!ids) {
      std::vector<std::string> all;
      for (auto const& record : list->records) all.push_back(record.id);
      ids.emplace(std::move(all));
    }
    diagnostics_.error(at, "dead-reference",
                       {fmt::format("{}「{}」は一覧「{}」にありません。", field.label, id, field.reference_list),
                        fmt::format("{} “{}” is not in the list “{}”.", field.label, id, field.reference_list)},
                       near_or_gone(id, id, *ids));
  }

  /// `aoba`, `ref:offices/aoba` and what it was called before become `offices/aoba`, the name of today. False when
  /// there is no such record.
  bool make_name(model::List const& list, std::string& id) const {
    auto folder = list.slug + "/";
    auto written = reference_from(id).name;
    if (written.starts_with(folder)) written.erase(0, folder.size());
    auto name = std::string(index_.current(folder + written));
    bool known = index_.find(name) || index_.is_unread(name);
    if (known) id = name;
    return known;
  }

  model::Site& site_;
  model::SiteIndex const& index_;
  base::Diagnostics& diagnostics_;
  std::map<std::string, base::NearNames> members_;  ///< by what they belong to
  std::map<model::List const*, std::optional<base::NearNames>> ids_;
  std::optional<base::NearNames> images_;
  std::string folder_;  ///< of the language that is read: `en/`; empty for that of the site
};

}  // namespace

void resolve_references(model::Site& site, base::Diagnostics& diagnostics) {
  Resolver resolver(site, diagnostics);
  for (auto& item : site.menu) resolver.resolve(item.target, item.at);
  for (auto& scene : site.scenes) {
    if (scene.page) resolver.resolve(*scene.page, scene.page_at);
  }
  for (auto& list : site.lists) resolver.resolve_list(list);
  for (auto& page : site.pages) {
    resolver.read_language(page.language);
    resolver.resolve_blocks(page.blocks, page.slug);
  }
  resolver.read_language("");
  for (auto& publication : site.publications) {
    for (auto& part : publication.parts) resolver.resolve_blocks(part.blocks, publication.slug + "/" + part.slug);
    for (auto& flyers : publication.flyers) resolver.resolve_where(flyers.list, flyers.where);
  }
}

}  // namespace tebiki::loading
