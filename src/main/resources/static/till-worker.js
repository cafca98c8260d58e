// Lets the till be put on the home screen, and opens it without a network with the words that say so.
const KEPT = "till-1";
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(["/till-offline.html", "/mark.svg"])));
});
self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  event.respondWith(fetch(event.request).catch(() => caches.match("/till-offline.html")));
});
