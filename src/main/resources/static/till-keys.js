// The till's own keys: larger than a phone's, and only numbers. Without them the field is an ordinary one.
(() => {
  const form = document.querySelector(".keyed");
  if (!form) return;
  const [field, keys, hint] = ["#amount", ".pad", ".hint"].map((part) => form.querySelector(part));
  const LONGEST = 9;
  const vietnamese = document.documentElement.lang !== "en";
  const digits = () => field.value.replace(/\D/g, "");
  const written = (number) => number.replace(/\B(?=(\d{3})+$)/g, vietnamese ? "." : ",");

  const show = (number) => {
    field.value = written(number.slice(0, LONGEST));
    told();
  };
  // in words, so that a nought too many is noticed; what is typed otherwise (35k) the server reads
  const told = () => {
    const plain = /^[\d.,]+$/.test(field.value);
    hint.textContent = plain && vietnamese ? window.thucchatVoice.words(Number(digits())) + " đồng" : hint.dataset.hint;
  };

  keys.addEventListener("click", ({ target }) => {
    const { amount, key } = target.dataset;
    if (amount) show(amount);
    else if (key === "") show(digits().slice(0, -1));
    else if (key) show((digits() + key).replace(/^0+/, ""));
  });
  field.addEventListener("input", told);
  // cash whose answer was lost may have been counted: typed again it goes under the same key, until a notice answers it
  const SAME_MS = 600000;
  const place = "cash " + form.action;
  // one amount is what the server surely reads as one: 35000, 35.000, 35k; anything else is its own text
  const meant = () => field.value.replace(/\s/g, "").toLowerCase()
    .replace(/^\d{1,3}([.,]\d{3})+$/, (grouped) => grouped.replace(/\D/g, ""))
    .replace(/^(\d+)k$/, (_, thousands) => thousands + "000");
  const sent = () => ({ keys: {}, ...JSON.parse(sessionStorage.getItem(place)) });
  const keep = (all) => sessionStorage.setItem(place, JSON.stringify(all));
  addEventListener("submit", ({ target, submitter }) => {
    const { keys } = sent();
    // what answers another form says nothing of cash
    if (target !== form || !submitter?.getAttribute("formaction")?.endsWith("/cash")) return keep({ keys });
    const last = meant();
    if (!(Date.now() - keys[last]?.at < SAME_MS)) {
      fresh();
      keys[last] = { key: form.elements.key.value, at: Date.now() };
    }
    form.elements.key.value = keys[last].key;
    keep({ keys, last });
  });
  const notice = document.querySelector(".notice[role=status]");
  if (notice && !("kept" in document.body.dataset)) {
    const { keys, last } = sent();
    delete keys[last];
    keep({ keys });
  }
  // the name of one sale: sent twice it counts once, and a page that is come back to is for the next one
  const fresh = () => { if (crypto.randomUUID) form.elements.key.value = crypto.randomUUID(); };
  fresh();
  addEventListener("pageshow", (shown) => { if (shown.persisted) fresh(); });
  keys.classList.add("ready");
})();
