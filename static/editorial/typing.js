// Small help while typing: an address suggested from the title as long as nobody wrote one, and how much room is left.
(() => {
  "use strict";

  const form = document.querySelector("[data-language-form]");
  if (!form) return;

  /** The same that the server makes of a title that comes without an address. */
  const slugify = (text) =>
    text
      .normalize("NFKD")
      .replace(/[^\x00-\x7f]/g, "")
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replace(/[-\s]+/g, "-")
      .replace(/^[-_]+|[-_]+$/g, "")
      .slice(0, 100);

  for (const slug of form.querySelectorAll('input[name^="slug_"]')) {
    const title = form.querySelector(`[name="${slug.name.replace("slug_", "title_")}"]`);
    if (!title || slug.value) continue;
    let own = false;
    slug.addEventListener("input", () => {
      own = slug.value !== "";
    });
    title.addEventListener("input", () => {
      if (!own) slug.value = slugify(title.value);
    });
  }

  const count = (input) => {
    const limit = Number(input.dataset.limit);
    const length = [...input.value].length;
    let note = input.parentElement.querySelector(".room");
    if (length < limit * 0.8) {
      if (note) note.remove();
      return;
    }
    if (!note) {
      note = document.createElement("span");
      note.className = "room";
      input.after(note);
    }
    note.textContent = `${length} / ${limit}`;
    note.classList.toggle("is-over", length > limit);
  };
  form.addEventListener("input", (event) => {
    if (event.target.dataset && event.target.dataset.limit) count(event.target);
  });
  for (const input of form.querySelectorAll("[data-limit]")) count(input);

  // Leaving with something unsaved asks first.
  let touched = form.querySelector(".conflict, .errornote") !== null;
  form.addEventListener("input", () => {
    touched = true;
  });
  form.addEventListener("submit", () => {
    touched = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (touched) event.preventDefault();
  });
})();
