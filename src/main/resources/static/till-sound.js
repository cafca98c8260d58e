// Turns the voice on and off, on every page of the till. Browsers let nothing sound before a touch: where it is on, the
// first touch anywhere is enough, and often the page before has had it.
(() => {
  const voice = window.thucchatVoice;
  const part = document.querySelector(".sounding");
  if (!voice || !part) return;
  const text = part.dataset;
  const [state, toggle, sample] = [".how", ".sound", ".try"].map((name) => part.querySelector(name));

  const show = () => {
    const how = voice.on ? (voice.ready ? "on" : "touch") : "off";
    state.textContent = text[how];
    state.className = "how " + how;
    toggle.textContent = voice.on ? text.turnOff : text.turnOn;
  };

  const wake = () => { if (voice.on && !voice.ready) voice.unlock().then(show); };
  for (const touch of ["click", "touchend", "keydown"])
    addEventListener(touch, wake, { capture: true, passive: true });

  toggle.addEventListener("click", () => {
    voice.on = !voice.on;
    wake();
    show();
  });
  sample.addEventListener("click", () => voice.unlock().then(() => voice.say("Nghe thử, một hai ba")));
  document.addEventListener("thucchat-voice", show);
  part.classList.add("ready");
  wake();
  show();
})();
