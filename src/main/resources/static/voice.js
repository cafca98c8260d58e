// Says aloud what was received. <script src="/voice.js" data-clips="/voice/vi.mp3" data-index="/voice/vi.json">
// By the browser's own Vietnamese voice where it has one on the device, else by clips strung together.
(() => {
  const { clips: clipsAt, index: indexAt } = document.currentScript.dataset;
  const MOST_WAITING = 5;
  const [OVERLAP, TAIL, BREATH] = [0.03, 0.02, 0.35]; // seconds
  const KEPT = "thucchat-voice-volume";
  const CHOSEN = "thucchat-voice";

  const waiting = [];
  let speaking = false;
  let context;
  let volume;
  let loading;
  // kept, as a browser may forget an utterance that nobody holds before it says that it ended
  let utterance;

  let level = 1;
  // a till is there to be heard: off is what somebody has to choose
  let on = true;
  let heard = false;
  try {
    const chosen = localStorage.getItem(CHOSEN);
    on = chosen !== "off";
    heard = chosen === "on";
    const value = parseFloat(localStorage.getItem(KEPT));
    if (value >= 0 && value <= 1) level = value;
  } catch { /* a browser that keeps nothing */ }

  const keep = (name, value) => {
    try { localStorage.setItem(name, value); } catch { /* it lasts as long as the page */ }
  };

  const ownVoice = () =>
    window.speechSynthesis?.getVoices().find((voice) => voice.localService && /^vi\b/i.test(voice.lang));
  // asked once, as some browsers fill the list only then
  window.speechSynthesis?.getVoices();

  const ready = () => context?.state === "running";

  const open = () => {
    context = new (window.AudioContext || window.webkitAudioContext)();
    context.onstatechange = () => document.dispatchEvent(new CustomEvent("thucchat-voice"));
    volume = context.createGain();
    volume.gain.value = level * 1.6;
    const compressor = context.createDynamicsCompressor();
    compressor.threshold.value = -14;
    compressor.ratio.value = 8;
    compressor.attack.value = 0.003;
    compressor.release.value = 0.1;
    volume.connect(compressor).connect(context.destination);
  };

  const got = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address + " " + answer.status);
    return answer;
  };

  const load = async () => {
    const [sound, places] = await Promise.all([
      got(clipsAt).then((answer) => answer.arrayBuffer()).then((bytes) => context.decodeAudioData(bytes)),
      got(indexAt).then((answer) => answer.json()),
    ]);
    // decoders leave different stretches of silence at the start: the first clip shows how much
    const heard = sound.getChannelData(0).findIndex((sample) => Math.abs(sample) > 0.02) / sound.sampleRate;
    const late = heard - Math.min(...Object.values(places).map(([from]) => from));
    return { sound, places, shift: Math.abs(late) > 0.02 ? late : 0 };
  };

  // a failure is not kept: the network may be back the next time
  const loaded = () => (loading ??= load().catch((failure) => { loading = undefined; throw failure; }));

  const phrases = (text, places) => {
    const words = text.normalize("NFC").toLowerCase().split(/[\s.,;:!?]+/);
    const longest = Math.max(...Object.keys(places).map((phrase) => phrase.split(" ").length));
    const found = [];
    for (let from = 0; from < words.length; ) {
      let many = Math.min(longest, words.length - from);
      while (many > 0 && !Object.hasOwn(places, words.slice(from, from + many).join(" "))) many--;
      if (many > 0) found.push(words.slice(from, from + many).join(" "));
      from += Math.max(many, 1);
    }
    return found;
  };

  const tell = (text, clips) =>
    document.dispatchEvent(new CustomEvent("thucchat-said", { detail: { text, clips } }));

  const byOwnVoice = (text, voice) =>
    new Promise((resolve, reject) => {
      utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.volume = level;
      // some engines never say that they ended
      const patience = setTimeout(() => { speechSynthesis.cancel(); resolve(); }, 5000 + text.length * 200);
      utterance.onstart = () => tell(text, []);
      utterance.onend = () => { clearTimeout(patience); resolve(); };
      utterance.onerror = (failure) => { clearTimeout(patience); reject(failure); };
      speechSynthesis.speak(utterance);
    });

  const byClips = async (text) => {
    const { sound, places, shift } = await loaded();
    const found = phrases(text, places);
    if (found.length === 0) return;
    await context.resume();
    let at = context.currentTime + 0.05;
    const ends = found.map((phrase) => {
      const [from, length] = places[phrase];
      const clip = context.createBufferSource();
      clip.buffer = sound;
      clip.connect(volume);
      clip.start(at, from + shift, length + TAIL);
      at += length - OVERLAP;
      return new Promise((resolve) => { clip.onended = resolve; });
    });
    tell(text, found);
    await Promise.all(ends);
  };

  const speak = async (text) => {
    const voice = ownVoice();
    if (voice) await byOwnVoice(text, voice).catch(() => byClips(text));
    else await byClips(text);
  };

  const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
  const LAST = { 1: "mốt", 4: "tư", 5: "lăm" };

  // one group of three digits; what stands after a larger group is said in full
  const group = (value, unit, first) => {
    if (value === 0) return [];
    const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
    const said = hundreds > 0 || !first ? [DIGITS[hundreds], "trăm"] : [];
    if (tens === 0 && ones > 0 && said.length > 0) said.push("linh");
    if (tens === 1) said.push("mười");
    if (tens > 1) said.push(DIGITS[tens], "mươi");
    if (ones > 0) said.push((tens > 1 && LAST[ones]) || (tens === 1 && ones === 5 && "lăm") || DIGITS[ones]);
    return unit ? [...said, unit] : said;
  };

  const inWords = (number) => {
    if (number === 0) return DIGITS[0];
    const above = Math.floor(number / 1e9);
    const here = number % 1e9;
    const [millions, thousands] = [Math.floor(here / 1e6), Math.floor(here / 1e3) % 1e3];
    const said = above > 0 ? [inWords(above), "tỷ"] : [];
    said.push(...group(millions, "triệu", above === 0));
    said.push(...group(thousands, "nghìn", above === 0 && millions === 0));
    said.push(...group(here % 1e3, "", above === 0 && here < 1e3));
    return said.join(" ");
  };

  // in the place of the first of them; what has no amount stays as it is
  const sumUp = () => {
    const sums = waiting.filter((one) => one.vnd > 0);
    const vnd = sums.reduce((sum, one) => sum + one.vnd, 0);
    const times = sums.reduce((sum, one) => sum + one.times, 0);
    const text = `Thêm ${inWords(times)} khoản, tổng cộng ${inWords(vnd)} đồng`;
    waiting.splice(waiting.indexOf(sums[0]), 1, { text, vnd, times });
    for (const one of sums.slice(1)) waiting.splice(waiting.indexOf(one), 1);
  };

  const next = async () => {
    if (speaking || waiting.length === 0) return;
    speaking = true;
    // one that cannot be said must not keep the others from being said
    await speak(waiting.shift().text).catch((failure) => console.warn("voice", failure));
    setTimeout(() => { speaking = false; next(); }, BREATH * 1000);
  };

  window.thucchatVoice = {
    // In a user's gesture, else browsers keep silent: until they let it sound. Promises whether there is a voice.
    unlock() {
      if (!context) open();
      const own = ownVoice();
      if (own) speechSynthesis.speak(new SpeechSynthesisUtterance(""));
      return context.resume().then(() => own || loaded()).then(() => true, () => false);
    },
    // Whether the browser lets it sound.
    get ready() { return ready(); },
    // Whether it sounded here before: then a browser may let it sound at once, and can be asked.
    get heard() { return heard; },
    // What somebody chose, kept on this device; whoever has something to say asks first.
    get on() { return on; },
    set on(value) {
      on = value;
      keep(CHOSEN, on ? "on" : "off");
      if (on) return;
      waiting.length = 0;
      window.speechSynthesis?.cancel();
    },
    // Queues. With an amount in đồng it may be summed up with others: of more than five that wait, one sentence tells how
    // many there were and what they come to. What comes before it is ready is not said.
    say(text, vnd = 0) {
      if (!ready()) return;
      waiting.push({ text, vnd, times: 1 });
      if (waiting.filter((one) => one.vnd > 0).length > MOST_WAITING) sumUp();
      next();
    },
    // A whole number below 10^15 in words.
    words: inWords,
    // from 0 to 1, kept on this device
    get volume() { return level; },
    set volume(value) {
      level = Math.min(1, Math.max(0, Number(value) || 0));
      if (volume) volume.gain.value = level * 1.6;
      keep(KEPT, String(level));
    },
  };
})();
