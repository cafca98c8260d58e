// Turns the voice on and off, makes it as loud as the market needs, and repeats, on every page of the till. Browsers let
// nothing sound before a touch: where it is on, the first touch anywhere is enough, and often the page before has had it.
(() => {
  const voice = window.thucchatVoice;
  const part = document.querySelector(".sounding");
  if (!voice || !part) return;
  const text = part.dataset;
  const [state, toggle, sample, volume, repeat] = [".how", ".sound", ".try", ".volume", ".repeat"]
    .map((name) => part.querySelector(name));
  const latest = document.querySelector(".now");

  const show = () => {
    const how = voice.on ? (voice.ready ? "on" : "touch") : "off";
    state.textContent = text[how];
    state.className = "how " + how;
    toggle.textContent = voice.on ? text.turnOff : text.turnOn;
  };

  const wake = () => {
    if (!voice.on || voice.ready) return;
    voice.unlock().then((sounds) => {
      if (sounds && voice.on) voice.on = true;
      show();
    });
  };
  for (const touch of ["click", "touchend", "keydown"])
    addEventListener(touch, wake, { capture: true, passive: true });

  toggle.addEventListener("click", () => {
    voice.on = !voice.on;
    wake();
    show();
  });
  const tryIt = () => voice.unlock().then(() => voice.say("Nghe thử, một hai ba"));
  sample.addEventListener("click", tryIt);
  volume.value = voice.volume;
  volume.addEventListener("input", () => { voice.volume = volume.value; });
  volume.addEventListener("change", tryIt);
  // said to be a repetition, so that nobody takes it for more money
  repeat.addEventListener("click", () => {
    const { words } = latest?.dataset ?? {};
    if (words) voice.unlock().then(() => voice.say("Nhắc lại, " + words[0].toLowerCase() + words.slice(1)));
  });
  document.addEventListener("thucchat-voice", show);
  part.classList.add("ready");
  if (voice.heard) wake();
  show();
})();
