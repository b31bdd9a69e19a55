#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "html/render.hpp"
#include "html/templates.hpp"
#include "model/documents.hpp"
#include "model/site.hpp"

/// Where the things of a site stand, and what templates of pages are filled with.
namespace tebiki::html {

/// Where each thing of the site stands. Look-ups are constant, also with ten thousand records.
class Links {
 public:
  /// `site` must outlive the links.
  Links(model::Site const& site, std::vector<model::Document> const& pages,
        std::vector<model::OpenDataFile> const& data = {});
  /// The file of the thing, from the folder of the site and ready for `href`: `facilities/aoba/index.html`; from that
  /// of an area `../facilities/aoba/index.html` for what only the whole site has. Nothing when the name names nothing.
  std::optional<std::string> file_of(std::string_view name) const;
  /// From the folder of the site to a file that all areas share (assets, images, PDFs): `../images/room.jpg`.
  std::string shared_file(std::string_view path) const;
  /// The number at the head of a record's page; empty where there is none.
  model::Telephone telephone_of(std::string_view record) const;
  /// What kind of office the head of a record's page says it is, and where: the first and the last of its tags.
  std::vector<std::string> kind_of(std::string_view record) const;

 private:
  model::Site const& site_;
  struct Place {
    std::string file;
    model::Document const* page = nullptr;
  };
  model::ByName<Place> places_;
};

/// The name by which references call what a document shows: `facilities/aoba`, `index`, `care-guide/consult`.
std::string reference_name(model::Document const& page);
/// The name of a page's kind, as templates are called.
std::string_view kind_name(model::DocumentKind kind);
/// `../../` for a page two folders deep; empty for home.
std::string root_of(std::string_view page_path);
/// A page's file, ready for `href`; explicit, so that links work from `file://` too.
std::string file_url(std::string_view page_path);

/// Appends `#fragment`, or nothing for an empty one. Letters of other scripts stay as they are (RFC 3987), and so do
/// the = and & of a state, `services=訪問看護`.
void append_fragment(std::string& out, std::string_view fragment);

/// `mailto:soudan@example.jp`; empty for no address (RFC 6068).
std::string mail_href(std::string_view address);

/// Everything that the pages of one site, whole or of an area, share. Borrows all but the path.
struct RenderContext {
  std::vector<model::ComposedSite> const& sites;  ///< the whole site, those of its areas and its translations
  model::Site const& site;                        ///< the one of them that is rendered
  std::vector<model::Document> const& pages;
  model::SearchIndex const& search;
  std::vector<model::Feed> const& feeds;
  std::vector<model::PrintedBooklet> const& booklets;
  Assets const& assets;
  Links const& links;
  Renderer const& renderer;
  std::string search_data;   ///< path of the data file for searching
  std::string offices_data;  ///< the same of the whole site: readers of every page save the offices of all
  std::map<std::string, std::string, std::less<>> finder_data = {};  ///< by list: that of what narrows it down
  bool saving = false;  ///< readers can save offices, and have a page of those that they saved
};

/// Which menu item a page belongs to.
struct MenuPlace {
  std::size_t item = 0;  ///< the number of items where it belongs to none
  bool exactly = false;  ///< the item leads to this very page

  /// Pages with equal numbers have equal menus.
  std::size_t number() const { return item * 2 + exactly; }
};

/// The menu, and where it leads.
class Menu {
 public:
  explicit Menu(RenderContext const& context);
  /// The item of the page, or of what lies nearest above it. The cost does not depend on the length of the menu.
  MenuPlace place_of(std::string_view page_path) const;
  MenuPlace nowhere() const { return {items_.size(), false}; }
  /// The items as a page in this place shows them.
  TemplateData data(MenuPlace place) const;

