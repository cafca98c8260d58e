// A form whose part asks for more when something is chosen: the part (data-again names it) is fetched again after each change, with what the
// whole form says, and nothing is kept. Without script the buttons named "act" do the same with the whole page.
"use strict";
for (const form of document.querySelectorAll("form[data-again]")) {
  const part = () => document.getElementById(form.dataset.again);
  let asked = 0;
  const hide = () => part().querySelectorAll("[data-quiet]").forEach(button => { button.hidden = true; });
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
      if (number !== asked || !fresh) return;
      const open = part().querySelector("details")?.open;
      part().replaceWith(document.importNode(fresh, true));
      if (open) part().querySelector("details").open = true;
      hide();
      if (focused) document.getElementById(focused)?.focus();
    } finally {
      part().removeAttribute("aria-busy");
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
  hide();
}
