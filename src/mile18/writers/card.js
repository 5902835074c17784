"use strict";
(() => {
  const two = (n) => String(n).padStart(2, "0");
  const minutes = (s) => Math.floor(s / 60) + ":" + two(s % 60);
  const parts = (id) => {
    const box = document.getElementById(id);
    if (!box) return [];
    box.hidden = false;
    return [box, ...["button", "output", "p"].map((tag) => box.querySelector(tag))];
  };
  // Some phones keep nothing for a file; a count then lasts as long as the page is open.
  const kept = (name, value) => {
    const key = "mile18-" + name + " " + location.pathname;
    try {
      if (value === undefined) return Number(localStorage.getItem(key)) || 0;
      localStorage.setItem(key, String(value));
    } catch {
      return 0;
    }
    return 0;
  };
  const buzz = () => navigator.vibrate && navigator.vibrate(200);
  let lock = null;
  const stayAwake = async (on) => {
    try {
      if (on && navigator.wakeLock) lock = await navigator.wakeLock.request("screen");
      else if (lock) await lock.release();
    } catch {
      lock = null;
    }
  };

  // Clock time rather than ticks counted: a locked phone stops the ticks, not the cramp.
  const [hold, holdButton, holdTime, holdWords] = parts("hold");
  const longest = 3600;
  let since = 0;
  let counting = 0;
  const showHold = () => {
    // A clock set back must not count below nothing.
    if (Date.now() < since) since = Date.now();
    const seconds = Math.floor((Date.now() - since) / 1000);
    holdTime.textContent = minutes(seconds);
    if (seconds >= Number(hold.dataset.mark) && !holdWords.textContent) {
      holdWords.textContent = hold.dataset.words;
      buzz();
    }
  };
  const startHold = (from) => {
    since = from;
    kept("hold", from);
    holdWords.textContent = "";
    holdButton.textContent = "It let go: stop";
    counting = setInterval(showHold, 200);
    showHold();
    stayAwake(true);
  };
  holdButton.addEventListener("click", () => {
    if (!counting) return startHold(Date.now());
    clearInterval(counting);
    counting = 0;
    showHold();
    kept("hold", 0);
    holdButton.textContent = "Count again";
    stayAwake(false);
  });
  const held = kept("hold");
  if (held && Date.now() >= held && Date.now() - held < longest * 1000) startHold(held);

  const [hour, hourButton, hourTime, hourWords] = parts("hour");
  let end = 0;
  let running = 0;
  let sure = 0;
  const whole = hour ? Number(hour.dataset.seconds) * 1000 : 0;
  const showHour = () => {
    // Whatever becomes of the clock, an hour is never longer than an hour.
    if (end - Date.now() > whole) end = Date.now() + whole;
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const at = new Date(end);
    hourTime.textContent = minutes(left);
    hourWords.textContent = left
      ? "Take it easier until " + two(at.getHours()) + ":" + two(at.getMinutes()) + "."
      : hour.dataset.words;
    if (!left && running) {
      clearInterval(running);
      running = 0;
      kept("hour", 0);
      hourButton.textContent = "Start the hour";
      buzz();
    }
  };
  const startHour = (until) => {
    end = until;
    kept("hour", until);
    clearTimeout(sure);
    sure = 0;
    hourButton.textContent = "Start the hour again";
    clearInterval(running);
    running = setInterval(showHour, 500);
    showHour();
  };
  if (hour) {
    hourButton.addEventListener("click", () => {
      // One stray touch must not lose the hour that runs.
      if (running && !sure) {
        hourButton.textContent = "Touch again to start anew";
        sure = setTimeout(() => {
          sure = 0;
          if (running) hourButton.textContent = "Start the hour again";
        }, 4000);
        return;
      }
      startHour(Date.now() + whole);
    });
    const until = kept("hour");
    if (until > Date.now()) startHour(until);
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    if (counting) {
      showHold();
      stayAwake(true);
    }
    if (running) showHour();
  });
})();
