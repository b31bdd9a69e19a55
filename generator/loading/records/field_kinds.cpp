#include "loading/records/field_kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"

namespace tebiki::loading {
namespace {

using model::Decimal;
using model::Field;
using model::FieldKind;

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
  auto good = [](char c) { return base::is_digit(c) || base::is_letter(c) || c == '-' || c == '_'; };
  return text.size() == 11 && std::all_of(text.begin(), text.end(), good);
}

std::optional<FormatMistake> youtube_mistake(std::string_view text) {
  if (is_youtube(text)) return std::nullopt;
  return FormatMistake{
      {"YouTubeの動画ではありません。", "is no YouTube video."},
      {"動画のアドレス（https://www.youtube.com/watch?v=…）か、11文字の動画IDを書いてください。",
       "Write the address of the video (https://www.youtube.com/watch?v=…) or its id of eleven characters."}};
}

FormatMistake no_availability(Form form) {
  base::Message const is{"対応の可否として読めません。", "is no answer."};
  if (form == Form::cell)
    return {is,
            {"○、△（要相談）、× のどれかにしてください。回答がなければ空けておきます。",
             "Write ○, △ or ×; leave it empty when unanswered."}};
  auto const yes = base::in_its_syntax("\"yes\""), ask = base::in_its_syntax("\"ask\""),
             no = base::in_its_syntax("\"no\"");
  return {is,
          {fmt::format("{}（○）、{}（△ 要相談）、{}（×）のどれかにしてください。回答がなければ、項目ごと消します。",
                       yes, ask, no),
           fmt::format("Write {}, {} or {}; leave it out when unanswered.", yes, ask, no)}};
}

/// Whether the schema asks for a number, so that words are none of its values.
bool is_number(Field const& field) {
  using model::JsonType;
  return field.type == JsonType::unstated || field.type == JsonType::number || field.type == JsonType::integer;
}

/// 1,500 in characters of any width.
std::optional<Decimal> number_of(std::string_view text) {
  std::string digits;
  for (char c : base::nfkc(text)) {
    if (c != ',') digits += c;
  }
  return model::parse_decimal(digits);
}

/// 1,500 ¥1,500 1500円
std::optional<Decimal> yen_of(std::string_view text) {
  auto folded = base::nfkc(text);
  std::string_view rest = folded;
  for (std::string_view sign : {"¥", "\\"}) {
    if (rest.starts_with(sign)) rest.remove_prefix(sign.size());
  }
  constexpr std::string_view unit = "円";
  if (rest.ends_with(unit)) rest.remove_suffix(unit.size());
  return number_of(rest);
}

FormatMistake no_amount() {
  return {{"金額として読めません。", "is no amount of money."},
          {"「1500」のように、円の数を書いてください。", "Write a number of yen, like 1500."}};
}

base::Message example_of_place() {
  return {"「35.3354,139.3496」のように、緯度、経度の順に書いてください。",
          "Write latitude and longitude, like 35.3354,139.3496."};
}

FormatMistake no_place() {
  return {{"緯度と経度の形ではありません。", "is no pair of coordinates."}, example_of_place()};
}

std::optional<FormatMistake> place_mistake(Decimal latitude, Decimal longitude) {
  if (model::in_japan(latitude.approximate(), longitude.approximate())) return std::nullopt;
  if (!model::in_japan(longitude.approximate(), latitude.approximate()))
    return FormatMistake{{"日本の外を指しています。", "lies outside Japan."}, example_of_place()};
  auto const turned = model::text_of(longitude) + "," + model::text_of(latitude);
  return FormatMistake{{"緯度と経度が逆です。", "has latitude and longitude the wrong way round."},
                       {fmt::format("「{}」と書いてください。", turned), fmt::format("Write {}.", turned)}};
}

// ---- one for each kind that is more than words ----

/// Of where something comes from an address of the web is one to follow; days of the week are known as such.
ReadValue read_words(Field const& field, std::string_view text, Form) {
  if (field.role == model::Role::source && model::is_web_address(text)) return {model::Url{std::string(text)}};
  auto const days = field.role == model::Role::days ? model::parse_weekdays(text) : std::nullopt;
  if (days) return {model::OpeningDays{*days, std::string(text)}};
  return {std::string(text)};
}

ReadValue read_kana(Field const&, std::string_view text, Form) { return {std::string(text), kana_mistake(text)}; }

ReadValue read_youtube(Field const&, std::string_view text, Form) { return {std::string(text), youtube_mistake(text)}; }

/// yes, ask or no; in cells ○ △ ×, and — for no answer.
ReadValue read_availability(Field const&, std::string_view text, Form form) {
  auto const availability = model::parse_availability(text);
  if (!availability || (form == Form::file && text != model::key_of(*availability)))
    return {std::string(text), no_availability(form)};
  if (*availability == model::Availability::unanswered) return {std::monostate()};
  return {*availability};
}

ReadValue read_number(Field const&, std::string_view text, Form form) {
  if (auto number = form == Form::cell ? number_of(text) : std::nullopt) return {*number};
  return {std::string(text), too_many_digits(text)};
}

/// 1500; in cells ¥1,500 and 1500円. Where the schema says that it is text it may hold words: 730円から.
ReadValue read_yen(Field const& field, std::string_view text, Form form) {
  if (auto number = form == Form::cell && is_number(field) ? yen_of(text) : std::nullopt)
    return {*number, number->digits < 0 ? std::optional(no_amount()) : std::nullopt};
  bool const some = std::any_of(text.begin(), text.end(), base::is_digit);
  return {std::string(text), some ? std::nullopt : std::optional(no_amount())};
}

ReadValue read_boolean(Field const&, std::string_view text, Form form) {
  if (auto truth = form == Form::cell ? model::parse_boolean(text) : std::nullopt) return {*truth};
  return {std::string(text)};
}

ReadValue read_coordinates(Field const&, std::string_view text, Form) {
  auto const comma = text.find(',');
  if (comma == text.npos) return {std::string(text), no_place()};
  auto const latitude = number_of(base::trimmed(text.substr(0, comma)));
  auto const longitude = number_of(base::trimmed(text.substr(comma + 1)));
  return latitude && longitude ? read_place(*latitude, *longitude) : ReadValue{std::string(text), no_place()};
}

// ---- what is no text ----

std::optional<FormatMistake> words_wanted(model::FieldValue::Data const&) {
  return FormatMistake{{"文字でなければなりません。", "must be text."},
                       {"「\"」で囲んで書いてください。", "Put it between quotation marks."}};
}

/// The type that the schema gives says the rest.
std::optional<FormatMistake> anything(model::FieldValue::Data const&) { return std::nullopt; }

std::optional<FormatMistake> amount_wanted(model::FieldValue::Data const& data) {
  auto const* number = std::get_if<Decimal>(&data);
  return number && number->digits >= 0 ? std::nullopt : std::optional(no_amount());
}

std::optional<FormatMistake> place_wanted(model::FieldValue::Data const& data) {
  auto const* place = std::get_if<model::Coordinates>(&data);
  return place ? place_mistake(place->latitude, place->longitude) : no_place();
}

struct Reader {
  FieldKind kind;
  ReadValue (*read)(Field const&, std::string_view, Form);
  std::optional<FormatMistake> (*mistake_of_other)(model::FieldValue::Data const&) = words_wanted;
};

/// How each kind is read; kinds that stand for any words have no row.
constexpr auto readers = std::to_array<Reader>({{FieldKind::tel, read_telephone},
                                                {FieldKind::fax, read_telephone},
                                                {FieldKind::email, read_email},
                                                {FieldKind::uri, read_uri},
                                                {FieldKind::postal_code, read_postal_code},
                                                {FieldKind::date, read_date},
                                                {FieldKind::hours, read_hours},
                                                {FieldKind::kana, read_kana},
                                                {FieldKind::youtube, read_youtube},
                                                {FieldKind::availability, read_availability},
                                                {FieldKind::number, read_number, anything},
                                                {FieldKind::yen, read_yen, amount_wanted},
                                                {FieldKind::boolean, read_boolean, anything},
                                                {FieldKind::series, read_series},
                                                {FieldKind::coordinates, read_coordinates, place_wanted}});

Reader const& reader_of(FieldKind kind) {
  static constexpr Reader words{FieldKind::text, read_words, anything};
  auto found = std::find_if(readers.begin(), readers.end(), [&](Reader const& reader) { return reader.kind == kind; });
  return found == readers.end() ? words : *found;
}

}  // namespace

