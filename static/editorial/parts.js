// Rows of the edit form: added without a round trip, moved by buttons or by dragging their head, folded, removed.
// Without it rows have a position to type and a box to tick, and a button saves and comes back with an empty row.
(() => {
  "use strict";

  const form = document.querySelector("[data-language-form]");
  if (!form) return;

  const cards = (rows) => [...rows.querySelectorAll(":scope > [data-part]")];

  const place = (card) => card.querySelector("input.part-order");

  /** Write the order of the rows into their positions. */
  const number = (rows) => {
    const all = cards(rows);
    all.forEach((card, index) => {
      const input = place(card);
      if (input) input.value = String(index + 1);
      const up = card.querySelector('[data-move="up"]');
      const down = card.querySelector('[data-move="down"]');
      if (up) up.disabled = index === 0;
      if (down) down.disabled = index === all.length - 1;
    });
  };

  const move = (card, how) => {
    const rows = card.parentElement;
    if (how === "up" && card.previousElementSibling) rows.insertBefore(card, card.previousElementSibling);
    if (how === "down" && card.nextElementSibling) rows.insertBefore(card.nextElementSibling, card);
    number(rows);
  };

  const fold = (card, folded) => {
    const button = card.querySelector("[data-fold]");
    card.classList.toggle("is-folded", folded);
    button.setAttribute("aria-expanded", String(!folded));
    button.textContent = folded ? button.dataset.labelUnfold : button.dataset.labelFold;
  };

  const remove = (card) => {
    const box = card.querySelector("input.part-delete");
    const button = card.querySelector("[data-remove]");
    const key = card.querySelector('input[name$="-key"]');
    if (!key.value && !card.querySelector('input[name$="-kept"]')) {
      // It was never saved: empty it, so that it counts as no row, and take it from sight.
      box.checked = true;
      card.hidden = true;
      return;
    }
    box.checked = !box.checked;
    card.classList.toggle("is-removed", box.checked);
    button.textContent = box.checked ? button.dataset.labelKeep : button.dataset.labelRemove;
  };

  const drag = (card) => {
    const head = card.querySelector(".part-head");
    head.draggable = true;
    head.addEventListener("dragstart", (event) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", card.id);
      card.classList.add("is-dragged");
    });
    head.addEventListener("dragend", () => {
      card.classList.remove("is-dragged");
      number(card.parentElement);
    });
    card.addEventListener("dragover", (event) => {
      const dragged = card.parentElement.querySelector(":scope > .is-dragged");
      if (!dragged || dragged === card) return;
      event.preventDefault();
      const middle = card.getBoundingClientRect().top + card.offsetHeight / 2;
      card.parentElement.insertBefore(dragged, event.clientY < middle ? card : card.nextElementSibling);
    });
    card.addEventListener("drop", (event) => event.preventDefault());
  };

  const prepare = (card) => {
    if (!place(card)) return; // for reading only
    for (const button of card.querySelectorAll(".part-button")) {
      button.hidden = false;
    }
    for (const button of card.querySelectorAll("[data-move]")) {
      button.addEventListener("click", () => {
        move(card, button.dataset.move);
        button.focus();
      });
    }
    card.querySelector("[data-fold]").addEventListener("click", () => fold(card, !card.classList.contains("is-folded")));
    card.querySelector("[data-remove]").addEventListener("click", () => remove(card));
    drag(card);
  };

  for (const section of form.querySelectorAll("[data-parts]")) {
    const rows = section.querySelector("[data-rows]");
    const add = section.querySelector("[data-add]");
    const empty = section.querySelector("template[data-empty]");
    cards(rows).forEach(prepare);
    if (!add || !empty) continue;
    section.classList.add("has-script");
    number(rows);
    const total = section.querySelector(`input[name="${section.dataset.parts}-TOTAL_FORMS"]`);
    add.addEventListener("click", (event) => {
      event.preventDefault();
      const index = total.value;
      const holder = document.createElement("template");
      holder.innerHTML = empty.innerHTML.replaceAll("__prefix__", index);
      const card = holder.content.querySelector("[data-part]");
      rows.append(card);
      total.value = String(Number(index) + 1);
      prepare(card);
      number(rows);
      card.dispatchEvent(new CustomEvent("formset:added", { bubbles: true, detail: { formsetName: section.dataset.parts } }));
      const first = card.querySelector(
        '.text:not(.is-hidden) :is(input:not([type="hidden"]), select, textarea, [contenteditable])',
      );
      if (first) first.focus();
    });
  }
})();
