// Opens what was asked for as soon as the server can be reached again.
(() => {
  const AGAIN_MS = 10000;
  const wanted = location.pathname === "/till-offline.html" ? "/market/stalls" : location.href;
  const again = () =>
    fetch(wanted, { method: "HEAD", cache: "no-store" }).then(() => location.replace(wanted), () => {});
  addEventListener("online", again);
  setInterval(again, AGAIN_MS);
  const button = document.querySelector(".again");
  button.href = wanted;
})();
