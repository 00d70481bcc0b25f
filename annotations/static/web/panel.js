// The panel beside an article: which claim is picked in the text, and where the focus goes.
"use strict";
(() => {
  const claimLinks = () => document.querySelectorAll("[data-claim]");

  const pick = (claim) => {
    for (const link of claimLinks()) {
      if (link.dataset.claim === claim) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  document.addEventListener("htmx:afterSwap", ({ detail }) => {
    if (detail.target.id !== "panel") return;
    const shown = detail.target.querySelector("[data-shown-claim]");
    if (shown) pick(shown.dataset.shownClaim);
    detail.target.scrollTop = 0;
    const alert = detail.target.querySelector("[role=alert], [aria-invalid=true]");
    (alert || detail.target.querySelector("[data-focus]"))?.focus();
  });

  const wide = () => window.matchMedia("(min-width: 64rem)").matches;

  // Who comes by a link to a claim sees it in its place.
  window.addEventListener("load", () => {
    if (wide()) document.querySelector(".prose [aria-current]")?.scrollIntoView({ block: "center" });
  });

  // Where somebody clicked decides what scrolls: on a wide screen nothing, on a phone the panel.
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (detail.target.id !== "panel") return;
    if (!wide()) detail.target.scrollIntoView();
  });

  document.addEventListener("claim-changed", ({ detail }) => {
    for (const link of claimLinks()) {
      if (link.dataset.claim === String(detail.claim)) link.dataset.state = detail.state;
    }
  });

  const announce = (...sentences) => {
    const note = document.createElement("p");
    note.className = "note bad";
    note.textContent = sentences.filter(Boolean).join(" ");
    document.getElementById("messages").replaceChildren(note);
  };
  const KEPT = "What you wrote is still here; try again.";

  // A whole page (signed out, expired, gone) has no place in a panel: its words are enough.
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (!/^\s*<!doctype/i.test(detail.xhr.responseText)) return;
    detail.shouldSwap = false;
    const page = new DOMParser().parseFromString(detail.xhr.responseText, "text/html");
    announce(...[...page.querySelectorAll("main h1, main h1 ~ p:not(:has(a))")].map(
      (said) => said.textContent.trim().replace(/([^.])$/, "$1."),
    ));
  });
  document.addEventListener("htmx:sendError", () => {
    announce("The service cannot be reached.", KEPT);
  });
})();
