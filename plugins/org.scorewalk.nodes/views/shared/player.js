// SPDX-License-Identifier: Apache-2.0
// The bar of a view that plays through steps of time: buttons, slider, speed and keys.
"use strict";

/**
 * Fills a toolbar with the controls of a player.
 * @param bar the toolbar; its controls get the ids first, back, play, next, last, time, label and speed
 * @param o state: receives `playing` and `speed`; words: titles of first, back, next, last and the slider; note: words
 *   before the slider, or none; width: of the words behind it; speeds: which there are, or none;
 *   at(): the step that is shown; last(): the last one, from 0; go(i): shows another one; rate(): steps a second;
 *   advance(n): this many steps are due, or none where the player goes from step to step and ends at the last;
 *   played(): it began or ended, if somebody wants to know; keys(): whether keys of the page move it, or none
 */
function player(bar, o) {
  const { state } = o;
  const make = (tag, parent, attributes = {}, text = "") => {
    const e = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => e.setAttribute(name, value));
    e.textContent = text;
    parent.append(e);
    return e;
  };

  const group = make("span", bar, { class: "group" });
  const button = (id, sign, title, key) =>
    make("button", group, { id, title: title + " (" + key + ")", "aria-label": title }, sign);
  const first = button("first", "|◀", o.words.first, "Home");
  const back = button("back", "◀", o.words.back, "arrow left");
  const toggle = make("button", group, { id: "play", title: "Play or pause (space)", "aria-pressed": "false" }, "Play");
  const next = button("next", "▶", o.words.next, "arrow right");
  const last = button("last", "▶|", o.words.last, "End");
  const slot = o.note ? make("label", bar, { class: "grow" }) : bar;
  if (o.note) {
    make("span", slot, { class: "note" }, o.note);
  }
  const slider = make("input", slot, {
    id: "time",
    class: "grow",
    type: "range",
    min: "0",
    max: "0",
    step: "1",
    value: "0",
    "aria-label": o.words.slider,
  });
  const label = make("output", bar, { id: "label", for: "time", style: "min-width: " + o.width });
  const speed = make("select", make("label", bar, {}, "Speed "), { id: "speed" });
  for (const s of o.speeds || [0.25, 0.5, 1, 2, 4]) {
    make("option", speed, { value: String(s) }, (s === 0.25 ? "¼" : s === 0.5 ? "½" : s) + " ×");
  }
  speed.value = String(state.speed);

  let frame = 0;
  let lastTime = 0;
  let due = 0;

  function play(on) {
    const start = on && !state.playing;
    state.playing = on;
    toggle.textContent = on ? "Pause" : "Play";
    toggle.setAttribute("aria-pressed", String(on));
    if (!on) {
      cancelAnimationFrame(frame);
    }
    if (start) {
      if (o.at() >= o.last()) {
        o.go(0);
      }
      lastTime = 0;
      due = 0;
      frame = requestAnimationFrame(tick);
    }
    if (o.played) {
      o.played();
    }
  }

  function tick(now) {
    due += lastTime > 0 ? ((now - lastTime) / 1000) * o.rate() * state.speed : 0;
    lastTime = now;
    frame = requestAnimationFrame(tick);
    if (due >= 1) {
      const steps = Math.floor(due);
      due -= steps;
      if (o.advance) {
        o.advance(steps);
      } else if (o.at() < o.last()) {
        o.go(o.at() + 1);
      } else {
        play(false);
      }
    }
  }

  /** Goes to a step by hand, which ends the playing. */
  function to(i) {
    if (state.playing) {
      play(false);
    }
    o.go(Math.max(0, Math.min(o.last(), i)));
  }

  /** Shows where the player stands. */
  function show(text) {
    slider.max = String(Math.max(0, o.last()));
    slider.value = String(o.at());
    slider.setAttribute("aria-valuetext", text);
    label.textContent = text;
  }

  function setSpeed(value) {
    state.speed = value;
    speed.value = String(value);
  }

  /** From now on the controls and the keys work: a still picture needs none. */
  function connect() {
    const moves = {
      Home: () => to(0),
      ArrowLeft: () => to(o.at() - 1),
      ArrowRight: () => to(o.at() + 1),
      End: () => to(o.last()),
    };
    [[first, "Home"], [back, "ArrowLeft"], [next, "ArrowRight"], [last, "End"]].forEach(([b, key]) =>
      b.addEventListener("click", moves[key]));
    toggle.addEventListener("click", () => play(!state.playing));
    slider.addEventListener("input", () => to(Number(slider.value)));
    speed.addEventListener("input", () => setSpeed(Number(speed.value)));
    document.addEventListener("keydown", (event) => {
      const used = /^(SELECT|INPUT|TEXTAREA)$/.test(event.target.tagName)
        || (event.target.tagName === "BUTTON" && event.key === " ");
      const action = event.key === " " ? () => play(!state.playing) : moves[event.key];
      if (!used && action && !event.altKey && !event.ctrlKey && !event.metaKey && (!o.keys || o.keys())) {
        event.preventDefault();
        action();
      }
    });
  }

  return { play, to, show, setSpeed, connect, speeds: [...speed.options].map((e) => Number(e.value)) };
}
