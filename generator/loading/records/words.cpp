// Readings, videos and answers.
#include <algorithm>
#include <array>

#include "base/unicode.hpp"
#include "loading/records/field_reading.hpp"

namespace tebiki::loading {
namespace {

std::optional<FormatMistake> kana_mistake(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!base::is_han(base::next_character(text, at))) continue;
    return FormatMistake{{"よみがなですが、漢字が含まれています。", "is a reading but holds kanji."},
                         {"ひらがなかカタカナだけで書いてください。", "Write it in hiragana or katakana only."}};
  }
  return std::nullopt;
}

/// The eleven characters of a video in an id or in any address that YouTube itself hands out.
bool is_youtube(std::string_view text) {
  constexpr std::array prefixes = {
      "https://www.youtube.com/watch?v=", "https://youtube.com/watch?v=",           "https://youtu.be/",
      "https://www.youtube.com/embed/",   "https://www.youtube.com/shorts/",        "https://www.youtube.com/live/",
      "https://m.youtube.com/watch?v=",   "https://www.youtube-nocookie.com/embed/"};
  for (std::string_view prefix : prefixes) {
    if (!text.starts_with(prefix)) continue;
    text.remove_prefix(prefix.size());
    text = text.substr(0, text.find_first_of("?&#/"));
    break;
  }
  auto good = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  };
  return text.size() == 11 && std::all_of(text.begin(), text.end(), good);
}

std::optional<FormatMistake> youtube_mistake(std::string_view text) {
  if (is_youtube(text)) return std::nullopt;
  return FormatMistake{
      {"YouTubeの動画ではありません。", "is no YouTube video."},
      {"動画のアドレス（https://www.youtube.com/watch?v=…）か、11文字の動画IDを書いてください。",
       "Write the address of the video (https://www.youtube.com/watch?v=…) or its id of eleven characters."}};
}

FormatMistake no_answer() {
  return {{"対応の可否として読めません。", "is no answer."},
          {"CSV なら ○、△（要相談）、×、ほかのファイルなら yes、ask、no "
           "のどれかにしてください。回答がなければ空けておきます。",
           "Write ○, △ or × in a CSV file, otherwise yes, ask or no; leave it out when unanswered."}};
}

}  // namespace

ReadValue read_kana(model::Field const&, std::string_view text, Form) { return {std::string(text), kana_mistake(text)}; }

ReadValue read_youtube(model::Field const&, std::string_view text, Form) {
  return {std::string(text), youtube_mistake(text)};
}

ReadValue read_availability(model::Field const&, std::string_view text, Form form) {
  auto const answer = model::availability_written_as(text);
  if (!answer || (form == Form::file && text != model::key_of(*answer))) return {std::string(text), no_answer()};
  if (*answer == model::Availability::unanswered) return {std::monostate()};
  return {*answer};
}

}  // namespace tebiki::loading
