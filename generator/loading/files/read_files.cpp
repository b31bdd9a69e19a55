// The texts of a content folder, whatever their encoding.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/parallel.hpp"
#include "base/unicode.hpp"
#include "loading/files/content_folder.hpp"

namespace tebiki::loading {
namespace {

/// What the bytes of a file seem to be.
enum class Encoding { utf8, utf16, cp932, broken_cp932, zip, old_office };

/// A file's text as UTF-8 and what was wrong with its bytes.
struct Decoded {
  std::string text;
  bool readable = false;
  std::optional<std::size_t> invalid_at;  ///< in `text`
  Encoding encoding = Encoding::utf8;
};

/// Every byte that is not UTF-8 becomes U+FFFD, so that places before and behind it can still be shown.
std::string mended(std::string_view bytes) {
  std::string text;
  while (auto bad = base::first_invalid_utf8(bytes)) {
    text.append(bytes.substr(0, *bad));
    text += "\uFFFD";
    bytes.remove_prefix(*bad + 1);
    if (text.size() > 1'000'000) break;
  }
  return text.append(bytes.substr(0, base::first_invalid_utf8(bytes).value_or(bytes.size())));
}

/// Windows types 〜 as U+FF5E, all others as U+301C; one of them, so that 9:00〜17:00 is the same text everywhere.
/// Both have three bytes: places stay where they were.
std::string with_one_wave_dash(std::string text) {
  constexpr std::string_view of_windows = "\uFF5E", standard = "\u301C";
  for (auto at = text.find(of_windows); at != text.npos; at = text.find(of_windows, at + 3))
    text.replace(at, 3, standard);
  return text;
}

std::size_t marks_in(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find("\uFFFD"); at != text.npos; at = text.find("\uFFFD", at + 3)) ++count;
  return count;
}

/// Bytes that are neither UTF-8 nor CP932, as that of the two in which fewer of them are wrong.
Decoded decode_broken(std::string const& bytes, bool may_be_cp932) {
  Decoded utf8{mended(bytes), true, base::first_invalid_utf8(bytes), Encoding::utf8};
  if (!may_be_cp932) return utf8;
  auto cp932 = base::from_broken_cp932(bytes);
  if (marks_in(cp932) >= marks_in(utf8.text)) return utf8;
  auto const at = cp932.find("\uFFFD");
  return {std::move(cp932), true, at, Encoding::broken_cp932};
}

Decoded decode(std::string bytes, bool may_be_cp932) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  // Where MS-DOS ended a file.
  while (bytes.ends_with('\x1A')) bytes.pop_back();
  auto refused = [&](Encoding encoding) { return Decoded{{}, true, 0, encoding}; };
  if (bytes.starts_with("PK\x03\x04")) return refused(Encoding::zip);
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return refused(Encoding::old_office);
  auto bad = base::first_invalid_utf8(bytes);
  if (!bad) return {with_one_wave_dash(std::move(bytes)), true, std::nullopt, Encoding::utf8};
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
    return {mended(bytes), true, bad, Encoding::utf16};
  auto converted = base::from_cp932(bytes);
  if (!converted) return decode_broken(bytes, may_be_cp932);
  if (may_be_cp932) return {with_one_wave_dash(std::move(*converted)), true, std::nullopt, Encoding::cp932};
  return {mended(bytes), true, bad, Encoding::cp932};
}

struct EncodingMistake {
  base::Message message;
  base::Message hint;
};

EncodingMistake encoding_mistake(Encoding encoding) {
  base::Message whole{"このファイルは UTF-8 で保存されていません。", "This file is not saved as UTF-8."};
  base::Message as_csv{
      "Excel で開き、「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」を選んで保存し直してください。",
      "Open it in Excel and save it as “CSV UTF-8”; a new name alone does not change what is in it."};
  switch (encoding) {
    case Encoding::zip:
      return {{"このファイルの中身は Excel のファイル（.xlsx など）です。名前を変えても、中身は変わりません。",
               "This is an Excel file (.xlsx or the like), whatever its name says."},
              as_csv};
    case Encoding::old_office:
      return {{"このファイルの中身は古い Excel のファイル（.xls など）です。名前を変えても、中身は変わりません。",
               "This is an old Excel file (.xls or the like), whatever its name says."},
              as_csv};
    case Encoding::utf16:
      return {whole,
              {"UTF-16（Excel の「Unicode テキスト」など）のようです。UTF-8 で保存し直してください。",
               "It seems to be UTF-16 (such as Excel's “Unicode text”); save it as UTF-8."}};
    case Encoding::cp932:
      return {whole,
              {"シフトJIS のようです。メモ帳なら「名前を付けて保存」で、文字コードに「UTF-8」を選んでください。",
               "It seems to be Shift_JIS; save it as UTF-8."}};
    case Encoding::broken_cp932:
      return {{"この文字は壊れていて読めません。ほかはシフトJIS です。",
               "This character is broken; the rest is Shift_JIS."},
              {"Excel でこのセルを打ち直し、「CSV UTF-8（コンマ区切り）」で保存し直してください。",
               "Write this cell anew in Excel and save the file as “CSV UTF-8”."}};
    case Encoding::utf8:
      break;
  }
  return {{"UTF-8 として正しくない文字があります。", "This byte is not valid UTF-8."},
          {"この文字を書き直し、UTF-8 で保存してください。", "Write this character anew and save the file as UTF-8."}};
}