 private:
  struct Item {
    std::string label, href, summary;
  };
  std::vector<Item> items_;
  std::map<std::string, std::size_t, std::less<>> by_path_;
};

/// Where the target stands, from the folder of the site; home where it names only a section, empty where nothing.
std::string href_of(RenderContext const& context, model::Reference const& target);
/// The steps to the page from home on; none for home.
std::vector<TemplateData> crumbs(RenderContext const& context, model::Document const& page);
/// The same page for everybody and for each area, or the home page of those that do not have it; none where there are
/// no areas. Paths are from the folder of the site.
std::vector<TemplateData> areas(RenderContext const& context, model::Document const& page);
/// The page in each language in which it stands, its own included; none where it is in one language only. Paths are
/// from the folder of the site.
std::vector<TemplateData> languages(RenderContext const& context, model::Document const& page);
/// Of a translation the pages that are translated, but home and those of scenes.
std::vector<TemplateData> pages_in_language(RenderContext const& context);

/// One scene as it stands on the home page and at the head of its own.
TemplateData scene_data(RenderContext const& context, model::Scene const& scene);

/// What pages say of one publication: its cover, where it is, its PDF. Paths are from the output folder.
TemplateData book_data(RenderContext const& context, model::Publication const& publication);
std::vector<TemplateData> all_books(RenderContext const& context);
/// Those with a cover before the others, of each the long ones first.
std::vector<TemplateData> books_for_home(RenderContext const& context);
/// `312KB`, `1.4MB`.
std::string size_words(std::size_t bytes);

/// Where the site stands on its server, for what is read at any address: `/` unless the base URL says more.
std::string base_path(model::Site const& site);
/// Whether it is one of the pages of readers' own, which nobody is to find by a search engine.
bool is_of_readers(model::Document const& page);

/// What web servers are told of the site, `_headers` and `.htaccess`: a policy that lets nothing in but the site's own
/// files, and which files may be kept for ever.
std::vector<model::OutputFile> hosting_files(model::Site const& site);

/// What `shared_names` declares but the menu. Paths are from the output folder; templates put `{{root}}` before them.
TemplateData site_data(RenderContext const& context);

/// What `page_names` declares for the page's kind, its body included. Paths within it are from the output folder.
TemplateData page_data(RenderContext const& context, model::Document const& page);

/// Adds what `page_names` declares for the page of a record alone.
void add_entry(TemplateData& data, RenderContext const& context, model::Document const& page);
/// What is said of an event on the day for which the site is made, and the days by which a script tells it anew.
void add_notice(TemplateData& data, model::EventNotice const& notice);

/// Words as HTML. What is in Japanese on a page in another language says so: that is how it is spoken (WCAG 3.1.2).
std::string words_html(std::string_view text, model::Site const& site);
/// Byte offsets at which the name of an office may go on in a new line, ascending: behind what kind of office it is,
/// before the name proper, where the script changes between words; never within a word in kana. Linear.
std::vector<std::size_t> name_breaks(std::string_view name);
/// The same as `words_html`, with `<wbr>` at these places.
std::string name_html(std::string_view name, model::Site const& site);
/// An item for each word: `label`.
std::vector<TemplateData> labels(std::vector<std::string> const& words);
/// The same as HTML, see `words_html`: words of records.
std::vector<TemplateData> labels_of_records(std::vector<std::string> const& words, model::Site const& site);

// Of scripts that hold data.

/// Appends an array of texts, behind a comma where others stand before it; empty ones at its end are left away.
void add_row(std::string& out, std::vector<std::string_view> row);
/// What a number's address holds behind `tel:`; empty where it is just the digits that are shown.
std::string dialled_otherwise(model::Telephone const& tel);
/// `facilities/aoba/` for `facilities/aoba/index.html`.
std::string_view without_index(std::string_view file);
/// The members of an object with the words by which questions, days and hours are understood.
std::string language_json(model::Words const& words);
/// The items of an array with the days on which nobody works.
std::string holidays_json(model::Site const& site);

/// The items of an array with terms: label, field and sort of each.
std::string terms_json(std::vector<model::SearchTerm> const& terms);

/// An entry as scripts find it. Borrows the entry and the index.
struct SearchedEntry {
  model::Entry const& entry;
  model::SearchFacts const& facts;
  std::string path;       ///< without `index.html`
  std::string said;       ///< numbers of terms: 3, 4? of one that is to be asked for, 5! of one that it refuses
  std::string sentences;  ///< folded
  std::string detail;     ///< what else, of one without a telephone; when and where, of an event

