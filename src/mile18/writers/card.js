"use strict";
(() => {
  const two = (n) => String(n).padStart(2, "0");
  const minutes = (s) => Math.floor(s / 60) + ":" + two(s % 60);
  const parts = (id) => {
    const box = document.getElementById(id);
    box.hidden = false;
    return [box, ...["button", "output", "p"].map((tag) => box.querySelector(tag))];
  };

  // Clock time rather than ticks counted: a locked phone stops the ticks, not the cramp.
  const [hold, holdButton, holdTime, holdWords] = parts("hold");
  let since = 0;
  let counting = 0;
  const showHold = () => {
    const seconds = Math.floor((Date.now() - since) / 1000);
    holdTime.textContent = minutes(seconds);
    if (seconds >= Number(hold.dataset.mark) && !holdWords.textContent) {
      holdWords.textContent = hold.dataset.words;
      if (navigator.vibrate) navigator.vibrate(200);
    }
  };
  holdButton.addEventListener("click", () => {
    if (counting) {
      clearInterval(counting);
      counting = 0;
      showHold();
      holdButton.textContent = "Count again";
      return;
    }
    since = Date.now();
    holdWords.textContent = "";
    holdButton.textContent = "It let go: stop";
    showHold();
    counting = setInterval(showHold, 200);
  });

  const [hour, hourButton, hourTime, hourWords] = parts("hour");
  const key = "mile18-hour " + location.pathname;
  let end = 0;
  let running = 0;
  // Some phones keep nothing for a file; the hour then lasts as long as the page is open.
  const kept = (value) => {
    try {
      if (value === undefined) return Number(localStorage.getItem(key)) || 0;
      localStorage.setItem(key, value);
    } catch {
      return 0;
    }
    return 0;
  };
  const showHour = () => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    const at = new Date(end);
    hourTime.textContent = minutes(left);
    hourWords.textContent = left
      ? "Take it easier until " + two(at.getHours()) + ":" + two(at.getMinutes()) + "."
      : hour.dataset.words;
    if (!left) {
      clearInterval(running);
      if (navigator.vibrate) navigator.vibrate(200);
    }
  };
  const startHour = (until) => {
    end = until;
    hourButton.textContent = "Start the hour again";
    clearInterval(running);
    running = setInterval(showHour, 500);
    showHour();
  };
  hourButton.addEventListener("click", () => {
    const until = Date.now() + Number(hour.dataset.seconds) * 1000;
    kept(String(until));
    startHour(until);
  });
  if (kept() > Date.now()) startHour(kept());

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    if (counting) showHold();
    if (end) showHour();
  });
})();
