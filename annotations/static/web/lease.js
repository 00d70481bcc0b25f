// The lease's clock: it counts down, and whoever works keeps the claim.
"use strict";
(() => {
  const RENEW_EVERY = 60_000;
  const ENDING = 120;
  let renewedAt = -Infinity;

  const lease = () => document.querySelector("[data-seconds-left]");

  // Counted from when it arrived, since this machine's clock need not be the server's.
  const deadlines = new WeakMap();
  const secondsLeft = (box) => {
    if (!deadlines.has(box)) {
      deadlines.set(box, performance.now() + Number(box.dataset.secondsLeft) * 1000);
    }
    return Math.max(0, Math.round((deadlines.get(box) - performance.now()) / 1000));
  };

  const tick = () => {
    const box = lease();
    if (!box) return;
    const left = secondsLeft(box);
    const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    box.querySelector("[data-clock]").textContent = clock;
    box.classList.toggle("ending", left <= ENDING);
    const warning = box.querySelector("[data-warning]");
    const said = left === 0 ? warning.dataset.lapsed : left <= ENDING ? warning.dataset.ending : "";
    if (warning.textContent !== said) warning.textContent = said;
  };

  const renew = () => {
    if (!lease() || performance.now() - renewedAt < RENEW_EVERY) return;
    renewedAt = performance.now();
    htmx.trigger(lease(), "renew");
  };

  for (const kind of ["keydown", "pointerdown", "wheel", "input", "touchstart"]) {
    document.addEventListener(kind, renew, { passive: true });
  }
  tick();
  setInterval(tick, 1000);
})();
