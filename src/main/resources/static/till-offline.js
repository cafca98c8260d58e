// Opens what was asked for as soon as the server can be reached again. What was sent stays on the screen until it is read:
// whether it was recorded is seen in the book.
(() => {
  const AGAIN_MS = 10000;
  const unanswered = "unanswered" in document.body.dataset;
  const wanted = unanswered || location.pathname === "/till-offline.html" ? "/market/stalls" : location.href;
  const again = () =>
    fetch(wanted, { method: "HEAD", cache: "no-store" }).then(() => location.replace(wanted), () => {});
  if (unanswered) {
    const stall = location.pathname.match(/^\/market\/stalls\/[0-9a-f-]{36}/);
    if (stall) document.querySelector(".book").href = stall[0] + "/book";
  } else {
    addEventListener("online", again);
    setInterval(again, AGAIN_MS);
  }
  const button = document.querySelector(".again");
  button.href = wanted;
})();
