#pragma once
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/document.hpp"
#include "model/list.hpp"

/// What is told of two kinds of records by the roles of their fields: of events, of which flyers are made, and of
/// films.
namespace tebiki::model {

/// Days on end, both included.
struct Stretch {
  Date first, last;

  bool includes(Date day) const { return first <= day && day <= last; }
};

/// When something takes place.
struct Event {
  std::vector<Stretch> stretches;  ///< ascending, at least one; single days that were named are each one
  std::optional<Hours> hours;      ///< of each day, where they were understood
  std::optional<Date> deadline;    ///< the last day on which one can apply

  Date first() const { return stretches.front().first; }
  Date last() const { return stretches.back().last; }
};

/// On that day: open until the deadline, or without one until the last day.
EventState state_of(Event const& event, Date today);

/// Whether the list's records are events: a declared field says when they begin.
bool holds_events(Schema const& schema);
/// `aoba.ics`, beside the page of the event.
inline std::string calendar_name(std::string_view record) { return std::string(record) + ".ics"; }
/// `events/events.ics`: where the calendar of all events of a list stands.
inline std::string calendar_path(std::string_view list) { return std::string(list) + "/" + calendar_name(list); }
/// Nothing where the record does not say its day.
std::optional<Event> event_of(Schema const& schema, Record const& record);

struct Contact;
/// Gives events to come that name nobody to ask – no telephone, fax, mail or office – those of the site with its hours,
/// and without a host its name, in the fields that the list has for them. Linear in records.
void name_contacts(List& list, Contact const& site, Date today);

// ---- a design: `templates/print/flyer-<name>.json`; lengths are points ----

/// A piece of a line: something that the event says, or a word of the interface.
struct DesignPiece {
  std::string value;  ///< a name of `flyer_values`, or empty
  std::string word;   ///< a key of `templates/words`, or empty
  std::string join;   ///< key of the word that stands before the piece where something precedes it
  bool new_line = false;
  double size = 0;  ///< 0: that of the box
  std::optional<bool> bold;
  std::string colour;  ///< empty: that of the box
  base::SourceLocation at;
};
/// Pieces of a value that there are several of (speakers) make a line for each; a line without values is left out.
using DesignLine = std::vector<DesignPiece>;

/// What stands side by side in a row: a label and lines.
struct DesignCell {
  std::string label;  ///< key of a word
  double share = 1;   ///< of the row's width
  std::vector<DesignLine> lines;
  base::SourceLocation at;
};

/// How the words of a box are set. Type that does not fit gets smaller, down to `least`.
struct DesignType {
  double size = 12, least = 9;
  double leading = 1.4;  ///< as a multiple of the size
  bool bold = false;
  std::string colour = "ink";
  Alignment alignment = Alignment::start;
  enum class Vertical { top, middle, bottom } place = Vertical::top;
};

/// Something in its place: a filled or framed area, and in it words, rows, a QR code or a wave.
struct DesignBox {
  enum class Kind { words, upright, rows, qr, wave, form } kind = Kind::words;
  double x = 0, y = 0, width = 0, height = 0;
  bool behind = false;  ///< `x` is counted from where the ink of the box before ends
  double radius = 0, stroke_width = 0.5;
  std::string fill, stroke;  ///< colours, or empty
  std::string needs;         ///< the value without which the box is left out, or empty
  std::string unless;        ///< the value with which it is left out, or empty
  bool heading = false;      ///< the title of the page
  DesignType type;
  std::vector<DesignLine> lines;
  std::vector<std::vector<DesignCell>> rows;
  double label_width = 0;  ///< 0: labels stand above
  double label_size = 12;
  std::string label_colour = "ink";
  double padding = 6, rule_width = 0.5;
  std::string rule;  ///< colour of the rule above each row, or empty
  base::SourceLocation at;
};

/// Boxes in the order in which they are painted and read.
struct FlyerDesign {
  std::string name;  ///< `a` of `flyer-a.json`
  std::vector<DesignBox> boxes;
  base::SourceLocation at;

  /// Of a design of application forms the box that holds the fields; nullptr in others.
  DesignBox const* form_box() const {
    auto const box = std::find_if(boxes.begin(), boxes.end(), [](auto& b) { return b.kind == DesignBox::Kind::form; });
    return box == boxes.end() ? nullptr : &*box;
  }
};

// ---- a flyer ----

/// The names that designs may use, those of `FlyerValue`s.
inline constexpr auto flyer_values = std::to_array<std::string_view>(
    {"name",      "subtitle", "series",  "summary", "scene", "audience",  "audience-kind",  "year",
     "month",     "day",      "weekday", "days",    "time",  "reception", "place",          "speaker",
     "topic",     "host",     "cohost",  "fee",     "quota", "deadline",  "apply",          "contact",
     "telephone", "fax",      "email",   "address", "qr",    "qr-label",  "telephone-note", "further-days",
     "publisher", "sheet"});
/// The colours that designs may name, beside `#rrggbb`.
inline constexpr auto flyer_colours = std::to_array<std::string_view>(
    {"brand", "deep", "pale", "scene", "ink", "pale_ink", "line", "strong_line", "tint", "on_dark"});

/// What the event says under one name; several where it has several (speakers), some of which may be empty.
struct FlyerValue {
  std::vector<std::string> items;
  base::SourceLocation at;  ///< where it was written
};

struct Flyer {
  std::string design;
  std::map<std::string, FlyerValue, std::less<>> values;  ///< those that it has
  std::optional<Drawing> qr;
  std::string qr_address;
  Colour scene;                          ///< of the event's first scene, or else the publication's
  Blocks form;                           ///< of an application form: its headings and fields
  std::string form_title;                ///< of the record that names them
  std::vector<std::string> form_events;  ///< that one applies for with them: this one, and others of the publication
  base::SourceLocation at;
};

// ---- a film that is seen at YouTube: how long it is, where it is seen, its chapters ----

/// Seconds of 6分20秒, 1時間5分, 6:20 or 1:06:20; nothing for other words.
std::optional<int> film_seconds(std::string_view written);
/// 6:20, 1:06:20
std::string film_clock(int seconds);
/// PT6M20S for whatever `film_seconds` understands (ISO 8601); nothing for other words.
std::optional<std::string> iso_duration(std::string_view written);

/// Who plays films within pages, without cookies before they begin.
constexpr std::string_view film_player = "https://www.youtube-nocookie.com";
/// The id of the film that is seen at this address of YouTube; empty for films of others.
std::string playable_film(std::string_view address);
/// The film's id, which may stand in the address where it is seen: `watch?v=…`, `youtu.be/…`.
std::string film_id(std::string_view written);
/// Where the film of a `youtube` field is seen; empty when it is neither the film's id nor a web address.
std::string film_address(std::string_view written);
/// The same from that second on.
std::string film_address(std::string_view written, int seconds);

/// A part of a film.
struct FilmChapter {
  int seconds = 0;  ///< when it begins
  std::string title;
  base::SourceLocation at;  ///< of its row
};

/// Whether the field holds chapters of films: its role says so, and one of its fields when each begins.
bool holds_chapters(Field const& field);
/// Of a row of such a field the one that says when the chapter begins.
Field const& chapter_time_field(Field const& field);
/// The chapters of rows of such a field, in their order; rows without a time are left out.
std::vector<FilmChapter> chapters_of(Field const& field, FieldRows const& rows, Words const& words);

}  // namespace tebiki::model
