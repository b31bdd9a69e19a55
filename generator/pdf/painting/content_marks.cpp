// Marked contents of a content stream (ISO 32000-1 §14.6).
#include "pdf/file/pdf_syntax.hpp"
#include "pdf/painting/content_stream.hpp"
#include "pdf/tagging/role_names.hpp"

namespace tebiki::pdf {

void ContentStream::enter(Mode mode, TagId tag, Role role, Artifact artifact) {
  change(mode);
  if (held_) return;
  Mark const mark{tag, role, tag == TagId::artifact ? artifact : Artifact::layout};
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
  if (mark.tag == TagId::artifact) {
    out_ += mark.artifact == Artifact::pagination ? "/Artifact<</Type/Pagination>>BDC\n" : "/Artifact BMC\n";
    return;
  }
  out_ += '/';
  out_ += name_of(mark.role);
  out_ += "<</MCID ";
  append_integer(out_, std::int64_t(marks_.size()));
  out_ += ">>BDC\n";
  marks_.push_back(mark.tag);
}

void ContentStream::end_mark() {
  if (open_) out_ += "EMC\n";
  open_.reset();
}

}  // namespace tebiki::pdf
