#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/parallel.hpp"
#include "pdf/file/pdf_document.hpp"
#include "pdf/file/pdf_syntax.hpp"

namespace tebiki::pdf {

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
  /// Streams come first: writing one settles the object that holds its length.
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
