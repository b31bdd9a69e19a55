#include "html/marks.hpp"

namespace tebiki::html {

char const* mark_class(model::Availability answer) {
  switch (answer) {
    case model::Availability::yes:
      return "yes";
    case model::Availability::ask:
      return "ask";
    case model::Availability::no:
      return "no";
    case model::Availability::unanswered:
      return "unanswered";
  }
  return "unanswered";
}

void append_mark(std::string& out, model::Availability answer) {
  out += "<span class=\"mark ";
  out += mark_class(answer);
  out += "\" aria-hidden=\"true\">";
  out += model::sign(answer);
  out += "</span>";
}

}  // namespace tebiki::html
