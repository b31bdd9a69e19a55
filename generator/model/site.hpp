#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/images.hpp"
#include "model/document.hpp"
#include "model/list.hpp"
#include "model/open_data.hpp"
#include "model/site_index.hpp"
#include "model/words.hpp"

namespace tebiki::model {

/// Whom to call when lost; shown on every page and every cover.
struct Contact {
  std::string name;
  Telephone tel;
  Telephone fax;
  std::string email;
  std::string hours;
  std::string address;
  std::string prompt;                     ///< 困ったときは、まず相談
  Telephone after_hours;                  ///< the number to call when nobody is there: #7119
  std::vector<WeeklyHours> opening = {};  ///< `hours`, where they say for certain when somebody is there
  base::SourceLocation at = {};
};

/// A number that answers at any hour: 119.
struct UrgentNumber {
  Telephone tel;
  std::string label;  ///< 救急車
  std::string note;   ///< ためらわずに
};

/// One of the municipalities of a site that is made for several. What names it in its `areas`, by id or label, belongs
/// to it; what names none belongs to all.
struct Area {
  std::string id;     ///< the folder of its pages: `atsugi`
  std::string label;  ///< 厚木市
  Contact contact;    ///< the site's where it gives none
  std::optional<Municipality> municipality;
  base::SourceLocation at;
  std::string name = {};  ///< of its site; empty: made of the site's and the label
};
/// Ids of the areas that something belongs to; none: all.
using AreaIds = std::vector<std::string>;

struct MenuItem {
  std::string label;
  Reference target;
  base::SourceLocation at;
  std::string summary;  ///< what is inside: below the label in the menu of a phone
};

/// One of the four scenes (日常の療養支援, 入退院支援, 急変時の対応, 看取り).
struct Scene {
  std::string id;        ///< daily hospital urgent farewell: its icon
  std::string label;     ///< plain words: ふだんの療養
  std::string official;  ///< 日常の療養支援
  std::string summary;
  std::optional<Reference> page;
  Colour colour;
  base::SourceLocation page_at = {};  ///< where `page` was written, or begins
  bool urgent = false;                ///< readers of its page may have to call at once
};

struct ImageFile {
  std::string path;  ///< `images/room.jpg`
  /// The rows as they are stored, without any metadata, not even the orientation. The site of each area shares them.
  std::shared_ptr<std::string const> bytes;
  base::ImageInfo info;  ///< as it is seen upright
};

/// What the page is called whose address is the site's own.
constexpr std::string_view home_slug = "index";

/// A single page of `pages/`; `slug` is its path without ending (`scenes/daily`), `index` is the home page.
/// A translation (`scenes/daily.en.md`) has the slug `en/scenes/daily`, that of the home page `en`.
struct Page {
  std::string slug;
  std::string title;
  std::string description;
  Blocks blocks;
  base::SourceLocation at;
  std::vector<std::string> found_by = {};  ///< who searches with these words is shown this page first
  PublishingPeriod period = {};            ///< of a translation that of its original
  AreaIds areas = {};
  std::string language = {};  ///< of a translation: `en`, `easy`

