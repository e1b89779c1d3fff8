// On every page of the desks: what a browser keeps of unsaved work goes as soon as it was saved, is old, or its owner left.
(() => {
  "use strict";

  const PREFIX = "entente-unsaved:";
  const KEPT_DAYS = 14;
  const meta = document.querySelector('meta[name="entente-person"]');
  if (!meta) return;

  const person = meta.content;
  const cookie = document.cookie.split("; ").find((each) => each.startsWith("entente_saved="));
  const saved = cookie ? cookie.split("=")[1] : "";
  const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;

  const goes = (key) => {
    if (person === "left") return true;
    // Whoever is only asked to log in may be about to come back for it.
    if (person && !key.startsWith(`${PREFIX}${person}:`)) return true;
    try {
      const entry = JSON.parse(localStorage.getItem(key));
      return entry.tab === saved || entry.at < oldest;
    } catch {
      return true;
    }
  };

  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX) && goes(key)) localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
  if (saved) document.cookie = `entente_saved=; path=${meta.dataset.path}; max-age=0; samesite=lax`;
})();