ReadValue read_place(Decimal latitude, Decimal longitude) {
  return {model::Coordinates{latitude, longitude}, place_mistake(latitude, longitude)};
}

bool waits_for_site_words(std::string_view text) {
  auto const braces = text.find("{{");
  return braces != text.npos && base::trimmed(text.substr(braces + 2)).starts_with("site.");
}

ReadValue read_text(Field const& field, std::string_view text, Form form) {
  bool const contact = field.kind == FieldKind::tel || field.kind == FieldKind::fax || field.kind == FieldKind::email;
  if (contact && waits_for_site_words(text)) return {std::string(text)};
  return reader_of(field.kind).read(field, text, form);
}

bool read_wanted(Field const& field, model::Value& value, base::Diagnostics& diagnostics) {
  auto const* number = value.number();
  if (!value.text() && !number) return true;
  auto const text = number ? model::plain_number(*number) : std::string(base::trimmed(*value.text()));
  auto const& kind = model::kind_entry(field.kind);
  auto read = read_text(field, text, Form::cell);
  bool const words = std::holds_alternative<std::string>(read.data);
  if (kind.notation == model::KindEntry::Notation::number && is_number(field) && words && !read.mistake)
    read.mistake = FormatMistake{{"数として読めません。", "is no number."},
                                 {"「12」のように、数だけを書いてください。", "Write a number alone, like 12."}};
  if (std::holds_alternative<std::monostate>(read.data)) read.data = model::Availability::unanswered;
  if (kind.place == model::KindEntry::Place::marks) read.mistake.reset();
  if (read.mistake)
    diagnostics.error(value.at, "malformed-value",
                      {fmt::format("{}「{}」は{}", field.label, text, read.mistake->is.ja),
                       fmt::format("{} “{}” {}", field.label, text, read.mistake->is.en)},
                      read.mistake->hint);
  value.data = model::exported_text({std::move(read.data), value.at});
  return !read.mistake;
}

