#include "views/qr_code.hpp"

#include <fmt/format.h>

#include "model/telephone.hpp"
#include "views/option_reader.hpp"

namespace tebiki::views {
namespace {

using base::Diagnostics;

bool is_address(std::string_view text) {
  for (std::string_view scheme : {"https://", "http://", "mailto:", "tel:"}) {
    if (text.starts_with(scheme) && text.size() > scheme.size()) return true;
  }
  return false;
}

std::string address_of_url(std::string const& url, base::SourceLocation at, Diagnostics& diagnostics) {
  if (url.starts_with("tel:") && is_address(url)) return model::telephone_address(url);
  if (is_address(url)) return url;
  diagnostics.error(at, "qr-address",
                    {fmt::format("「{}」は QR コードにできるアドレスではありません。", url),
                     fmt::format("'{}' is no address for a QR code.", url)},
                    {"https:// で始まるアドレスを書いてください。このサイトのページなら ref を使います。",
                     "Write an address that begins with https://. For a page of this site use ref."});
  return {};
}

std::string address_of_reference(std::string name, base::SourceLocation at, model::Site const& site,
                                 Diagnostics& diagnostics) {
  if (name.starts_with("ref:")) name.erase(0, 4);
  auto hash = std::min(name.find('#'), name.size());
  // Where site.json has mistakes, the address may be one of them.
  if (site.base_url.empty() && site.completeness != model::Completeness::whole) return {};
  if (site.base_url.empty()) {
    diagnostics.error(at, "qr-without-base-url",
                      {"QR コードに入れるサイトのアドレスが分かりません。",
                       "The address of the site, needed for this QR code, is not known."},
                      {"site.json に \"base_url\": \"https://…/\" を書いてください。",
                       "Give site.json a \"base_url\": \"https://…/\"."});
    return {};
  }
  return site.base_url + (site.base_url.ends_with('/') ? "" : "/") +
         model::path_of_name(std::string_view(name).substr(0, hash)) + name.substr(hash);
}

std::string read_address(OptionReader& options, base::SourceLocation at, model::Site const& site,
                         Diagnostics& diagnostics) {
  auto* url = options.member("url");
  auto* ref = options.member("ref");
  if (bool(url) == bool(ref)) {
    diagnostics.error(ref ? ref->key_at : at, "qr-target",
                      {"qr には url か ref のどちらか一つを書きます。", "A qr needs either url or ref."},
                      {"ref: care-guide か url: https://example.jp/ のように書いてください。",
                       "Write it like ref: care-guide or url: https://example.jp/."});
    return {};
  }
  auto text = options.text(url ? "url" : "ref");
  if (!text) return {};
  return url ? address_of_url(*text, url->value.at, diagnostics)
             : address_of_reference(*text, ref->value.at, site, diagnostics);
}

}  // namespace

model::Blocks qr_code(model::Directive const& directive, base::SourceLocation at, model::Site const& site,
                      Diagnostics& diagnostics) {
  OptionReader options(directive, at, diagnostics);
  options.expect_only({"url", "ref", "caption"});
  auto caption = options.text("caption").value_or("");
  auto address = read_address(options, at, site, diagnostics);
  if (address.empty()) return {};
  auto drawing = qr_drawing(address);
  if (!drawing) {
    diagnostics.error(at, "qr-too-long",
                      {fmt::format("アドレスが長すぎて QR コードにできません（{}バイト）。", address.size()),
                       fmt::format("The address is too long for a QR code ({} bytes).", address.size())},
                      {"もっと短いアドレスにしてください。", "Use a shorter address."});
    return {};
  }
  model::Figure figure;
  figure.picture = std::move(*drawing);
  figure.alternative = std::move(address);
  if (!caption.empty()) figure.caption.push_back(model::words(std::move(caption), at));
  model::Blocks out;
  out.push_back({std::move(figure), at});
  return out;
}

}  // namespace tebiki::views
