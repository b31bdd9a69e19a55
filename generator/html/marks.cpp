#include "html/marks.hpp"

namespace tebiki::html {

char const* mark_class(model::Answer answer) {
  switch (answer) {
    case model::Answer::yes:
      return "yes";
    case model::Answer::ask:
      return "ask";
    case model::Answer::no:
      return "no";
    case model::Answer::unanswered:
      return "unanswered";
  }
  return "unanswered";
}

void append_mark(std::string& out, model::Answer answer) {
  out += "<span class=\"mark ";
  out += mark_class(answer);
  out += "\" aria-hidden=\"true\">";
  out += model::sign(answer);
  out += "</span>";
}

}  // namespace tebiki::html
