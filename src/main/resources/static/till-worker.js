// Lets the till be put on the home screen, and opens it without a network with the words that say what to do.
const KEPT = "till-2";
const PAGE = "/till-offline.html";
const FILES = [PAGE, "/till-offline.js", "/look.css", "/till.css", "/mark.svg"];
self.addEventListener("install", (event) => {
  // past the browser's own store, which may hold an older one
  const fresh = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) =>
    Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)))));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate")
    // what was to be sent is not sent again by itself
    event.respondWith(fetch(request).catch(() =>
      request.method === "GET" ? caches.match(PAGE) : Response.redirect("/market/stalls", 303)));
  else if (FILES.includes(new URL(request.url).pathname))
    event.respondWith(fetch(request).catch(() => caches.match(request)));
});
