// Lets the till be put on the home screen and opens it without a network: with its last known list and the stall's own
// code where this phone has had them, else with words that say what to do. Who signs out leaves nothing behind.
const KEPT = "till-6";
const PAGES = "till-pages";
const PAGE = "/till-offline.html";
const FILES = [PAGE, "/till-offline.js", "/look.css", "/till.css", "/mark.svg"];
const STALL = /^\/market\/stalls\/[0-9a-f-]{36}$/;
const TILL = /^\/market\/stalls\/[0-9a-f-]{36}(\/(code|today|book))?$/;
const PART = /\.(css|js|svg|json|mp3|png)$/;

self.addEventListener("install", (event) => {
  // past the browser's own store, which may hold an older one
  const fresh = FILES.map((file) => new Request(file, { cache: "reload" }));
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) =>
    Promise.all(names.filter((name) => name !== KEPT && name !== PAGES).map((name) => caches.delete(name))))
    .then(() => clients.claim()));
});

// the same page, whatever language it was asked in; of the book each year and month is another one
const named = (url) => {
  const asked = [...url.searchParams].filter(([name]) => name !== "lang");
  return url.origin + url.pathname + (asked.length ? "?" + new URLSearchParams(asked) : "");
};
const SPANS = ["lang", "year", "month"];
const kind = (url) => TILL.test(url.pathname) && [...url.searchParams.keys()].every((name) => SPANS.includes(name));
// after these somebody else may be signed in
const LEAVING = ["/sign-out", "/demonstration/sign-in", "/demonstration/tour"];

const keep = async (request, answer) => {
  const url = new URL(request.url);
  const here = new URL(answer.url || request.url);
  if (here.pathname === "/sign-in" || LEAVING.includes(url.pathname)) await caches.delete(PAGES);
  else if (answer.ok && kind(here)) await (await caches.open(PAGES)).put(named(here), answer.clone());
  return answer;
};

// what was kept says so: the page has the words, with the minute that it is of
const marked = async (answer, mark, status) => {
  const text = (await answer.text()).replace("<body", `<body data-${mark}="true"`);
  return new Response(text, { status, headers: answer.headers });
};

const last = async (request) => {
  // nothing is sent again by itself: it may have been recorded, and only the answer was lost
  if (request.method !== "GET") return marked(await caches.match(PAGE), "unanswered", 503);
  const url = new URL(request.url);
  const cache = await caches.open(PAGES);
  let kept = await cache.match(named(url));
  if (!kept && url.pathname === "/market/stalls") {
    const till = (await cache.keys()).find(({ url }) => STALL.test(new URL(url).pathname));
    if (till) kept = await cache.match(till);
  }
  return kept ? marked(kept, "kept", 200) : caches.match(PAGE);
};

const part = async (request) => {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(PAGES)).put(request, answer.clone());
    return answer;
  } catch (failure) {
    const kept = (await caches.match(request)) ?? (await caches.match(request, { ignoreSearch: true }));
    if (kept) return kept;
    throw failure;
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate")
    event.respondWith(fetch(request).then((answer) => keep(request, answer), () => last(request)));
  else if (request.method === "GET" && PART.test(url.pathname) && !request.headers.has("range"))
    event.respondWith(part(request));
});

// what a page that was there before this worker is made of, and the stall's own code; what is fresh is asked for anew
self.addEventListener("message", (event) => {
  const put = async (address) => {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (answer.ok && !answer.redirected) await (await caches.open(PAGES)).put(address, answer);
  };
  const add = async (address) => { if (!(await caches.match(address))) await put(address); };
  const { keep: kept = [], fresh = [] } = event.data ?? {};
  event.waitUntil(Promise.allSettled([...kept.map(add), ...fresh.map(put)]));
});
