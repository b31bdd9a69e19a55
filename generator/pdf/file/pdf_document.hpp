/// A document in libharu's objects, how values are spelt in a PDF file (ISO 32000-1 §7.3), and how the file is saved.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/images.hpp"
#include "model/documents.hpp"

namespace tebiki::pdf {

// Values are always appended, and never dependent on a locale.

/// An indirect object of the document; numbers begin with 1.
enum class ObjectNumber : std::uint32_t { none = 0 };

void append_integer(std::string& to, long long value);
/// With at most two decimals: a hundredth of a point is finer than any printer.
void append_number(std::string& to, double value);
/// `hundredths` / 100.
void append_hundredths(std::string& to, long long hundredths);
/// Four hexadecimal digits.
void append_hex(std::string& to, std::uint16_t value);
/// `12 0 R`
void append_reference(std::string& to, ObjectNumber object);
/// A text string: UTF-16BE with a byte order mark, in hexadecimal. Nothing depends on an encoding.
void append_text(std::string& to, std::string_view utf8);
/// A byte string in parentheses.
void append_literal(std::string& to, std::string_view bytes);
/// UTF-16BE in hexadecimal, without delimiters.
void append_utf16_hex(std::string& to, char32_t character);

std::string number(double value);
std::string reference(ObjectNumber object);
std::string text_string(std::string_view utf8);
std::string literal_string(std::string_view bytes);

/// Names bytes by what they are, so that equal files have equal /ID entries and subset tags. Not for secrets.
class ContentHash {
 public:
  void add(std::string_view bytes);
  /// Sixteen bytes as 32 hexadecimal digits.
  std::string hex() const;
  /// Six capitals, as a font subset wants (ISO 32000-1 §9.6.4).
  std::string subset_tag() const;

 private:
  std::array<std::uint64_t, 2> lanes_{0x9E3779B97F4A7C15U, 0xC2B2AE3D27D4EB4FU};
};

/// How hard to look for repetitions. Thorough takes a twentieth off, for five times the time: right for a booklet
/// that many people fetch, wrong for a table of ten thousand rows.
enum class Effort { quick, thorough };

/// zlib data for /FlateDecode. Depends on nothing but the bytes; may run on several threads.
std::string deflated(std::string_view bytes, Effort effort = Effort::quick);

/// A document in libharu's object layer. libharu numbers the objects, keeps the page tree and writes;
/// the entries of dictionaries are given as text, because its own helpers know neither Japanese nor tags.
/// Every call is checked; a failing one throws Failure.
class PdfDocument {
 public:
  PdfDocument();
  ~PdfDocument();
  PdfDocument(PdfDocument&&) noexcept;

  /// A dictionary with these entries, without `<<` and `>>`.
  ObjectNumber add(std::string entries);
  /// A dictionary whose entries come later, by `set`, because others must refer to it first.
  ObjectNumber reserve();
  void set(ObjectNumber dictionary, std::string entries);
  /// A stream; `entries` name the filter of the bytes, which are written as they are.
  ObjectNumber add_stream(std::string entries, std::string_view bytes);
  /// A page with its deflated content, in reading order. Its further entries come by `set`.
  ObjectNumber add_page(double width, double height, std::string_view deflated_content);

  ObjectNumber catalog() const;
  ObjectNumber information() const;
  /// The number that the next object will get.
  ObjectNumber next_number() const;

  /// What libharu holds under a number, in the order of numbers; for the writer.
  enum class ObjectKind { absent, plain, stream };
  ObjectKind kind(ObjectNumber object) const;
  /// Appends the object's value: a dictionary, a stream, or the length of a stream once that stream is written.
  void write(ObjectNumber object, std::string& to);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Objects that libharu does not hold because there are too many of them: the tag tree.
/// The first gets the document's next number.
struct FurtherObjects {
  std::size_t count = 0;
  /// Appends the value of one object. Called from several threads.
  std::function<void(std::size_t index, std::string& to)> write = {};
};

/// The whole file, with object streams and a cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8), which libharu
/// cannot write: a quarter of the size, without a pass through another library. /ID is a hash of the rest.
std::string compact_save(PdfDocument& document, FurtherObjects const& further, unsigned jobs,
                         Effort effort = Effort::quick);

/// What a document says of itself, in XMP and in the information dictionary alike.
struct Metadata {
  std::string title;
  std::string description;
  std::string author;
  std::string language;  ///< `ja-JP`
  model::Date date;
};

Metadata metadata_of(model::Booklet const& booklet, model::Site const& site, model::Date today);

/// The XMP packet, with the marks of PDF/UA-1 and PDF/A-2a and the extension schema that the latter asks for.
std::string xmp(Metadata const& metadata);
std::string information_entries(Metadata const& metadata);

/// Adds the sRGB output intent and gives its catalog entry. Throws Failure naming the package of a missing profile.
std::string add_output_intent(PdfDocument& document);

/// A picture as a PDF image wants it (ISO 32000-1 §8.9.5).
struct ImageSamples {
  std::string entries;  ///< of the image dictionary; empty when the picture cannot be decoded
  std::string bytes;
  std::string mask_entries;  ///< of the soft mask, or empty
  std::string mask_bytes;
};

/// A JPEG that every viewer can read, and the rows of a plain PNG, go in as they are. What has more than 1.3 times as
/// many pixels on a side as are `enough` is made as small as that, and stored as a JPEG where that takes less than half
/// of the bytes; unless the file itself takes no more bytes than the smaller picture.
ImageSamples image_samples(std::string_view file, std::optional<base::PixelSize> enough = std::nullopt);

}  // namespace tebiki::pdf
