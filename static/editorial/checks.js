// The checks below the edit form: a finding leads to its field, the list follows what is typed, and advice is waived
// without leaving the page. Without this script the list is that of the saved text, and every button is a form.
(() => {
  "use strict";

  const section = document.querySelector("[data-checks]");
  if (!section) return;
  const form = document.getElementById("edition-form");
  const list = section.querySelector("[data-checks-list]");
  const status = section.querySelector("[data-checks-status]");

  const opened = () => new Set([...list.querySelectorAll("details[open]")].map((each) => each.dataset.key));

  /** Put a new list in the place of the old one; what was unfolded stays so. */
  const replace = (html) => {
    const open = opened();
    list.innerHTML = html;
    for (const each of list.querySelectorAll("details")) if (open.has(each.dataset.key)) each.open = true;
    const fresh = list.querySelector("[data-summary]");
    status.textContent = fresh ? fresh.dataset.summary : "";
  };

  /** Fields without files: those are not looked at, and may be large. */
  const fields = (source) => {
    const found = new URLSearchParams();
    for (const [name, value] of new FormData(source)) if (typeof value === "string") found.append(name, value);
    return found;
  };

  // To the field of a finding: its language shown, its part unfolded.
  section.addEventListener("click", (event) => {
    const way = event.target.closest("[data-check-field]");
    if (!way) return;
    const target = document.getElementById(way.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    const tab = way.dataset.language && document.querySelector(`[data-show-language="${way.dataset.language}"]`);
    if (tab) tab.click();
    const part = target.closest("[data-part]");
    const fold = part && part.querySelector("[data-fold][aria-expanded='false']");
    if (fold) fold.click();
    const row = target.closest(".text") || target;
    row.scrollIntoView({ block: "center" });
    // The prose editor is made when its language is shown, which takes a moment.
    setTimeout(() => {
      const field = row.querySelector(".ProseMirror") || (target.htmlFor && document.getElementById(target.htmlFor));
      if (field) field.focus({ preventScroll: true });
    }, 150);
  });

  // While typing: some time after the last key the list is made anew.
  const url = section.dataset.checksUrl;
  let timer = 0;
  let asking = null;
  let late = false;

  const ask = async () => {
    // Whoever reads or fills in the list must not have it pulled away.
    if (list.contains(document.activeElement)) {
      late = true;
      return;
    }
    late = false;
    if (asking) asking.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(url, {
        method: "POST",
        body: fields(form),
        credentials: "same-origin",
        signal: asking.signal,
      });
      if (answer.ok) replace(await answer.text());
    } catch {
      // Without an answer the list stays as it was.
    }
  };

  if (url && form) {
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 1500);
    });
    list.addEventListener("focusout", () => {
      if (late) setTimeout(() => !list.contains(document.activeElement) && ask(), 300);
    });
    // After saving was refused the form holds more than what is saved.
    if (document.querySelector(".errornote, .conflict")) timer = setTimeout(ask, 500);
  }

  // Waiving, and taking a waiver back.
  section.addEventListener("submit", async (event) => {
    const sent = event.target.closest("[data-check-form]");
    if (!sent) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(sent));
    body.append("fragment", "1");
    if (event.submitter && event.submitter.name) body.append(event.submitter.name, event.submitter.value);
    try {
      const answer = await fetch(sent.action, { method: "POST", body, credentials: "same-origin" });
      if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
      replace(await answer.text());
      section.querySelector("#checks-title").focus();
    } catch {
      sent.submit();
    }
  });
})();
