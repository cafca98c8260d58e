// Keeps the number of unopened messages at the top of the page up to date. Without script it is the number of when the page
// was made. Asks once a minute while the page is looked at, and only for ten minutes after its reader last did something:
// a page that is left open does not keep its reader signed in.
"use strict";
{
const place = document.querySelector("[data-unseen]");
if (place) {
  const EVERY = 60_000;
  const AFTER = 10 * EVERY;
  const LEAST = 30_000;
  let touched = Date.now();
  let asked = Date.now();
  for (const act of ["pointerdown", "keydown"])
    document.addEventListener(act, () => { touched = Date.now(); }, { passive: true });
  const look = async () => {
    if (document.hidden || Date.now() - touched > AFTER) return;
    if (Date.now() - asked < LEAST) return;
    asked = Date.now();
    try {
      const answer = await fetch("/inbox/unseen", { redirect: "error" });
      if (!answer.ok) return;
      const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (parsed.body.textContent.trim() !== place.textContent.trim()) place.replaceChildren(...parsed.body.childNodes);
    } catch {
      // signed out, or no connection: the number stays as it was
    }
  };
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
}
}
