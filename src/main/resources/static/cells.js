// Cells to type in: Enter and the arrow keys up and down go from cell to cell of a column; what was changed is marked and counted.
// Without script Tab goes from cell to cell, and Enter sends the form.
"use strict";
for (const table of document.querySelectorAll("table.cells")) {
  const cells = [...table.querySelectorAll("td.cell input:not([type=hidden])")];
  const was = new Map(cells.map(cell => [cell, cell.form.elements["was." + cell.name.slice(cell.name.indexOf(".") + 1)].value]));
  const told = document.createElement("p");
  told.className = "quiet";
  told.setAttribute("role", "status");
  table.after(told);
  const mark = () => {
    const changed = cells.filter(cell => cell.value.trim() !== was.get(cell));
    cells.forEach(cell => cell.classList.toggle("changed", changed.includes(cell)));
    told.textContent = changed.length ? table.dataset.changed.replace("0", changed.length) : "";
  };
  table.addEventListener("input", mark);
  table.addEventListener("keydown", event => {
    const at = cells.indexOf(event.target);
    if (at < 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const goal = cells[at + by];
    goal?.focus();
    goal?.select();
    goal?.scrollIntoView({ block: "nearest" });
  });
  mark();
}
