#pragma once
#include <memory>

#include "pdf/file/pdf_document.hpp"
#include "pdf/fonts/fonts.hpp"

namespace tebiki::pdf {

/// The font in which viewers show what somebody types into a form: everything that the first face of the code list has,
/// which is all of JIS X 0208 and 0213 and half-width kana, and the forms of Chinese characters that names are written
/// with and that only other faces have. It is made once, when it is first asked for, and serves all files of a build.
/// The fonts must outlive it. Safe to use from several threads.
class FormFont {
 public:
  explicit FormFont(Fonts const& fonts);
  ~FormFont();

  /// Adds the Type0 font to a document that has fields.
  ObjectNumber add_to(PdfDocument& document) const;
  /// Whether what is typed with this character is seen.
  bool has(char32_t character) const;

 private:
  struct Made;
  Made const& made() const;
  Fonts const& fonts_;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tebiki::pdf
