#include "pdf/print.hpp"
#include "pdf/tagging/structure_tree.hpp"

#include <gmock/gmock.h>

#include "pdf/paint_fixture.hpp"

namespace tebiki::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Objects of a tree from number 100 on; pages are objects 1, 2, …
struct Written {
  Frames frames;
  std::vector<std::vector<TagId>> marks;
  std::vector<TaggedAnnotation> links;
  std::vector<ObjectNumber> pages;

  StructureWriter writer() {
    pages.clear();
    frames.pages.resize(marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i) pages.push_back(ObjectNumber(i + 1));
    return {frames.tags, attributes_from(frames), marks, links, pages, ObjectNumber{100}};
  }
  std::string object(std::size_t index) {
    std::string to;
    writer().write(index, to);
    return to;
  }
  std::string tag(TagId id) { return object(std::size_t(writer().object(id)) - 100); }
  std::string first_leaf() { return object(3 + frames.tags.size()); }
};

TEST(StructureWriter, ReadsMarksAndChildrenInTheOrderOfThePages) {
  Written tree;
  auto paragraph = tree.frames.tags.add(StructureTree::root, Role::p);
  auto link = tree.frames.tags.add(paragraph, Role::link);
  tree.marks = {{paragraph, link, paragraph}};
  EXPECT_EQ(tree.tag(paragraph), "<</S/P/P 103 0 R/Pg 1 0 R/K[0 105 0 R 2 ]>>");
  EXPECT_EQ(tree.tag(link), "<</S/Link/P 104 0 R/Pg 1 0 R/K 1 >>");
}

TEST(StructureWriter, RejoinsATagOverPages) {
  Written tree;
  auto paragraph = tree.frames.tags.add(StructureTree::root, Role::p);
  tree.marks = {{paragraph}, {paragraph}};
  EXPECT_EQ(tree.tag(paragraph), "<</S/P/P 103 0 R/Pg 1 0 R/K[0 <</Type/MCR/Pg 2 0 R/MCID 0>>]>>");
}

TEST(StructureWriter, KeepsEmptyCellsInTheirPlace) {
  Written tree;
  auto row = tree.frames.tags.add(StructureTree::root, Role::tr);
  auto first = tree.frames.tags.add(row, Role::td);
  tree.frames.tags.add(row, Role::td);
  auto third = tree.frames.tags.add(row, Role::td);
  tree.marks = {{first, third}};
  EXPECT_EQ(tree.tag(row), "<</S/TR/P 103 0 R/K[105 0 R 106 0 R 107 0 R ]>>");
  EXPECT_EQ(tree.tag(TagId(3)), "<</S/TD/P 104 0 R>>");
}

TEST(StructureWriter, SaysWhatHeadersAndSpansAre) {
  Written tree;
  auto head = tree.frames.tags.add(StructureTree::root, Role::th);
  auto& detail = tree.frames.tags.detail(head);
  detail.scope = Scope::column, detail.row_span = 2, detail.column_span = 3;
  EXPECT_EQ(tree.tag(head), "<</S/TH/P 103 0 R/A<</O/Table/Scope/Column/RowSpan 2/ColSpan 3>>>>");
}

TEST(StructureWriter, CarriesAlternativesInUnicode) {
  Written tree;
  auto figure = tree.frames.tags.add(StructureTree::root, Role::figure);
  tree.frames.tags.detail(figure).alternative = "図𠮷";
  auto span = tree.frames.tags.add(StructureTree::root, Role::span);
  tree.frames.tags.detail(span).actual_text = "対応";
  EXPECT_EQ(tree.tag(figure), "<</S/Figure/P 103 0 R/Alt<FEFF56F3D842DFB7>>>");
  EXPECT_EQ(tree.tag(span), "<</S/Span/P 103 0 R/ActualText<FEFF5BFE5FDC>>>");
}

TEST(StructureWriter, SaysWhereAFigureStands) {
  Written tree;
  auto figure = tree.frames.tags.add(StructureTree::root, Role::figure);
  auto page = fixture::page();
  page.items.push_back(Picture{{10, 20, 30, 40}, "images/a.png", figure});
  tree.frames.pages = {page};
  tree.marks = {{figure}};
  EXPECT_THAT(tree.tag(figure), HasSubstr("/A<</O/Layout/BBox[10 535.28 40 575.28]>>"));
}

TEST(StructureWriter, SaysHowAListIsNumberedAsItsLayoutToldAndNotByItsLabels) {
  Written tree;
  auto const list = [&](Numbering numbering) {
    auto list = tree.frames.tags.add(StructureTree::root, Role::l);
    tree.frames.tags.detail(list).numbering = numbering;
    tree.frames.tags.add(tree.frames.tags.add(list, Role::li), Role::lbl);
    return list;
  };
  auto const counted = list(Numbering::decimal), named = list(Numbering::own_words), bare = list(Numbering::unlabelled);
  EXPECT_THAT(tree.tag(counted), HasSubstr("/A<</O/List/ListNumbering/Decimal>>"));
  EXPECT_THAT(tree.tag(named), HasSubstr("/A<</O/List/ListNumbering/None>>"));
  EXPECT_THAT(tree.tag(bare), testing::Not(HasSubstr("ListNumbering")));
}

TEST(StructureWriter, LeadsFromMarksAndLinksBackToTheirTags) {
  Written tree;
  auto link = tree.frames.tags.add(StructureTree::root, Role::link);
  tree.marks = {{StructureTree::root, link}, {}};
  tree.links = {{link, 0, ObjectNumber{50}}};
  EXPECT_EQ(tree.first_leaf(), "<</Limits[0 2]/Nums[0 [103 0 R 104 0 R ]\n1 []\n2 104 0 R ]>>");
  EXPECT_THAT(tree.tag(link), HasSubstr("/K[1 <</Type/OBJR/Pg 1 0 R/Obj 50 0 R>>]"));
  EXPECT_THAT(tree.object(0), HasSubstr("/ParentTreeNextKey 3"));
}

TEST(StructureWriter, SplitsTheParentTreeOfManyPages) {
  Written tree;
  tree.marks.resize(70);
  EXPECT_THAT(tree.object(1), HasSubstr("/Kids[104 0 R 105 0 R 106 0 R ]"));
  EXPECT_THAT(tree.object(3 + 1 + 2), HasSubstr("/Limits[64 69]"));
}

TEST(StructureWriter, NumbersTagsRoleByRole) {
  Written tree;
  for (int i = 0; i < 2; ++i) tree.frames.tags.add(tree.frames.tags.add(StructureTree::root, Role::tr), Role::td);
  EXPECT_EQ(tree.tag(StructureTree::root), "<</S/Document/P 100 0 R/K[104 0 R 105 0 R ]>>");
  EXPECT_EQ(tree.tag(TagId(2)), "<</S/TD/P 104 0 R>>");
  EXPECT_EQ(tree.object(3 + 3), tree.tag(TagId(2)));
  EXPECT_EQ(tree.object(3 + 4), tree.tag(TagId(4)));
}

TEST(StructureWriter, GivesEveryNoteAnIdentifier) {
  Written tree;
  auto first = tree.frames.tags.add(StructureTree::root, Role::note);
  auto second = tree.frames.tags.add(StructureTree::root, Role::note);
  EXPECT_THAT(tree.tag(first), HasSubstr("/ID(n00000001)"));
  EXPECT_THAT(tree.tag(second), HasSubstr("/ID(n00000002)"));
  EXPECT_EQ(tree.object(2), "<</Names[(n00000001)104 0 R (n00000002)105 0 R ]>>");
}

}  // namespace
}  // namespace tebiki::pdf
