// Beside the two numbers of a ratio, what they come to and how that differs from the period before, while they are typed;
// and a question where the result lies outside what is usual: nothing is refused.
"use strict";
for (const pair of document.querySelectorAll("[data-share]")) {
  const { share: sign, before, than, ask, low, high } = pair.dataset;
  const [numerator, denominator] = pair.querySelectorAll("input");
  const shown = pair.nextElementSibling;
  const question = shown.nextElementSibling;
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
  // what could mean two numbers is told by the server
  const whole = (typed) => (/^(\d+|\d{1,3}([.,\s]\d{3})+)$/.test(typed.trim()) ? Number(typed.replace(/\D/g, "")) : NaN);
  const tell = () => {
    const part = whole(numerator.value);
    const all = whole(denominator.value);
    shown.hidden = !(part <= all && all > 0);
    if (low !== undefined) question.hidden = true;
    if (shown.hidden) return;
    const value = (part / all) * (sign ? 100 : 1);
    const bold = document.createElement("b");
    bold.textContent = format.format(value) + sign;
    shown.replaceChildren("= ", bold);
    if (low !== undefined && (value < Number(low) || value > Number(high))) {
      question.textContent = ask;
      question.hidden = false;
    }
    if (before === undefined) return;
    const change = value - Number(before);
    shown.append(" " + than.replace("#", (change < 0 ? "−" : "+") + format.format(Math.abs(change))));
  };
  pair.addEventListener("input", tell);
}
