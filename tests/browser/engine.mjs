// The engine of the search, run without a browser over the data of the sample site.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

const sample = process.env.TEBIKI_SAMPLE;
/** What the engine takes for now. */
export const clock = { now: new Date('2026-10-15T12:00+09:00') };

/** An engine to which nothing was asked yet. */
export function searcher() {
  const assets = new URL('../../assets/', import.meta.url);
  const parts = readdirSync(assets).filter((name) => /^1\d-.*\.js$/.test(name)).sort();
  class Clock extends Date { static now() { return clock.now.getTime(); } }
  const context = { document: { documentElement: { classList: { add() {} } } }, URLSearchParams, Date: Clock };
  context.window = context;
  vm.createContext(context);
  for (const part of parts) vm.runInContext(readFileSync(new URL(part, assets), 'utf8'), context, { filename: part });
  const data = readdirSync(join(sample, 'assets')).find((name) => /^search-.*\.js$/.test(name));
  context.tebikiSearch = (told) => { context.searcher = context.tebiki.searcher(told); };
  vm.runInContext(readFileSync(join(sample, 'assets', data), 'utf8'), context);
  return context.searcher;
}

export const engine = searcher();
export const pageOf = (hit) => hit.item.path.replace(/\/(index\.html)?(#.*)?$/, '');
/** The addresses of what answers a question, the best first. */
export const namesOf = (asked) => Array.from(engine.answer(asked).hits, pageOf);
