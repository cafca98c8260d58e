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
  // cash whose answer was lost may have been counted: typed again it goes under the same key, until the notice says so
  const SAME_MS = 600000;
  const place = "cash " + form.action;
  const meant = () => digits() + (/k$/i.test(field.value.trim()) ? "000" : "");
  const sent = () => JSON.parse(sessionStorage.getItem(place) ?? "{}");
  const keep = (all) => sessionStorage.setItem(place, JSON.stringify(all));
  form.addEventListener("submit", ({ submitter }) => {
    if (!submitter?.getAttribute("formaction")?.endsWith("/cash")) return;
    const all = sent();
    const amount = meant();
    if (!(Date.now() - all[amount]?.at < SAME_MS)) {
      fresh();
      all[amount] = { key: form.elements.key.value, at: Date.now() };
    }
    form.elements.key.value = all[amount].key;
    keep(all);
  });
  const notice = document.querySelector(".notice[role=status]");
  if (notice && !("kept" in document.body.dataset)) {
    const { [notice.textContent.replace(/\D/g, "")]: answered, ...others } = sent();
    if (answered) keep(others);
  }
  // the name of one sale: sent twice it counts once, and a page that is come back to is for the next one
  const fresh = () => { if (crypto.randomUUID) form.elements.key.value = crypto.randomUUID(); };
  fresh();
  addEventListener("pageshow", (shown) => { if (shown.persisted) fresh(); });
  keys.classList.add("ready");
})();
