// Runs before the first paint, as a file of its own so that no inline script is needed.
(function () {
  let choice = null;
  try {
    choice = localStorage.getItem("alidade.theme");
  } catch {
    // Storage may be blocked; the system's preference still applies.
  }
  const dark =
    choice === "dark" || (choice !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
