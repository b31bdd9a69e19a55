// A site that is not the sample, built for tests: names in several forms, wide tables, filters of one word.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; ++k) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});
const crc32 = (bytes) => (bytes.reduce((sum, byte) => table[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

const source = fileURLToPath(new URL('../..', import.meta.url));
const field = (label, more = {}) => ({ type: 'string', 'x-label': label, ...more });
const answers = ['喀痰吸引', '胃ろう', '在宅酸素', '人工呼吸器', '透析', 'インスリン', '点滴', '褥瘡処置', 'ストーマ'];

const schema = {
  title: '事業所',
  properties: {
    name: field('名称'),
    kana: field('よみ', { format: 'kana' }),
    tel: field('電話', { format: 'tel' }),
    fax: field('FAX', { format: 'fax' }),
    kind: field('種類', { enum: ['医院', '薬局'], 'x-filter': true }),
    lift: { type: 'boolean', 'x-label': 'リフト', 'x-filter': true },
    parking: { type: 'boolean', 'x-label': '駐車場', 'x-filter': true },
    ...Object.fromEntries(answers.map((label, i) => [`can${i}`, field(label, { format: 'support' })])),
  },
  required: ['name'],
};

const office = (id, name, more) => ({ id, name, ...more });
const can = Object.fromEntries(answers.map((_, i) => [`can${i}`, 'yes']));
const records = [
  office('high', '高橋医院', { kana: 'たかはしいいん', tel: '0463-00-0001', fax: '0463-00-0091', kind: '医院', lift: true, parking: true, ...can }),
  office('ladder', '髙橋医院', { kana: 'たかはしいいん', tel: '0463-00-0002', kind: '医院', lift: true, ...can, can1: 'ask' }),
  office('cape', '山﨑薬局', { kana: 'やまざきやっきょく', tel: '#7119', kind: '薬局', lift: false, ...can }),
  office('earth', '𠮷田薬局', { kana: 'よしだやっきょく', tel: '0463-00-0004', kind: '薬局', parking: true, ...can }),
  office('silent', '潮', { kind: '医院' }),
  office('near', '潮の里診療所', { kana: 'しおのさとしんりょうじょ', tel: '0463-00-1190 内線12', kind: '医院' }),
  ...Array.from({ length: 20 }, (_, i) => office(`more${i}`, `見本${i + 1}号館`, { tel: `0463-00-02${10 + i}`, kind: '医院', ...can })),
];

// A film with its own picture, of 32 by 18 grey pixels.
const png = (width, height) => {
  const piece = (name, bytes) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes]), size = Buffer.alloc(4), sum = Buffer.alloc(4);
    size.writeUInt32BE(bytes.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), piece('IHDR', head),
    piece('IDAT', deflateSync(Buffer.alloc((width + 1) * height, 0x80).map((byte, i) => (i % (width + 1) ? byte : 0)))), piece('IEND', Buffer.alloc(0))]);
};
const films = { title: '動画', 'x-schema-org': 'VideoObject', properties: { title: field('題名'), youtube: field('YouTube', { format: 'youtube' }), still: field('静止画', { format: 'image' }),
  chapters: { type: 'array', 'x-label': '動画の目次', 'x-role': 'chapters', items: { type: 'object', properties: { at: field('始まり', { 'x-role': 'chapter-time' }), what: field('内容') } } } }, required: ['title'] };
const plans = { title: '計画', properties: { title: field('題名') }, required: ['title'] };

const columns = Array.from({ length: 9 }, (_, i) => `見出し${i + 1}`);
const wide = `| ${columns.join(' | ')} |\n|${'---|'.repeat(9)}\n| ${columns.map((c) => c + 'の中身はすこし長い').join(' | ')} |\n`;
const narrow = '| 一 | 二 |\n|---|---|\n| a | b |\n';

const files = {
  'site.json': JSON.stringify({
    name: '見本の手引き', contact: { name: '見本センター', tel: '0463-00-0000', hours: '平日 8:30〜17:15', prompt: 'まず相談' },
    menu: [{ label: 'ホーム', ref: 'index' }, { label: '事業所', ref: 'offices' }, { label: '表', ref: 'tables' }, { label: '急なとき', ref: 'urgent' }],
  }),
  'lists/offices/schema.json': JSON.stringify(schema),
  'lists/offices/offices.json': JSON.stringify(records),
  'lists/plans/schema.json': JSON.stringify(plans),
  'lists/plans/plans.json': JSON.stringify(Array.from({ length: 9 }, (_, i) => ({ id: `p${i}`, title: `計画${i}` }))),
  'lists/films/schema.json': JSON.stringify(films),
  'lists/films/films.json': JSON.stringify([{ id: 'own', title: '静止画のある動画', youtube: 'dQw4w9WgXcQ', still: 'images/still.png',
    chapters: [{ at: '0:00', what: 'はじめに' }, { at: '1分30秒', what: '吸入器のつかい方' }] }, { id: 'bare', title: 'ほかの動画', youtube: 'dQw4w9WgXcQ' }]),
  'images/still.png': png(32, 18),
  'pages/urgent.md': '---\ntitle: 急なとき\nfound_by: ["119", "#7119", 熱が出]\n---\n\n迷うときは[#7119](tel:#7119)へ。玄関の鍵は開けておきます。\n',
  'pages/tables.md': `---\ntitle: 表\n---\n\n## ひろい表\n\n${wide}\n## せまい表\n\n${narrow}\n## 医療処置\n\n\`\`\`view\nlist: offices\nas: matrix\n\`\`\`\n`,
  'publications/guide/publication.json': JSON.stringify({ title: '表紙のない冊子' }),
  'publications/guide/10-first.md': '---\ntitle: はじめに\n---\n\n通帳と印鑑を用意します。\n',
};

/** Builds the site, with `more` files by their paths; the folder with its pages. */
export function buildMadeSite(more = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tebiki-made-'));
  for (const [path, text] of Object.entries({ ...files, ...more })) {
    mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
    writeFileSync(join(folder, 'content', path), text);
  }
  const output = join(folder, 'output');
  execFileSync(process.env.TEBIKI, ['build', '--content', join(folder, 'content'), '--templates', join(source, 'templates'),
    '--assets', join(source, 'assets'), '--output', output, '--today', '2026-10-15'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return { folder, output };
}
