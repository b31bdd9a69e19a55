#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/list.hpp"

/// Films that are seen at YouTube: how long they are, where they are seen, and their chapters.
namespace tebiki::model {

/// Seconds of 6分20秒, 1時間5分, 6:20 or 1:06:20; nothing for other words.
std::optional<int> film_seconds(std::string_view written);
/// 6:20, 1:06:20
std::string film_clock(int seconds);
/// PT6M20S for whatever `film_seconds` understands (ISO 8601); nothing for other words.
std::optional<std::string> iso_duration(std::string_view written);

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
