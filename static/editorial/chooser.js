// The document chooser: a select and a box to look for another become one combobox (WAI-ARIA APG, list autocomplete).
// Without it the select keeps or clears what is chosen, and the box is looked up when the form is saved.
(() => {
  "use strict";

  const form = document.querySelector("[data-language-form], [data-chooser-form]");
  if (!form) return;

  const WAIT = 180; // milliseconds after the last key
  let count = 0;

  const prepare = (chooser) => {
    const select = chooser.querySelector("select");
    const input = chooser.querySelector("input");
    if (!select || select.disabled || chooser.dataset.ready) return;
    chooser.dataset.ready = "yes";
    count += 1;

    const list = document.createElement("ul");
    list.className = "chooser-list";
    list.id = `chooser-${count}`;
    list.setAttribute("role", "listbox");
    list.hidden = true;
    const note = document.createElement("span");
    note.className = "visually-hidden";
    note.setAttribute("role", "status");
    chooser.append(list, note);

    const label = form.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    input.id = `${select.id}_words`;
    if (label) {
      label.htmlFor = input.id;
      list.setAttribute("aria-labelledby", label.id);
      input.removeAttribute("aria-label");
    }
    input.removeAttribute("name"); // from here on the select alone is sent
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    select.hidden = true;

    const title = () => (select.value ? select.selectedOptions[0].textContent : "");
    if (!input.value) input.value = title();

    let active = -1;
    let asked = null;
    let timer = 0;

    const close = () => {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const mark = (index) => {
      const options = [...list.querySelectorAll("[role=option]")];
      if (!options.length) return;
      active = (index + options.length) % options.length;
      options.forEach((option, place) => option.setAttribute("aria-selected", String(place === active)));
      input.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    };

    const take = (id, text) => {
      select.replaceChildren(new Option("—", ""));
      if (id) select.append(new Option(text, id, true, true));
      input.value = text;
      close();
      select.dispatchEvent(new Event("input", { bubbles: true }));
    };

    const show = (results) => {
      list.replaceChildren(
        ...results.map((result, index) => {
          const option = document.createElement("li");
          option.id = `${list.id}-${index}`;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          option.dataset.value = result.id;
          option.textContent = result.text;
          return option;
        }),
      );
      active = -1;
      note.textContent = results.length ? "" : chooser.dataset.none;
      if (!results.length) {
        const nothing = document.createElement("li");
        nothing.className = "chooser-none";
        nothing.textContent = chooser.dataset.none;
        list.append(nothing);
      }
      list.hidden = false;
      list.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-expanded", "true");
    };

    const ask = async (words) => {
      if (asked) asked.abort();
      asked = new AbortController();
      const address = new URL(chooser.dataset.url, window.location.href);
      address.searchParams.set("q", words);
      try {
        const response = await fetch(address, { signal: asked.signal, headers: { Accept: "application/json" } });
        if (response.ok) show((await response.json()).results);
      } catch (error) {
        if (error.name !== "AbortError") close();
      }
    };

    input.addEventListener("input", () => {
      window.clearTimeout(timer);
      if (input.value.trim() === "") {
        take("", "");
        return;
      }
      timer = window.setTimeout(() => ask(input.value), WAIT);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) ask(input.value === title() ? "" : input.value);
        else mark(active + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && !list.hidden) {
        event.preventDefault();
        const option = list.querySelectorAll("[role=option]")[Math.max(active, 0)];
        if (option) take(option.dataset.value, option.textContent);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        input.value = title();
        close();
      }
    });
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", () => {
      window.clearTimeout(timer);
      if (asked) asked.abort();
      input.value = title(); // words that chose nothing say nothing
      close();
    });
    list.addEventListener("mousedown", (event) => {
      event.preventDefault(); // the box keeps the focus
      const option = event.target.closest("[role=option]");
      if (option) take(option.dataset.value, option.textContent);
    });
  };

  const all = (place) => place.querySelectorAll("[data-chooser]").forEach(prepare);
  all(form);
  form.addEventListener("formset:added", (event) => all(event.target));
})();
