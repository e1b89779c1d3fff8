// Shows one content language at a time across the whole edit form, rows that are added later included.
// Without it every language is on the page, each under its own label.
(() => {
  "use strict";

  const form = document.querySelector("[data-language-form]");
  const bar = form && form.querySelector("[data-language-bar]");
  if (!bar) return;

  const tabs = [...bar.querySelectorAll("[data-show-language]")];
  const beside = bar.querySelector("[data-beside-source]");
  const source = form.dataset.source;
  const failed = form.querySelector("[data-language] .errorlist, [data-language].errors") !== null;
  // The choice is kept for this document's form until the window is closed.
  const memory = `entente-language:${location.pathname}`;

  const remembered = () => {
    try {
      return JSON.parse(sessionStorage.getItem(memory)) || {};
    } catch {
      return {};
    }
  };

  const state = { shown: form.dataset.shown, beside: false };
  const before = remembered();
  if (!failed && tabs.some((tab) => tab.dataset.showLanguage === before.shown)) state.shown = before.shown;
  state.beside = Boolean(before.beside);

  const show = () => {
    for (const tab of tabs) tab.setAttribute("aria-pressed", String(tab.dataset.showLanguage === state.shown));
    const both = state.beside && state.shown !== source;
    form.classList.toggle("is-beside", both);
    for (const part of form.querySelectorAll("[data-language]")) {
      const code = part.dataset.language;
      const panel = part.classList.contains("parity-panel");
      part.classList.toggle("is-hidden", code !== state.shown && !(both && code === source && !panel));
    }
    try {
      sessionStorage.setItem(memory, JSON.stringify(state));
    } catch {
      // A browser that keeps nothing still shows everything.
    }
  };

  form.classList.add("has-languages");
  for (const tab of tabs) {
    tab.addEventListener("click", () => {
      state.shown = tab.dataset.showLanguage;
      show();
    });
  }
  if (beside) {
    beside.closest("label").hidden = false;
    beside.checked = state.beside;
    beside.addEventListener("change", () => {
      state.beside = beside.checked;
      show();
    });
  }
  form.addEventListener("formset:added", show);
  show();

  // Where something was refused, begin there.
  if (failed) {
    const first = form.querySelector(".errors:not(.is-hidden)");
    if (first) first.scrollIntoView({ block: "center" });
  }
})();
