#include "importing/import.hpp"

#include <gmock/gmock.h>

#include "trial.hpp"

namespace tebiki::importing {
namespace {

model::Field required(std::string key) {
  model::Field field;
  field.key = std::move(key);
  field.required = true;
  return field;
}

TEST(SchemaFit, TakesAListThatRequiresTheIdOfItsRecords) {
  model::Schema schema;
  schema.fields = {required("id"), required("name")};
  base::Diagnostics diagnostics;
  EXPECT_TRUE(fits({object({member("name", "見本ケア")})}, schema, {}, diagnostics));
  EXPECT_FALSE(diagnostics.has_errors());
}

TEST(SchemaFit, RefusesAListThatRequiresWhatTheFilesDoNotGive) {
  model::Schema schema;
  schema.fields = {required("name"), required("manager")};
  base::Diagnostics diagnostics;
  EXPECT_FALSE(fits({object({member("name", "見本ケア")})}, schema, {}, diagnostics));
  EXPECT_THAT(diagnostics.sorted({}).at(0).message.ja,
              testing::HasSubstr("必ず要る項目「manager」が、元のデータにありません。"));
}

}  // namespace
}  // namespace tebiki::importing
