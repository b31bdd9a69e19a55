#include "pdf/file/metadata.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

#include "base/diagnostics.hpp"
#include "pdf/file/bytes.hpp"

namespace tebiki::pdf {

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
         fmt::format("the colour profile {} is missing; install the package 'icc-profiles-free'", srgb_profile)});
  auto stream = document.add_stream("/N 3/Filter/FlateDecode\n", deflated(profile));
  return fmt::format(
      "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile {}>>]",
      reference(stream));
}

}  // namespace tebiki::pdf
