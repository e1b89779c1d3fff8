// What the editor's own extensions share: words from the page, and a dialog that asks for a few values.
// The page holds the words, in the reader's language, as JSON in #prose-words (see editorial/richtext/widget.py).

const holder = document.getElementById("prose-words");
const words = holder ? JSON.parse(holder.textContent) : {};

/** A word by its key; the key itself where the page has none. */
export const word = (key) => words[key] || key;

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

let asked = 0;

/** A label and its field; `field` says name, label and perhaps type, help, required, suggestions, min and max. */
const row = (field, value) => {
  const id = `prose-ask-${asked}-${field.name}`;
  const several = field.type === "lines";
  const input = make(several ? "textarea" : "input", { id, name: field.name });
  if (several) input.rows = 12;
  else input.type = field.type || "text";
  if (field.type === "checkbox") input.checked = Boolean(value);
  else input.value = value ?? "";
  for (const name of ["required", "min", "max", "pattern"]) if (field[name] !== undefined) input[name] = field[name];
  const label = make("label", { htmlFor: id, textContent: word(field.label) });
  const box = make("div", { className: "prose-editor-dialog-field" });
  box.append(...(field.type === "checkbox" ? [input, label] : [label, input]));
  if (field.help) {
    box.append(make("p", { id: `${id}-help`, className: "prose-ask-help", textContent: word(field.help) }));
    input.setAttribute("aria-describedby", `${id}-help`);
  }
  if (field.suggestions) {
    const options = Object.entries(field.suggestions).map(([code, name]) => make("option", { value: code, label: name }));
    box.append(make("datalist", { id: `${id}-list` }, ...options));
    input.setAttribute("list", `${id}-list`);
  }
  return { box, input };
};

/**
 * Asks for the values of some fields; answers with them by name, or with null where the person thought better of it.
 * Enter in a line accepts, Escape gives up; when the answer comes, the editor has the focus and its selection again.
 * `refuse(values)` may name the word that says why the first field cannot be taken.
 */
export const ask = (editor, title, fields, values = {}, refuse = () => "") =>
  new Promise((resolve) => {
    asked += 1;
    const heading = make("h3", { id: `prose-ask-${asked}`, className: "prose-editor-dialog-title", textContent: word(title) });
    const rows = fields.map((field) => row(field, values[field.name]));
    const accept = make("button", { type: "submit", textContent: word("accept") });
    const cancel = make("button", { type: "button", textContent: word("cancel") });
    const buttons = make("div", { className: "prose-editor-dialog-buttons" }, accept, cancel);
    const form = make("form", {}, heading, ...rows.map(({ box }) => box), buttons);
    const dialog = make("dialog", { className: "prose-editor-dialog prose-ask" }, form);
    dialog.setAttribute("aria-labelledby", heading.id);

    const selected = editor.state.selection.getBookmark();
    let answer = null;
    rows[0].input.addEventListener("input", () => rows[0].input.setCustomValidity(""));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const given = Object.fromEntries(
        rows.map(({ input }) => [input.name, input.type === "checkbox" ? input.checked : input.value.trim()]),
      );
      const reason = refuse(given);
      if (reason) {
        rows[0].input.setCustomValidity(word(reason));
        form.reportValidity();
        return;
      }
      answer = given;
      dialog.close();
    });
    cancel.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      editor.view.focus();
      // What was selected is selected again, whatever the browser made of it meanwhile.
      editor.view.dispatch(editor.state.tr.setSelection(selected.resolve(editor.state.doc)));
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
  });

/** A button whose name the toolbar will give it. */
export const icon = (buttons, name) => buttons.material(name);

/** The languages that are offered for a passage or a link's target: the code of each with its name. */
export const languages = words.languages || {};

/** A field for a language's code, such as fr or es-MX. */
export const languageField = (name, label, help) => ({
  name,
  label,
  help,
  suggestions: languages,
  pattern: "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*",
});
