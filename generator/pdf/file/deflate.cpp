#include "pdf/file/deflate.hpp"

#include <libdeflate.h>

#include <memory>
#include <new>

#include "base/failure.hpp"

namespace tebiki::pdf {
namespace {

struct CompressorRelease {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

using Compressor = std::unique_ptr<libdeflate_compressor, CompressorRelease>;

libdeflate_compressor* compressor(Effort effort) {
  thread_local Compressor quick{libdeflate_alloc_compressor(7)}, thorough;
  if (effort == Effort::quick) return quick.get();
  if (!thorough) thorough.reset(libdeflate_alloc_compressor(10));
  return thorough.get();
}

}  // namespace

std::string deflated(std::string_view bytes, Effort effort) {
  auto* with = compressor(effort);
  std::string out(with ? libdeflate_zlib_compress_bound(with, bytes.size()) : 0, '\0');
  std::size_t size = with ? libdeflate_zlib_compress(with, bytes.data(), bytes.size(), out.data(), out.size()) : 0;
  if (!with) throw std::bad_alloc();
  if (size == 0) throw base::Failure({"PDF の圧縮に失敗しました", "compressing the PDF failed"});
  out.resize(size);
  return out;
}

}  // namespace tebiki::pdf
