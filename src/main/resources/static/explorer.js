// Looks around in a figure without loading the whole page; without this script every control is a link or a form.
(() => {
  const root = () => document.getElementById("explorer");
  if (!root() || !window.fetch || !window.DOMParser) return;
  let asked = 0;
  // the address of what is shown: on the way back the browser's own is the other one already
  let shown = location.href;

  async function load(url, push) {
    const mine = ++asked;
    root().setAttribute("aria-busy", "true");
    let page;
    try {
      const answer = await fetch(url, { headers: { Accept: "text/html" } });
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      location.href = url;
      return;
    }
    if (mine !== asked) return;
    const next = page.getElementById("explorer");
    if (!next) { location.href = url; return; }
    // another period or other boundaries change all of the page, another view only the explorer
    const whole = new URL(url, shown).pathname !== new URL(shown).pathname || differs(url, "boundaries");
    const now = whole ? document.querySelector("main") : root();
    const to = whole ? page.querySelector("main") : next;
    const at = root().getBoundingClientRect().top;
    const left = document.querySelector(".slide ol")?.scrollLeft;
    now.replaceWith(to);
    document.title = page.title;
    if (push) history.pushState({ explorer: true }, "", url);
    shown = new URL(url, shown).href;
    scrollBy(0, root().getBoundingClientRect().top - at);
    ready(left);
  }

  function differs(url, name) {
    return new URL(url, shown).searchParams.get(name) !== new URL(shown).searchParams.get(name);
  }

  addEventListener("popstate", () => load(location.href, false));

  document.addEventListener("click", event => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest("#explorer a[href]");
    if (!link) return;
    const shape = link.querySelector("[data-unit]");
    if (shape && coarse(event) && chosen !== link) {
      // the first tap tells, the second opens
      event.preventDefault();
      tell(link);
      return;
    }
    const href = link.getAttribute("href");
    if (!href || shape || !href.includes("#explorer") || link.hasAttribute("download")) return;
    event.preventDefault();
    load(href, true);
  });

  document.addEventListener("submit", event => {
    const form = event.target.closest("#explorer form.within");
    if (!form) return;
    event.preventDefault();
    const chosenNow = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    load(new URL(form.action).pathname + "?" + chosenNow + "#explorer", true);
  });

  document.addEventListener("change", event => {
    if (event.target.matches("#explorer form.within select")) event.target.form.requestSubmit();
    if (event.target.matches("#explorer .slide input")) load(stops()[event.target.value].href, true);
  });

  // shapes and bars tell what they are
  let chosen = null;
  const coarse = event => event.pointerType ? event.pointerType !== "mouse" : matchMedia("(pointer:coarse)").matches;

  function tell(link) {
    chosen = link;
    const told = link.querySelector("title")?.textContent ?? "";
    const tip = document.getElementById("tip");
    if (!tip) return;
    const split = told.indexOf(": ");
    const name = document.createElement("b");
    const open = document.createElement("a");
    open.href = link.getAttribute("href");
    open.textContent = split < 0 ? told : told.slice(0, split);
    name.append(open);
    tip.replaceChildren(name, split < 0 ? "" : told.slice(split + 2));
  }

  document.addEventListener("pointerover", event => {
    const link = event.target.closest?.(".map a, .ranks a");
    if (link && event.pointerType === "mouse") tell(link);
  });
  document.addEventListener("focusin", event => {
    const link = event.target.closest?.(".map a, .ranks a");
    if (link) tell(link);
  });

  // one stop for the tab key, arrows from shape to shape
  document.addEventListener("keydown", event => {
    const link = event.target.closest?.(".map a, .ranks a");
    const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    if (!link || !step) return;
    event.preventDefault();
    const next = nearest(link, step);
    if (!next) return;
    link.tabIndex = -1;
    next.tabIndex = 0;
    next.focus({ preventScroll: true });
  });

  function middle(link) {
    const box = link.querySelector("[data-unit]").getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  function nearest(from, [dx, dy]) {
    const [x, y] = middle(from);
    let best = null, least = Infinity;
    for (const link of from.closest("svg").querySelectorAll("a")) {
      if (link === from) continue;
      const [a, b] = middle(link);
      const along = (a - x) * dx + (b - y) * dy;
      const across = Math.abs((a - x) * dy) + Math.abs((b - y) * dx);
      if (along <= 0.5 || (!link.closest(".ranks") && across > along * 1.5)) continue;
      const far = along + across * 2;
      if (far < least) { least = far; best = link; }
    }
    return best;
  }

  // periods become a slider where there are more than a few
  const stops = () => [...document.querySelectorAll("#explorer .slide a")];

  function ready(left) {
    chosen = null;
    // the choice itself asks for the view
    for (const button of document.querySelectorAll("#explorer form.within label:has(select) ~ button"))
      button.hidden = true;
    for (const svg of document.querySelectorAll("#explorer .map, #explorer .ranks")) {
      const first = svg.querySelector("a");
      if (first) first.tabIndex = 0;
    }
    const list = document.querySelector("#explorer .slide ol");
    const now = list?.querySelector("[aria-current]");
    if (list && now) {
      if (left !== undefined) list.scrollLeft = left;
      const where = now.offsetLeft - list.offsetLeft;
      if (where < list.scrollLeft || where + now.offsetWidth > list.scrollLeft + list.clientWidth)
        list.scrollLeft = where - list.clientWidth / 2;
    }
    const all = stops();
    if (all.length > 4) {
      const slider = document.createElement("input");
      slider.type = "range";
      slider.max = all.length - 1;
      slider.value = all.findIndex(link => link.hasAttribute("aria-current"));
      slider.setAttribute("aria-label", list.closest("nav").getAttribute("aria-label"));
      slider.addEventListener("input", () => {
        all.forEach((link, i) => i == slider.value ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current"));
        slider.setAttribute("aria-valuetext", all[slider.value].textContent);
      });
      slider.setAttribute("aria-valuetext", all[slider.value]?.textContent ?? "");
      list.before(slider);
    }
    live();
  }

  // what a measured figure comes to, while somebody looks
  let timer = null;
  function live() {
    clearInterval(timer);
    const pulse = document.querySelector("[data-pulse]");
    const from = pulse?.dataset.live ?? root().dataset.live;
    if (!from || !pulse) return;
    let updated = Date.parse(pulse.dateTime), known = null;
    const words = pulse.dataset;
    const write = () => {
      const seconds = Math.max(0, Math.round((Date.now() - updated) / 1000));
      const text = seconds < 60 ? words.seconds.replace("{0}", seconds) : seconds < 3600 ? words.minutes.replace("{0}", Math.floor(seconds / 60)) : null;
      if (text) pulse.textContent = text;
    };
    let turn = 0;
    timer = setInterval(async () => {
      if (document.hidden) return;
      write();
      if (turn++ % 5) return;
      try {
        const now = await (await fetch(from, { headers: { Accept: "application/json" } })).json();
        if (now.updated) updated = Date.parse(now.updated);
        if (known !== null && now.value !== known) {
          known = now.value;
          const value = document.querySelector("[data-live-value]");
          if (value) {
            value.textContent = known;
            pulse.classList.add("new");
            write();
            return;
          }
          await load(location.href, false);
          document.querySelector("[data-pulse]")?.classList.add("new");
          return;
        }
        known = now.value;
        write();
      } catch { /* the next turn asks again */ }
    }, 1000);
    write();
  }

  ready();
})();
