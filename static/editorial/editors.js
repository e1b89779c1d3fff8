// Makes the rich-text editors of the edit form when their language is shown, rows that are added later included: two
// thirds of a form's texts are in a language that nobody looks at. A text whose editor was never made is sent as it was.
// Each editor gets a name that a screen reader can say.
import { createEditor } from "django-prose-editor/configurable";

const CONFIG = "data-django-prose-editor-when_shown";
const form = document.querySelector("[data-language-form]");

const name = (textarea) => {
  const box = textarea.closest(".prose-editor");
  const typed = box && box.querySelector(".tiptap");
  const label = document.getElementById(`${textarea.id}_label`);
  if (!typed || !label) return;
  typed.setAttribute("aria-labelledby", label.id);
  label.addEventListener("click", () => typed.focus());
};

/** Whether its extensions reached the editor (prose.js, prose-table.js); without them it would drop what it does not know. */
const keepsAll = ({ schema }) => schema.marks.abbreviation && "caption" in schema.nodes.table.spec.attrs;

// A hidden text meets nothing, however wide the margin.
const seen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries.filter((each) => each.isIntersecting)) {
      seen.unobserve(entry.target);
      createEditor(entry.target, JSON.parse(entry.target.getAttribute(CONFIG)));
    }
  },
  { rootMargin: "1000000px" },
);

if (form) {
  const watch = (within) => within.querySelectorAll(`textarea[${CONFIG}]`).forEach((textarea) => seen.observe(textarea));
  form.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
    if (keepsAll(editor)) {
      name(textarea);
      return;
    }
    // The bare HTML is edited then; the stand-in for the editor's style (editor-style.js) stays for the next one.
    editor.css = null;
    editor.destroy();
  });
  form.addEventListener("formset:added", (event) => watch(event.target));
  watch(form);
}
