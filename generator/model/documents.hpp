#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/events_and_films.hpp"
#include "model/site.hpp"

namespace tebiki::model {

enum class DocumentKind { home, list, entry, page, publication, part };

/// What the page of an event says first.
struct EventHead {
  std::vector<std::string> days;  ///< 令和8年10月24日（土）
  std::string time, reception, place;
  EventNotice notice;
  std::string form_address;  ///< where one applies
  std::string flyer;         ///< slug of its booklet, or empty
  std::string application;   ///< of its application form
};

/// What the page of a record says at its head; none of it is said again in its blocks.
struct RecordHead {
  std::string kana;
  std::vector<std::string> tags;  ///< what kind of office it is
  Telephone tel;
  Telephone fax;
  std::string days;           ///< 月〜土
  std::optional<Weekdays> week;  ///< the same, where it is known for certain
  std::string hours;          ///< 9:00〜17:00
  std::string opening_note;   ///< 土曜日は午前だけ
  std::vector<std::string> facts;  ///< what it has, beside its hours: 夜間・24時間の電話
  std::string remark;              ///< what it says of itself in a sentence
  std::string address;        ///< with its postal code
  std::string map_address;    ///< where a map shows the place
  std::string video_address;  ///< where the film is seen
  std::optional<FilmCard> film;
  std::string confirmed;      ///< 令和8年9月5日
  std::optional<EventHead> event;
  bool is_answered_question = false;  ///< its list asks and answers: `x-schema-org` is FAQPage
  /// The answers to questions that stand under one title: 医療処置.
  struct Abilities { std::string title; std::vector<Entry::Ability> answers; };
  std::vector<Abilities> abilities;
};

/// One page of a list that is cut into several, and where the others are.
struct ListPage {
  struct Neighbour {
    std::string path;
    std::string label;  ///< な行〜わ行
    std::size_t records = 0;
  };
  /// A group of the list, and the page on which it begins.
  struct Jump {
    std::string path;
    std::string title;        ///< な行
    std::size_t records = 0;  ///< in the whole list
  };
  std::size_t number = 1;  ///< from 1
  std::optional<Neighbour> previous, next;
  std::vector<Jump> jumps;  ///< none where the list is one page, or has no groups
};

/// One web page to be: blocks without directives, and where it goes.
struct Document {
  DocumentKind kind = DocumentKind::page;
  std::string path;  ///< `facilities/aoba/`; empty for home; written as index.html there
  std::string title;
  std::string description;
  std::string subject;  ///< list slug, publication slug or page slug: picks the template and the menu item
  std::string record;   ///< record id of an entry
  RecordHead head;      ///< of an entry
  std::vector<std::string> found_by;  ///< who searches with these words is shown this page first
  std::size_t records = 0;            ///< of a list: how many it has, on all its pages
  ListPage list_page;                 ///< of a list
  bool for_everybody = false;         ///< of a list: schema.org has a type for what it holds
  std::string listed_on;              ///< of an entry: path of the page of its list on which its row stands
  std::string booklet;   ///< of a list: slug of the publication that is made for it, if any
  std::string structured_data = {};   ///< JSON-LD of what the page shows, without `<`; empty: none
  Blocks blocks;
  base::SourceLocation at;
};

/// What stands behind the words of a cover, of the page's size. Heights are points from the page's top.
struct CoverArt {
  Drawing drawing;
  double waves_top = 0;  ///< of the highest: down to here light words stand on plain colour
  double foot = 0;     ///< from here down dark words stand on white
};

/// One booklet to be printed: its publication with every part free of directives.
struct Booklet {
  Publication publication;
  CoverArt cover_art;          ///< empty without a cover or masthead
  std::optional<Flyer> flyer;  ///< then that is its one page
  std::string collection;      ///< slug of the publication that asked for the flyer
};

/// What a record or a page is found by: folded (`base::search_key`), pieces between bars.
struct SearchWords {
  std::string row;    ///< what its row in a list says of itself: name, reading, what it can do
  std::string names;  ///< what else it is and has
  std::string told;   ///< what is only told of it
};

/// A word of the site's own with which records answer: a kind of office, a town, something that they have or can do.
struct SearchTerm {
  enum class Sort { kind, town, visited, ability } sort = Sort::kind;
  std::string field;  ///< label of the field that it answers
  std::string label;
};

/// What a record answers to those who search the whole site.
struct SearchFacts {
  struct Said {
    std::size_t term = 0;  ///< in `SearchIndex::terms`
    bool ask = false;      ///< 要相談
  };
  std::vector<Said> said;
  std::string facts;        ///< short answers, folded: 内科|中原2-3
  std::string remarks;      ///< sentences, folded
  std::string numbers;      ///< the digits of all numbers but those that its row shows
  std::string days, hours;  ///< as they are written
  std::string opening_note;  ///< as it is written, of days off and of days with other hours
  /// Terms to which it answers no.
  std::vector<std::size_t> refused = {};
};

/// Everything that one can find, made when the documents are and folded once; the search box and the form that narrows
/// a list down look here.
struct SearchIndex {
  ByName<SearchWords> records;    ///< by name: `facilities/aoba`
  ByName<SearchWords> pages;      ///< by path: `care-guide/consult/`; of entries what is told
  ByName<SearchFacts> facts;      ///< of records, by name
  std::vector<SearchTerm> terms;  ///< in the order in which records first say them
  std::string synonyms;           ///< words of one meaning: a line a group, blanks between

  SearchWords const& of_record(std::string_view name) const { return of(records, name); }
  SearchWords const& of_page(std::string_view path) const { return of(pages, path); }
  SearchFacts const& facts_of(std::string_view name) const { return of(facts, name); }

 private:
  template <class Words>
  static Words const& of(ByName<Words> const& all, std::string_view name) {
    static Words const none;
    auto const found = all.find(name);
    return found == all.end() ? none : found->second;
  }
};

/// A feed that pages name at their head.
struct Feed {
  std::string path;  ///< `news.xml`, from the folder of the site
  std::string title;
};

/// A file of open data, as the page of open data offers it.
struct OpenDataFile {
  std::string list;   ///< slug
  std::string path;   ///< `open-data/facilities.csv`, from the folder of the site
  std::string label;  ///< CSV; 推奨データセット 医療機関一覧（CSV）
  std::size_t bytes = 0;
  std::size_t records = 0;
};

struct Documents {
  std::vector<Document> pages;
  std::vector<Booklet> booklets;
  SearchIndex search;
  std::vector<Feed> feeds = {};
  std::vector<OpenDataFile> open_data = {};
};

/// The address that search engines keep: a record has one, whichever areas show it. Empty without a `base_url`.
std::string address_of(Site const& site, Document const& page);

/// A file to be published; only `publishing` writes it.
struct OutputFile {
  std::string path;  ///< relative to the output folder, '/'-separated
  std::string bytes;
};

/// A site, whole or of one area, and what was composed of it.
struct ComposedSite {
  Site site;
  Documents documents;
};

/// What the web pages say of a printed booklet.
struct PrintedBooklet {
  std::string name;  ///< `Publication::pdf_name`
  std::string path;  ///< `pdf/care-guide.pdf`
  std::size_t pages = 0;
  std::size_t bytes = 0;
  std::map<std::string, std::size_t, std::less<>> parts = {};  ///< by slug: the page on which each begins, from 1
};

}  // namespace tebiki::model
