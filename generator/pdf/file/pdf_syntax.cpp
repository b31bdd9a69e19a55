// How values are spelt in a PDF file and streams are deflated; what a document says of itself.
#include <fmt/format.h>
#include <libdeflate.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <new>

#include "base/diagnostics.hpp"
#include "base/unicode.hpp"
#include "pdf/file/pdf_document.hpp"

namespace tebiki::pdf {

void append_integer(std::string& to, long long value) {
  char digits[24];
  auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  to.append(digits, end);
}

void append_hundredths(std::string& to, long long hundredths) {
  if (hundredths < 0) to += '-', hundredths = -hundredths;
  append_integer(to, hundredths / 100);
  int rest = int(hundredths % 100);
  if (rest == 0) return;
  to += '.';
  to += char('0' + rest / 10);
  if (rest % 10) to += char('0' + rest % 10);
}

void append_number(std::string& to, double value) { append_hundredths(to, std::llround(value * 100)); }

void append_hex(std::string& to, std::uint16_t value) {
  constexpr char const* digits = "0123456789ABCDEF";
  char four[] = {digits[value >> 12], digits[value >> 8 & 15], digits[value >> 4 & 15], digits[value & 15]};
  to.append(four, 4);
}

void append_reference(std::string& to, ObjectNumber object) {
  append_integer(to, std::uint32_t(object));
  to += " 0 R";
}

void append_utf16_hex(std::string& to, char32_t character) {
  if (character < 0x10000) return append_hex(to, std::uint16_t(character));
  character -= 0x10000;
  append_hex(to, std::uint16_t(0xD800 + (character >> 10)));
  append_hex(to, std::uint16_t(0xDC00 + (character & 0x3FF)));
}

void append_text(std::string& to, std::string_view utf8) {
  to += "<FEFF";
  for (std::size_t at = 0; at < utf8.size();) append_utf16_hex(to, base::next_character(utf8, at));
  to += '>';
}

void append_literal(std::string& to, std::string_view bytes) {
  to += '(';
  for (char c : bytes) {
    if (c == '(' || c == ')' || c == '\\') to += '\\';
    if (c == '\r')
      to += "\\r";
    else
      to += c;
  }
  to += ')';
}

std::string number(double value) {
  std::string to;
  append_number(to, value);
  return to;
}

std::string reference(ObjectNumber object) {
  std::string to;
  append_reference(to, object);
  return to;
}

std::string text_string(std::string_view utf8) {
  std::string to;
  append_text(to, utf8);
  return to;
}

std::string literal_string(std::string_view bytes) {
  std::string to;
  append_literal(to, bytes);
  return to;
}

namespace {

// The mixing steps of xxHash64 and MurmurHash3's finaliser, spelt out so that every machine agrees.
std::uint64_t mixed(std::uint64_t lane, std::uint64_t word, std::uint64_t factor) {
  return std::rotl(lane ^ (word * factor), 31) * 0x9FB21C651E98DF25U + word;
}

std::uint64_t finished(std::uint64_t value) {
  value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCDU;
  value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53U;
  return value ^ (value >> 33);
}

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) word |= std::uint64_t(std::uint8_t(bytes[i])) << (8 * i);
  return word;
}

}  // namespace

void ContentHash::add(std::string_view bytes) {
  auto add_word = [this](std::uint64_t word) {
    lanes_[0] = mixed(lanes_[0], word, 0x9E3779B185EBCA87U);
    lanes_[1] = mixed(lanes_[1], word, 0x165667B19E3779F9U);
  };
  add_word(bytes.size());
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) add_word(little_endian(bytes.substr(at, 8)));
  add_word(little_endian(bytes.substr(at)));
}

std::string ContentHash::hex() const {
  std::string digits;
  for (std::uint64_t lane : lanes_)
    for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789ABCDEF"[finished(lane) >> shift & 15];
  return digits;
}

std::string ContentHash::subset_tag() const {
  std::string tag;
  std::uint64_t rest = finished(lanes_[0] ^ std::rotl(lanes_[1], 17));
  for (int i = 0; i < 6; ++i, rest /= 26) tag += char('A' + rest % 26);
  return tag;
}

