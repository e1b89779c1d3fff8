// The glossary's hints while somebody types: asked for when they pause, for the text that they typed. Without this script
// the hints are those of the last save.
(() => {
  "use strict";

  const form = document.querySelector("form[data-hints-url]");
  if (!form) return;
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const PAUSE = 700;
  const waiting = new Map();

  const ask = async (unit) => {
    const input = unit.querySelector("textarea[name], input[name]");
    const list = unit.closest("[data-row]").querySelector("[data-hints]");
    if (!input || !list) return;
    const text = input.value;
    const body = new URLSearchParams({ path: unit.dataset.unit, text });
    try {
      const answer = await fetch(form.dataset.hintsUrl, {
        method: "POST",
        body,
        headers: { "X-CSRFToken": token },
        credentials: "same-origin",
      });
      if (!answer.ok) return;
      const { html } = await answer.json();
      // Hints about a text that is another by now would mislead, and hints that are there already would be read out again.
      if (input.value === text && list.innerHTML.trim() !== html.trim()) list.innerHTML = html;
    } catch {
      // Without a connection the hints stay as they are; nothing depends on them.
    }
  };

  form.addEventListener("input", (event) => {
    const unit = event.target.closest && event.target.closest("[data-unit]");
    if (!unit) return;
    clearTimeout(waiting.get(unit));
    waiting.set(unit, setTimeout(() => ask(unit), PAUSE));
  });
})();
