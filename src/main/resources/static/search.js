// The box that searches everywhere: "/" goes to it unless the keys are switched off (WCAG 2.1.4), and what fits is listed
// under it while one types. Without script it is a form.
"use strict";
{
const box = document.querySelector(".seek [name=q]");
const OFF = "keys-off";
if (box) {
  const list = document.createElement("ul");
  list.id = "seek-list";
  list.hidden = true;
  const set = (element, values) => Object.entries(values).forEach(([name, value]) => element.setAttribute(name, value));
  set(list, { role: "listbox", "aria-label": box.placeholder });
  set(box, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": false });
  box.after(list);
  let timer, asked;
  const chosen = () => list.querySelector("[aria-selected=true]");
  const choose = item => {
    chosen()?.setAttribute("aria-selected", false);
    item?.setAttribute("aria-selected", true);
    if (item) box.setAttribute("aria-activedescendant", item.id);
    else box.removeAttribute("aria-activedescendant");
  };
  const show = items => {
    list.replaceChildren(...items);
    list.hidden = !items.length;
    box.setAttribute("aria-expanded", !list.hidden);
    choose(null);
  };
  const item = (found, at) => {
    const element = document.createElement("li");
    const detail = document.createElement("div");
    detail.className = "quiet";
    set(element, { role: "option", id: "seek-" + at, "aria-selected": false });
    detail.textContent = found.detail;
    element.append(found.title, detail);
    element.addEventListener("mousedown", event => event.preventDefault());
    element.addEventListener("click", () => location.assign(found.url));
    return element;
  };
  const ask = async () => {
    asked?.abort();
    if (box.value.trim().length < 2) return show([]);
    asked = new AbortController();
    try {
      const answer = await fetch("/api/v1/search?limit=4&q=" + encodeURIComponent(box.value.trim()), {
        signal: asked.signal,
        headers: { "Accept-Language": document.documentElement.lang },
      });
      if (!answer.ok) return show([]);
      const { groups } = await answer.json();
      const found = groups.flatMap(group => group.items.map(one => ({ ...one, detail: [group.name, one.detail].filter(Boolean).join(" · ") })));
      if (document.activeElement === box) show(found.slice(0, 8).map(item));
    } catch {
      // typed on, or offline: Enter sends the form all the same
    }
  };
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
  box.addEventListener("blur", () => show([]));
  box.addEventListener("keydown", event => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "Escape") show([]);
    else if (event.key === "Enter" && chosen()) chosen().click();
    else if (event.key === "ArrowDown") choose(chosen() ? chosen().nextElementSibling : list.firstElementChild);
    else if (event.key === "ArrowUp") choose(chosen() ? chosen().previousElementSibling : list.lastElementChild);
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(OFF)) return;
    if (event.target.matches("select, textarea, [contenteditable], input:not([type=checkbox])")) return;
    event.preventDefault();
    if (box.checkVisibility()) box.select();
    else location.assign("/search");
  });
}
const keys = document.querySelector("p.keys[data-keys]");
if (keys) {
  const button = document.createElement("button");
  button.type = "button";
  const say = () => {
    const off = localStorage.getItem(OFF);
    keys.textContent = off ? "" : keys.dataset.keys + " ";
    button.textContent = off ? keys.dataset.on : keys.dataset.off;
    keys.append(button);
  };
  button.addEventListener("click", () => {
    if (localStorage.getItem(OFF)) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
    say();
    button.focus();
  });
  say();
}
}
