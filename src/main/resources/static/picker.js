// A box above a long select that keeps only what has all typed words, with or without Vietnamese marks. Without script
// there is the select alone.
"use strict";
const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
for (const picker of document.querySelectorAll(".picker[data-find]")) {
  const select = picker.querySelector("select");
  const options = [...select.options].map(option => ({ option, text: plain(option.text) }));
  const box = document.createElement("input");
  box.type = "search";
  box.autocomplete = "off";
  box.placeholder = picker.dataset.find;
  box.setAttribute("aria-label", picker.dataset.find);
  const count = document.createElement("span");
  count.className = "quiet";
  count.setAttribute("role", "status");
  let last = select.value;
  select.addEventListener("change", () => { last = select.value; });
  box.addEventListener("input", () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    const kept = options.filter(({ option, text }) => !option.value || words.every(word => text.includes(word)));
    select.replaceChildren(...kept.map(({ option }) => option));
    const found = kept.filter(({ option }) => option.value);
    if (kept.some(({ option }) => option.value === last)) select.value = last;
    if (words.length && found.length === 1) select.value = found[0].option.value;
    count.textContent = words.length ? picker.dataset.count.replace("#", found.length) : "";
  });
  // Enter in the box goes on to the list instead of sending the form
  box.addEventListener("keydown", event => {
    if (event.key !== "Enter" && event.key !== "ArrowDown") return;
    event.preventDefault();
    select.focus();
  });
  select.before(box);
  select.after(count);
}