  bool is_home() const { return slug == home_slug; }
  /// The slug of the page that this translates, or its own.
  std::string original() const;
};

struct Cover {
  std::vector<std::string> title_lines;  ///< the title, broken where it reads best
  std::string edition;                   ///< 令和8年度版
  std::string motto;
  base::SourceLocation title_at = {}, edition_at = {}, motto_at = {};
};

/// The head of a newsletter's first page: title, number and date, over a wave of its colour.
struct Masthead {
  std::string above;   ///< 平塚市 在宅医療・介護
  std::string number;  ///< 第6号
  std::string note;    ///< 2か月に1回発行
  base::SourceLocation above_at = {}, number_at = {}, note_at = {};
};

/// One chapter: a web page and a part of the booklet.
struct Part {
  std::string slug;  ///< from NN-name.md: `name`
  std::string title;
  std::string tab;  ///< short word for the thumb tab; empty: none
  Blocks blocks;
  base::SourceLocation at;
  PublishingPeriod period = {};
  AreaIds areas = {};
  std::optional<int> columns = {};  ///< side by side in print; absent: as many as the publication has
};

enum class Binding { left, right };

/// `flyers` of a publication: a flyer for each event of a list that is still to come, in one of the designs.
struct FlyerRequest {
  std::string list;
  std::string design;
  Value where;  ///< as in a view; null where all are meant
  enum class Past { left_out, included } past = Past::left_out;
  base::SourceLocation at, list_at, design_at;
};

/// A booklet, form, flyer or report of `publications/<slug>/`.
struct Publication {
  std::string slug;
  std::string title;
  std::string summary;
  std::optional<Cover> cover;
  std::string paper = "A4";
  bool landscape = false;
  std::string sheet;  ///< larger paper on which the pages lie side by side, to be cut out and folded; empty: none
  Binding binding = Binding::left;
  bool contents = false;  ///< a page of contents after the cover
  bool index = false;     ///< a 五十音 index at the end
  std::optional<Date> revised;
  Colour colour;
  std::vector<Part> parts;
  std::vector<FlyerRequest> flyers;
  base::SourceLocation at;
  AreaIds areas = {};
  bool by_area = false;                   ///< besides the one for all, each area has a booklet of its own
  std::string area = {};                  ///< the area whose booklet this is; empty: for all
  int columns = 1;                        ///< of text, side by side in print
  std::optional<Masthead> masthead = {};  ///< with one, parts follow each other on the page
  int fold = 1;                           ///< panels of a sheet that is folded; 1: none is
  std::vector<int> blank_panels = {};  ///< of such a sheet, ascending: those that stay empty, from 1 as they are read
  base::SourceLocation title_at = {};
  PublishingPeriod period = {};  ///< of all of it; parts may have shorter ones of their own

  /// What its PDF is called: `care-guide`, for one area `care-guide-atsugi`.
  std::string pdf_name() const { return area.empty() ? slug : slug + "-" + area; }
  /// Where its PDF stands in the output, whatever the folder of the site: `pdf/care-guide.pdf`.
  std::string pdf_path() const { return "pdf/" + pdf_name() + ".pdf"; }
};

/// A name that something had before: its old URL leads to the new one.
struct Alias {
  std::string name;    ///< `facilities/old-id`
  std::string target;  ///< `facilities/aoba`
  base::SourceLocation at;
};

/// The path of what a reference names, within the site: `facilities/aoba/`, empty for `index`, `pdf/x.pdf` for `x.pdf`.
/// Only spells it; whether there is such a thing was found out while loading.
std::string path_of_name(std::string_view name);

/// Under which terms the data may be used: `open_data` of site.json.
struct OpenDataTerms {
  std::string licence;  ///< CC BY 4.0
  std::string url;      ///< of its text
};

/// What pages load from other hosts, and only when a reader asks for it: `outside` of site.json. Without it nothing is.
struct Outside {
  std::string map_tiles;        ///< https://…/{z}/{x}/{y}.png; empty: maps are drawn, and cannot be moved
  std::string map_attribution;  ///< 国土地理院
  std::string map_url;          ///< where the attribution leads, or empty
  bool films = false;           ///< films are played on their pages

