#include <fmt/format.h>
#include <qrencode.h>

#include <algorithm>
#include <memory>

#include "model/typed_values.hpp"
#include "views/compose_context.hpp"
#include "views/view.hpp"

namespace tebiki::views {
namespace {

using base::Diagnostics;
using model::PathStep;

std::string address_of_url(std::string const& url, base::SourceLocation at, Diagnostics& diagnostics) {
  if (url.starts_with("tel:") && model::has_url_scheme(url)) return std::string(model::parse_telephone(url).address());
  if (model::has_url_scheme(url)) return url;
  diagnostics.error(at, "qr-address",
                    {fmt::format("「{}」は QR コードにできるアドレスではありません。", url),
                     fmt::format("“{}” is no address for a QR code.", url)},
                    {"https:// で始まるアドレスを書いてください。このサイトのページなら ref を使います。",
                     "Write an address that begins with https://. For a page of this site use ref."});
  return {};
}

std::string address_of_reference(std::string_view name, base::SourceLocation at, model::Site const& site,
                                 Diagnostics& diagnostics) {
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
  auto const hash = std::min(name.find('#'), name.size());
  auto address = site.url_of(name.substr(0, hash)).value_or("");
  if (address.empty() || hash == name.size()) return address;
  address += '#';
  model::append_url_path(address, name.substr(hash + 1));
  return address;
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

/// 0.7 mm: read by any telephone from a hand's breadth on.
constexpr double module_size = 2;
constexpr int quiet_zone = 4;
/// What scanners read best, whatever the colours of print.
constexpr model::Colour black{0, 0, 0}, white{255, 255, 255};

void append_run(model::PathShape& path, int row, int from, int to) {
  double const left = (quiet_zone + from) * module_size;
  double const right = (quiet_zone + to) * module_size;
  double const top = (quiet_zone + row) * module_size;
  double const bottom = top + module_size;
  auto step = [&](PathStep::Kind kind, double x, double y) { path.steps.push_back({kind, {}, {}, {x, y}}); };
  step(PathStep::Kind::move, left, top);
  step(PathStep::Kind::line, right, top);
  step(PathStep::Kind::line, right, bottom);
  step(PathStep::Kind::line, left, bottom);
  path.steps.push_back({PathStep::Kind::close, {}, {}, {left, top}});
}

/// Dark modules beside each other as one piece: fewer pieces, and no hairlines between them.
model::PathShape dark_modules(QRcode const& code) {
  model::PathShape path;
  path.fill = black;
  for (int row = 0; row < code.width; ++row) {
    auto* line = code.data + std::ptrdiff_t(row) * code.width;
    for (int column = 0; column < code.width;) {
      int end = column;
      while (end < code.width && (line[end] & 1)) ++end;
      if (end > column) append_run(path, row, column, end);
      column = std::max(end, column + 1);
    }
  }
  return path;
}

}  // namespace

std::optional<model::Drawing> qr_drawing(std::string const& text) {
  std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeData(int(text.size()), reinterpret_cast<unsigned char const*>(text.data()), 0, QR_ECLEVEL_M),
      QRcode_free);
  if (!code) return std::nullopt;
  double const side = (code->width + 2 * quiet_zone) * module_size;
  model::Drawing drawing{side, side, {}};
  model::RectangleShape ground;
  ground.width = ground.height = side;
  ground.fill = white;
  drawing.shapes.emplace_back(ground);
  drawing.shapes.emplace_back(dark_modules(*code));
  return drawing;
}

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