ReadValue read_other(Field const& field, model::FieldValue::Data data) {
  auto mistake = reader_of(field.kind).mistake_of_other(data);
  return {std::move(data), std::move(mistake)};
}

std::optional<FormatMistake> format_mistake(FieldKind kind, std::string_view text) {
  Field field;
  field.kind = kind;
  return read_text(field, text, Form::file).mistake;
}

std::optional<FormatMistake> too_many_digits(std::string_view text) {
  constexpr std::ptrdiff_t most = 18;
  auto const folded = base::nfkc(base::trimmed(text));
  bool const number = folded.find_first_not_of("0123456789.,-") == folded.npos;
  if (!number || std::count_if(folded.begin(), folded.end(), base::is_digit) <= most) return std::nullopt;
  return FormatMistake{{"桁が多すぎます。", "has too many digits."},
                       {fmt::format("数を確かめてください。書けるのは{}桁までです。", most),
                        fmt::format("Look at the number again; {} digits are the limit.", most)}};
}

base::Message number_remedy(std::string_view text) {
  auto const number = model::parse_decimal(base::nfkc(base::trimmed(text)));
  if (!number)
    return {"「名」や「約」などをつけず、「12」のように数だけを書いてください。", "Write the number alone, like 12."};
  auto const digits = model::text_of(*number);
  bool const wide = digits != base::trimmed(text);
  return {fmt::format("{}「\"」で囲まずに「{}」と書いてください。", wide ? "全角の数字を半角に直し、" : "", digits),
          fmt::format("Write {}{}, without quotation marks.", digits, wide ? " in ASCII digits" : "")};
}

void check_format(model::Value const& settings, std::string_view key, std::string_view label, FieldKind kind,
                  base::Diagnostics& diagnostics) {
  auto* value = settings.find(key);
  auto* text = value ? value->text() : nullptr;
  auto mistake = text ? format_mistake(kind, *text) : std::nullopt;
  if (!mistake) return;
  diagnostics.error(value->at, "malformed-value",
                    {fmt::format("{}「{}」は{}", label, *text, mistake->is.ja),
                     fmt::format("{} “{}” {}", key, *text, mistake->is.en)},
                    mistake->hint);
}

}  // namespace tebiki::loading
