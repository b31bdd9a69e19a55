#include "base/diagnostics.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <new>
#include <tuple>

#include "base/unicode.hpp"

namespace tebiki::base {

void Diagnostics::error(SourceLocation at, std::string_view code, Message message, Message hint) {
  add({Severity::error, std::string(code), std::move(message), std::move(hint), at});
}

void Diagnostics::warning(SourceLocation at, std::string_view code, Message message, Message hint) {
  add({Severity::warning, std::string(code), std::move(message), std::move(hint), at});
}

void Diagnostics::add(Diagnostic diagnostic) {
  std::lock_guard lock(mutex_);
  items_.push_back(std::move(diagnostic));
}

void Diagnostics::merge(Diagnostics& others) {
  std::scoped_lock lock(mutex_, others.mutex_);
  items_.insert(items_.end(), std::make_move_iterator(others.items_.begin()),
                std::make_move_iterator(others.items_.end()));
  others.items_.clear();
}

bool Diagnostics::has_errors() const {
  std::lock_guard lock(mutex_);
  return std::any_of(items_.begin(), items_.end(), [](auto& item) { return item.severity == Severity::error; });
}

std::size_t Diagnostics::size() const {
  std::lock_guard lock(mutex_);
  return items_.size();
}

std::vector<Diagnostic> Diagnostics::sorted(Sources const& sources) const {
  std::lock_guard lock(mutex_);
  auto result = items_;
  auto path_of = [&](Diagnostic const& d) {
    return d.at.file == FileId::none ? std::string_view() : std::string_view(sources.path(d.at.file));
  };
  auto less = [&](Diagnostic const& a, Diagnostic const& b) {
    auto path_a = path_of(a);
    auto path_b = path_of(b);
    return std::tie(path_a, a.at.offset, a.code, a.message.en) < std::tie(path_b, b.at.offset, b.code, b.message.en);
  };
  std::stable_sort(result.begin(), result.end(), less);
  auto same = [](Diagnostic const& a, Diagnostic const& b) {
    return a.at == b.at && a.code == b.code && a.message == b.message;
  };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  for (auto& item : result) {
    item.message = written_for(path_of(item), std::move(item.message));
    item.hint = written_for(path_of(item), std::move(item.hint));
  }
  return result;
}

void rule_out_lack_of_memory() {
  // As much as the largest thing that a library asks for at once: a font file.
  constexpr std::size_t enough = 64'000'000;
  // Read back, so that no compiler leaves the question out.
  void* const volatile some = std::malloc(enough);
  if (!some) throw std::bad_alloc();
  std::free(some);
}

// How the mistakes of content are told: as text, as JSON, to GitHub.
namespace {

std::string_view label(Severity severity, Language language) {
  if (language == Language::ja) return severity == Severity::error ? "誤り" : "注意";
  return severity == Severity::error ? "error" : "warning";
}

std::string_view name(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

/// A diagnostic's file, line and column; without a file the first of an unnamed one.
struct Located {
  std::string path;
  LineColumn place;
};

Located located(Diagnostic const& diagnostic, Sources const& sources) {
  if (diagnostic.at.file == FileId::none) return {};
  return {sources.path(diagnostic.at.file), sources.place(diagnostic.at)};
}

/// The part of a source line that a person can take in, around the column (from 1).
struct Excerpt {
  std::string line;
  std::size_t before = 0;  ///< display columns before the carets
  std::size_t carets = 1;  ///< display columns that the location covers
};

/// The text with hidden characters as ⟨U+202E⟩: they would act on the terminal of whoever reads the report. Linear.
std::string printable(std::string_view text) {
  std::string out;
  std::size_t done = 0;
  for (auto hidden = first_hidden_character(text); hidden; hidden = first_hidden_character(text, done)) {
    out.append(text.substr(done, hidden->at - done));
    out += fmt::format("⟨U+{:04X}⟩", std::uint32_t(hidden->character));
    done = hidden->at + hidden->length;
  }
  return out.append(text.substr(done));
}

/// The same with blanks for tabs and line ends.
std::string one_line(std::string_view text) {
  auto out = printable(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return out;
}

Excerpt excerpt(LineColumn const& place) {
  constexpr std::size_t widest = 110;   // display columns
  constexpr std::size_t longest = 440;  // bytes: characters without width never fill a line
  std::string_view line = place.source_line;
  std::size_t const offset = std::min(place.byte, line.size());
  // Outwards from the place, so that a line of a megabyte costs no more than a short one.
  std::size_t begin = offset, width = 0;
  while (begin > 0 && width < widest / 2 && offset - begin < longest) {
    auto behind = begin--;
    while (begin > 0 && (line[begin] & 0xC0) == 0x80) --begin;
    width += display_width(line.substr(begin, behind - begin));
  }
  std::size_t end = offset;
  while (end < line.size() && width < widest && end - begin < 2 * longest) {
    auto before = end;
    next_character(line, end);
    width += display_width(line.substr(before, end - before));
  }
  auto const covered = std::clamp(offset + place.length, offset, end);
  auto const shown = [&](std::size_t from, std::size_t to) { return one_line(line.substr(from, to - from)); };
  auto const before = (begin ? "…" : "") + shown(begin, offset);
  auto const carets = std::max<std::size_t>(1, display_width(shown(offset, covered)));
  return {before + shown(offset, end) + (end < line.size() ? "…" : ""), display_width(before), carets};
}

/// GitHub's escaping of a workflow command's data and, with more, its properties.
std::string github_escaped(std::string_view text, bool property) {
  std::string out;
  for (char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (property && c == ':')
      out += "%3A";
    else if (property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string text_report(std::vector<Diagnostic> const& diagnostics, Sources const& sources, Language language) {
  std::string out;
  for (auto& diagnostic : diagnostics) {
    auto [path, place] = located(diagnostic, sources);
    if (!path.empty()) out += fmt::format("{}:{}:{}: ", one_line(path), place.line, place.column);
    out += fmt::format("{}: {} [{}]\n", label(diagnostic.severity, language), one_line(diagnostic.message.in(language)),
                       diagnostic.code);
    if (!path.empty() && !place.source_line.empty()) {
      auto [line, before, carets] = excerpt(place);
      out += fmt::format("    {}\n    {}{}\n", line, std::string(before, ' '), std::string(carets, '^'));
    }
    auto& hint = diagnostic.hint.in(language);
    if (!hint.empty()) out += fmt::format("    {} {}\n", language == Language::ja ? "→" : "hint:", one_line(hint));
  }
  return out;
}

std::string json_report(std::vector<Diagnostic> const& diagnostics, Sources const& sources, Language language) {
  if (diagnostics.empty()) return "[]\n";
  std::string out = "[";
  for (auto& diagnostic : diagnostics) {
    auto [path, place] = located(diagnostic, sources);
    out += out.size() > 1 ? ",\n " : "\n ";
    out += fmt::format(
        R"({{"file": {}, "line": {}, "column": {}, "severity": "{}", "code": {}, "message": {}, "hint": {}}})",
        json_string(path), place.line, place.column, name(diagnostic.severity), json_string(diagnostic.code),
        json_string(printable(diagnostic.message.in(language))), json_string(printable(diagnostic.hint.in(language))));
  }
  return out + "\n]\n";
}

std::string github_report(std::vector<Diagnostic> const& diagnostics, Sources const& sources, Language language,
                          std::string_view content) {
  std::string out;
  for (auto& diagnostic : diagnostics) {
    auto [path, place] = located(diagnostic, sources);
    if (!path.empty() && !path.starts_with("templates/")) path.insert(0, content);
    auto& hint = diagnostic.hint.in(language);
    auto message = printable(diagnostic.message.in(language));
    if (!hint.empty()) message += "\n" + printable(hint);
    out +=
        fmt::format("::{} file={},line={},col={},title={}::{}\n", name(diagnostic.severity), github_escaped(path, true),
                    place.line, place.column, github_escaped(diagnostic.code, true), github_escaped(message, false));
  }
  return out;
}

namespace {

/// CRLF, LF and a lone CR each end a line.
std::vector<std::uint32_t> line_begins_of(std::string_view text) {
  std::vector<std::uint32_t> begins{0};
  for (auto at = text.find_first_of("\r\n"); at != std::string_view::npos; at = text.find_first_of("\r\n", at + 1)) {
    bool const first_of_two = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (!first_of_two) begins.push_back(std::uint32_t(at + 1));
  }
  return begins;
}

}  // namespace

FileId Sources::add(std::string path, std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::lock_guard lock(mutex_);
  files_.push_back({std::move(path), std::move(text), {}, {}});
  return FileId(files_.size() - 1);
}

std::string const& Sources::path(FileId file) const {
  std::lock_guard lock(mutex_);
  return files_.at(std::size_t(file)).path;
}

std::string_view Sources::text(FileId file) const {
  std::lock_guard lock(mutex_);
  return files_.at(std::size_t(file)).text;
}

LineColumn Sources::place(SourceLocation position) const {
  std::lock_guard lock(mutex_);
  auto& file = files_.at(std::size_t(position.file));
  if (file.line_begins.empty()) file.line_begins = line_begins_of(file.text);
  std::string_view const all = file.text;
  auto const offset = std::uint32_t(std::min<std::size_t>(position.offset, all.size()));
  auto const after = std::upper_bound(file.line_begins.begin(), file.line_begins.end(), offset);
  auto const begin = *std::prev(after);
  auto end = after == file.line_begins.end() ? all.size() : *after;
  while (end > begin && (all[end - 1] == '\r' || all[end - 1] == '\n')) --end;
  // Most are asked for in their order: count on from the last one, so that long lines are counted once.
  auto& counted = file.counted;
  if (counted.begin != begin || counted.offset > offset) counted = {begin, begin, 0};
  counted.characters += character_count(all.substr(counted.offset, offset - counted.offset));
  counted.offset = offset;
  LineColumn place;
  place.line = std::size_t(after - file.line_begins.begin());
  place.source_line = all.substr(begin, end - begin);
  place.column = counted.characters + 1;
  place.byte = offset - begin;
  place.length = std::min<std::size_t>(position.length, std::max(std::size_t(offset), end) - offset);
  return place;
}

}  // namespace tebiki::base
