// The text of PDFs as pdf.js, the reader within browsers, gives it: node pdf_text.mjs FILE...
// Prints for each file a line of JSON: its pages, each a string with line ends where pdf.js sees them.
import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

for (const path of process.argv.slice(2)) {
  const document = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; ++number) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
  }
  console.log(JSON.stringify(pages));
}
