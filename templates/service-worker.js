/* Keeps the handbook for times without a network. The network always comes first, so nobody reads an old handbook while there is a
   newer one; a page from here says so (offline.js). FILES has the files that are kept from the start, each with a digest of its
   content, and KEPT is named after all of them: a new build has a new store, and the old one goes. */
"use strict";

const FILES = {};
const KEPT = "";
const START = `amends ${new URL("./", self.location).pathname} `;
/** After so many milliseconds a network that does not answer counts as none. */
const PATIENCE = 6000;

const digest = async (response) => {
  const bytes = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 16);
};

/** Keep a file; one that an earlier build has kept with the same content is not loaded again. */
const keep = async (store, path, wanted) => {
  const earlier = await caches.match(path);
  if (earlier && (await digest(earlier)) === wanted) return store.put(path, earlier);
  const response = await fetch(path, { cache: "no-cache" });
  if (response.ok) await store.put(path, response);
};

const install = async () => {
  const store = await caches.open(START + KEPT);
  // One after the other, so that the reader's own pages come first; what fails is kept when somebody opens it.
  for (const [path, wanted] of Object.entries(FILES)) await keep(store, path, wanted).catch(() => {});
  await self.skipWaiting();
};

const activate = async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(START) && name !== START + KEPT);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
};

const late = () => new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error("no answer")));

const fromHere = async (request) => {
  const kept = await caches.match(request, { ignoreSearch: true });
  if (!kept || request.mode !== "navigate") return kept ?? Response.error();
  const headers = new Headers(kept.headers);
  headers.set("Server-Timing", "amends-kept");
  return new Response(kept.body, { status: kept.status, headers });
};

/** Whatever somebody opens is kept too, a printed sheet for instance; a device without room keeps less. */
const keepAlso = (url, response) => caches.open(START + KEPT).then((store) => store.put(url, response)).catch(() => {});

const answer = async (request) => {
  const here = () => fromHere(request);
  try {
    // A page is asked for anew each time; what it loads, the browser may have kept as on any site.
    const response = await (request.mode === "navigate" ? Promise.race([fetch(request, { cache: "no-cache" }), late()]) : fetch(request));
    if (response.status === 200 && !response.redirected) keepAlso(request.url.split(/[?#]/)[0], response.clone());
    return response;
  } catch {
    return here();
  }
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(self.registration.scope)) event.respondWith(answer(request));
});
