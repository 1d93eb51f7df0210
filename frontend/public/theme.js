// Runs before the first paint, so that a chosen theme never flashes the other one.
(function () {
  try {
    var chosen = JSON.parse(localStorage.getItem("bb.theme"));
    if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
  } catch (unreadable) {
    // Storage is off or holds something else: the system's theme stays.
  }
})();
