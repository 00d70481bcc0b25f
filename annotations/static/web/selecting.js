// Selecting words of an article: where they stand, and what to make of them.
"use strict";
(() => {
  const prose = () => document.querySelector("[data-markable]");
  const bar = () => document.querySelector("[data-mark-bar]");
  const spanForm = () =>
    [...document.querySelectorAll("#panel [data-span]")].find((span) => span.checkVisibility());
  let marked = null;

  // Offsets count code points, as the service does, not the UTF-16 units of the browser.
  const offset = (node, at) => {
    const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!line) return null;
    const before = document.createRange();
    before.setStart(line, 0);
    before.setEnd(node, at);
    return Number(line.dataset.start) + [...before.toString()].length;
  };

  // The selection's part in the text: a triple click ends at the next line's start, or beyond.
  const selectedRange = () => {
    const selection = document.getSelection();
    if (!prose() || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0).cloneRange();
    if (!prose().contains(range.startContainer)) return null;
    if (!prose().contains(range.endContainer)) range.setEndAfter(prose().lastElementChild);
    const lines = [...prose().querySelectorAll("[data-start]")].filter((line) => range.intersectsNode(line));
    const last = lines.at(-1);
    if (last && !last.contains(range.endContainer)) range.setEnd(last, last.childNodes.length);
    return range;
  };

  const selected = () => {
    const range = selectedRange();
    if (!range || !range.toString().trim()) return null;
    const start = offset(range.startContainer, range.startOffset);
    const end = offset(range.endContainer, range.endOffset);
    return start === null || end === null || end <= start
      ? null
      : { start, end, words: range.toString().trim() };
  };

  document.addEventListener("selectionchange", () => {
    if (!bar() || document.activeElement.matches("textarea, input")) return;
    marked = selected();
    bar().hidden = !marked;
    if (!marked) return;
    const { start, end, words } = marked;
    bar().querySelector("[data-marked]").textContent =
      words.length > 60 ? `“${words.slice(0, 28)} … ${words.slice(-28)}”` : `“${words}”`;
    bar().querySelector("[data-fill]").hidden = !spanForm();
    for (const link of bar().querySelectorAll("[data-mark]")) {
      link.search = new URLSearchParams({ start, end });
    }
  });

  const dismiss = () => {
    document.getSelection().removeAllRanges();
    bar().hidden = true;
  };

  const fill = () => {
    const span = spanForm();
    const quote = span.querySelector("textarea");
    quote.value = marked.words;
    span.querySelector("input[type=hidden]").value = marked.start;
    dismiss();
    quote.focus();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-mark]");
    if (event.target.closest("[data-fill]")) fill();
    else if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const address = link.getAttribute("href");
      dismiss();
      htmx.ajax("GET", address, { target: "#panel", push: address });
    }
  });

  // A press keeps the selection, and the end of one is no click on the claim it lies in.
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-mark-bar]")) event.preventDefault();
  });
  document.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest("[data-markable] a") || !event.detail || !selected()) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );

  // Words typed by hand stand where they stand, not where the selection was.
  document.addEventListener("input", ({ target }) => {
    const span = target.closest("[data-span]");
    if (span && target.matches("textarea")) span.querySelector("input[type=hidden]").value = "";
  });
})();
