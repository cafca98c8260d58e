// Shows notices that the platform sends to this browser, and opens the page that they lead to. Keeps nothing.
"use strict";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("push", event => {
  let told = {};
  try { told = event.data.json(); } catch { /* shown without words: a browser demands that something is shown */ }
  event.waitUntil(self.registration.showNotification(told.title || "Thực Chất", {
    body: told.body || "", tag: told.id, lang: told.language, icon: "/icons/till-192.png", data: { url: told.url }
  }));
});
self.addEventListener("notificationclick", event => {
  event.notification.close();
  const url = new URL(event.notification.data?.url || "/inbox", self.location.origin);
  event.waitUntil(clients.openWindow(url.origin === self.location.origin ? url.href : "/inbox"));
});
