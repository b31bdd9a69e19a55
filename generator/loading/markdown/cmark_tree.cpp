#include "loading/markdown/cmark_tree.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <mutex>
#include <new>

#include "base/failure.hpp"

namespace tebiki::loading {
namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

/// A single `~` is often a range of hours in Japanese text, so only two strike through.
constexpr int options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;

std::unique_lock<std::mutex> only_one() {
  static std::mutex mutex;
  return std::unique_lock(mutex);
}

/// cmark's own memory ends the program when there is none left. What it has built by then is never looked at again.
cmark_mem memory = {[](std::size_t count, std::size_t size) -> void* {
                      if (auto* found = std::calloc(count, size)) return found;
                      throw std::bad_alloc();
                    },
                    [](void* old, std::size_t size) -> void* {
                      if (auto* found = std::realloc(old, size)) return found;
                      throw std::bad_alloc();
                    },
                    std::free};

using Parser = std::unique_ptr<cmark_parser, FreeParser>;

CmarkTree parsed(Parser parser, std::string_view text) {
  try {
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return CmarkTree(cmark_parser_finish(parser.get()));
  } catch (std::bad_alloc const&) {
    // Stopped half-way, its tree cannot be walked, not even to free it.
    parser.release();
    throw;
  }
}

}  // namespace

void FreeCmarkNode::operator()(cmark_node* node) const { cmark_node_free(node); }

CmarkTree parse_with_cmark(std::string_view markdown) {
  auto lock = only_one();
  cmark_gfm_core_extensions_ensure_registered();
  Parser parser(cmark_parser_new_with_mem(options, &memory));
  for (auto name : {"table", "strikethrough", "autolink"}) {
    auto* extension = cmark_find_syntax_extension(name);
    if (!extension || !cmark_parser_attach_syntax_extension(parser.get(), extension))
      throw base::Failure({"cmark-gfm の拡張が見つかりません。", "cmark-gfm lacks an extension"});
  }
  return parsed(std::move(parser), markdown);
}

std::string decoded_entity(std::string const& entity) {
  auto lock = only_one();
  auto document = parsed(Parser(cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &memory)), entity);
  auto* paragraph = cmark_node_first_child(document.get());
  auto* text = paragraph ? cmark_node_first_child(paragraph) : nullptr;
  auto* literal = text ? cmark_node_get_literal(text) : nullptr;
  return literal ? literal : "";
}

}  // namespace tebiki::loading
