// Makes photographs smaller before they are sent, as large as a clear page needs, so that ten of them fit through a slow
// network. Without this script, or where the browser cannot, they are sent as they are.
const form = document.getElementById("scans");
const input = document.getElementById("photos");
const said = document.getElementById("chosen");
const LONGEST = 2600;
const SMALL = 700000;

const megabytes = (files) =>
  (files.reduce((sum, file) => sum + file.size, 0) / 1e6).toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });
const say = (words, files) => {
  said.textContent = words.replace("{0}", files.length).replace("{1}", megabytes(files));
};

async function smaller(file) {
  if (file.size <= SMALL || !/^image\/(jpeg|png)$/.test(file.type)) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const made = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    return made && made.size < file.size ? new File([made], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
  } catch {
    return file;
  }
}

let turn = 0;
input.addEventListener("change", async () => {
  const mine = ++turn;
  const chosen = [...input.files];
  say(said.dataset.smaller, chosen);
  const kept = new DataTransfer();
  for (const file of chosen) kept.items.add(await smaller(file));
  // somebody has chosen others meanwhile
  if (mine !== turn) return;
  input.files = kept.files;
  say(said.dataset.chosen, [...kept.files]);
  input.dispatchEvent(new Event("smaller"));
});

// what is not smaller yet is waited for
form.addEventListener("submit", (event) => {
  if (said.textContent !== "" && !said.textContent.startsWith(said.dataset.chosen.split("{")[0])) {
    event.preventDefault();
    input.addEventListener("smaller", () => form.requestSubmit(), { once: true });
  }
});
