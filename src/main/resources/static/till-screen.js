// Keeps the screen on while the till is open, fills it on demand, and offers once to put the till on the home screen.
(() => {
  const root = document.querySelector("[data-stream]");
  if (!root) return;
  const OFFERED = "thucchat-install";
  const find = (part) => root.querySelector(part);

  const awake = find(".awake");
  let lock;
  const tell = () => { if (awake) awake.hidden = !lock || lock.released; };
  const hold = async () => {
    if (!navigator.wakeLock || document.visibilityState !== "visible" || (lock && !lock.released)) return;
    try {
      lock = await navigator.wakeLock.request("screen");
      lock.addEventListener("release", tell);
    } catch { /* a phone that saves its battery says no */ }
    tell();
  };
  // a phone takes it back when another program comes in front
  document.addEventListener("visibilitychange", hold);
  hold();

  const whole = find(".whole");
  if (whole && document.fullscreenEnabled) {
    whole.hidden = false;
    whole.addEventListener("click", () => {
      const done = document.fullscreenElement
        ? document.exitFullscreen()
        : document.documentElement.requestFullscreen({ navigationUI: "hide" });
      done.catch(() => {});
    });
    document.addEventListener("fullscreenchange", () =>
      whole.setAttribute("aria-pressed", String(Boolean(document.fullscreenElement))));
  }

  const offer = find(".install");
  const offered = () => {
    try { return localStorage.getItem(OFFERED); } catch { return "yes"; }
  };
  let prompt;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event;
    for (const button of root.querySelectorAll(".rest .install-now")) button.hidden = false;
    if (!offer || offered()) return;
    offer.hidden = false;
    // whoever wants it later finds it in the menu
    try { localStorage.setItem(OFFERED, "yes"); } catch { /* then it is not offered at all */ }
  });
  const gone = () => {
    for (const part of root.querySelectorAll(".install, .rest .install-now")) part.hidden = true;
  };
  for (const button of root.querySelectorAll(".install-now"))
    button.addEventListener("click", () => { prompt?.prompt(); gone(); });
  find(".install-not")?.addEventListener("click", () => { offer.hidden = true; });
  addEventListener("appinstalled", gone);
})();