  bool is_used() const { return films || !map_tiles.empty(); }
  /// Where the tiles come from, as policies name it: `https://cyberjapandata.gsi.go.jp`. Empty without tiles.
  std::string map_origin() const { return map_tiles.substr(0, map_tiles.find('/', map_tiles.find("://") + 3)); }
};

/// What `{{site.contact.tel}}` and its like stand for, by name, without the braces.
using SiteWords = std::map<std::string, std::string, std::less<>>;

/// A language into which something of the site is translated, beside that in which it is written. What `site.en.json`
/// does not say is as in `site.json`.
struct Translation {
  std::string code;        ///< as files and folders are called: `en`, `easy`
  std::string language{};  ///< as browsers call it: `en`; of the plain `easy` that of the site
  Words words{};
  std::string name{}, publisher{}, description{}, lead{}, notice{};
  Contact contact{};
  std::vector<UrgentNumber> urgent{};
  std::vector<std::string> suggestions{};
  base::SourceLocation at{};  ///< the first file in it
  SiteWords site_words{};
  bool says_site = false;  ///< there is a `site.en.json`
};

/// Everything a content folder says, as plain values. Directives are still as written.
struct Site {
  std::string name;
  std::string publisher;
  std::string description;
  std::string lead;      ///< the home page's one promise
  std::string base_url;  ///< with a slash at the end, or empty
  std::string language = "ja";
  Words words;  ///< of the interface, in that language
  SiteWords site_words;
  Contact contact;
  std::optional<Municipality> municipality;
  OpenDataTerms open_data;
  Outside outside;
  Colour brand{0x00, 0x59, 0x6b};
  std::string notice;  ///< Markdown-free banner text, or empty
  std::vector<Area> areas;
  std::string area;  ///< the area that this is a selection for: see `loading::select_area`; empty: the whole site
  std::vector<Translation> translations;
  std::string translation = {};  ///< the one that this is, by code: see `loading::take_translations`; empty: none
  std::vector<MenuItem> menu;
  std::vector<Scene> scenes;
  std::vector<UrgentNumber> urgent;      ///< on the home page and on that of the urgent scene
  std::vector<std::string> suggestions;  ///< words offered under the search box
  /// Groups of words that mean the same to those who search. The first one in hiragana is how the others are read.
  std::vector<std::vector<std::string>> synonyms;
  std::map<Date, std::string> holidays;  ///< their names
  Date today;                            ///< for which the site is made
  std::vector<List> lists;
  std::vector<Page> pages;
  std::vector<Publication> publications;
  std::vector<Alias> aliases;
  std::map<std::string, ImageFile> images;
  base::SourceLocation at;                          ///< site.json
  Completeness completeness = Completeness::whole;  ///< of site.json
  SiteIndex index;                                  ///< of all the above

  // These look into the index.
  List const* list(std::string_view slug) const;
  Publication const* publication(std::string_view slug) const;
  /// A name names something here while that is shown: a list, record, page, publication,
  /// part. Where it leads: its `path_of_name`; nothing when it names nothing.
  std::optional<std::string> path_of(std::string_view name) const;
  /// What the thing a reference names is called; empty when it names nothing.
  std::string title_of(std::string_view name) const;
  /// Where this site stands in the output: `atsugi/` for that of an area, `en/` for a translation, empty for the whole.
  std::string folder() const { return is_whole() ? "" : area + translation + "/"; }
  /// Where the pages of records stand that search engines keep: one address, whichever areas show them.
  std::string record_folder() const { return area.empty() ? folder() : ""; }
  /// Its language as search engines tell it from others: `en`, of another form of the language of the whole `ja-x-easy`
  /// (RFC 5646).
  std::string language_tag() const;
  /// Neither that of an area nor a translation.
  bool is_whole() const { return area.empty() && translation.empty(); }
  /// Where the thing stands on the web, `base_url` before it: what an area does not show stands in the whole site.
  /// Nothing when it names nothing or there is no `base_url`.
  std::optional<std::string> url_of(std::string_view name) const;
  /// Where a file or page of the output stands on the web, as servers show it: `base_url` and its path, percent-encoded
  /// (RFC 3986). Empty without a `base_url`.
  std::string address_of(std::string_view path) const;
};

/// Percent-encodes what is not unreserved (RFC 3986 §2.3); `/` stays.
void append_url_path(std::string& out, std::string_view path);

/// What one of the pages that the site makes by itself is called.
std::string_view title_of_made_page(std::string_view name, Words const& words);

/// The name of the page that the urgent scene leads to; empty where there is none.
std::string urgent_page(Site const& site);

}  // namespace tebiki::model
