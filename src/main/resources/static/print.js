// Buttons that print the page; without script the browser's own menu does it.
for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
// Buttons that hand the page's address on: by the telephone's own ways, else copied.
for (const button of document.querySelectorAll("button.send")) {
  const { share, clipboard } = navigator;
  button.hidden = !share && !clipboard;
  button.addEventListener("click", async () => {
    try {
      if (share) return await navigator.share({ title: document.title, url: location.href });
      await clipboard.writeText(location.href);
      button.textContent = button.dataset.done;
    } catch {
      // the reader thought better of it
    }
  });
}
