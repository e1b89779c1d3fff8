// Remarks beside a screen: sent without leaving it (so that nothing typed elsewhere is lost), opened from a selected
// passage, and marked beside the fields that have some. Without it every form works by itself.
(() => {
  "use strict";

  const root = document.querySelector("[data-remarks]");
  if (!root) return;
  const HEADER = "X-Remarks-Panel";

  // Sending and showing, in place

  const put = (html, focus) => {
    root.innerHTML = html;
    marks();
    const refusal = root.querySelector("[data-refusal]");
    const target = refusal || (focus && root.querySelector("[data-said]"));
    if (target) target.focus();
  };

  const ask = async (url, options) => {
    const response = await fetch(url, { ...options, headers: { [HEADER]: "1" }, credentials: "same-origin" });
    const type = response.headers.get("Content-Type") || "";
    const html = await response.text();
    // A lapsed session answers with the login page: then the browser goes there by itself, by the form's usual way.
    if (response.redirected || !type.startsWith("text/html") || !html.includes('id="remarks"')) throw new Error("no panel");
    return html;
  };

  // What must be fixed bars a signature: where one decides, what is open to the reader is shown as it is now.
  const decideAnew = async () => {
    const shown = document.querySelector("#decide[data-digest]");
    if (!shown) return;
    try {
      const page = await fetch(location.href, { credentials: "same-origin" });
      const read = new DOMParser().parseFromString(await page.text(), "text/html");
      const fresh = read.querySelector("#decide[data-digest]");
      // A text that was saved meanwhile has to be read first, so its decision never stands beside the earlier text.
      if (!fresh || fresh.dataset.digest !== shown.dataset.digest) return;
      for (const typed of shown.querySelectorAll("textarea, select")) {
        const field = [...fresh.querySelectorAll("textarea, select")].find((each) => each.id === typed.id);
        if (field) field.value = typed.value;
      }
      shown.replaceWith(document.adoptNode(fresh));
    } catch {
      // The server refuses what is not open; the reader sees it there.
    }
  };

  root.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-remark-form]");
    if (!form || form.dataset.plainly) return;
    event.preventDefault();
    const body = new FormData(form, event.submitter);
    root.setAttribute("aria-busy", "true");
    try {
      put(await ask(form.action, { method: "POST", body: new URLSearchParams(body) }), true);
      if (!root.querySelector("[data-refusal]")) decideAnew();
    } catch {
      form.dataset.plainly = "1";
      if (event.submitter) form.requestSubmit(event.submitter);
      else form.requestSubmit();
    } finally {
      root.removeAttribute("aria-busy");
    }
  });

  root.addEventListener("click", async (event) => {
    const way = event.target.closest("[data-show]");
    if (!way || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const query = new URLSearchParams({ remarks: way.dataset.show, back: root.dataset.back });
    try {
      put(await ask(`${root.dataset.openUrl}?${query}`), false);
      const current = root.querySelector("[data-show][aria-current]");
      if (current) current.focus();
    } catch {
      location.href = way.href;
    }
  });

  // Places: on the form by its fields, on other screens by data-path (and data-language)

  const placeOf = (node) => {
    const element = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    if (!element) return null;
    const named = element.closest("[data-path]");
    if (named) {
      const spoken = named.closest("[data-language]");
      return { path: named.dataset.path, language: spoken ? spoken.dataset.language : "" };
    }
    const row = element.closest(".content-row");
    const field = row && [...row.classList].find((name) => name.startsWith("field-"));
    if (!field) return null;
    const text = element.closest("[data-language]");
    const place = { path: field.slice("field-".length), language: text ? text.dataset.language : "" };
    const part = element.closest("[data-part]");
    if (part) {
      const key = part.querySelector('input[name$="-key"]');
      if (!key || !key.value) return null;
      place.path = `${part.id.replace(/-\d+$/, "")}/${key.value}/${place.path}`;
    }
    return place;
  };

  const rowsAt = (path) => {
    const named = [...document.querySelectorAll(`[data-path="${CSS.escape(path)}"]`)];
    if (named.length) return named;
    const form = document.querySelector("[data-language-form]");
    if (!form) return [];
    const pieces = path.split("/");
    if (pieces.length === 1) {
      return [...form.querySelectorAll(`.form-group .content-row.field-${CSS.escape(path)}`)];
    }
    const key = [...form.querySelectorAll('[data-part] input[name$="-key"]')].find((input) => input.value === pieces[1]);
    const part = key && key.closest("[data-part]");
    if (!part) return [];
    if (pieces.length === 2) return [part.querySelector(".part-name")].filter(Boolean);
    return [...part.querySelectorAll(`.content-row.field-${CSS.escape(pieces[2])}`)];
  };

  // Marks beside what has open remarks

  const marks = () => {
    for (const old of document.querySelectorAll(".remark-mark")) old.remove();
    for (const mark of root.querySelectorAll("[data-mark-path]")) {
      const { markPath, markLanguage } = mark.dataset;
      const thread = mark.dataset.markThread;
      for (const row of rowsAt(markPath)) {
        const spot =
          (markLanguage && row.querySelector(`[data-language="${markLanguage}"] .text-label`)) ||
          row.querySelector(".text-label") ||
          row;
        const link = document.createElement("a");
        link.className = "remark-mark";
        link.href = `#remark-${thread}`;
        link.textContent = mark.textContent;
        spot.after(link);
      }
    }
  };

  // A selected passage

  const words = () => root.querySelector("[data-words]");
  let button = null;
  let chosen = null;

  const forget = () => {
    if (button) button.remove();
    button = null;
  };

  const selected = () => {
    const active = document.activeElement;
    if (active && /^(TEXTAREA|INPUT)$/.test(active.tagName) && typeof active.selectionStart === "number") {
      const text = active.value.slice(active.selectionStart, active.selectionEnd).trim();
      return text && { text, place: placeOf(active), box: active.getBoundingClientRect() };
    }
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const text = selection.toString().trim();
    return text && { text, place: placeOf(range.commonAncestorContainer), box: range.getBoundingClientRect() };
  };

  const offer = () => {
    forget();
    const form = root.querySelector("[data-new]");
    chosen = form && selected();
    if (!chosen || !chosen.place || root.contains(getSelection().anchorNode)) return;
    if (root.contains(document.activeElement)) return;
    button = document.createElement("button");
    button.type = "button";
    button.className = "button remark-offer";
    button.textContent = words().dataset.passage;
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", begin);
    document.body.append(button);
    const top = Math.max(8, scrollY + chosen.box.top - button.offsetHeight - 8);
    const left = Math.min(scrollX + chosen.box.left, scrollX + innerWidth - button.offsetWidth - 16);
    // Positions set by script are no inline styles in the sense of the policy.
    button.style.top = `${top}px`;
    button.style.left = `${Math.max(8, left)}px`;
  };

  const begin = () => {
    const { text, place } = chosen;
    const form = root.querySelector("[data-new]");
    const { path: paths, language, quotation } = form.elements;
    if (![...paths.options].some((option) => option.value === place.path)) {
      const whole = [...paths.options].find((option) => place.path.startsWith(`${option.value}/`) && option.value);
      const label = whole ? whole.textContent : place.path;
      paths.add(new Option(label, place.path));
    }
    paths.value = place.path;
    language.value = place.language || "";
    quotation.value = text.replace(/\s+/g, " ").slice(0, quotation.maxLength);
    form.closest("details").open = true;
    forget();
    form.scrollIntoView({ block: "center" });
    form.elements.text.focus();
  };

  document.addEventListener("selectionchange", () => {
    clearTimeout(offer.timer);
    offer.timer = setTimeout(offer, 250);
  });

  marks();
})();
