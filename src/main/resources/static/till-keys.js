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
  // the name of one sale: sent twice it counts once, and a page that is come back to is for the next one
  const fresh = () => { if (crypto.randomUUID) form.elements.key.value = crypto.randomUUID(); };
  fresh();
  addEventListener("pageshow", (shown) => { if (shown.persisted) fresh(); });
  keys.classList.add("ready");
})();
