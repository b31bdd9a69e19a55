#include "html/entry_data.hpp"

#include "html/escape.hpp"
#include "model/telephone.hpp"

namespace tebiki::html {
namespace {

std::string report_address(model::Contact const& contact, std::string_view name) {
  if (contact.email.empty()) return model::telephone_address(contact.tel);
  auto address = mail_href(contact.email) + "?subject=";
  append_url_path(address, "「" + std::string(name) + "」の内容について");
  return address;
}

std::vector<Data> labels(std::vector<std::string> const& tags) {
  std::vector<Data> items;
  items.reserve(tags.size());
  for (auto const& tag : tags) items.push_back(Data().text("label", tag));
  return items;
}

}  // namespace

void add_entry(Data& data, Common const& common, model::Document const& page) {
  auto const& head = page.head;
  bool const reach = !head.tel.empty() || !head.fax.empty() || !head.map_address.empty() ||
                     !head.video_address.empty() || !head.confirmed.empty();
  data.text("kana", head.kana)
      .flag("has_reach", reach)
      .text("tel", head.tel)
      .text("tel_href", model::telephone_address(head.tel))
      .text("fax", head.fax)
      .text("map_href", head.map_address)
      .text("video_href", head.video_address)
      .text("confirmed", head.confirmed)
      .text("list_title", common.site.title_of(page.subject))
      .text("list_href", file_url(page.subject + '/'))
      .text("report_href", report_address(common.site.contact, page.title))
      .list("tags", labels(head.tags));
}

}  // namespace tebiki::html
