// Notices in this browser: asks the browser, then tells the platform. Only by the person's own press; a refusal is the
// browser's to undo, and the page says so.
"use strict";
const place = document.querySelector("[data-push]");
const status = place?.querySelector("[role=status]");
const button = place?.querySelector("button");
const words = place?.dataset;
const SCOPE = "/id/";
const say = text => { status.textContent = text; };
const raw = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), sign => sign.charCodeAt(0));
const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

async function agree() {
  if (await Notification.requestPermission() !== "granted") return say(words.refused);
  const { key } = await (await fetch("/id/browsers", { headers: { Accept: "application/json" } })).json();
  await navigator.serviceWorker.register("/push-worker.js", { scope: SCOPE });
  const worker = await navigator.serviceWorker.getRegistration(SCOPE);
  const old = await worker.pushManager.getSubscription();
  if (old) await old.unsubscribe();
  const made = (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: raw(key) })).toJSON();
  const answer = await fetch("/id/browsers", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": document.querySelector("input[name=_csrf]").value },
    body: JSON.stringify({ endpoint: made.endpoint, p256dh: made.keys.p256dh, auth: made.keys.auth, key })
  });
  if (!answer.ok) throw new Error("not taken");
  location.reload();
}

if (place && able) {
  place.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    agree().catch(() => say(words.failed)).finally(() => { button.disabled = false; });
  });
}
