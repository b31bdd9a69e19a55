#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include <memory>

#include "support/failure.hpp"

namespace tebiki::pdf {
namespace {

struct CompressorRelease {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

constexpr int level = 7;  // beyond it the file shrinks by less than a hundredth

}  // namespace

std::string deflated(std::string_view bytes) {
  thread_local std::unique_ptr<libdeflate_compressor, CompressorRelease> compressor{libdeflate_alloc_compressor(level)};
  std::string out(compressor ? libdeflate_zlib_compress_bound(compressor.get(), bytes.size()) : 0, '\0');
  std::size_t size =
      compressor ? libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size()) : 0;
  if (size == 0) throw support::Failure({"PDF の圧縮に失敗しました", "compressing the PDF failed"});
  out.resize(size);
  return out;
}

}  // namespace tebiki::pdf
