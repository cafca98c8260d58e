// A form whose part asks for more when something is chosen: the part (data-again names it) is fetched again after each change, with what the
// whole form says, and nothing is kept. Without script the buttons named "act" do the same with the whole page, and where it cannot be
// fetched they are shown.
"use strict";
for (const form of document.querySelectorAll("form[data-again]")) {
  const part = () => document.getElementById(form.dataset.again);
  let asked = 0;
  const told = document.createElement("p");
  told.className = "notice warned";
  told.setAttribute("role", "alert");
  part().before(told);
  const say = lost => {
    told.textContent = lost ? form.dataset.lost : "";
    told.hidden = !lost;
    part().querySelectorAll("[data-quiet]").forEach(button => { button.hidden = !lost; });
  };
  const again = async act => {
    const number = ++asked;
    const data = new URLSearchParams(new FormData(form));
    data.set("act", act);
    const focused = document.activeElement?.id;
    part().setAttribute("aria-busy", "true");
    try {
      const response = await fetch(form.action, { method: "POST", body: data });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.getElementById(form.dataset.again);
      if (number !== asked) return;
      if (!fresh) return say(true);
      const open = part().querySelector("details")?.open;
      part().replaceWith(document.importNode(fresh, true));
      if (open) part().querySelector("details").open = true;
      say(false);
      if (focused) document.getElementById(focused)?.focus();
    } catch {
      if (number === asked) say(true);
    } finally {
      if (number === asked) part().removeAttribute("aria-busy");
    }
  };
  form.addEventListener("change", event => {
    const matters = part().contains(event.target) || ["measure", "aggregation", "overTime", "frequency"].includes(event.target.name);
    if (matters) again("again");
  });
  form.addEventListener("click", event => {
    const button = event.target.closest("button[name=act]");
    if (!button || !part().contains(button)) return;
    event.preventDefault();
    again(button.value);
  });
  say(false);
  // who comes back finds what was chosen beside a part that does not know of it
  if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") addEventListener("pageshow", () => again("again"));
}
