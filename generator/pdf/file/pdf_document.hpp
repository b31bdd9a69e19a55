#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "pdf/file/pdf_syntax.hpp"

namespace tebiki::pdf {

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

}  // namespace tebiki::pdf
