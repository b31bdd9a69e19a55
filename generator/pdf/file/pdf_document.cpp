#include "pdf/file/pdf_document.hpp"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <new>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.hpp"
#include "base/parallel.hpp"

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

/// Where an object is found: at a byte of the file, or as the nth of an object stream.
struct ObjectEntry {
  enum class Kind : char { free = 0, byte = 1, packed = 2 } kind = Kind::free;
  std::uint32_t where = 0;  ///< byte, or number of the object stream
  std::uint16_t nth = 0;
};

/// Objects of one object stream: small enough to be opened quickly, large enough to deflate well.
constexpr std::size_t most_packed = 400;

class Writer {
 public:
  Writer(PdfDocument& document, FurtherObjects const& further, unsigned jobs, Effort effort)
      : document_(document),
        further_(further),
        jobs_(jobs),
        effort_(effort),
        own_(std::uint32_t(document.next_number())) {
    entries_.resize(own_ + further.count);
    entries_[0] = {ObjectEntry::Kind::free, 0, 0xFFFF};
  }

  std::string file() {
    write_streams();
    write_packed();
    write_cross_references();
    return std::move(out_);
  }

 private:
  /// Streams come first: only then is the object known that holds its length.
  void write_streams() {
    for (std::uint32_t number = 1; number < own_; ++number) {
      if (document_.kind(ObjectNumber(number)) != PdfDocument::ObjectKind::stream) continue;
      begin(number);
      document_.write(ObjectNumber(number), out_);
      out_ += "\nendobj\n";
    }
  }

  void write_packed() {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(entries_.size());
    for (std::uint32_t number = 1; number < own_; ++number)
      if (document_.kind(ObjectNumber(number)) == PdfDocument::ObjectKind::plain) numbers.push_back(number);
    std::size_t held = numbers.size();
    for (std::uint32_t number = own_; number < entries_.size(); ++number) numbers.push_back(number);
    std::vector<std::string> ready(held);  // libharu writes on one thread only
    for (std::size_t i = 0; i < held; ++i) document_.write(ObjectNumber(numbers[i]), ready[i]);

    std::vector<std::string> packs((numbers.size() + most_packed - 1) / most_packed);
    auto first_stream = std::uint32_t(entries_.size());
    base::parallel_for(packs.size(), jobs_, [&](std::size_t pack) {
      std::size_t from = pack * most_packed, to = std::min(numbers.size(), from + most_packed);
      std::string head, body;
      for (std::size_t i = from; i < to; ++i) {
        append_integer(head, numbers[i]);
        head += ' ';
        append_integer(head, std::int64_t(body.size()));
        head += ' ';
        if (i < held)
          body += ready[i];
        else
          further_.write(numbers[i] - own_, body);
        body += '\n';
        entries_[numbers[i]] = {ObjectEntry::Kind::packed, first_stream + std::uint32_t(pack), std::uint16_t(i - from)};
      }
      std::string bytes = deflated(head + body, effort_);
      packs[pack] = fmt::format("<</Type/ObjStm/N {}/First {}/Filter/FlateDecode/Length {}>>stream\n", to - from,
                                head.size(), bytes.size()) +
                    bytes + "\nendstream\nendobj\n";
    });
    for (auto& pack : packs) {
      entries_.emplace_back();
      begin(std::uint32_t(entries_.size() - 1));
      out_ += pack;
      pack = {};
    }
  }

  void write_cross_references() {
    ContentHash hash;
    hash.add(out_);
    auto self = std::uint32_t(entries_.size());
    std::size_t start = out_.size();
    entries_.emplace_back();
    begin(self);
    std::string table = deflated(predicted(table_rows()));
    fmt::format_to(std::back_inserter(out_),
                   "<</Type/XRef/W[1 4 2]/Size {}/Root {}/Info {}/ID[<{}><{}>]/Filter/FlateDecode"
                   "/DecodeParms<</Predictor 12/Columns 7>>/Length {}>>stream\n",
                   self + 1, reference(document_.catalog()), reference(document_.information()), hash.hex(), hash.hex(),
                   table.size());
    out_ += table;
    fmt::format_to(std::back_inserter(out_), "\nendstream\nendobj\nstartxref\n{}\n%%EOF\n", start);
  }

  void begin(std::uint32_t number) {
    entries_[number] = {ObjectEntry::Kind::byte, std::uint32_t(out_.size()), 0};
    append_integer(out_, number);
    out_ += " 0 obj\n";
  }

  static constexpr std::size_t columns = 7;

  std::string table_rows() const {
    std::string rows;
    rows.reserve(entries_.size() * columns);
    for (auto const& entry : entries_) {
      rows += char(entry.kind);
      for (int shift = 24; shift >= 0; shift -= 8) rows += char(entry.where >> shift);
      rows += char(entry.nth >> 8);
      rows += char(entry.nth);
    }
    return rows;
  }

  /// PNG's "up" filter: neighbouring rows differ by little, so nearly nothing remains.
  static std::string predicted(std::string const& rows) {
    std::string out;
    out.reserve(rows.size() / columns * (columns + 1));
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i % columns == 0) out += '\2';
      out += char(rows[i] - (i < columns ? 0 : rows[i - columns]));
    }
    return out;
  }

  PdfDocument& document_;
  FurtherObjects const& further_;
  unsigned jobs_;
  Effort effort_;
  std::uint32_t own_;  ///< numbers below are libharu's
  std::vector<ObjectEntry> entries_;
  std::string out_ = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
};

}  // namespace

std::string compact_save(PdfDocument& document, FurtherObjects const& further, unsigned jobs, Effort effort) {
  return Writer(document, further, jobs, effort).file();
}

}  // namespace tebiki::pdf
