// The button that copies what stands in a field; without it people select and copy by hand.
(() => {
  "use strict";

  for (const button of document.querySelectorAll("[data-copy]")) {
    const field = document.getElementById(button.dataset.copy);
    if (!field) continue;
    button.hidden = false;
    field.addEventListener("focus", () => field.select());
    button.addEventListener("click", async () => {
      field.focus();
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        // Without leave to write to the clipboard the text is selected, one keystroke away.
        return;
      }
      button.textContent = button.dataset.copied;
    });
  }
})();
