// SPDX-License-Identifier: Apache-2.0
// The view of the GAN Trainer node: losses, and what the generator makes of the same noise along the training.
"use strict";

(() => {
  const { $, onInput, onClick } = scorewalk;
  const FRAMES_PER_SECOND = 3;
  const MARKED_POINTS = 60;
  const TABLE_ROWS = 500;

  const state = { frame: 0, playing: false, speed: 1 };
  let info;
  let frames = [];
  let epochs;
  let rows;
  let real;
  let loss;
  let grid;
  let realGrid;
  let large;
  let scatter;
  let histograms;
  let onPage;
  let drawn = 0;

  // ---------------------------------------------------------------- data

  /** Points of a curve: arrays epoch, iteration, d, g, seconds. */
  function curve(base64) {
    const count = (base64.length * 3) / 4 / 8 / 5;
    const [epoch, iteration, d, g, seconds] = gan.columns(base64, Math.floor(count));
    return { epoch, iteration, d, g, seconds };
  }

  function readData(data) {
    info = JSON.parse(data.description);
    gan.check(info);
    epochs = curve(data.epochLosses);
    rows = data.rowLosses ? curve(data.rowLosses) : null;
    frames = info.epochs.map((epoch) => ({ epoch, here: false, pictures: [], columns: [] }));
    data.frames.forEach(addFrame);
    real = { pictures: data.real.pictures, columns: data.real.values ? byColumn(data.real.values) : [] };
  }

  const byColumn = (values) => gan.columns(values, Math.floor((values.length * 3) / 4 / 8 / info.shownColumns));

  function addFrame(frame) {
    const f = frames[frame.index];
    f.pictures = frame.pictures;
    f.columns = frame.values ? gan.columns(frame.values, info.shown) : [];
    f.here = true;
  }

  /** Asks for the samples that did not come with the page; a saved file has nobody to ask and keeps what it has. */
  async function loadRest() {
    for (;;) {
      const from = frames.findIndex((f) => !f.here);
      if (from < 0) {
        break;
      }
      let to = from;
      while (to + 1 < frames.length && !frames[to + 1].here) {
        to++;
      }
      try {
        const answer = await scorewalk.rpc("frames", from, to);
        if (!answer || answer.length === 0) {
          throw new Error("no samples");
        }
        answer.forEach(addFrame);
      } catch (error) {
        const all = frames.length;
        const epoch = frames[state.frame].epoch;
        frames = frames.filter((f) => f.here);
        $("loading").textContent = "This file holds the samples of " + frames.length + " of " + all + " epochs.";
        setFrame(Math.max(0, frames.findIndex((f) => f.epoch >= epoch)));
        return;
      }
      const loaded = frames.filter((f) => f.here).length;
      $("loading").textContent = loaded < frames.length ? "Loading samples: " + loaded + " of " + frames.length + " epochs" : "";
      show();
    }
  }

  /** The samples that are shown: those of the wanted epoch, or of the last one before that is here. */
  function current() {
    let k = state.frame;
    while (k > 0 && !frames[k].here) {
      k--;
    }
    return frames[k];
  }

  // ---------------------------------------------------------------- losses

  /** Iterations of a whole epoch. */
  function perEpoch() {
    let most = 1;
    let before = info.firstIteration;
    for (const iteration of epochs.iteration) {
      most = Math.max(most, iteration - before);
      before = iteration;
    }
    return most;
  }

  /** Where the points of a curve lie on the chosen axis. */
  function places(points, along) {
    if (along !== "epoch") {
      return points[along];
    }
    if (points === epochs) {
      return points.epoch;
    }
    const n = perEpoch();
    const ends = new Map();
    let before = info.firstIteration;
    epochs.epoch.forEach((e, k) => {
      ends.set(e, before);
      before = epochs.iteration[k];
    });
    return points.epoch.map((e, k) => e - 1 + Math.min(1, (points.iteration[k] - (ends.has(e) ? ends.get(e) : points.iteration[k] - n)) / n));
  }

  const names = { epoch: "epoch", iteration: "iteration", seconds: "seconds since training began" };

  function drawLoss() {
    const along = $("along").value;
    const within = rows && $("rows").checked;
    const x = places(epochs, along);
    const few = x.length <= MARKED_POINTS;
    const series = [];
    const add = (name, points, at, key, color, more) => series.push({ type: "line", name, ...charts.line, animation: false,
      data: Array.from(at, (v, k) => [v, Number.isFinite(points[key][k]) ? points[key][k] : null]), itemStyle: { color }, connectNulls: true, ...more });
    if (within) {
      const at = places(rows, along);
      const thin = (color) => ({ lineStyle: { width: 1, color, opacity: 0.35 }, silent: true, tooltip: { show: false }, sampling: "lttb" });
      add("within", rows, at, "d", gan.REAL, thin(gan.REAL));
      add("within", rows, at, "g", gan.GENERATED, thin(gan.GENERATED));
    }
    const bold = (color, type) => ({ lineStyle: { width: 2, color, type }, symbol: few ? "circle" : "none", symbolSize: 5, showSymbol: few });
    add("discriminator", epochs, x, "d", gan.REAL, bold(gan.REAL, "solid"));
    add("generator", epochs, x, "g", gan.GENERATED, bold(gan.GENERATED, [7, 3]));
    if (info.equilibrium) {
      series[series.length - 2].markLine = level(2 * Math.LN2, "2 log 2");
      series[series.length - 1].markLine = level(Math.LN2, "log 2");
    }
    series.push({ id: "now", type: "line", data: [], silent: true, animation: false, markLine: now() });
    loss.draw({
      grid: { left: 12, right: info.equilibrium ? 52 : 20, top: 44, bottom: scorewalk.still() ? 26 : 56, containLabel: true },
      legend: { data: ["discriminator", "generator"], right: 8, left: "auto" },
      xAxis: charts.axis(names[along], { min: start(along, within), max: "dataMax", minInterval: along === "seconds" ? 0 : 1, nameGap: 24, splitLine: { show: false } }),
      yAxis: charts.yAxis("loss (" + info.loss.toLowerCase() + ")"),
      dataZoom: [...charts.zoom("x"), ...(scorewalk.still() ? [] : [slider()])],
      tooltip: { trigger: "axis", formatter: (items) => lossTip(items[0].value[0]) },
      series,
    }, lossWords());
  }

  /** Where the axis begins: a curve within epochs begins before the first one is over, as does the only epoch. */
  function start(along, within) {
    const first = epochs.epoch[0];
    return { epoch: within || epochs.epoch.length === 1 ? first - 1 : first, iteration: info.firstIteration, seconds: 0 }[along];
  }

  const slider = () => ({ type: "slider", xAxisIndex: 0, filterMode: "none", height: 16, bottom: 6, left: 60, right: 24, showDetail: false,
    brushSelect: false, borderColor: charts.color("line"), fillerColor: "rgba(128,128,128,0.25)", showDataShadow: false,
    handleStyle: { color: charts.color("soft") }, moveHandleSize: 0 });

  /** What both losses are where the discriminator cannot tell: Goodfellow et al. 2014, theorem 1. */
  const level = (value, label) => ({ silent: true, symbol: "none", animation: false, data: [{ yAxis: value }],
    label: { formatter: label, position: "end", color: charts.color("soft"), fontSize: 10 },
    lineStyle: { type: [2, 4], width: 1, color: charts.color("soft") } });

  /** A line at the epoch whose samples are shown. */
  function now() {
    if (frames.length === 0) {
      return { data: [] };
    }
    const k = epochs.epoch.findIndex((e) => e >= frames[state.frame].epoch);
    const at = places(epochs, $("along").value)[k < 0 ? epochs.epoch.length - 1 : k];
    return { silent: true, symbol: "none", animation: false, data: [{ xAxis: at }], label: { show: false },
      lineStyle: { type: "solid", width: 1.5, color: charts.color("soft") } };
  }

  function lossTip(x) {
    const at = places(epochs, $("along").value);
    let k = 0;
    at.forEach((v, i) => { k = Math.abs(v - x) < Math.abs(at[k] - x) ? i : k; });
    return charts.tip(["epoch " + epochs.epoch[k] + ", iteration " + scorewalk.count(epochs.iteration[k]),
      "discriminator " + scorewalk.number(epochs.d[k]), "generator " + scorewalk.number(epochs.g[k]),
      scorewalk.number(epochs.seconds[k]) + " s"]);
  }

  function lossWords() {
    const end = epochs.epoch.length - 1;
    const part = (name, v) => name + " from " + scorewalk.number(v[0]) + " to " + scorewalk.number(v[end]) + ", lowest "
      + scorewalk.number(v.reduce((a, b) => Math.min(a, Number.isNaN(b) ? a : b), Infinity));
    return "Losses of epochs " + epochs.epoch[0] + " to " + epochs.epoch[end] + ": " + part("discriminator", epochs.d) + "; "
      + part("generator", epochs.g) + "."
      + (info.equilibrium ? " A discriminator that cannot tell has a loss of 1.386, and the generator then 0.693: the dotted lines." : "");
  }

  function lossTable() {
    const number = (name, text = scorewalk.number) => ({ title: name, number: true, text });
    const every = Math.ceil(epochs.epoch.length / TABLE_ROWS);
    const list = [];
    epochs.epoch.forEach((e, k) => {
      if (k % every === 0 || k === epochs.epoch.length - 1) {
        list.push([e, epochs.iteration[k], epochs.d[k], epochs.g[k], epochs.seconds[k]]);
      }
    });
    charts.table($("numbersPanel"), [number("epoch", String), number("iteration", scorewalk.count), number("discriminator loss"),
      number("generator loss"), number("seconds")], list, { caption: every > 1 ? "Every " + every + "th epoch" : "Mean losses of each epoch" });
  }

  /** A click goes to the samples next to it. */
  function lossClick(event) {
    const at = loss.chart.convertFromPixel({ xAxisIndex: 0 }, event.offsetX);
    if (!loss.chart.containPixel({ gridIndex: 0 }, [event.offsetX, event.offsetY]) || frames.length === 0) {
      return;
    }
    const along = places(epochs, $("along").value);
    const position = (f) => along[Math.max(0, epochs.epoch.findIndex((e) => e >= f.epoch))];
    let best = 0;
    frames.forEach((f, i) => { best = Math.abs(position(f) - at) < Math.abs(position(frames[best]) - at) ? i : best; });
    time.to(best);
  }

  // ---------------------------------------------------------------- samples

  function startImages() {
    const ratio = info.height / info.width;
    $("imagePanels").hidden = false;
    const common = { ratio, caption: () => "", captions: () => false, size: () => Number($("size").value) };
    grid = gan.pictures($("grid"), { ...common,
      count: () => info.shown,
      png: (i) => current().pictures[i],
      title: (i) => "Sample " + (i + 1) + ", epoch " + current().epoch,
      open: (i) => large.open(i),
    });
    realGrid = gan.pictures($("realGrid"), { ...common,
      count: () => real.pictures.length,
      png: (i) => real.pictures[i],
      title: (i) => "Real image " + (i + 1),
      open: (i) => largeReal.open(i),
    });
    const largeReal = gan.large({
      ratio,
      count: () => real.pictures.length,
      png: (i) => real.pictures[i],
      text: (i) => "Real image " + (i + 1) + " of " + real.pictures.length + " shown",
      name: (i) => "real-" + (i + 1),
      moved: (i) => realGrid.activate(i),
      closed: () => realGrid.focus(),
    });
    large = gan.large({
      ratio,
      count: () => info.shown,
      png: (i) => current().pictures[i],
      text: (i) => "Sample " + (i + 1) + " of " + info.shown + ", epoch " + current().epoch,
      name: (i) => "sample-" + (i + 1) + "-epoch-" + current().epoch,
      moved: (i) => grid.activate(i),
      closed: () => grid.focus(),
      key: (key) => {
        const by = { ArrowUp: -1, ArrowDown: 1 }[key];
        return by && (time.to(state.frame + by), true);
      },
      strip: (i) => frames.map((f, k) => ({ f, k })).filter((e) => e.f.here).map(({ f, k }) => ({
        png: f.pictures[i], short: String(f.epoch), label: "Epoch " + f.epoch, current: f === current(), choose: () => time.to(k) })),
    });
    const side = Math.sqrt(($("imagePanels").clientWidth * Math.max(200, $("imagePanels").clientHeight * 0.6)) / Math.max(1, info.shown)) - 12;
    $("size").value = String(Math.max(40, Math.min(140, side)));
  }

  function showImages() {
    const withReal = $("real").checked;
    $("gridTitle").textContent = "Epoch " + current().epoch + ", always of the same noise"
      + (info.shown < info.samples ? " (the first " + info.shown + " of " + info.samples + ")" : "");
    $("realTitle").textContent = "Real images, some of those that are learned";
    $("realTitle").hidden = !withReal;
    $("realGrid").hidden = !withReal;
    // the real ones take what is left
    $("grid").style.flex = withReal ? "0 1 auto" : "1 1 auto";
    grid.refresh();
    realGrid.refresh();
    large.refresh();
  }

  function startNumbers() {
    $("numberPanels").hidden = false;
    ganNumbers.choices($("x"), $("y"), info.columns.slice(0, info.shownColumns));
    scatter = charts.create($("scatter"));
    histograms = charts.create($("histograms"), { onResize: drawHistograms });
    onPage = ganNumbers.pager($("histograms"), info.shownColumns, info.columns.length, drawHistograms);
  }

  function drawScatter() {
    const x = Number($("x").value);
    const y = Number($("y").value);
    const limits = (j) => ganNumbers.limits(info.minimum[j], info.maximum[j]);
    const points = (columns) => (columns.length === 0 ? [] : Array.from(columns[x], (v, r) => [v, columns[y][r]]));
    // the generated ones are few where a user asks for few, and have to be seen on the real ones
    const many = Math.max(current().columns[0].length, real.columns[0].length) > 500;
    const cloud = (name, data, color, symbol) => ({ type: "scatter", name, data, symbol, symbolSize: many ? 4 : 6,
      itemStyle: { color, opacity: many ? 0.5 : 0.75 }, animation: false });
    const generated = points(current().columns);
    const series = [cloud("generated", generated, gan.GENERATED, "circle")];
    if ($("real").checked) {
      series.unshift(cloud("real", points(real.columns), gan.REAL, "diamond"));
    }
    scatter.draw({
      grid: { left: 12, right: 18, top: 44, bottom: 26, containLabel: true },
      legend: { data: series.map((s) => s.name).reverse(), right: 8, left: "auto" },
      xAxis: charts.axis(info.columns[x], limits(x)),
      yAxis: charts.yAxis(info.columns[y], limits(y)),
      dataZoom: charts.zoom("xy"),
      tooltip: { formatter: (p) => charts.tip([p.seriesName, info.columns[x] + " " + scorewalk.number(p.value[0]),
        info.columns[y] + " " + scorewalk.number(p.value[1])]) },
      series,
    }, "Scatter plot at epoch " + current().epoch + ": " + info.columns[x] + " across, " + info.columns[y] + " up; "
      + generated.length + " generated rows" + ($("real").checked ? " and " + series[0].data.length + " real ones." : "."));
  }

  function drawHistograms() {
    const [from, to] = onPage();
    const list = [];
    for (let j = from; j < to; j++) {
      const series = [{ name: "generated", values: current().columns[j], color: gan.GENERATED }];
      if ($("real").checked) {
        series.unshift({ name: "real", values: real.columns[j], color: gan.REAL, dashed: true });
      }
      list.push({ name: info.columns[j], min: info.minimum[j], max: info.maximum[j], series });
    }
    histograms.draw(ganNumbers.histograms($("histograms"), list), "Histograms at epoch " + current().epoch + ". " + list.map(ganNumbers.words).join(". ") + ".");
  }

  /** Brings all that tells of the shown epoch up to date. */
  function show() {
    if (frames.length > 0) {
      const text = "Epoch " + frames[state.frame].epoch + (frames[state.frame].here ? "" : " (loading)");
      time.show(text);
      if (info.kind === "images") {
        showImages();
      } else {
        drawScatter();
        drawHistograms();
      }
      loss.chart.setOption({ series: [{ id: "now", markLine: now() }] });
    }
    drawn++;
  }

  function status() {
    const end = epochs.epoch.length - 1;
    let text = epochs.epoch[end] + (epochs.epoch[end] === 1 ? " epoch" : " epochs") + ", " + scorewalk.count(epochs.iteration[end])
      + " iterations in " + scorewalk.number(epochs.seconds[end]) + " s. Last losses: discriminator " + scorewalk.number(epochs.d[end])
      + ", generator " + scorewalk.number(epochs.g[end]) + ".";
    if (info.kind === "numbers" && frames.length > 0 && info.samples < 200) {
      text += " There are " + info.samples + " samples an epoch; a greater 'Number of samples' makes the histograms finer.";
    }
    $("status").textContent = text;
  }

  // ---------------------------------------------------------------- time

  const time = player($("timeBar"), {
    state,
    words: { first: "First samples", back: "Samples before", next: "Next samples", last: "Last samples",
      slider: "Epoch of the samples" },
    width: "9em",
    at: () => state.frame,
    last: () => frames.length - 1,
    go: setFrame,
    rate: () => FRAMES_PER_SECOND,
    advance: () => {
      // the last one stays: that is what was trained
      if (state.frame >= frames.length - 1) {
        time.play(false);
      } else {
        setFrame(state.frame + 1);
      }
    },
    restart: () => setFrame(0),
    keys: () => frames.length > 0,
  });

  function setFrame(frame) {
    state.frame = Math.max(0, Math.min(frames.length - 1, frame));
    show();
  }

  // ---------------------------------------------------------------- controls

  const zoomAll = () => loss.chart.dispatchAction({ type: "dataZoom", batch: [{ dataZoomIndex: 0, start: 0, end: 100 }, { dataZoomIndex: 1, start: 0, end: 100 }] });

  function samplesPictures() {
    if (frames.length === 0) {
      return [];
    }
    return info.kind === "images"
      ? [gan.label($("gridTitle")), grid, ...($("real").checked ? [gan.label($("realTitle")), realGrid] : [])]
      : [scatter, gan.label($("pages")), histograms];
  }

  function connect() {
    onInput("along", drawLoss);
    onInput("rows", drawLoss);
    onInput("size", show);
    onInput("real", show);
    onInput("x", drawScatter);
    onInput("y", drawScatter);
    onInput("numbers", (e) => {
      $("numbersPanel").hidden = !e.checked;
      lossTable();
    });
    onClick("reset", zoomAll);
    onClick("savePng", () => charts.save([loss, ...samplesPictures()], "gan-training"));
    loss.chart.getZr().on("click", lossClick);
    time.connect();
  }

  // ---------------------------------------------------------------- start

  function build() {
    document.body.classList.add("tall");
    const ofImages = info.kind === "images";
    scorewalk.hide(ofImages ? ".ofNumbers" : ".ofImages");
    $("rowsChoice").hidden = !rows;
    $("realText").textContent = ofImages ? "real images" : "real rows";
    loss = charts.create($("loss"));
    if (frames.length === 0) {
      for (const id of ["timeBar", "sizeChoice", "realChoice"]) {
        $(id).hidden = true;
      }
      scorewalk.hide(".ofNumbers");
      $("noSamples").hidden = false;
      $("noSamples").firstChild.textContent = info.sampleEvery === 0
        ? "There are no samples along the training, since the option 'Sample every' is 0."
        : "There are no samples along the training, since it ended within its first epoch.";
    } else if (ofImages) {
      startImages();
    } else {
      startNumbers();
    }
    setFrame(frames.length - 1);
    drawLoss();
    status();
  }

  async function begin() {
    if (grid) {
      await Promise.allSettled([grid.ready(), realGrid.ready()]);
    }
    if (scorewalk.still()) {
      charts.deliver([loss, ...samplesPictures()]);
      return;
    }
    connect();
    if (frames.length > 1 && !scorewalk.reducedMotion.matches) {
      time.play(true);
    }
    loadRest();
  }

  // for tests and for curious people with a console
  window.ganTrainer = {
    state,
    drawn: () => drawn,
    epoch: () => frames[state.frame].epoch,
    frames: () => frames.length,
    missing: () => frames.filter((f) => !f.here).length,
    loss: () => loss,
    scatter: () => scatter,
    histograms: () => histograms,
    grid: () => grid,
  };
  scorewalk.run({
    cannot: "The training cannot be shown.",
    none: "There is no training to show.\nExecute the node to see it.",
    read: (data) => {
      readData(data);
      build();
    },
    begin,
  });
})();
