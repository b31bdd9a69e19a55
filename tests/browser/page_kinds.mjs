// The pages of a built site, and few of them that show everything that any of them shows.
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

/** All pages of the folder, as addresses within it. */
export function pagesOf(folder) {
  return readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.html')).sort()
    .filter((path) => !readFileSync(join(folder, path), 'utf8').includes('http-equiv="refresh"'));
}

/** What a page is made of: the classes of its elements, and tables, drawings and the like. */
function piecesOf(html) {
  const pieces = new Set();
  for (const [, names] of html.matchAll(/ class="([^"]*)"/g)) {
    for (const name of names.split(/\s+/)) if (!/^(c-[0-9a-f]{6}|gantt-[a-z]+-[0-9]+)$/.test(name)) pieces.add(name);
  }
  for (const [, tag] of html.matchAll(/<(table|caption|dl|figure|blockquote|details|template|ruby|sup|pre|img|svg)\b/g)) pieces.add(tag);
  return pieces;
}

/**
 * Pages that have between them every piece that any page has: always the one that adds most, of equal ones the first.
 * With TEBIKI_EVERY_PAGE in the environment all pages.
 */
export function pagesOfEachKind(folder) {
  const left = pagesOf(folder).map((path) => ({ path, pieces: piecesOf(readFileSync(join(folder, path), 'utf8')) }));
  if (process.env.TEBIKI_EVERY_PAGE) return left.map((page) => page.path);
  const chosen = [], seen = new Set();
  for (;;) {
    const gain = (page) => [...page.pieces].filter((piece) => !seen.has(piece)).length;
    const best = left.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    if (!gain(best)) return chosen;
    chosen.push(best.path);
    best.pieces.forEach((piece) => seen.add(piece));
  }
}

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg' };

/** A server of the folder at `/`, where pages for wrong addresses find their style sheet: `{ origin, close }`. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)).replace(/\/$/, '/index.html');
    try {
      const bytes = await readFile(join(folder, path));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      const page = await readFile(join(folder, '404.html')).catch(() => '');
      response.writeHead(404, { 'content-type': types['.html'] }).end(page);
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { origin: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
