#include "loading/publishing_period.hpp"

namespace tebiki::loading {

bool is_published(model::Value const& object, model::Date today) {
  auto from = model::parse_date(object.text_of("publish_from"));
  auto until = model::parse_date(object.text_of("publish_until"));
  return !(from && today < *from) && !(until && today > *until);
}

}  // namespace tebiki::loading
