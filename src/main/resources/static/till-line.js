// The line on which the server tells what comes. It says something every 15 seconds: when it is silent for longer than
// 40 the line is dead, whatever the browser believes.
window.thucchatLine = (address, after, { heard, state }) => {
  const SILENCE_MS = 40000;
  const [SOON_MS, MOST_MS] = [2000, 15000];
  let last = after;
  let wait = SOON_MS;
  let heardAt = Date.now();
  let stream, silence, again;

  const hangUp = () => {
    stream?.close();
    clearTimeout(silence);
    clearTimeout(again);
  };

  const alive = () => {
    heardAt = Date.now();
    wait = SOON_MS;
    clearTimeout(silence);
    silence = setTimeout(lost, SILENCE_MS);
    state(true);
  };

  const lost = () => {
    hangUp();
    state(false);
    // not all at the same moment, when it was the server that went
    again = setTimeout(call, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, MOST_MS);
  };

  // who was signed out meanwhile is led to the sign-in, and back here
  const refused = () =>
    fetch(location.href, { method: "HEAD", redirect: "manual" })
      .then((answer) => { if (answer.type === "opaqueredirect") location.reload(); }, () => {});

  const call = () => {
    hangUp();
    // where nothing is answered at all
    silence = setTimeout(lost, SILENCE_MS);
    stream = new EventSource(address + "?after=" + encodeURIComponent(last ?? ""));
    const { CLOSED } = EventSource;
    const mine = stream;
    mine.onopen = alive;
    mine.addEventListener("ping", alive);
    mine.addEventListener("again", call);
    mine.addEventListener("payment", (event) => {
      alive();
      last = event.lastEventId;
      heard(JSON.parse(event.data));
    });
    mine.onerror = () => {
      const no = mine.readyState === CLOSED;
      lost();
      if (no) refused();
    };
  };

  addEventListener("offline", lost);
  addEventListener("online", call);
  addEventListener("pageshow", (shown) => { if (shown.persisted) call(); });
  // a phone that slept did not count the seconds
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - heardAt > SILENCE_MS) { state(false); call(); }
  });
  call();
};
