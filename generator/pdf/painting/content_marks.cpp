// Marked contents of a content stream (ISO 32000-1 §14.6).
#include "pdf/file/pdf_syntax.hpp"
#include "pdf/painting/content_stream.hpp"
#include "pdf/tagging/role_names.hpp"

namespace tebiki::pdf {

void ContentStream::enter(Mode mode, TagId tag, Role role, Artifact artifact) {
  change(mode);
  if (held_) return;
  Mark const mark{tag, role, tag == TagId::artifact ? artifact : Artifact::layout};
  interrupted_.reset();
  if (open_ == mark) return;
  end_mark();
  begin_mark(mark);
}

void ContentStream::hold(TagId tag, Role role) {
  enter(Mode::graphics, tag, role, Artifact::layout);
  held_ = true;
}

/// A text object goes around marked contents, so that several tags share it; unless one is held around it.
void ContentStream::change(Mode mode) {
  if (mode == mode_) return;
  if (!held_) end_mark();
  out_ += mode == Mode::text ? "BT\n" : "ET\n";
  mode_ = mode;
  pen_x_ = pen_y_ = 0;
}

void ContentStream::begin_mark(Mark mark) {
  open_ = mark;
  if (mark.tag != TagId::artifact) return begin_numbered(name_of(mark.role), "");
  out_ += mark.artifact == Artifact::pagination ? "/Artifact<</Type/Pagination>>BDC\n" : "/Artifact BMC\n";
}

void ContentStream::begin_numbered(char const* name, std::string_view further) {
  out_ += '/';
  out_ += name;
  out_ += "<</MCID ";
  append_integer(out_, std::int64_t(marks_.size()));
  out_ += further;
  out_ += ">>BDC\n";
  marks_.push_back(open_->tag);
}

void ContentStream::begin_actual_text(std::string_view text) {
  std::string entry = "/ActualText" + text_string(text);
  bool nested = held_ || !open_ || open_->tag == TagId::artifact;
  if (nested) {
    out_ += "/Span<<" + entry + ">>BDC\n";
    return;
  }
  resume();
  interrupted_ = open_;
  out_ += "EMC\n";
  begin_numbered("Span", entry);
}

void ContentStream::end_actual_text() {
  out_ += "EMC\n";
  if (interrupted_) open_.reset();
}

void ContentStream::resume() {
  if (interrupted_ && !open_) begin_mark(*interrupted_);
  interrupted_.reset();
}

void ContentStream::end_mark() {
  if (open_) out_ += "EMC\n";
  open_.reset();
}

}  // namespace tebiki::pdf
