// Marking by keyboard. Letters act only outside of fields, and may be switched off.
"use strict";
(() => {
  const SWITCH = "factcheck.shortcuts";
  const form = () => document.querySelector("form[data-marking]");
  const typing = (element) =>
    element.isContentEditable ||
    element.matches("textarea, select, input:not([type=radio], [type=checkbox])");
  const on = () => {
    try {
      return localStorage.getItem(SWITCH) !== "off";
    } catch {
      return true;
    }
  };

  const rate = (letter) => {
    const radios = form()?.querySelectorAll("input[name=rating]") ?? [];
    const radio = [...radios].find((item) => item.value.startsWith(letter));
    if (!radio) return false;
    radio.closest("details")?.setAttribute("open", "");
    radio.checked = true;
    radio.focus();
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };

  const press = (selector) => {
    const button = document.querySelector(selector);
    button?.click();
    return Boolean(button);
  };

  const write = () => {
    const field = form()?.querySelector("textarea");
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
    return Boolean(field);
  };

  const keys = {
    c: () => rate("c"),
    d: () => rate("d"),
    u: () => rate("u"),
    n: () => rate("n"),
    r: write,
    s: () => press("[data-key=skip]"),
    x: () => press("[data-key=release]"),
    "?": () => press("[data-key=help]"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      const sending = document.activeElement.closest("form[method=post]") ?? form();
      if (sending) {
        event.preventDefault();
        sending.requestSubmit();
      }
      return;
    }
    if (event.key === "Escape" && typing(document.activeElement)) {
      document.activeElement.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !on()) return;
    if (event.key === "Enter" && event.target.matches("input[name=rating]")) {
      event.preventDefault();
      event.target.form.requestSubmit();
      return;
    }
    if (Object.hasOwn(keys, event.key) && keys[event.key]()) event.preventDefault();
  });

  document.addEventListener("change", ({ target }) => {
    if (!target.matches("[data-shortcuts]")) return;
    localStorage.setItem(SWITCH, target.checked ? "on" : "off");
  });
  for (const box of document.querySelectorAll("[data-shortcuts]")) {
    box.checked = on();
    box.closest("[hidden]")?.removeAttribute("hidden");
  }

  // A second press must not send a second time.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    else if (!event.target.hasAttribute("hx-post")) event.target.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => {
    for (const sent of document.querySelectorAll("form[data-sent]")) delete sent.dataset.sent;
  });
})();