namespace {

struct CompressorRelease {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

using Compressor = std::unique_ptr<libdeflate_compressor, CompressorRelease>;

libdeflate_compressor* compressor(Effort effort) {
  thread_local Compressor quick{libdeflate_alloc_compressor(7)}, thorough;
  if (effort == Effort::quick) return quick.get();
  if (!thorough) thorough.reset(libdeflate_alloc_compressor(10));
  return thorough.get();
}

}  // namespace

std::string deflated(std::string_view bytes, Effort effort) {
  auto* with = compressor(effort);
  std::string out(with ? libdeflate_zlib_compress_bound(with, bytes.size()) : 0, '\0');
  std::size_t size = with ? libdeflate_zlib_compress(with, bytes.data(), bytes.size(), out.data(), out.size()) : 0;
  if (!with) throw std::bad_alloc();
  if (size == 0) throw base::Failure({"PDF の圧縮に失敗しました。", "compressing the PDF failed"});
  out.resize(size);
  return out;
}

namespace {

constexpr char const* producer = "tebiki";
constexpr char const* srgb_profile = "/usr/share/color/icc/sRGB.icc";

/// For XML text: markup escaped, characters that XML 1.0 forbids left out.
std::string xml_text(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (std::uint8_t(c) >= 0x20)
      out += c;
  }
  return out;
}

std::string localised(char const* element, std::string_view text) {
  if (text.empty()) return "";
  return fmt::format("<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n", element,
                     xml_text(text));
}

std::string sequence(char const* element, char const* kind, std::string_view text) {
  if (text.empty()) return "";
  return fmt::format("<{0}><rdf:{1}><rdf:li>{2}</rdf:li></rdf:{1}></{0}>\n", element, kind, xml_text(text));
}

constexpr char const* extension_schema =
    R"(<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
)";

}  // namespace

Metadata metadata_of(model::Booklet const& booklet, model::Site const& site, model::Date today) {
  std::string language = site.language.empty() || site.language == "ja" ? "ja-JP" : site.language;
  auto const& publication = booklet.publication;
  return {publication.title.empty() ? site.name : publication.title, publication.summary,
          site.publisher.empty() ? site.name : site.publisher, language, today};
}

std::string xmp(Metadata const& metadata) {
  auto date =
      fmt::format("{:04}-{:02}-{:02}T00:00:00+09:00", metadata.date.year, metadata.date.month, metadata.date.day);
  std::string packet = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
  packet +=
      R"(<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
)";
  packet += localised("dc:title", metadata.title) + localised("dc:description", metadata.description) +
            sequence("dc:creator", "Seq", metadata.author) + sequence("dc:publisher", "Bag", metadata.author) +
            sequence("dc:language", "Bag", metadata.language);
  packet += fmt::format(
      "<xmp:CreateDate>{0}</xmp:CreateDate><xmp:ModifyDate>{0}</xmp:ModifyDate><xmp:CreatorTool>{1}</xmp:CreatorTool>"
      "<pdf:Producer>{1}</pdf:Producer>\n</rdf:Description>\n",
      date, producer);
  return packet + extension_schema + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

std::string information_entries(Metadata const& metadata) {
  auto date =
      fmt::format("(D:{:04}{:02}{:02}000000+09'00')", metadata.date.year, metadata.date.month, metadata.date.day);
  std::string entries = "/Title" + text_string(metadata.title) + "/Author" + text_string(metadata.author);
  if (!metadata.description.empty()) entries += "/Subject" + text_string(metadata.description);
  return entries + fmt::format("/Creator({0})/Producer({0})/CreationDate{1}/ModDate{1}", producer, date);
}

std::string add_output_intent(PdfDocument& document) {
  std::ifstream file(srgb_profile, std::ios::binary);
  std::string profile{std::istreambuf_iterator<char>(file), {}};
  if (profile.empty())
    throw base::Failure(
        {fmt::format("色の定義 {} がありません。パッケージ「icc-profiles-free」を入れてください。", srgb_profile),
         fmt::format("the colour profile {} is missing; install the package “icc-profiles-free”", srgb_profile)});
  auto stream = document.add_stream("/N 3/Filter/FlateDecode\n", deflated(profile));
  return fmt::format(
      "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile {}>>]",
      reference(stream));
}

}  // namespace tebiki::pdf