/// Each of the first ones, then how many there are besides. False where the file is no text at all.
bool refuse_control_characters(TextFile const& file, std::string_view text, base::Diagnostics& diagnostics) {
  constexpr std::size_t most = 20;
  std::size_t count = 0;
  std::optional<base::SourceLocation> rest;
  for (auto hidden = base::first_hidden_character(text); hidden;
       hidden = base::first_hidden_character(text, hidden->at + hidden->length)) {
    base::SourceLocation const at{file.file, std::uint32_t(hidden->at), std::uint32_t(hidden->length)};
    if (++count > most) {
      if (!rest) rest = at;
      continue;
    }
    auto const code = fmt::format("U+{:04X}", std::uint32_t(hidden->character));
    diagnostics.error(at, "control-character",
                      {fmt::format("目に見えない制御文字（{}）があります。", code),
                       fmt::format("There is an invisible control character ({}).", code)},
                      {"その文字を消してください。", "Remove that character."});
  }
  if (rest) {
    diagnostics.error(
        *rest, "control-character",
        {fmt::format("目に見えない制御文字が、ここから先に、ほか {} か所あります。", count - most),
         fmt::format("There are {} more invisible control characters from here on.", count - most)},
        {"中身を別の新しいファイルに打ち直すか、写し直してください。", "Write the text anew into another file."});
  }
  return text.find('\0') == text.npos;
}

/// The marks that git leaves where two people changed the same lines.
bool refuse_merge_marks(TextFile const& file, std::string_view text, base::Diagnostics& diagnostics) {
  constexpr std::string_view mark = "<<<<<<< ";
  auto at = text.starts_with(mark) ? 0 : text.find("\n<<<<<<< ");
  if (at == text.npos) return true;
  diagnostics.error({file.file, static_cast<std::uint32_t>(text[at] == '\n' ? at + 1 : at)}, "merge-conflict",
                    {"ほかの人の直しと重なったままになっています（「<<<<<<<」「=======」「>>>>>>>」の行）。",
                     "A merge was left unfinished here (the lines <<<<<<<, ======= and >>>>>>>)."},
                    {"「=======」の上と下を見比べて正しいほうを残し、この3つの印の行を消してください。",
                     "Keep what is right of the parts above and below =======, and remove these three lines."});
  return false;
}

/// Looks at a text that is among the sources.
void check_text(TextFile& file, Decoded const& decoded, base::Sources const& sources, base::Diagnostics& diagnostics) {
  if (!decoded.readable) {
    diagnostics.error(
        file.begin(), "unreadable-file",
        {fmt::format("「{}」を読めません。", file.path), fmt::format("“{}” cannot be read.", file.path)},
        {"ファイルがあるか、読む許可があるか確かめてください。", "See whether the file exists and you may read it."});
  } else if (decoded.invalid_at) {
    auto mistake = encoding_mistake(decoded.encoding);
    diagnostics.error({file.file, static_cast<std::uint32_t>(*decoded.invalid_at)}, "invalid-encoding",
                      std::move(mistake.message), std::move(mistake.hint));
  } else {
    auto text = sources.text(file.file);
    file.usable = refuse_control_characters(file, text, diagnostics) && refuse_merge_marks(file, text, diagnostics);
  }
}

}  // namespace

TextFile read_text(std::string const& path, base::FileTree const& tree, base::Sources& sources,
                   base::Diagnostics& diagnostics) {
  TextFile file{path};
  auto bytes = tree.read(path);
  auto decoded = bytes ? decode(std::move(*bytes), false) : Decoded{};
  file.file = sources.add(path, std::move(decoded.text));
  check_text(file, decoded, sources, diagnostics);
  return file;
}

void read_texts(ContentFolder& folder, base::FileTree const& content, unsigned jobs, base::Sources& sources,
                base::Diagnostics& diagnostics) {
  auto files = folder.text_files();
  std::vector<Decoded> texts(files.size());
  base::parallel_for(files.size(), jobs, [&](std::size_t i) {
    auto bytes = content.read(files[i]->path);
    auto const& path = files[i]->path;
    if (bytes) texts[i] = decode(std::move(*bytes), path.ends_with(".csv") || path.ends_with(".CSV"));
  });
  for (std::size_t i = 0; i < files.size(); ++i) files[i]->file = sources.add(files[i]->path, std::move(texts[i].text));
  base::parallel_for(files.size(), jobs, [&](std::size_t i) { check_text(*files[i], texts[i], sources, diagnostics); });
}

std::string language_of_file(std::string_view path) {
  auto const name = path.substr(path.rfind('/') + 1);
  auto const end = name.rfind('.');
  auto const begin = end == name.npos || end == 0 ? name.npos : name.rfind('.', end - 1);
  if (begin == name.npos || begin == 0) return {};
  auto const code = name.substr(begin + 1, end - begin - 1);
  auto const good = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
  bool const named = code.size() >= 2 && code.size() <= 20 && std::all_of(code.begin(), code.end(), good);
  return named ? std::string(code) : std::string();
}

std::string path_without_language(std::string_view path) {
  auto const language = language_of_file(path);
  path = path.substr(0, path.rfind('.'));
  if (!language.empty()) path.remove_suffix(language.size() + 1);
  return std::string(path);
}

namespace {

template <std::size_t Count>
bool ends_with_one_of(std::string_view path, std::array<std::string_view, Count> const& endings) {
  auto lower = base::lower_case(path);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return lower.ends_with(ending); });
}

}  // namespace

bool is_spreadsheet(std::string_view path) {
  constexpr std::array<std::string_view, 6> endings = {".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers"};
  return ends_with_one_of(path, endings);
}

bool is_word_processor_file(std::string_view path) {
  constexpr std::array<std::string_view, 6> endings = {".docx", ".doc", ".odt", ".rtf", ".jtd", ".pages"};
  return ends_with_one_of(path, endings);
}

bool is_picture(std::string_view path) {
  constexpr std::array<std::string_view, 3> endings = {".png", ".jpg", ".jpeg"};
  return ends_with_one_of(path, endings);
}

}  // namespace tebiki::loading
