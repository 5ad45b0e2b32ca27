// Everything works without this file. It only makes some things nicer.
(() => {
  "use strict";
  const one = (selector) => document.querySelector(selector);

  // Leave: nothing stays in the way back.
  const leave = one("form.leave-form");
  if (leave) {
    leave.addEventListener("submit", (event) => {
      event.preventDefault();
      const go = () => location.replace(leave.dataset.neutral);
      document.body.hidden = true;
      fetch(leave.action, { method: "POST", keepalive: true, body: new URLSearchParams() }).then(go, go);
      setTimeout(go, 700);
    });
    let escapes = 0;
    document.addEventListener("keydown", (event) => {
      escapes = event.key === "Escape" ? escapes + 1 : 0;
      if (escapes === 3) leave.requestSubmit();
    });
  }

  // The summary of errors takes the focus.
  const errors = one(".errors");
  if (errors) errors.focus();

  // A form is sent once.
  for (const form of document.querySelectorAll("form[data-once]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) { event.preventDefault(); return; }
      form.dataset.sent = "yes";
      const note = form.querySelector("[data-working]");
      if (note) note.hidden = false;
    });
  }

  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-once]")) delete form.dataset.sent;
  });

  // Does something after a while without a sign of life; never while a form is on its way, such as a long upload.
  const whenAlone = (seconds, act) => {
    let timer, isSending = false;
    const start = () => {
      clearTimeout(timer);
      if (!isSending) timer = setTimeout(act, Number(seconds) * 1000);
    };
    document.addEventListener("submit", () => { isSending = true; clearTimeout(timer); });
    for (const kind of ["keydown", "pointerdown", "input"]) document.addEventListener(kind, start, { passive: true });
    addEventListener("pageshow", () => { isSending = false; start(); });
  };

  // The page locks, and keeps what was typed.
  const lock = one("[data-lock-after]");
  if (lock) {
    whenAlone(lock.dataset.lockAfter, () => {
      lock.querySelector("input[name=vergrendel]").value = "1";
      lock.noValidate = true;
      lock.submit();
    });
  }

  // A page that shows a code goes away.
  const shown = one("[data-leave-after]");
  if (shown) whenAlone(shown.dataset.leaveAfter, () => location.replace(shown.dataset.leaveTo));

  // How many characters are left.
  for (const area of document.querySelectorAll("textarea[data-longest]")) {
    const count = document.getElementById(area.id + "-count");
    if (!count) continue;
    const show = () => {
      const left = Number(area.dataset.longest) - [...area.value].length;
      const text = left < 0 ? count.dataset.over : count.dataset.text;
      count.textContent = left < 2000 ? text.replace("{n}", Math.abs(left)) : "";
    };
    area.addEventListener("input", show);
    show();
  }

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // A busy answer tries again by itself.
  const again = one("form[data-again]");
  if (again) setTimeout(() => again.submit(), Number(again.dataset.again) * 1000);
})();
