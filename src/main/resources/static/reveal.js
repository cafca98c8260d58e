// A box beside the password fields of a form that shows what is typed (NIST SP 800-63B). Without script there is none.
"use strict";
for (const form of document.querySelectorAll("form[data-reveal]")) {
  const fields = form.querySelectorAll("input[type=password]");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.id = "reveal";
  box.addEventListener("change", () => {
    for (const field of fields) field.type = box.checked ? "text" : "password";
  });
  // a browser would keep what was sent as text among its suggestions
  form.addEventListener("submit", () => {
    for (const field of fields) field.type = "password";
  });
  const label = document.createElement("label");
  label.htmlFor = "reveal";
  label.textContent = form.dataset.reveal;
  const line = document.createElement("div");
  line.className = "check";
  line.append(box, label);
  form.querySelector("button[type=submit]").before(line);
}
