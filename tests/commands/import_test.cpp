#include "commands/import.hpp"

#include <gmock/gmock.h>

#include "commands/list_around.hpp"

namespace tebiki::commands {
namespace {

using testing::UnorderedElementsAre;

char const schema[] = R"({"title": "見本の一覧", "properties": {
  "name": {"type": "string"}, "office_number": {"type": "string", "x-label": "事業所番号"}}})";

std::vector<std::string> found(std::map<std::string, std::string> files) {
  files["lists/facilities/schema.json"] = schema;
  std::vector<std::string> all;
  support::Sources sources;
  auto const around =
      list_around(support::MemoryTree(files), "facilities", "lists/facilities/mhlw-care.json", {2026, 10, 15}, sources);
  for (auto& listed : around.elsewhere) {
    all.push_back(listed.place + " " + std::string(listed.record.text_of("office_number")));
  }
  return all;
}

TEST(ListAround, FindsTheRecordsOfJsonTablesAndTextsWithTheirLines) {
  EXPECT_THAT(found({{"lists/facilities/facilities.json", "[\n{\"id\": \"a\", \"office_number\": \"1499999991\"}\n]"},
                     {"lists/facilities/more.csv", "id,事業所番号\nb,1499999992\n"},
                     {"lists/facilities/c.md", "---\nname: 見本\noffice_number: \"1499999993\"\n---\n"},
                     {"lists/facilities/mhlw-care.json", R"([{"id": "d", "office_number": "1499999994"}])"},
                     {"lists/others/schema.json", schema},
                     {"lists/others/e.json", R"([{"id": "e", "office_number": "1499999995"}])"}}),
              UnorderedElementsAre("lists/facilities/facilities.json:2 1499999991",
                                   "lists/facilities/more.csv:2 1499999992", "lists/facilities/c.md:1 1499999993"));
}

TEST(ListAround, FindsWhatIsNotPublishedToday) {
  EXPECT_THAT(found({{"lists/facilities/f.json",
                      "[{\"id\": \"a\", \"office_number\": \"1499999991\", \"publish_until\": \"2020-03-31\"},\n"
                      "{\"id\": \"b\", \"office_number\": \"1499999992\", \"publish_from\": \"2090-04-01\"},\n"
                      "{\"id\": \"c\", \"office_number\": \"1499999993\", \"publish_from\": \"2026-04-01\","
                      " \"publish_until\": \"2027-03-31\"}]"}}),
              UnorderedElementsAre("lists/facilities/f.json:1 1499999991", "lists/facilities/f.json:2 1499999992",
                                   "lists/facilities/f.json:3 1499999993"));
}

TEST(ListAround, GoesOnWithWhatCouldBeRead) {
  EXPECT_THAT(found({{"lists/facilities/broken.json", "[{"},
                     {"lists/facilities/f.json", R"([{"id": "a", "office_number": "1499999991", "typo": 1}])"}}),
              UnorderedElementsAre("lists/facilities/f.json:1 1499999991"));
}

}  // namespace
}  // namespace tebiki::commands
