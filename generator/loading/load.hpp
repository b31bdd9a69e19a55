#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>

#include "base/diagnostics.hpp"
#include "base/files.hpp"
#include "loading/files/content_folder.hpp"
#include "loading/records/records.hpp"
#include "loading/syntax/json_and_yaml.hpp"
#include "model/events_and_films.hpp"
#include "model/print_style.hpp"
#include "model/site.hpp"

namespace tebiki::loading {

/// Reads a whole content folder. Every mistake of every file goes to `diagnostics`; what could be read is returned,
/// so one broken file does not hide the mistakes of the others.
/// Records, pages and parts are kept with their publishing periods, whatever the day: `select_day` follows. `today` is
/// what the dates in records are compared with.
model::Site load(base::FileTree const& content, model::Date today, unsigned jobs, base::Sources& sources,
                 base::Diagnostics& diagnostics);

/// Reads `print/<edition>.json` of the template folder. Errors: names that it does not know, sizes and colours that are
/// not given.
model::PrintStyle load_print_style(base::FileTree const& templates, std::string const& edition, base::Sources& sources,
                                   base::Diagnostics& diagnostics);

/// Reads `words/<language>.json` of the template folder. Errors: a missing file, a word that the program asks for and
/// does not find, a name in braces that it does not fill in.
model::Words load_words(base::FileTree const& templates, std::string const& language, base::Sources& sources,
                        base::Diagnostics& diagnostics);

/// Gives each translation of the site its words: those of `words/en.json`, or where there is none what
/// `words/ja-easy.json` says otherwise than the language of the site, whose words must have been loaded. Errors: a
/// language without such a file, words that the site does not have, of another language those that are missing.
/// Warnings: another language without a `site.en.json`.
void load_translated_words(model::Site& site, base::FileTree const& templates, base::Sources& sources,
                           base::Diagnostics& diagnostics);

/// A day on which something appears or is withdrawn because of its publishing period, or on which one can no longer
/// apply for an event or come to it.
struct DatedChange {
  model::Date day;
  std::string what;  ///< what it is called: its title or name
  enum class Kind { appears, disappears, closes, is_over } kind = Kind::appears;
};

/// The next day after `today` on which the site would show something else though nobody edits it; nothing when there is
/// none. To be asked before `select_day`, which forgets pages and parts. Linear in records, pages and parts.
std::optional<DatedChange> next_change(model::Site const& site, model::Date today);

/// Takes out of the site what is not shown today: pages, parts and publications go, those without any part that is
/// shown with a warning; records are put aside as withheld. A link to such a thing becomes its plain words, a menu
/// entry or a `qr` block is left out, each with a warning; a reference that will end so within sixty days is told
/// beforehand with its day. Linear in blocks and records.
void select_day(model::Site& site, model::Date today, base::Diagnostics& diagnostics);

/// The site as one of its areas shows it, to be made in a folder of its own: only what belongs to the area or to all,
/// with the area's contact and what `{{site.…}}` says of it. What it leaves out can still be linked to:
/// `SiteIndex::is_elsewhere`. After `select_day`; its words must have been loaded. Linear in records.
model::Site select_area(model::Site const& whole, model::Area const& area);

/// Fills in `{{site.…}}` wherever readers see words: titles, captions, labels, fields of records, Markdown. What `load`
/// gives still holds these texts as they were written, so that each area fills in its own: after `select_area`.
void fill_in_site_words(model::Site& site);
/// The same with what the area has of its own.
void fill_in_site_words(model::Site& site, model::Area const& area);

/// The site in each language into which something of it is translated, to be made in folders of their own (`en/`): with
/// the pages and records that are translated, the words of that language and the numbers, days and answers that the
/// site has. What is not translated can still be linked to: `SiteIndex::is_elsewhere`; views show it as it is. `whole`
/// is left without translations. After `select_day`; words must have been loaded. Linear in records and languages.
std::vector<model::Site> take_translations(model::Site& whole);

// ---- the steps of `load`, each in the file of its name ----

/// The object of `site.json`; null when the file is missing (an error) or cannot be used.
model::Value read_site_file(std::optional<TextFile> const& file, base::Sources& sources,
                            base::Diagnostics& diagnostics);
/// The site as `site.json` describes it, still without lists, pages and publications.
model::Site make_site(model::Value const& site_file, model::Date today, base::Diagnostics& diagnostics);
/// Warns where days or hours, of the site's contact or of records, say that holidays are free and no holidays are known
/// thirty days after `today`.
void tell_of_missing_holidays(model::Site const& site, model::Date today, base::Diagnostics& diagnostics);
/// `holidays` of site.json: the name of each by its day. Errors: what is no day or no name, a day given twice.
/// Warnings: a year without any between others, or the one of today.
std::map<model::Date, std::string> read_holidays(model::Value const& site_file, model::Date today,
                                                 base::Diagnostics& diagnostics);
/// When somebody is there by the `hours` of a contact; none where their words do not tell for certain. Errors: times
/// that do not exist. Warnings, at the hours: a number for `after_hours` that nobody will see for that.
std::vector<model::WeeklyHours> read_opening(model::Value const& contact, base::Diagnostics& diagnostics);
/// Warns where the hours of a translated contact name other times or weekdays than those of the site. English and
/// Japanese words for days and times are understood; what is said in others is not compared.
void tell_of_other_hours(model::Value const& translated, model::Value const& site_file, base::Diagnostics& diagnostics);
/// `synonyms` of site.json: groups of words that mean the same to those who search.
/// Errors: a group that is no list of words, has fewer than two, or says one word twice (かな and カナ are one word).
std::vector<std::vector<std::string>> read_synonyms(model::Value const& site_file, base::Diagnostics& diagnostics);
/// All that `{{site.…}}` can name.
model::SiteWords site_words(model::Value const& site_file);
/// A text with each `{{site.…}}` filled in; what names nothing stays.
std::string filled_in(std::string_view written, model::SiteWords const& words);
/// What records may call the scenes.
std::vector<SceneNames> scene_names(model::Site const& site);
/// The areas that the `areas` of a page, part or publication name, by label or id; one that there is not is an error.
model::AreaIds read_areas(model::Value const& object, LoadContext const& context);
/// Warns, once for the list, of records that name areas but none of the site's: every area shows them.
void tell_of_records_without_area(model::List const& list, std::vector<model::Area> const& areas,
                                  base::Diagnostics& diagnostics);
/// Warns, once for each fiscal year of a list, of records that no page or no booklet shows though views there select
/// that list by fiscal year, an earlier one among them. Linear in blocks and records.
void tell_of_years_not_shown(model::Site const& site, base::Sources const& sources, base::Diagnostics& diagnostics);
/// What `site.json` left open and the rest decides: a menu of lists and publications, the pages of the scenes.
void complete(model::Site& site);

/// `site.json` as each language has it, by code: what its `site.en.json` says takes the place of what is written there.
/// Every language of the folder is among them. Errors: settings that no language changes, numbers of `urgent` that
/// `site.json` does not have.
std::map<std::string, model::Value> read_translated_site_files(ContentFolder const& folder,
                                                               model::Value const& site_file, base::Sources& sources,
                                                               base::Diagnostics& diagnostics);
/// The languages of the folder by their codes, still without their words.
std::vector<model::Translation> translations_of(ContentFolder const& folder, model::Site const& site,
                                                std::map<std::string, model::Value> const& site_files);

/// Gives translated pages the days and areas of their originals. One without an original is an error, unless that is
/// among the names that could not be read, and goes.
void join_originals(model::Site& site, std::vector<std::string> const& unread, base::Diagnostics& diagnostics);

/// The designs of flyers among the templates, by the order of their names. What they name that there is not is an
/// error.
std::vector<model::FlyerDesign> read_flyer_designs(base::FileTree const& templates, base::Sources& sources,
                                                   base::Diagnostics& diagnostics);

/// A Markdown file with its front matter checked.
struct PageFile {
  model::Value data;
  std::string title;  ///< of the front matter, otherwise the first `#` heading, otherwise empty
  model::Blocks blocks;
  bool sound = true;   ///< false when the front matter could not be read: then nothing is called missing
  bool empty = false;  ///< there is nothing below the title, and nothing was left out because of mistakes
};

/// `publish_from` and `publish_until` of a page, part or publication. Errors: malformed dates, which count as absent,
/// an end before the beginning.
model::PublishingPeriod read_period(model::Value const& object, base::Diagnostics& diagnostics);

PageFile read_page_file(TextFile const& file, std::span<Key const> keys, LoadContext const& context);

/// Reads one file of `pages/`; nothing when it cannot be used.
std::optional<model::Page> read_page(TextFile const& file, LoadContext const& context, OtherNames& names);

/// Reads a publication with its parts; also without a usable `publication.json`, so that the parts' mistakes
/// are found.
std::optional<model::Publication> read_publication(PublicationFolder const& folder, model::Colour brand,
                                                   LoadContext const& context, OtherNames& names);

/// How many columns a publication or part has side by side in print (`columns`); nothing where it does not say.
/// Anything but 1, 2 or 3 is an error.
std::optional<int> read_columns(model::Value const& settings, base::Diagnostics& diagnostics);
/// The publication as `publication.json` describes it, still without parts; `brand` is its colour where that names
/// none. Errors: a number of columns or panels that cannot be, a sheet that is folded and has what no panel can hold.
model::Publication read_publication_settings(model::Value const& settings, std::string const& slug, model::Colour brand,
                                             base::Diagnostics& diagnostics);

/// Resolves every reference of pages, parts, record bodies, record fields, menu and scenes, what QR codes lead to and
/// what views ask for, by the index of the site: names of before become those of today, `ref:offices/aoba` in a field
/// the name `offices/aoba`, a publication's heading (`care-guide#sec`) that of its part; other values that views ask
/// for become those that records have. Looks for the pictures, too. Linear in blocks and records. Errors: names that
/// lead nowhere, headings that do not exist, missing pictures, values that are none of their field's kind; not what may
/// only be missing because a file could not be read.
void resolve_references(model::Site& site, base::Diagnostics& diagnostics);

}  // namespace tebiki::loading
