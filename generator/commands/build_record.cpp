#include "commands/commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>

namespace tebiki::commands {
namespace {

constexpr std::string_view first_line = "tebiki record 2";
constexpr std::string_view last_line = "end\n";
constexpr std::size_t no_source = SIZE_MAX;

/// Tabs and line ends separate: inside a part they are written otherwise.
std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\t' || c == '\n' || c == '\\') {
      out += c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\\\";
    } else {
      out += c;
    }
  }
  return out;
}

std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    char const mark = text[++i];
    out += mark == 't' ? '\t' : mark == 'n' ? '\n' : mark;
  }
  return out;
}

void add_line(std::string& out, std::string_view kind, std::vector<std::string> const& parts) {
  out += kind;
  for (auto const& part : parts) (out += '\t') += escaped(part);
  out += '\n';
}

/// The parts of one line of a record, taken in their order.
class Parts {
 public:
  explicit Parts(std::string_view line) : rest_(line) {}

  std::string text() {
    if (done_) sound_ = false;
    auto const end = rest_.find('\t');
    auto part = plain(rest_.substr(0, end));
    done_ = end == rest_.npos;
    rest_ = done_ ? std::string_view() : rest_.substr(end + 1);
    return part;
  }
  std::size_t number() {
    auto const digits = text();
    std::size_t value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    sound_ = sound_ && error == std::errc() && end == digits.data() + digits.size();
    return value;
  }
  /// Whether there were just as many parts as were taken, and numbers where they were wanted.
  bool sound() const { return sound_ && done_; }

 private:
  std::string_view rest_;
  bool done_ = false;
  bool sound_ = true;
};

/// `at.file` is the number of the source among those of the record.
base::Diagnostic read_warning(Parts& parts, std::size_t sources, bool& sound) {
  base::Diagnostic warning;
  warning.severity = base::Severity::warning;
  warning.code = parts.text();
  for (auto* message : {&warning.message, &warning.hint}) message->ja = parts.text(), message->en = parts.text();
  auto const source = parts.number();
  sound = sound && (source < sources || source == no_source);
  warning.at.file = source == no_source ? base::FileId::none : base::FileId(source);
  warning.at.offset = std::uint32_t(parts.number());
  warning.at.length = std::uint32_t(parts.number());
  return warning;
}

/// The same for what was noted of printing.
bool read_print_line(std::string_view kind, Parts& parts, BuildRecord& record) {
  auto& print = record.print;
  if (kind == "print-key") {
    print.key = parts.text();
  } else if (kind == "print-file") {
    auto digest = parts.text();
    print.files.push_back({parts.text(), std::move(digest)});
  } else if (kind == "print-picture") {
    auto& size = print.pictures[parts.text()];
    size.width = std::uint32_t(parts.number());
    size.height = std::uint32_t(parts.number());
  } else {
    return false;
  }
  return parts.sound();
}

/// Adds what the line says; false when it is none of ours.
bool read_line(std::string_view line, BuildRecord& record) {
  Parts parts(line);
  auto const kind = parts.text();
  bool sound = true;
  if (kind == "key") {
    record.key = parts.text();
  } else if (kind == "pages") {
    record.pages = parts.number();
  } else if (kind == "booklet") {
    auto slug = parts.text(), path = parts.text();
    auto const pages = parts.number();
    record.booklets.push_back({std::move(slug), std::move(path), pages, parts.number()});
  } else if (kind == "part") {
    auto slug = parts.text();
    auto const page = parts.number();
    if (record.booklets.empty()) return false;
    record.booklets.back().parts.emplace(std::move(slug), page);
  } else if (kind == "file") {
    auto digest = parts.text();
    record.files.push_back({parts.text(), std::move(digest)});
  } else if (kind == "source") {
    auto path = parts.text();
    record.sources.emplace_back(std::move(path), parts.text());
  } else if (kind == "warning") {
    record.warnings.push_back(read_warning(parts, record.sources.size(), sound));
  } else if (kind.starts_with("print-")) {
    return read_print_line(kind, parts, record);
  } else {
    return false;
  }
  return sound && parts.sound();
}

std::string source_number(base::FileId file) {
  return std::to_string(file == base::FileId::none ? no_source : std::size_t(file));
}

void add_warning(std::string& out, base::Diagnostic const& warning) {
  auto const& [severity, code, message, hint, at] = warning;
  add_line(out, "warning",
           {code, message.ja, message.en, hint.ja, hint.en, source_number(at.file), std::to_string(at.offset),
            std::to_string(at.length)});
}

}  // namespace

void BuildRecord::move_warnings(base::Sources& into) {
  std::vector<base::FileId> files;
  for (auto const& [path, text] : sources) files.push_back(into.add(path, text));
  for (auto& warning : warnings) {
    if (warning.at.file != base::FileId::none) warning.at.file = files[std::size_t(warning.at.file)];
  }
}

std::vector<base::Diagnostic> noted(std::vector<base::Diagnostic> warnings, base::Sources const& sources,
                                    BuildRecord& record) {
  std::map<base::FileId, base::FileId> numbers;
  for (auto& warning : warnings) {
    if (warning.at.file == base::FileId::none) continue;
    auto const [known, is_new] = numbers.try_emplace(warning.at.file, base::FileId(record.sources.size()));
    if (is_new) record.sources.emplace_back(sources.path(warning.at.file), sources.text(warning.at.file));
    warning.at.file = known->second;
  }
  return warnings;
}

std::string written(BuildRecord const& record) {
  std::string out(first_line);
  out += '\n';
  add_line(out, "key", {record.key});
  add_line(out, "pages", {std::to_string(record.pages)});
  for (auto const& booklet : record.booklets) {
    add_line(out, "booklet",
             {booklet.name, booklet.path, std::to_string(booklet.pages), std::to_string(booklet.bytes)});
    for (auto const& [slug, page] : booklet.parts) add_line(out, "part", {slug, std::to_string(page)});
  }
  for (auto const& file : record.files) add_line(out, "file", {file.digest, file.path});
  for (auto const& [path, text] : record.sources) add_line(out, "source", {path, text});
  for (auto const& warning : record.warnings) add_warning(out, warning);
  add_line(out, "print-key", {record.print.key});
  for (auto const& file : record.print.files) add_line(out, "print-file", {file.digest, file.path});
  for (auto const& [path, size] : record.print.pictures)
    add_line(out, "print-picture", {path, std::to_string(size.width), std::to_string(size.height)});
  out += last_line;
  return out;
}

std::optional<BuildRecord> read_build_record(std::string const& text) {
  BuildRecord record;
  if (!text.ends_with(last_line)) return std::nullopt;  // cut short
  std::string_view rest = std::string_view(text).substr(0, text.size() - last_line.size());
  bool first = true;
  while (!rest.empty()) {
    auto const end = rest.find('\n');
    if (end == rest.npos) return std::nullopt;
    auto const line = rest.substr(0, end);
    if (first ? line != first_line : !read_line(line, record)) return std::nullopt;
    first = false;
    rest.remove_prefix(end + 1);
  }
  return first ? std::nullopt : std::optional(std::move(record));
}

}  // namespace tebiki::commands
