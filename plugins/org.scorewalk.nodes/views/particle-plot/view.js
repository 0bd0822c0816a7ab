// SPDX-License-Identifier: Apache-2.0
// The view of the Particle Plot node: particles over time on a canvas. This script draws when something has
// changed, and connects the controls.
"use strict";

(() => {
  const { $, onInput, onClick } = scorewalk;
  const { state, info, tracks, shown, frameOf } = particles;
  const { canvas } = particleStage;
  let pending = false;
  let drawn = 0;

  function requestRender() {
    if (!pending) {
      pending = true;
      requestAnimationFrame(() => {
        pending = false;
        render();
      });
    }
  }

  function render() {
    particleStage.prepare($("stage").getBoundingClientRect()).forEach(drawPanel);
    drawn++;
    updateTexts();
  }

  function drawPanel(panel) {
    const { context } = particleStage;
    if (state.mode === "heat") {
      particleMarks.heat(panel);
    } else {
      particleDots.draw(panel);
    }
    context.save();
    context.beginPath();
    context.rect(panel.x, panel.y, panel.w, panel.h);
    context.clip();
    if (state.arrows && info.arrowValues) {
      particleMarks.arrows(panel);
    }
    if (state.outline) {
      particleMarks.outline(panel);
    }
    particleMarks.trails(panel);
    context.restore();
    particleAxes.draw(panel);
    if (panel.marginals) {
      particleMarks.marginals(panel);
    }
  }

  function updateTexts() {
    const list = shown();
    time.show(
      list.length === 1 ? particleWords.stepText(list[0]) : "Frame " + (state.frame + 1) + " of " + state.frames
    );
    if (!state.playing) {
      $("status").textContent = particleWords.amount(list);
      canvas.setAttribute("aria-label", "Particles at " + list.map(particleWords.describe).join("; ") + ".");
    }
    if (!$("numbersPanel").hidden) {
      $("numbersPanel").replaceChildren(particleWords.table(list));
    }
  }

  // ---------------------------------------------------------------- time

  const time = player($("timeBar"), {
    state,
    words: { first: "First frame", back: "One frame back", next: "One frame on", last: "Last frame", slider: "Frame" },
    note: "Time",
    width: "9em",
    speeds: [0.25, 0.5, 1, 2, 4, 10, 40],
    at: () => state.frame,
    last: () => state.frames - 1,
    go: setFrame,
    rate: () => info.framesPerSecond,
    advance: (n) => {
      state.frame = (state.frame + n) % state.frames;
      render();
    },
    played: requestRender,
  });

  function setFrame(frame) {
    state.frame = frame;
    requestRender();
  }

  // ---------------------------------------------------------------- controls

  const fileName = () =>
    "particle-plot-"
    + particleWords
      .stepText(shown()[0])
      .toLowerCase()
      .replace(/[^0-9a-z]+/g, "-");

  function savePng() {
    render();
    scorewalk.savePng(canvas, fileName());
  }

  async function saveGif() {
    const button = $("saveGif");
    button.disabled = true;
    try {
      const gif = info.animation || (await scorewalk.rpc("animation"));
      scorewalk.download(new Blob([scorewalk.bytes(gif)], { type: "image/gif" }), "particle-plot.gif");
      button.disabled = false;
    } catch (error) {
      $("note").textContent = "The animation is not in this file: it is the node's second output.";
    }
  }

  function connect() {
    const onChange = (id, action) => onInput(id, (e) => {
      action(e);
      requestRender();
    });
    onChange("run", (e) => { state.run = Number(e.value); available(); });
    onChange("mode", (e) => { state.mode = e.value; available(); });
    onChange("opacity", (e) => { state.opacity = Number(e.value); });
    onChange("accumulate", (e) => { state.accumulate = e.checked; });
    onChange("outline", (e) => { state.outline = e.checked; });
    onChange("arrows", (e) => { state.arrows = e.checked; });
    onChange("trails", (e) => { state.trails = Number(e.value); state.picked.clear(); });
    onChange("marginals", (e) => { state.marginals = e.checked; });
    onChange("numbers", (e) => { $("numbersPanel").hidden = !e.checked; });
    onClick("savePng", savePng);
    onClick("saveGif", saveGif);
    particlePointer.connect(requestRender);
    time.connect();
    new ResizeObserver(requestRender).observe($("stage"));
  }

  /** Shows the controls that have a meaning for these data. */
  function available() {
    const list = shown();
    $("runChoice").hidden = tracks.length < 2;
    $("outlineChoice").hidden = info.outlines.length === 0;
    $("arrowsChoice").hidden = !info.arrowValues;
    $("trailsChoice").hidden = !list.some((t) => t.particles && t.frames.length > 1);
    $("marginalsChoice").hidden = list.length > 1;
    $("opacityChoice").hidden = state.mode !== "points";
  }

  function fillRuns() {
    const select = $("run");
    select.append(new Option("all, side by side", "-1"));
    for (const track of tracks) {
      select.append(new Option(track.title, String(track.run)));
    }
  }

  /** What suits the data: chains of few particles are seen best as a map of all steps so far. */
  function choose() {
    const points = tracks.map((t) => Math.max(0, ...t.frames.filter((f) => f).map((f) => f.length / 2)));
    const chains = tracks.some((t) => !t.particles) && points.every((n) => n < 1000)
      && tracks.every((t) => !t.particles || (t.particles.length <= 4 && t.frames.length > 100));
    if (chains) {
      state.mode = "heat";
      state.accumulate = true;
      $("mode").value = "heat";
      $("accumulate").checked = true;
    }
    // one pass in half a minute at most
    const { speeds } = time;
    time.setSpeed(
      speeds.find((s) => s >= 1 && state.frames / (info.framesPerSecond * s) <= 30) || speeds[speeds.length - 1]
    );
    // the node's opacity suits ten thousand points; fewer have to be stronger to be seen
    const factor = Math.sqrt(Math.max(1, 10000 / Math.max(1, ...points)));
    state.opacity = Math.max(info.pointOpacity, Math.min(0.8, Number((info.pointOpacity * factor).toFixed(2))));
    $("opacity").value = String(state.opacity);
    if (!chains && tracks.every((t) => t.particles && t.particles.length <= 20)) {
      state.trails = 20;
      $("trails").value = "20";
    }
  }

  function begin() {
    fillRuns();
    particles.setFrames();
    choose();
    available();
    if (scorewalk.still()) {
      state.frame = state.frames - 1;
      render();
      scorewalk.deliver(canvas);
      return;
    }
    connect();
    render();
    if (state.frames > 1 && !scorewalk.reducedMotion.matches) {
      time.play(true);
    } else {
      setFrame(state.frames - 1);
    }
    particles.loadRest(requestRender);
  }

  // for tests and for curious people with a console
  window.particlePlot = {
    state, render, setFrame, play: time.play,
    frames: () => state.frames,
    drawn: () => drawn,
    missing: () => tracks.reduce((n, t) => n + particles.missing(t), 0),
    /** Where a particle is seen, in pixels of the page. */
    place: (panel, k) => {
      const p = particleStage.panels()[panel];
      const points = p.track.frames[frameOf(p.track)];
      const box = canvas.getBoundingClientRect();
      return [box.left + particleStage.toX(p, points[k]),
        box.top + particleStage.toY(p, points[points.length / 2 + k])];
    },
  };

  scorewalk.run({
    cannot: "The particles cannot be shown.",
    none: "There are no particles to show.\nExecute the node to see them.",
    read: particles.read,
    begin,
  });
})();
