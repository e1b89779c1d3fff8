// Tells every few seconds that this window is open, and shows who else has the edition open and what they did meanwhile.
// Without it the page shows what was so when it was opened.
(() => {
  "use strict";

  const notice = document.querySelector("[data-together][data-here-url]");
  if (!notice) return;

  const form = document.getElementById("edition-form");
  const { hereUrl, token, seconds } = notice.dataset;
  const tokens = () => document.querySelectorAll('input[name="csrfmiddlewaretoken"]');
  const csrf = () => (tokens()[0] ? tokens()[0].value : notice.dataset.csrf || "");
  const language = () => {
    const shown = form && form.querySelector('.language-tab[aria-pressed="true"]');
    return shown ? shown.dataset.showLanguage : "";
  };

  const word = (more = {}) => {
    const said = new FormData();
    said.set("csrfmiddlewaretoken", csrf());
    said.set("token", token);
    said.set("opened", notice.dataset.opened);
    said.set("state", notice.dataset.state);
    said.set("language", language());
    if (form && "unsaved" in form.dataset) said.set("editing", "1");
    if (!notice.dataset.keepKey) said.set("reading", "1");
    for (const [name, value] of Object.entries(more)) said.set(name, value);
    return said;
  };

  /** A login in another tab gives this browser a new token; every form of this page takes it over. */
  const renew = async () => {
    const answer = await fetch(hereUrl, { redirect: "manual", headers: { Accept: "application/json" } });
    if (!answer.ok) return false;
    const { csrf: fresh } = await answer.json();
    for (const input of tokens()) input.value = fresh;
    notice.dataset.csrf = fresh;
    return true;
  };

  /** POST to one of our own addresses; the answer, or none where the session has ended. */
  const post = async (url, said) => {
    said.set("csrfmiddlewaretoken", csrf());
    let answer = await fetch(url, { method: "POST", body: said, redirect: "manual" });
    if (answer.status === 403 && (await renew())) {
      said.set("csrfmiddlewaretoken", csrf());
      answer = await fetch(url, { method: "POST", body: said, redirect: "manual" });
    }
    return answer.type === "opaqueredirect" ? null : answer;
  };

  const last = new Map();
  const show = (name, html) => {
    const place = notice.querySelector(`[data-${name}]`);
    // Said again, the same words would be read aloud again.
    if (last.get(name) === html) return;
    last.set(name, html);
    place.innerHTML = html;
  };

  const lapsed = (is) => {
    const place = notice.querySelector("[data-lapsed]");
    const shown = place.querySelector(".callout");
    if (is && !shown) place.append(place.querySelector("template").content.cloneNode(true));
    if (!is && shown) shown.remove();
  };

  const beat = async () => {
    try {
      const answer = await post(hereUrl, word());
      lapsed(answer === null);
      if (!answer || !answer.ok) return;
      const said = await answer.json();
      show("others", said.others.trim());
      show("news", said.news.trim());
    } catch {
      // No network just now; the next word may get through.
    }
  };

  window.entente = { post, lapsed, beat };
  beat();
  setInterval(beat, Number(seconds) * 1000);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) beat();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) beat();
  });
  window.addEventListener("pagehide", () => navigator.sendBeacon(hereUrl, word({ leaving: "1" })));
})();
