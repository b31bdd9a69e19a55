// Keeps for times without a network what the reader has seen: pages, their style and scripts, and the pages of saved
// offices. Pages come from the network whenever there is one, so that no number is older than the site. `edition` stands
// above, of this edition of the site: its name, and the files that are kept from the start.
"use strict";
const scope = self.registration.scope;
const prefix = "tebiki " + scope + " ", current = prefix + edition.name;
const mostPages = 100, atOnce = 4; // of the edition before: no reader's telephone loads megabytes for them

// One name for a page, with and without index.html; what stands behind ? and # is no other page.
function nameOf(address) {
  const url = new URL(address, scope);
  return url.origin + url.pathname.replace(/\/index\.html$/, "/");
}
// A page that the server sent somebody on to is kept as if it stood here: browsers refuse a redirected answer.
async function plain(response) {
  return response.redirected ? new Response(await response.blob(), { status: response.status, headers: response.headers }) : response;
}
function isPage(response) { return /^text\/html/.test(response.headers.get("content-type") || ""); }
async function keep(cache, address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(address);
  await cache.put(nameOf(address), await plain(response));
}
async function editionsBefore() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current);
}
// What was kept of the edition before is fetched anew: its pages name files that are no more.
async function renew(cache) {
  for (const name of await editionsBefore()) {
    const pages = (await (await caches.open(name)).keys()).map((request) => request.url).filter((address) => /\/$|\.html$/.test(address));
    const last = pages.slice(-mostPages);
    for (let at = 0; at < last.length; at += atOnce)
      await Promise.allSettled(last.slice(at, at + atOnce).map(async (address) => await cache.match(address) || keep(cache, address)));
  }
}
async function install() {
  const cache = await caches.open(current);
  await Promise.all(edition.files.map((path) => keep(cache, new URL(path, scope).href)));
  await renew(cache);
  await self.skipWaiting();
}
async function activate() {
  await Promise.all((await editionsBefore()).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function keptOrOffline(request) {
  const found = await (await caches.open(current)).match(nameOf(request.url));
  if (found) return found;
  // The page says what is missing, and leads there again.
  return request.mode === "navigate" ? Response.redirect(new URL("offline/index.html", scope).href + "#" + encodeURIComponent(request.url)) : Response.error();
}
async function answer(event) {
  const request = event.request, cache = await caches.open(current);
  // Files that carry a fingerprint of what they hold never change.
  if (request.url.startsWith(scope + "assets/")) {
    const found = await cache.match(nameOf(request.url));
    if (found) return found;
  }
  let response;
  try {
    response = await fetch(request);
  } catch (unreachable) {
    return keptOrOffline(request);
  }
  if (response.ok && response.type === "basic" && (isPage(response) || request.url.startsWith(scope + "assets/") || request.destination === "image")) {
    const copy = response.clone();
    event.waitUntil(plain(copy).then((one) => cache.put(nameOf(request.url), one)).catch(() => {}));  // The disk may be full.
  }
  return response;
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const request = event.request;
  if (request.method === "GET" && request.url.startsWith(scope) && !request.headers.has("range")) event.respondWith(answer(event));
});
// Pages of offices that the reader saved, by their paths from the site's folder.
self.addEventListener("message", (event) => {
  const paths = event.data && Array.isArray(event.data.keep) ? event.data.keep : [];
  const addresses = paths.map((path) => new URL(path, scope).href).filter((address) => address.startsWith(scope));
  event.waitUntil(caches.open(current).then((cache) => Promise.allSettled(addresses.map(async (address) =>
    await cache.match(nameOf(address)) || keep(cache, address)))));
});
