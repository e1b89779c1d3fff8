/* The review screen: from change to change, by button or by key. Nothing is decided here; everything works without. */
"use strict";

(() => {
  const changes = [...document.querySelectorAll('[data-change][id^="change-"]')].sort(
    (one, other) => Number(one.dataset.change) - Number(other.dataset.change),
  );
  const place = document.querySelector("[data-place]");
  const steps = [...document.querySelectorAll("[data-step]")];
  const keys = document.querySelector("[data-keys]");
  const on = document.querySelector("[data-keys-on]");
  const STORED = "entente-review-keys";
  let present = -1;

  const tell = () => {
    if (place) place.textContent = `${present + 1} / ${changes.length}`;
  };

  const step = (by) => {
    if (!changes.length) return;
    present = Math.min(Math.max(present + by, 0), changes.length - 1);
    const change = changes[present];
    change.scrollIntoView({ block: "start" });
    change.focus({ preventScroll: true });
    tell();
  };

  for (const button of steps) {
    button.hidden = !changes.length;
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  }
  if (place && changes.length) {
    place.hidden = false;
    tell();
  }
  // Whoever came to a change by other ways goes on from there.
  document.addEventListener("focusin", (event) => {
    const index = changes.indexOf(event.target.closest("[data-change]"));
    if (index >= 0) {
      present = index;
      tell();
    }
  });

  const decide = (verb, selector) => {
    const choice = document.querySelector(`[data-decision="${verb}"]`);
    const target = choice && (choice.querySelector(selector) || choice.querySelector("[data-reason]"));
    if (!target) return;
    if (!target.matches("a, button, select, textarea")) target.tabIndex = -1;
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  };

  const actions = {
    j: () => step(1),
    k: () => step(-1),
    s: () => decide("sign_off", "button"),
    c: () => decide("request_changes", "textarea"),
    a: () => decide("assign", "select, a"),
    "?": () => {
      keys.open = true;
      keys.querySelector("summary").focus();
    },
  };

  if (!keys || !on) return;
  keys.hidden = false;
  try {
    on.checked = localStorage.getItem(STORED) !== "off";
  } catch {
    /* A browser that keeps nothing: the keys are on each time. */
  }
  on.addEventListener("change", () => {
    try {
      localStorage.setItem(STORED, on.checked ? "on" : "off");
    } catch {
      /* See above. */
    }
  });
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (!on.checked || writing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
})();
