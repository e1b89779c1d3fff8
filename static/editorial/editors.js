// The rich-text editor in rows that are added later, and a name for it that a screen reader can say.
import { createEditor } from "django-prose-editor/configurable";

const CONFIGURED = "[data-django-prose-editor-configurable]";
const form = document.querySelector("[data-language-form]");

const name = (textarea) => {
  const box = textarea.closest(".prose-editor");
  const typed = box && box.querySelector(".tiptap");
  const label = document.getElementById(`${textarea.id}_label`);
  if (!typed || typed.hasAttribute("aria-labelledby")) return;
  typed.setAttribute("role", "textbox");
  typed.setAttribute("aria-multiline", "true");
  if (!label) return;
  typed.setAttribute("aria-labelledby", label.id);
  label.addEventListener("click", () => typed.focus());
};

if (form) {
  form.addEventListener("prose-editor:ready", (event) => name(event.detail.textarea));
  form.querySelectorAll(CONFIGURED).forEach(name);
  form.addEventListener("formset:added", (event) => {
    event.target.querySelectorAll(CONFIGURED).forEach((textarea) => createEditor(textarea));
  });
}
