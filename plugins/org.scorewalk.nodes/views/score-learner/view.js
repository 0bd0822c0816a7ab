// SPDX-License-Identifier: Apache-2.0
// The view of the Score Learner node: losses, and what the learned score does at each noise level. This script has the
// controls and shows the level that the player is at.
"use strict";

(() => {
  const { $, onInput, onClick } = scorewalk;
  const { state, info, now, dimension } = learner;
  const LEVELS_PER_SECOND = 2;
  let chart;
  /** Draws what the score does: learnerField, learnerLine or learnerNoisy. */
  let shown;
  let drawn = 0;

  // it ends at the smallest noise: that is the score function's own score
  const time = player($("timeBar"), {
    state,
    words: {
      first: "Largest noise",
      back: "More noise",
      next: "Less noise",
      last: "Smallest noise",
      slider: "Noise level",
    },
    note: "Noise",
    width: "6em",
    at: () => state.frame,
    last: () => now.levels.length - 1,
    go: setLevel,
    rate: () => LEVELS_PER_SECOND,
  });

  function setLevel(level) {
    state.frame = level;
    show();
  }

  /** Brings all that tells of the chosen level up to date. */
  function show() {
    time.show("σ = " + scorewalk.number(Number(learner.current().sigma.toPrecision(2))));
    shown.draw();
    drawn++;
  }

  /** Which picture there is, and the controls that have a meaning for it. */
  function choose() {
    const next =
      dimension() === 1 ? learnerLine : dimension() === 2 && $("show").value === "field" ? learnerField : learnerNoisy;
    if (next !== shown) {
      shown = next;
      shown.create(chart);
    }
    $("showChoice").hidden = dimension() !== 2;
    $("densityChoice").hidden = shown !== learnerField;
    scorewalk.hide(".pair", shown !== learnerNoisy || dimension() < 3);
  }

  function status() {
    const { step, loss, validation, seconds } = now.losses;
    const end = step.length - 1;
    let text =
      scorewalk.count(step[end])
      + (step[end] === 1 ? " step" : " steps")
      + " in "
      + scorewalk.number(seconds[end])
      + " s by "
      + info.method.toLowerCase()
      + " on "
      + scorewalk.count(info.rows - info.validationRows)
      + " rows. Last loss "
      + scorewalk.number(loss[end]);
    if (learnerLosses.validated()) {
      const k = learnerLosses.best();
      text += ", validation loss " + scorewalk.number(validation[end]) + (k === end ? ", its lowest"
        : "; the lowest was " + scorewalk.number(validation[k]) + " at step " + scorewalk.count(step[k])) + ". ";
    } else {
      text += ". No rows were kept for validation. ";
    }
    text += "Noise is in standard deviations of the columns";
    const some = [];
    if (now.rows[0].length < info.rows) {
      some.push(scorewalk.count(now.rows[0].length) + " of " + scorewalk.count(info.rows) + " rows");
    }
    if (info.columns.length < dimension()) {
      some.push("the first " + info.columns.length + " of " + dimension() + " columns");
    }
    $("status").textContent = text + (some.length > 0 ? "; " + some.join(" and ") + " are shown." : ".");
  }

  const pictures = () => [learnerLosses.handle(), ...shown.handles()];

  function build(data) {
    learner.read(data);
    document.body.classList.add("tall");
    info.columns.forEach((name, i) => {
      $("x").append(new Option(name, String(i)));
      $("y").append(new Option(name, String(i)));
    });
    $("y").value = String(Math.min(1, info.columns.length - 1));
    learnerLosses.create($("loss"));
    chart = charts.create($("picture"), { onResize: () => shown.draw() });
    choose();
    learnerLosses.draw();
    setLevel(now.levels.length - 1);
    status();
  }

  function connect() {
    onInput("along", learnerLosses.draw);
    onInput("show", () => {
      choose();
      show();
    });
    for (const id of ["x", "y", "density", "real"]) {
      onInput(id, show);
    }
    onInput("numbers", (e) => {
      $("numbersPanel").hidden = !e.checked;
      learnerLosses.table($("numbersPanel"));
    });
    onClick("reset", () => charts.zoomOut(learnerLosses.handle()));
    onClick("savePng", () => charts.save(pictures(), "score-learner"));
    time.connect();
  }

  function begin() {
    if (scorewalk.still()) {
      charts.deliver(pictures());
      return;
    }
    connect();
    if (!scorewalk.reducedMotion.matches) {
      time.play(true);
    }
    learner.loadRest(show);
  }

  // for tests and for curious people with a console
  window.scoreLearner = {
    state,
    drawn: () => drawn,
    sigma: () => learner.current().sigma,
    levels: () => now.levels.length,
    missing: () => now.levels.filter((l) => !l).length,
    level: () => learner.current(),
    density: learnerDensity.plane,
    loss: learnerLosses.handle,
    pictures,
  };

  scorewalk.run({
    cannot: "The training cannot be shown.",
    none: "There is no training to show.\nExecute the node to see it.",
    read: build,
    begin,
  });
})();
