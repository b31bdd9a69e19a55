#include "base/images.hpp"

#include <gmock/gmock.h>

#include "base/photograph.hpp"
#include "loading/loaded.hpp"

namespace tebiki::loading {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string const png(
    "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9c"
    "c\xf8\xff\xff?\0\x05\xfe\x02\xfe\r\xef\x46\xb8\0\0\0\0IEND\xae\x42\x60\x82",
    69);

TEST(Images, TellsDamagedUnsupportedAndMissingOnesApart) {
  auto said =
      mistakes({{"images/a.png", png},
                {"images/b.svg", "<svg/>"},
                {"images/c.jpg", "no jpeg"},
                {"pages/p.md", "# あ\n\n![絵](images/a.png)\n\n![絵](images/aa.png)\n\n![絵](images/c.jpg)\n"}});
  EXPECT_THAT(
      said,
      ElementsAre("images/b.svg:1:1: 「images/b.svg」は使えない種類の画像です。 → PNG か JPEG に変換してください。",
                  "images/c.jpg:1:1: 画像「images/c.jpg」が壊れているか、PNG でも JPEG でもありません。 → "
                  "元の画像から PNG か JPEG で保存し直してください。",
                  "pages/p.md:5:1: 画像「images/aa.png」がありません。 → 「images/a.png」のことでしょうか。"));
}

TEST(Images, AreReadWithoutWhatTheCameraWroteAndStandUpright) {
  using namespace base;
  auto const photo = photograph::of_a_camera(photograph::four_fields(), Orientation::turn_right);
  auto const drawing = encode_png(photograph::turned(photograph::four_fields(), Orientation::turn_left));
  auto const exif = photograph::exif(Orientation::turn_right).substr(6);
  auto const noted =
      drawing.substr(0, 33) + std::string{0, 0, 0, char(exif.size())} + "eXIf" + exif + "sum?" + drawing.substr(33);
  Loaded loaded;
  load_files(loaded, {{"images/a.jpg", photo}, {"images/b.png", noted}});
  EXPECT_THAT(loaded.said(), IsEmpty());
  auto const& a = loaded.site.images.at("images/a.jpg");
  EXPECT_EQ(*a.bytes, without_metadata(photo));
  EXPECT_EQ(a.info.orientation, Orientation::turn_right);
  EXPECT_EQ(a.info.height, 48U);
  auto const& b = loaded.site.images.at("images/b.png");
  EXPECT_EQ(b.info.orientation, Orientation::upright);
  EXPECT_EQ(b.info.width, 48U);
  EXPECT_EQ(photograph::fields(*decode_image(*b.bytes)), "rgby");
}

TEST(Images, OfMoreThanAHundredMegapixelsAreTooLargeNotDamaged) {
  auto claims = png;
  claims.replace(16, 8, std::string("\0\0\x2e\xe0\0\0\x23\x28", 8));
  EXPECT_THAT(mistakes({{"images/a.png", claims}}),
              ElementsAre("images/a.png:1:1: 画像「images/a.png」は大きすぎます（横 12000 × 縦 9000 ピクセル、約 108 "
                          "百万画素）。 → 使えるのは 1 億画素までです。紙いっぱいに印刷する写真でも、長いほうの辺が "
                          "3500 ピクセルあれば足ります。縮めて保存し直してください。"));
}

TEST(Images, ThatLeaveTheContentFolderAreToldOnce) {
  Loaded loaded;
  struct Tree : base::MemoryTree {
    using MemoryTree::MemoryTree;
    std::vector<base::TreeEntry> entries() const override {
      auto all = MemoryTree::entries();
      all.push_back({"images/secret.png", base::EntryKind::link_outside});
      return all;
    }
  } const tree({{"site.json", R"({"name": "見本"})"}, {"pages/a.md", "# 案内\n\n![秘密](images/secret.png)\n"}});
  loaded.site = load(tree, {2026, 11, 21}, 1, loaded.sources, loaded.diagnostics);
  EXPECT_THAT(loaded.said(), ElementsAre(HasSubstr("フォルダの外を指すリンクです")));
}

TEST(Images, NamedWithoutTheirFolderAreOfferedWithIt) {
  EXPECT_THAT(mistakes({{"images/a.png", png},
                        {"lists/x/schema.json", R"({"title": "一覧", "properties": {"name": {"type": "string"},
                                                    "photo": {"format": "image"}}})"},
                        {"lists/x/a.csv", "id,name,photo\na,見本,a.png\n"}}),
              ElementsAre("lists/x/a.csv:2:6: 画像「a.png」がありません。 → 「images/a.png」のことでしょうか。"));
}

}  // namespace
}  // namespace tebiki::loading