  SearchedEntry(model::Entry const& shown, model::SearchIndex const& search, Links const& links);
  /// One of its terms, by its number in the script.
  void say(std::size_t term, bool ask);
  void refuse(std::size_t term);
  /// The array that `search_data` declares, with `more` at its end.
  std::string row(std::size_t list, std::vector<std::string_view> const& more) const;
};

/// One entry as the script for searching holds it.
struct SearchRow {
  std::string order;              ///< entries that are alike stand in one piece
  std::string json;               ///< an array
  std::string searched;           ///< all that it is found by, folded
  std::string numbers;            ///< the digits of its numbers, between bars
  std::string path;               ///< of its page: `facilities/aoba/`
  std::vector<std::size_t> said;  ///< its terms, the title of its list among them
};

struct SearchPieces {
  std::string json;                      ///< members of the script's object that tell which pieces there are
  std::vector<model::OutputFile> files;  ///< what they hold
};

/// Up to how many entries stand in the script itself.
constexpr std::size_t most_in_one_script = 3000;

/// Files of two hundred rows each, `tebikiRows(number, rows)`, and files that say in which of them two characters that
/// follow each other occur, `tebikiKeys(number, {"なぎ": "0 3"})`, found by a hash of the two: (first · 31 + second)
/// mod 256 of their code points; a Chinese character by itself is a key in the file of its code point mod 256. The last
/// four digits of a number are a key behind a `#`, in the file of their value mod 256; the path of a row's page one
/// behind a `/`, in that of the sum of its characters mod 256. `term_count`: of all terms. Linear in the texts but for
/// sorting rows and keys.
SearchPieces search_pieces(std::vector<SearchRow> const& rows, std::size_t term_count, unsigned jobs);

/// The script for searching, and what it loads when it is asked.
struct SearchData {
  std::string script;
  std::vector<model::OutputFile> pieces;  ///< of a large site
};

/// The script that hands every entry and page to the search box: a call, because pages opened from `file://` may
/// load scripts but not read files. It holds `same` (see `SearchIndex::synonyms`), `folding` (see `folding_table`),
/// `language` (the words by which questions are understood), `holidays`, `lists` (titles), `terms` (arrays of label,
/// field and sort, see `SearchTerm`), `entries` and `pages`, arrays without the empty texts at their ends. Of an entry:
/// number of its list, name, reading, telephone, fax, path, what it says (numbers of terms, `4?` where it says 要相談),
/// facts, sentences, days, hours, digits of other numbers, what else without a telephone (of an event when and where),
/// what is dialled, where that is not just the digits of the number, and the note on days and hours. Of a page: kind, title, description, path, headings, text, words that
/// lead there before all others, its language where that is another. Paths are without `index.html`; words are pieces
/// between bars. Of more than `most_in_one_script` entries it holds `rowFiles`, `keyFiles`, `termPieces` and `count` in
/// place of `entries` (see `search_pieces`). Of `sites` it holds the pages and entries in other languages as pages,
/// too: the language is their kind.
SearchData search_data(model::Site const& site, model::Documents const& documents, Links const& links, unsigned jobs,
                       std::vector<model::ComposedSite> const& sites = {});

/// The scripts that narrow lists down, by list: `tebikiList({…})` with `same`, `folding`, `language`, `holidays` and
/// `lists` as in `search_data` and those of its `terms` that the list says, `filters` (legend; `wish` where they are ○
/// △ questions, `ask` where some answer is 要相談, `area` where offices are or go; choices: key, value, number, label,
/// what it is called among the wishes above the list), `hours` where some row says its days or hours, `count` of rows
/// and `rows`, or above `rows_in_one_script` of them `rowFiles` that call `tebikiListRows(number, rows)`. A row is one
/// of `entries`, with the numbers of the choices that it has (`4.0?` where it is 要相談, `4.0!` where it is a no) and its
/// tags between tabs behind it, and where its name may be parted, in characters of a script.
struct FinderData {
  std::map<std::string, std::string, std::less<>> paths;  ///< by list
  std::vector<model::OutputFile> files;
};
FinderData finder_data(model::Site const& site, model::Documents const& documents, Links const& links, unsigned jobs);

}  // namespace tebiki::html
