#include "pdf/file/pdf_document.hpp"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <fstream>
#include <iterator>
#include <new>
#include <unordered_map>

#include "base/diagnostics.hpp"
#include "pdf/file/pdf_syntax.hpp"

namespace tebiki::pdf {

namespace {

/// Where libharu writes: straight into a string, with the entries of ours at hand.
struct Sink {
  std::string* to;
  std::unordered_map<std::uint32_t, std::string> const* entries;
};

constexpr std::uint32_t number_bits = 0x00FFFFFF;

std::uint32_t number_of(HPDF_Dict dictionary) { return dictionary->header.obj_id & number_bits; }

HPDF_STATUS write_bytes(HPDF_Stream stream, HPDF_BYTE const* bytes, HPDF_UINT size) {
  static_cast<Sink*>(stream->attr)->to->append(reinterpret_cast<char const*>(bytes), size);
  return HPDF_OK;
}

HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
  auto const& sink = *static_cast<Sink*>(stream->attr);
  auto found = sink.entries->find(number_of(dictionary));
  if (found == sink.entries->end()) return HPDF_OK;
  sink.to->append(found->second);
  stream->size += HPDF_UINT(found->second.size());
  return HPDF_OK;
}

}  // namespace

struct PdfDocument::State {
  HPDF_Doc doc = HPDF_New(nullptr, nullptr);
  std::unordered_map<std::uint32_t, std::string> entries;
  Sink sink{nullptr, &entries};
  HPDF_Stream writer = nullptr;

  ~State() {
    if (writer) HPDF_Stream_Free(writer);
    if (doc) HPDF_Free(doc);
  }

  /// libharu's errors stick, so the code of the document is looked at after each call.
  void check() const {
    HPDF_STATUS code = doc ? HPDF_GetError(doc) : HPDF_FAILD_TO_ALLOC_MEM;
    if (code == HPDF_OK) return;
    if (code == HPDF_FAILD_TO_ALLOC_MEM) throw std::bad_alloc();
    throw base::Failure({fmt::format("PDF の作成に失敗しました（libharu の番号 0x{:04X}）。", unsigned(code)),
                         fmt::format("making the PDF failed (libharu code 0x{:04X})", unsigned(code))});
  }
  template <class T>
  T checked(T made) const {
    check();
    if (!made) throw std::bad_alloc();
    return made;
  }

  void* object(ObjectNumber number) const {
    auto entry = HPDF_Xref_GetEntry(doc->xref, HPDF_UINT(number));
    return entry && entry->entry_typ == HPDF_IN_USE_ENTRY ? entry->obj : nullptr;
  }
};

PdfDocument::PdfDocument() : state_(std::make_unique<State>()) {
  state_->check();
  auto* doc = state_->doc;
  doc->pdf_version = HPDF_VER_17;
  HPDF_SetPagesConfiguration(doc, 50);  // otherwise the page tree is one array of at most 8,191 pages
  HPDF_Dict_RemoveElement(doc->info, "Producer");
  doc->catalog->write_fn = write_entries;
  doc->info->write_fn = write_entries;
  state_->writer = state_->checked(HPDF_CallbackWriter_New(doc->mmgr, write_bytes, &state_->sink));
}
PdfDocument::~PdfDocument() = default;
PdfDocument::PdfDocument(PdfDocument&&) noexcept = default;

ObjectNumber PdfDocument::reserve() {
  auto* dictionary = state_->checked(HPDF_Dict_New(state_->doc->mmgr));
  HPDF_Xref_Add(state_->doc->xref, dictionary);
  state_->check();
  dictionary->write_fn = write_entries;
  return ObjectNumber(number_of(dictionary));
}

void PdfDocument::set(ObjectNumber dictionary, std::string entries) {
  state_->entries[std::uint32_t(dictionary)] = std::move(entries);
}

ObjectNumber PdfDocument::add(std::string entries) {
  ObjectNumber made = reserve();
  set(made, std::move(entries));
  return made;
}

ObjectNumber PdfDocument::add_stream(std::string entries, std::string_view bytes) {
  auto* stream = state_->checked(HPDF_DictStream_New(state_->doc->mmgr, state_->doc->xref));
  HPDF_Stream_Write(stream->stream, reinterpret_cast<HPDF_BYTE const*>(bytes.data()), HPDF_UINT(bytes.size()));
  state_->check();
  stream->write_fn = write_entries;
  ObjectNumber made{number_of(stream)};
  set(made, std::move(entries));
  return made;
}

ObjectNumber PdfDocument::add_page(double width, double height, std::string_view deflated_content) {
  auto* page = state_->checked(HPDF_AddPage(state_->doc));
  HPDF_Page_SetWidth(page, float(width));
  HPDF_Page_SetHeight(page, float(height));
  HPDF_Dict_RemoveElement(page, "Resources");  // ours are shared by all pages
  auto* attributes = static_cast<HPDF_PageAttr>(page->attr);
  HPDF_Stream_Write(attributes->stream, reinterpret_cast<HPDF_BYTE const*>(deflated_content.data()),
                    HPDF_UINT(deflated_content.size()));
  state_->check();
  page->write_fn = write_entries;
  attributes->contents->write_fn = write_entries;
  set(ObjectNumber(number_of(attributes->contents)), "/Filter/FlateDecode\n");
  return ObjectNumber(number_of(page));
}

ObjectNumber PdfDocument::catalog() const { return ObjectNumber(number_of(state_->doc->catalog)); }
ObjectNumber PdfDocument::information() const { return ObjectNumber(number_of(state_->doc->info)); }
ObjectNumber PdfDocument::next_number() const { return ObjectNumber(state_->doc->xref->entries->count); }

PdfDocument::ObjectKind PdfDocument::kind(ObjectNumber number) const {
  auto* object = state_->object(number);
  if (!object) return ObjectKind::absent;
  bool dictionary = (static_cast<HPDF_Obj_Header*>(object)->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT;
  return dictionary && static_cast<HPDF_Dict>(object)->stream ? ObjectKind::stream : ObjectKind::plain;
}

void PdfDocument::write(ObjectNumber number, std::string& to) {
  state_->sink.to = &to;
  HPDF_Obj_WriteValue(state_->object(number), state_->writer, nullptr);
  state_->check();
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
