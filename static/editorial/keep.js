// Keeps what is typed on the edit form and not yet saved: every moment in this browser, every half minute on the server.
// After a crash, a lapsed session or a closed window it is offered again. Files that were chosen cannot be kept.
(() => {
  "use strict";

  const notice = document.querySelector("[data-together][data-keep-key]");
  const form = document.getElementById("edition-form");
  if (!notice || !form) return;

  const PREFIX = "entente-unsaved:";
  const EVERY = 30_000;
  const { keepKey, person, tab, autosaveUrl } = notice.dataset;
  const keeps = "keeps" in notice.dataset;
  const home = `${PREFIX}${person}:${keepKey}:`;
  const told = form.querySelector("[data-kept]");
  const language = document.documentElement.lang || "en";
  const clock = (at) => new Date(at).toLocaleTimeString(language, { hourCycle: "h23" });

  const fields = () => {
    const found = [];
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && name !== "csrfmiddlewaretoken" && !name.startsWith("_")) found.push([name, value]);
    }
    return found;
  };
  const hasFiles = () => [...form.querySelectorAll('input[type="file"]')].some((input) => input.files.length);

  let touched = form.querySelector(".conflict, .errornote") !== null;
  let opened = touched ? "" : JSON.stringify(fields());
  let sent = opened;
  let timer = 0;

  const tell = (which, at) => {
    if (!told) return;
    const words = told.dataset[which] || "";
    const files = words && hasFiles() ? ` ${told.dataset.saidFiles}` : "";
    told.textContent = words.replace("{time}", clock(at)) + files;
  };

  // In this browser

  const entries = () => {
    const found = [];
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(home)) found.push({ key, ...JSON.parse(localStorage.getItem(key)) });
      }
    } catch {
      // Kept by somebody who knew another shape of it, or not allowed to be read: nothing to offer.
    }
    return found.sort((one, other) => other.at - one.at);
  };
  const drop = (key) => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Not allowed to keep anything either.
    }
  };
  const store = (now) => {
    try {
      localStorage.setItem(home + tab, JSON.stringify({ at: Date.now(), tab, fields: now }));
      return true;
    } catch {
      return false;
    }
  };

  const keep = () => {
    clearTimeout(timer);
    timer = 0;
    if (!touched) return;
    const now = fields();
    const changed = JSON.stringify(now) !== opened;
    form.toggleAttribute("data-unsaved", changed);
    if (!keeps) return;
    if (!changed) drop(home + tab);
    else if (!store(now) && !autosaveUrl) tell("saidFull", Date.now());
  };

  // On the server

  const autosave = async () => {
    if (!touched || !autosaveUrl || !window.entente) return;
    const now = fields();
    const said = JSON.stringify(now);
    if (said === sent) return;
    const body = new FormData();
    for (const [name, value] of now) body.append(name, value);
    try {
      const answer = await window.entente.post(autosaveUrl, body);
      if (answer === null) {
        window.entente.lapsed(true);
        tell(keeps ? "saidBrowser" : "", Date.now());
      } else if (answer.ok) {
        sent = said;
        const { kept, mine } = await answer.json();
        tell(kept ? (mine ? "saidKept" : "saidWaiting") : "", Date.now());
      } else {
        const reasons = answer.status === 409 ? (await answer.json()).reasons || [] : [];
        if (reasons.length && told) told.textContent = reasons.join(" ");
        else tell(keeps ? "saidBrowser" : "", Date.now());
      }
    } catch {
      tell(keeps ? "saidBrowser" : "", Date.now());
    }
  };

  // Offering it again

  const hidden = (name, value) => {
    const input = document.createElement("textarea");
    input.name = name;
    input.value = value;
    return input;
  };

  /** Send what was kept to the server, which shows the form with it; nothing is saved by that. */
  const restore = (entry) => {
    const again = document.createElement("form");
    again.method = "post";
    again.action = location.pathname;
    again.enctype = "multipart/form-data";
    again.hidden = true;
    again.append(hidden("_resume", "1"));
    again.append(form.querySelector('[name="csrfmiddlewaretoken"]').cloneNode());
    for (const [name, value] of entry.fields) again.append(hidden(name, value));
    document.body.append(again);
    again.submit();
  };

  const offerHere = (entry) => {
    const place = notice.querySelector("[data-unsaved]");
    const shown = notice.querySelector("template[data-browser-offer]").content.cloneNode(true);
    shown.querySelector("[data-at]").textContent = new Date(entry.at).toLocaleString(language);
    shown.querySelector("[data-restore]").addEventListener("click", () => restore(entry));
    shown.querySelector("[data-throw-away]").addEventListener("click", () => {
      drop(entry.key);
      place.replaceChildren();
      offer();
    });
    place.replaceChildren(shown);
  };

  /** Hand what a window that is gone has left in this browser over to the server, which says what is new in it. */
  const offer = async () => {
    // One thing at a time: what the server offers is decided first.
    if (notice.querySelector("[data-offer]")) return;
    const locks = navigator.locks ? (await navigator.locks.query()).held.map((lock) => lock.name) : [];
    const entry = entries().find((each) => each.tab !== tab && !locks.includes(PREFIX + each.tab));
    if (!entry) return;
    if (!autosaveUrl || !window.entente) {
      offerHere(entry);
      return;
    }
    const body = new FormData();
    for (const [name, value] of entry.fields) body.append(name, value);
    body.set("typed_at", String(entry.at));
    body.set("offer", "1");
    try {
      const answer = await window.entente.post(autosaveUrl, body);
      if (!answer || !answer.ok) throw new Error("not taken over");
      const said = await answer.json();
      // What was taken over goes once a page has shown it, not before: this one may be about to be left.
      if (said.mine && !said.kept) drop(entry.key);
      notice.querySelector("[data-unsaved]").innerHTML = said.offer;
    } catch {
      offerHere(entry);
    }
  };

  notice.addEventListener("submit", async (event) => {
    const thrown = event.target.closest("[data-throw-away-kept]");
    if (!thrown || !window.entente) return;
    // What is being typed meanwhile stays on the page.
    event.preventDefault();
    const body = new FormData(thrown);
    body.set("quietly", "1");
    const shown = thrown.closest("[data-offer]");
    const answer = await window.entente.post(thrown.getAttribute("action"), body).catch(() => null);
    if (!answer || !answer.ok) return;
    drop(home + shown.dataset.offer);
    shown.remove();
    offer();
  });

  // Listening

  const onChange = () => {
    touched = true;
    if (!timer) timer = setTimeout(keep, 800);
  };
  // The editors may spell a text otherwise as soon as they are shown; what stands before the first touch is no change.
  for (const name of ["pointerdown", "keydown", "focusin"]) {
    form.addEventListener(
      name,
      () => {
        if (!touched) sent = opened = JSON.stringify(fields());
      },
      true,
    );
  }
  form.addEventListener("input", onChange);
  form.addEventListener("change", onChange);
  form.addEventListener("click", (event) => {
    // Rows that are added, moved or removed are changes too; typing.js asks before leaving because of them.
    if (event.target.closest(".part-button, [data-add]")) form.dispatchEvent(new Event("input"));
  });
  form.addEventListener("drop", onChange);
  form.addEventListener("submit", () => {
    touched = true;
    keep();
  });
  setInterval(autosave, EVERY);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return;
    keep();
    autosave();
  });
  window.addEventListener("pagehide", keep);
  if (navigator.locks) navigator.locks.request(PREFIX + tab, () => new Promise(() => {}));
  if (touched) keep();
  const offered = notice.querySelector("[data-offer]");
  if (offered) drop(home + offered.dataset.offer);
  if (!form.querySelector(".conflict")) offer();
})();
