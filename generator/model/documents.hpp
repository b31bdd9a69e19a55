#pragma once
#include <string>
#include <vector>

#include "model/document.hpp"
#include "model/site.hpp"

namespace tebiki::model {

enum class DocumentKind { home, list, entry, page, publication, part };

/// One web page to be: blocks without directives, and where it goes.
struct Document {
  DocumentKind kind = DocumentKind::page;
  std::string path;  ///< `facilities/aoba/`; empty for home; written as index.html there
  std::string title;
  std::string description;
  std::string subject;  ///< list slug, publication slug or page slug: picks the template and the menu item
  std::string record;   ///< record id of an entry
  Blocks blocks;
  support::Position at;
};

/// One booklet to be printed: its publication with every part free of directives.
struct Booklet {
  Publication publication;
  Drawing cover_art;  ///< decoration behind the cover's words, of the page's size; empty without a cover
};

struct Documents {
  std::vector<Document> pages;
  std::vector<Booklet> booklets;
};

/// A file to be published; only `publishing` writes it.
struct OutputFile {
  std::string path;  ///< relative to the output folder, '/'-separated
  std::string bytes;
};

/// What the web pages say of a printed booklet.
struct PrintedBooklet {
  std::string publication;  ///< slug
  std::string path;         ///< `pdf/care-guide.pdf`
  std::size_t pages = 0;
  std::size_t bytes = 0;
};

}  // namespace tebiki::model
