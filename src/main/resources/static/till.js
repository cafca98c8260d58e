// The trader's phone: shows and says what comes in. Nothing but the bank's word, told by the server, makes it green.
(() => {
  const root = document.querySelector("[data-stream]");
  if (!root) return;
  const find = (part) => root.querySelector(part);
  const text = { ...find(".texts").dataset, ...root.dataset };
  const state = find(".state");
  const now = find(".now");
  const list = find(".takings");
  const seen = new Set([...root.querySelectorAll("[data-id]")].map((line) => line.dataset.id));
  const zone = { timeZone: "Asia/Ho_Chi_Minh" };
  const minute = { hour: "2-digit", minute: "2-digit", ...zone };
  const money = (amount) => amount.toLocaleString(document.documentElement.lang === "en" ? "en-GB" : "vi-VN") + " đ";
  const clock = (time) => new Date(time).toLocaleTimeString("vi-VN", minute);
  const date = (time) => new Date(time).toLocaleDateString("vi-VN", { day: "2-digit", month: "2-digit", ...zone });
  const LOST_MS = 10000;
  let day = text.day;
  let amount = Number(text.amount);
  let count = Number(text.count);
  let lost;
  let saidLost = false;
  // what the phone keeps for when there is no network grows old while money comes
  const REFRESH_MS = 20000;
  let refresh;
  const address = (page) => location.origin + text.path + page;
  const tellWorker = (words) =>
    navigator.serviceWorker?.ready.then((there) => there.active.postMessage(words)).catch(() => {});

  const say = (words, amount = 0) => { if (window.thucchatVoice?.on) window.thucchatVoice.say(words, amount); };

  // who is typing or has just pressed is not interrupted by a page that loads itself again
  let pressed = false;
  addEventListener("submit", () => { pressed = true; });
  const typing = () => [...document.querySelectorAll("input:not([type=hidden])")].some((it) => it.value !== it.defaultValue);

  const told = (on) => {
    state.textContent = "● " + (on ? text.listening : text.lost);
    state.className = "state " + (on ? "on" : "off");
    if (on && "kept" in document.body.dataset && !pressed && !typing()) location.reload();
    if (on) {
      clearTimeout(lost);
      lost = undefined;
      if (saidLost) say("Đã kết nối lại");
      saidLost = false;
    } else lost ??= setTimeout(() => { saidLost = true; say("Mất kết nối"); }, LOST_MS);
  };

  const show = (said, kind, when, sum, words) => {
    now.hidden = false;
    now.className = "now " + kind;
    now.querySelector(".when").textContent = when;
    now.querySelector(".sum").textContent = sum;
    now.querySelector(".words").textContent = words;
    now.dataset.words = said;
    void now.offsetWidth; // so that the same movement begins anew
    now.classList.add("fresh");
  };

  // how what was asked for stands: the same words as on the page when it is loaded again
  const settle = ({ due, paid, words }) => {
    if (paid < due)
      show(words, "short", text.notEnough, money(due - paid), text.received + " " + money(paid) + " / " + money(due));
    else if (paid > due) show(words, "paid over", text.enough, money(due), text.over + " " + money(paid - due));
    else show(words, "paid", text.enough, money(due), "");
  };

  // the code on the screen asks for all of it: who scanned it again would pay too much
  const askForTheRest = () =>
    fetch(location.href)
      .then((answer) => answer.text())
      .then((page) => find(".ask")?.replaceWith(new DOMParser().parseFromString(page, "text/html").querySelector(".ask")))
      .catch(() => find(".ask .qr")?.remove());

  const announce = (payment) => {
    if (payment.earlier)
      show(payment.words, "earlier", text.earlier + " · " + date(payment.time) + " " + clock(payment.time), money(payment.amount), text.notNow);
    else if (payment.due > 0) settle(payment);
    else show(payment.words, "paid", text.received + " · " + clock(payment.time), money(payment.amount), payment.words);
  };

  const element = (name, kind, words) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    if (words) made.textContent = words;
    return made;
  };

  const outcome = (payment) => find(".texts").content.querySelector("[data-outcome=" + payment.outcome + "]")?.textContent ?? "";

  const add = (payment) => {
    find(".none")?.remove();
    list.hidden = false;
    const line = element("li");
    line.dataset.id = payment.id;
    const left = element("span");
    left.append(
      element("b", "", (payment.day === day ? "" : date(payment.time) + " ") + clock(payment.time)),
      " ",
      element("small", "", outcome(payment) + (payment.code ? " · " + payment.code : "")),
    );
    if (payment.owed > 0) left.append(element("small", "bad", text.short + " " + money(payment.owed)));
    const sum = element("a", "sum" + (payment.owed > 0 ? " bad" : ""), money(payment.amount));
    sum.href = "/receipts/" + payment.receipt;
    sum.append(element("small", "", text.receipt));
    line.append(left, sum);
    list.prepend(line);
  };

  const total = (payment) => {
    // a phone that was left on over night begins the day anew
    if (payment.day > day) {
      [day, amount, count] = [payment.day, 0, 0];
      list.replaceChildren();
    }
    if (payment.day !== day) return;
    amount += payment.amount;
    count += 1;
    for (const [part, value] of [[".total", money(amount)], [".count", String(count)]])
      if (find(part)) find(part).textContent = value;
  };

  const take = (payment) => {
    if (seen.has(payment.id)) return;
    seen.add(payment.id);
    if (text.sale === payment.code) {
      settle(payment);
      if (payment.due <= payment.paid) find(".ask")?.remove();
      else askForTheRest();
      add(payment);
    } else if (!text.sale) {
      total(payment);
      announce(payment);
      add(payment);
    }
    refresh ??= setTimeout(() => {
      refresh = undefined;
      tellWorker({ fresh: ["", "/today"].map(address) });
    }, REFRESH_MS);
    if (!payment.news) return;
    // what is missing, or was paid long ago, is said by itself; the rest may be summed up when many pay at once
    say(payment.words, payment.owed > 0 || payment.earlier || payment.outcome === "REVERSAL" ? 0 : payment.amount);
    // before the first touch a browser refuses, and says so in its console
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(payment.owed > 0 ? [300, 100, 300] : 150);
  };

  const after = new URL(text.stream, location.href).searchParams.get("after");
  window.thucchatLine(text.path + "/payments", after, { heard: take, state: told });
  // with it the page opens without a network too: what it is made of, and the stall's own code
  const parts = [...document.querySelectorAll("link[rel=stylesheet],script[src]")].map((part) => part.href || part.src);
  navigator.serviceWorker
    ?.register("/till-worker.js")
    .then(() => tellWorker({ keep: [...["", "/code"].map(address), ...parts], fresh: [address("/today")] }))
    .catch(() => {});
})();
