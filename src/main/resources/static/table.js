// Keys of a table: J and K go to the next and the former row, Enter opens it (what it marks with data-open, or its first link, has the focus), A and R
// press what the row declares, X chooses it. J after the last row goes to the link to the next part, if there is one. They can be switched off (WCAG 2.1.4). Without script every link and
// button is there all the same.
"use strict";
{
const OFF = "keys-off";
for (const table of document.querySelectorAll("table[data-keys]")) {
  const rows = [...table.tBodies].flatMap(body => [...body.rows]);
  const target = row => row?.querySelector("[data-open]") ?? row?.querySelector("a[href], button, input:not([type=hidden])");
  const current = () => document.activeElement?.closest?.("tr");
  const move = by => {
    const at = rows.indexOf(current());
    const to = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
    const goal = rows[to]?.querySelector("[data-open], a[href].open") ?? rows[to]?.querySelector("a[href], button") ?? target(rows[to])
      ?? (to === rows.length ? document.querySelector(".pager [rel=next]") : null);
    goal?.focus();
    goal?.scrollIntoView({ block: "nearest" });
  };
  const press = what => current()?.querySelector(what)?.click();
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    a: () => press("[data-key=a]"),
    r: () => press("[data-key=r]"),
    x: () => press("input[name=chosen]"),
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || localStorage.getItem(OFF)) return;
    if (event.target.matches("select, textarea, [contenteditable], input:not([type=checkbox])")) return;
    const act = keys[event.key.toLowerCase()];
    if (!act || ("arx".includes(event.key.toLowerCase()) && !rows.includes(current()))) return;
    event.preventDefault();
    act();
  });

  const hint = document.createElement("p");
  hint.className = "keys quiet";
  const button = document.createElement("button");
  button.type = "button";
  const say = () => {
    const off = localStorage.getItem(OFF);
    hint.textContent = off ? "" : table.dataset.keys + " ";
    button.textContent = off ? table.dataset.on : table.dataset.off;
    hint.append(button);
  };
  button.addEventListener("click", () => {
    if (localStorage.getItem(OFF)) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
    say();
    button.focus();
  });
  say();
  table.after(hint);

  const head = table.querySelector("th.pick");
  if (head && table.dataset.all) {
    const label = document.createElement("label");
    const all = document.createElement("input");
    all.type = "checkbox";
    all.setAttribute("aria-label", table.dataset.all);
    label.append(all);
    head.append(label);
    const boxes = [...table.querySelectorAll("input[name=chosen]")];
    all.addEventListener("change", () => boxes.forEach(box => { box.checked = all.checked; }));
    table.addEventListener("change", () => {
      all.checked = boxes.every(box => box.checked);
      all.indeterminate = !all.checked && boxes.some(box => box.checked);
    });
  }
}
}
