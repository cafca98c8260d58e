// The sum of what is chosen of a stall's charges, on the button that takes it. Without script the sum of all stands above.
"use strict";
for (const form of document.querySelectorAll("form.collect")) {
  const boxes = [...form.querySelectorAll("input[name=take]")];
  const sum = form.querySelector("[data-sum]");
  const tell = () => {
    const chosen = boxes.filter(box => box.checked);
    const vnd = chosen.reduce((all, box) => all + Number(box.value.split(" ")[1]), 0);
    sum.textContent = sum.dataset.sum.replace("{0}", vnd.toLocaleString("vi-VN"));
    form.querySelector("button.go").disabled = vnd === 0;
  };
  form.addEventListener("change", tell);
  // who comes back finds the boxes as they were left
  addEventListener("pageshow", tell);
}
