// Without it valijson ends the program at a malformed schema.
#define VALIJSON_USE_EXCEPTIONS 1

#include "loading/records/standard_schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "loading/records/breach.hpp"

namespace tebiki::loading {
namespace {

using model::Value;
using nlohmann::json;

json to_nlohmann(Value const& value);

json object_to_nlohmann(model::Object const& object) {
  auto result = json::object();
  for (auto const& member : object) result.emplace(member.key, to_nlohmann(member.value));
  return result;
}

json list_to_nlohmann(model::Values const& values) {
  auto result = json::array();
  for (auto const& value : values) result.push_back(to_nlohmann(value));
  return result;
}

/// Whole numbers stay whole, as `type: integer` asks for.
json number_to_nlohmann(double number) {
  constexpr double limit = 9007199254740992.0;
  if (number > -limit && number < limit && number == static_cast<double>(static_cast<std::int64_t>(number)))
    return static_cast<std::int64_t>(number);
  return number;
}

json to_nlohmann(Value const& value) {
  if (auto* text = value.text()) return *text;
  if (auto* number = value.number()) return number_to_nlohmann(*number);
  if (auto* flag = value.boolean()) return *flag;
  if (auto* list = value.list()) return list_to_nlohmann(*list);
  if (auto* object = value.object()) return object_to_nlohmann(*object);
  return nullptr;
}

/// Where in a schema we are: keywords that our own checks answer for are left out in declared properties only.
enum class Standing { declared, condition };

json standard_part(Value const& schema, Standing standing);

json each_member(Value const& schemas, Standing standing) {
  auto result = json::object();
  if (!schemas.object()) return result;
  for (auto const& member : *schemas.object()) {
    result.emplace(member.key,
                   member.value.object() ? standard_part(member.value, standing) : to_nlohmann(member.value));
  }
  return result;
}

json each_item(Value const& schemas) {
  auto result = json::array();
  if (!schemas.list()) return result;
  for (auto const& schema : *schemas.list()) result.push_back(standard_part(schema, Standing::condition));
  return result;
}

/// Types that do not exist were reported before; the library would refuse the whole schema for them.
bool is_known_type(Value const& type) {
  constexpr std::array types = {"string", "number", "integer", "boolean", "array", "object", "null"};
  auto known = [&](Value const& word) {
    return word.text() && std::find(types.begin(), types.end(), *word.text()) != types.end();
  };
  return type.list() ? std::all_of(type.list()->begin(), type.list()->end(), known) : known(type);
}

bool is_textual(Value const& schema) {
  auto* type = schema.find("type");
  return !type || (type->text() && (*type->text() == "string" || *type->text() == "array"));
}

/// A schema without `format` and `pattern` (valijson would compile a std::regex at every check), `$ref` and titles.
json standard_part(Value const& schema, Standing standing) {
  constexpr std::array plain = {"const",    "minLength",        "maxLength",        "minimum",
                                "maximum",  "exclusiveMinimum", "exclusiveMaximum", "minItems",
                                "maxItems", "uniqueItems"};
  constexpr std::array conditions = {"not", "if", "then", "else"};
  constexpr std::array several = {"allOf", "anyOf", "oneOf"};
  auto result = json::object();
  for (auto key : plain) {
    if (auto* value = schema.find(key)) result.emplace(key, to_nlohmann(*value));
  }
  auto* type = schema.find("type");
  if (type && is_known_type(*type)) result.emplace("type", to_nlohmann(*type));
  auto* multiple = schema.find("multipleOf");
  if (multiple && multiple->number() && *multiple->number() > 0) result.emplace("multipleOf", to_nlohmann(*multiple));
  if (auto* items = schema.find("items")) result.emplace("items", standard_part(*items, standing));
  for (auto key : conditions) {
    if (auto* value = schema.find(key)) result.emplace(key, standard_part(*value, Standing::condition));
  }
  for (auto key : several) {
    if (auto* value = schema.find(key)) result.emplace(key, each_item(*value));
  }
  if (auto* properties = schema.find("properties")) result.emplace("properties", each_member(*properties, standing));
  if (auto* dependencies = schema.find("dependencies"))
    result.emplace("dependencies", each_member(*dependencies, Standing::condition));
  bool condition = standing == Standing::condition;
  auto* choices = schema.find("enum");
  if (choices && (condition || !is_textual(schema))) result.emplace("enum", to_nlohmann(*choices));
  auto* required = schema.find("required");
  if (required && condition) result.emplace("required", to_nlohmann(*required));
  return result;
}

/// A pattern that only decides whether something else holds would be passed over, and the condition turn round.
void refuse_patterns(Value const& schema, Standing standing, base::Diagnostics& diagnostics) {
  if (auto* items = schema.list()) {
    for (auto const& item : *items) refuse_patterns(item, standing, diagnostics);
  }
  if (!schema.object()) return;
  constexpr std::array conditions = {"not", "if", "then", "else", "allOf", "anyOf", "oneOf"};
  for (auto const& [key, at, value] : *schema.object()) {
    if (key == "properties" && value.object()) {
      for (auto const& property : *value.object()) refuse_patterns(property.value, standing, diagnostics);
      continue;
    }
    bool condition = std::find(conditions.begin(), conditions.end(), key) != conditions.end();
    refuse_patterns(value, condition ? Standing::condition : standing, diagnostics);
    if (key != "pattern" || standing != Standing::condition || !value.text()) continue;
    diagnostics.error(
        at, "pattern-in-condition",
        {"条件（if、not、allOf など）の中では、pattern は使えません。",
         "No pattern can be used inside a condition (if, not, allOf, …)."},
        {"pattern は、項目のすぐ下（properties の中）に書いてください。条件では enum か const を使えます。",
         "Write patterns right below a property; conditions may use enum or const."});
  }
}

}  // namespace

struct StandardSchema::Compiled {
  Value source;
  valijson::Schema schema;
  valijson::Validator validator;
};

StandardSchema::~StandardSchema() = default;
StandardSchema::StandardSchema(StandardSchema&&) noexcept = default;
StandardSchema& StandardSchema::operator=(StandardSchema&&) noexcept = default;

StandardSchema::StandardSchema(Value const& source, base::Diagnostics& diagnostics) {
  auto compiled = std::make_unique<Compiled>();
  compiled->source = source;
  refuse_patterns(source, Standing::declared, diagnostics);
  auto document = standard_part(source, Standing::declared);
  document.erase("type");
  try {
    valijson::SchemaParser parser;
    valijson::adapters::NlohmannJsonAdapter adapter(document);
    parser.populateSchema(adapter, compiled->schema);
    compiled_ = std::move(compiled);
  } catch (std::exception const& problem) {
    diagnostics.error(source.at, "malformed-schema",
                      {fmt::format("schema.json が JSON Schema として正しくありません（{}）。", problem.what()),
                       fmt::format("schema.json is no proper JSON Schema ({}).", problem.what())},
                      {"項目の制約（minLength、items など）の値を確かめてください。",
                       "See whether the values of its constraints (minLength, items, …) are right."});
  }
}

void StandardSchema::check(Value const& record, model::Schema const& schema,
                           std::vector<base::SourceLocation> const& said, base::Diagnostics& diagnostics) {
  if (!compiled_) return;
  auto target = to_nlohmann(record);
  valijson::adapters::NlohmannJsonAdapter adapter(target);
  if (compiled_->validator.validate(compiled_->schema, adapter, nullptr)) return;
  valijson::ValidationResults results;
  compiled_->validator.validate(compiled_->schema, adapter, &results);
  std::vector<Breach> breaches;
  for (auto const& error : results) breaches.push_back({error.context, error.description});
  report_breaches(breaches, record, schema, compiled_->source, said, diagnostics);
}

}  // namespace tebiki::loading
