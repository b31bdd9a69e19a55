#include "html/page_writer.hpp"
#include "html/svg.hpp"

namespace tebiki::html {

void PageWriter::operator()(model::Figure const& node) {
  out_ += "<figure>";
  if (auto const* image = std::get_if<model::Image>(&node.picture)) {
    model::Image picture = *image;
    if (picture.alternative.empty()) picture.alternative = node.alternative;
    (*this)(picture);
  } else {
    append_svg(out_, std::get<model::Drawing>(node.picture), node.alternative);
  }
  if (!node.caption.empty()) {
    out_ += "<figcaption>";
    write(node.caption);
    out_ += "</figcaption>";
  }
  out_ += "</figure>\n";
}

}  // namespace tebiki::html
