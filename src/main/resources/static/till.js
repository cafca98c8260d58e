// The trader's phone: shows and says what comes in. Nothing but the bank's word, told by the server, makes it green.
(() => {
  const root = document.querySelector("[data-stream]");
  if (!root) return;
  const text = root.dataset;
  const find = (part) => root.querySelector(part);
  const state = find(".state");
  const now = find(".now");
  const list = find(".takings");
  const seen = new Set([...root.querySelectorAll("[data-id]")].map((line) => line.dataset.id));
  const money = (amount) => amount.toLocaleString(document.documentElement.lang === "en" ? "en-GB" : "vi-VN") + " đ";
  const clock = (time) => new Date(time).toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });
  // what is older was missed: it is shown, but nobody wants to hear it any more
  const SAY_MS = 120000;
  let last = new URL(text.stream, location.href).searchParams.get("after");
  let amount = Number(text.amount);
  let count = Number(text.count);

  const told = (on) => {
    state.textContent = "● " + (on ? text.listening : text.lost);
    state.className = "state " + (on ? "on" : "off");
  };

  const show = (kind, when, sum, words) => {
    now.hidden = false;
    now.className = "now " + kind;
    now.querySelector(".when").textContent = when;
    now.querySelector(".sum").textContent = sum;
    now.querySelector(".words").textContent = words;
    void now.offsetWidth; // so that the same movement begins anew
    now.classList.add("fresh");
  };

  const element = (name, kind, words) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (words) made.textContent = words;
    return made;
  };

  const add = (payment) => {
    if (!list) return;
    find(".none")?.remove();
    const line = element("li");
    line.dataset.id = payment.id;
    const left = element("span");
    left.append(element("b", "", clock(payment.time)), " ", element("small", "", payment.code ?? ""));
    if (payment.owed > 0) left.append(element("small", "bad", text.short + " " + money(payment.owed)));
    const sum = element("a", "sum" + (payment.owed > 0 ? " bad" : ""), money(payment.amount));
    sum.href = "/receipts/" + payment.receipt;
    sum.append(element("span", "vh", " · " + text.receipt));
    line.append(left, sum);
    list.prepend(line);
    if (payment.day !== text.day) return;
    amount += payment.amount;
    count += 1;
    find(".total").textContent = money(amount);
    find(".count").textContent = String(count);
  };

  const take = (payment) => {
    if (seen.has(payment.id)) return;
    seen.add(payment.id);
    add(payment);
    const mine = text.sale === payment.code;
    if (text.sale && !mine) { if (Date.now() - Date.parse(payment.time) < SAY_MS) window.thucchatVoice?.say(payment.words); return; }
    if (payment.owed > 0) show("short", text.short, money(payment.owed), payment.words);
    else show("paid", text.received + " · " + clock(payment.time), money(payment.amount), payment.words);
    if (mine && payment.owed === 0) find(".qr")?.remove();
    if (Date.now() - Date.parse(payment.time) < SAY_MS) window.thucchatVoice?.say(payment.words);
    // before the first touch a browser refuses, and says so in its console
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(payment.owed > 0 ? [300, 100, 300] : 150);
  };

  const listen = () => {
    const stream = new EventSource(text.path + "/payments?after=" + encodeURIComponent(last ?? ""));
    stream.onopen = () => told(true);
    stream.addEventListener("payment", (event) => {
      last = event.lastEventId;
      take(JSON.parse(event.data));
    });
    stream.onerror = () => {
      told(false);
      // the browser itself tries again, unless it was refused
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
    };
  };
  listen();

  const sound = find(".sound");
  if (sound && window.thucchatVoice) {
    sound.hidden = false;
    sound.addEventListener("click", () => { window.thucchatVoice.unlock(); sound.hidden = true; });
  }
  navigator.serviceWorker?.register("/till-worker.js").catch(() => {});
})();
