// SPDX-License-Identifier: Apache-2.0
// The view of the GAN Sampler node: generated images as a grid, the way between noise rows; or generated numbers.
"use strict";

(() => {
  const { $, onInput, onClick } = scorewalk;
  const FRAMES_PER_SECOND = 8;
  const MAX_CACHE = 48e6;
  const NARROW = 30;

  let info;
  let scores;
  let drawn = 0;

  const rowId = (row) => "Row" + row;
  const scoreName = () => (info.scoreIsProbability ? "probability to be real" : "discriminator score");
  const scoreText = (row) => (info.scoreIsProbability ? scores[row].toPrecision(2) : scorewalk.number(scores[row]));

  // ---------------------------------------------------------------- images

  /** Images by row; the oldest ones go where there are too many. */
  const cache = new Map();
  let cached = 0;
  let asked = false;
  let closed = false;

  const images = { walk: false, items: [], playing: false, speed: 1 };
  let grid;
  let large;

  function keep(picture) {
    if (cache.has(picture.row)) {
      return;
    }
    cache.set(picture.row, picture.png);
    cached += picture.png.length;
    for (const [row, png] of cache) {
      if (cached <= MAX_CACHE) {
        break;
      }
      cache.delete(row);
      cached -= png.length;
    }
  }

  /** Asks for images in sight; a saved file has nobody to ask, so it shows what it has. */
  async function need(list) {
    if (asked || closed) {
      return;
    }
    asked = true;
    const rows = list.map((i) => images.items[i]).slice(0, info.atOnce);
    $("loading").textContent = "Loading images";
    try {
      const answer = await scorewalk.rpc("pictures", rows);
      if (!answer || answer.length === 0) {
        throw new Error("no images");
      }
      answer.forEach(keep);
      $("loading").textContent = "";
    } catch (error) {
      closed = true;
      $("loading").textContent = "This file holds " + scorewalk.count(cache.size) + " of " + scorewalk.count(info.rows) + " images.";
      arrange();
    }
    asked = false;
    update();
  }

  /** Which rows stand in the grid, and in which order. */
  function arrange() {
    const active = images.items[grid ? grid.active() : 0];
    let rows = Array.from({ length: info.shown }, (_, i) => i);
    if (closed) {
      rows = rows.filter((r) => cache.has(r));
    }
    const order = images.walk ? "table" : $("order").value;
    if (order !== "table") {
      const sign = order === "high" ? -1 : 1;
      rows.sort((a, b) => sign * (scores[a] - scores[b]) || a - b);
    }
    if (images.walk && info.steps > 0) {
      // each line is the whole way from one noise row to the next
      const line = info.steps + 1;
      const lines = [];
      for (let k = 0; k + line < rows.length; k += line) {
        lines.push(...rows.slice(k, k + line + 1));
      }
      rows = lines;
    }
    images.items = rows;
    if (grid) {
      grid.activate(Math.max(0, rows.indexOf(active)));
    }
  }

  const isKey = (row) => images.walk && row % (info.steps + 1) === 0;

  /** Where a row lies on the way. */
  function wayText(row) {
    const line = info.steps + 1;
    const from = Math.floor(row / line) + 1;
    return row % line === 0 ? "Noise row " + from : "From noise row " + from + " to " + (from + 1) + ", step " + (row % line) + " of " + info.steps;
  }

  const title = (row) => rowId(row) + ", " + scoreName() + " " + scoreText(row);

  function startImages(data) {
    data.pictures.forEach(keep);
    const ratio = info.height / info.width;
    images.walk = info.steps !== undefined && info.shown > 1;
    $("showChoice").hidden = !images.walk;
    $("imagePanels").hidden = false;
    arrange();
    grid = gan.pictures($("grid"), {
      ratio,
      count: () => images.items.length,
      png: (i) => cache.get(images.items[i]),
      title: (i) => title(images.items[i]),
      caption: (i) => scoreText(images.items[i]),
      captions: () => $("captions").checked,
      size: () => Number($("size").value),
      // a way that is too long for a line goes on in the next one
      columns: () => (images.walk && info.steps > 0 && (info.steps + 2) * NARROW <= $("grid").clientWidth ? info.steps + 2 : 0),
      key: (i) => isKey(images.items[i]),
      open: (i) => large.open(i),
      need,
      moved: update,
    });
    large = gan.large({
      ratio,
      count: () => images.items.length,
      png: (i) => cache.get(images.items[i]),
      text: (i) => {
        const row = images.items[i];
        return title(row) + "\n" + (images.walk ? wayText(row) : "Image " + scorewalk.count(i + 1) + " of " + scorewalk.count(images.items.length));
      },
      name: (i) => "generated-" + rowId(images.items[i]),
      moved: (i) => grid.activate(i),
      closed: () => grid.focus(),
    });
    // few images may be large
    const side = Math.sqrt(($("grid").clientWidth * Math.max(200, $("grid").clientHeight)) / Math.max(1, info.shown)) - 14;
    $("size").value = String(Math.max(48, Math.min(128, side)));
    showWalk();
  }

  function showWalk() {
    $("walkBar").hidden = !images.walk;
    $("player").hidden = !images.walk;
    $("orderChoice").hidden = images.walk;
    $("grid").classList.toggle("follows", images.walk);
    time.play(false);
    arrange();
    grid.refresh();
  }

  /** Brings all that tells of the active image up to date. */
  function update() {
    if (!grid) {
      return;
    }
    grid.refresh();
    large.refresh();
    const row = images.items[grid.active()];
    if (images.walk && row !== undefined) {
      const side = Math.min(280, window.innerWidth < 760 ? Math.min(window.innerWidth - 40, window.innerHeight * 0.28) : window.innerWidth * 0.3);
      $("current").style.width = side + "px";
      $("current").style.height = (side * info.height) / info.width + "px";
      gan.fill($("current"), cache.get(row));
      $("current").setAttribute("aria-label", title(row) + ". " + wayText(row));
      $("currentText").textContent = title(row);
      time.show(wayText(row));
    }
    let text = scorewalk.count(images.items.length) + (images.items.length === 1 ? " image" : " images");
    if (images.walk && info.steps > 0) {
      const ways = Math.max(0, Math.floor((info.rows - 1) / (info.steps + 1)));
      text = scorewalk.count(info.rows) + " images: " + ways + (ways === 1 ? " way" : " ways") + " between noise rows, "
        + info.steps + (info.steps === 1 ? " step" : " steps") + " each, " + (info.arc ? "on an arc" : "straight");
    } else if (info.shown < info.rows) {
      text = "The first " + scorewalk.count(info.shown) + " of " + scorewalk.count(info.rows) + " images";
    }
    const sum = scores.reduce((a, b) => a + b, 0);
    $("status").textContent = text + ". " + (scores.length > 0 ? "Mean " + scoreName() + " " + scorewalk.number(sum / scores.length) + "." : "");
    drawn++;
  }

  const time = player($("walkBar"), {
    state: images,
    words: { first: "First image", back: "One image back", next: "One image on", last: "Last image",
      slider: "Image on the way" },
    width: "17em",
    at: () => grid.active(),
    last: () => images.items.length - 1,
    go: (i) => grid.activate(i),
    rate: () => FRAMES_PER_SECOND,
    advance: () => {
      // an image that is still on its way is waited for
      const next = (grid.active() + 1) % images.items.length;
      if (cache.has(images.items[next])) {
        grid.activate(next);
      } else {
        need([next]);
      }
    },
    restart: () => grid.activate(0),
    keys: () => images.walk,
  });

  function connectImages() {
    onInput("show", () => {
      images.walk = $("show").value === "walk";
      showWalk();
    });
    onInput("order", () => {
      arrange();
      grid.activate(0);
    });
    for (const id of ["size", "captions"]) {
      onInput(id, () => grid.activate(grid.active()));
    }
    onClick("savePng", () => scorewalk.savePng(grid.canvas(), "generated-images"));
    time.connect();
    // a size or a way by hand stops the playing
    $("grid").addEventListener("pointerdown", () => time.play(false));
    window.addEventListener("resize", () => requestAnimationFrame(update));
  }

  // ---------------------------------------------------------------- numbers

  const table = { columns: [], asked: false, closed: false };
  let scatter;
  let histograms;
  let onPage;

  async function needColumns(from, to) {
    if (table.asked || table.closed) {
      return;
    }
    table.asked = true;
    try {
      const list = gan.columns(await scorewalk.rpc("values", from, Math.min(to, from + info.atOnce)), info.shown);
      list.forEach((values, k) => { table.columns[from + k] = values; });
      table.closed = list.length === 0;
    } catch (error) {
      table.closed = true;
    }
    if (table.closed) {
      $("loading").textContent = "This file holds " + table.columns.filter((c) => c).length + " of " + info.columns.length + " columns.";
    }
    table.asked = false;
    drawNumbers();
  }

  function startNumbers(data) {
    table.columns = gan.columns(data.values, info.shown);
    ganNumbers.choices($("x"), $("y"), info.columns);
    document.body.classList.add("tall");
    $("numberPanels").hidden = false;
    scatter = charts.create($("scatter"));
    histograms = charts.create($("histograms"), { onResize: drawNumbers });
    onPage = ganNumbers.pager($("histograms"), info.columns.length, info.columns.length, drawNumbers);
    drawNumbers();
  }

  const column = (j) => ({
    name: info.columns[j],
    min: info.minimum[j],
    max: info.maximum[j],
    series: [{ name: "generated", values: table.columns[j], color: gan.GENERATED }],
  });

  function drawNumbers() {
    if (!histograms) {
      return;
    }
    const [from, to] = onPage();
    const missing = Array.from({ length: to - from }, (_, k) => from + k).find((j) => !table.columns[j]);
    if (missing !== undefined) {
      needColumns(missing, to);
    }
    const list = [];
    for (let j = from; j < to; j++) {
      if (table.columns[j]) {
        list.push(column(j));
      }
    }
    if (list.length > 0) {
      histograms.draw(ganNumbers.histograms($("histograms"), list), "Histograms of generated columns. " + list.map(ganNumbers.words).join(". ") + ".");
    }
    drawScatter();
    $("status").textContent = (info.shown < info.rows ? "The first " + scorewalk.count(info.shown) + " of " : "")
      + scorewalk.count(info.rows) + " rows of " + info.columns.length + (info.columns.length === 1 ? " column" : " columns") + " generated.";
    if (!$("numbersPanel").hidden) {
      numbersTable();
    }
    drawn++;
  }

  function drawScatter() {
    const x = Number($("x").value);
    const y = Number($("y").value);
    for (const j of [x, y]) {
      if (!table.columns[j]) {
        needColumns(j, j + 1);
        return;
      }
    }
    const data = Array.from({ length: info.shown }, (_, r) => [table.columns[x][r], table.columns[y][r], scores[r], r]);
    const option = {
      grid: { left: 12, right: $("byScore").checked ? 76 : 18, top: 28, bottom: 26, containLabel: true },
      xAxis: charts.axis(info.columns[x], limits(x)),
      yAxis: charts.yAxis(info.columns[y], limits(y)),
      dataZoom: charts.zoom("xy"),
      tooltip: { formatter: (p) => charts.tip([rowId(p.value[3]), info.columns[x] + " " + scorewalk.number(p.value[0]),
        info.columns[y] + " " + scorewalk.number(p.value[1]), scoreName() + " " + scorewalk.number(p.value[2])]) },
      series: [{ type: "scatter", data, symbolSize: info.shown > 2000 ? 4 : 6,
        itemStyle: { color: gan.GENERATED, opacity: info.shown > 2000 ? 0.35 : 0.6 }, animation: false }],
    };
    if ($("byScore").checked) {
      option.visualMap = { dimension: 2, min: least(scores), max: Math.max(greatest(scores), least(scores) + 1e-9), right: 4, top: "middle",
        calculable: false, itemWidth: 12, text: [scorewalk.number(greatest(scores)), scorewalk.number(least(scores))],
        textStyle: { color: charts.color("ink"), fontSize: 11 },
        inRange: { color: [0, 64, 128, 192, 255].map((k) => "rgb(" + scorewalk.viridis.slice(3 * k, 3 * k + 3).join(",") + ")") } };
      delete option.series[0].itemStyle.color;
    }
    scatter.draw(option, "Scatter plot of " + scorewalk.count(info.shown) + " generated rows: " + info.columns[x] + " across, "
      + info.columns[y] + " up; correlation " + scorewalk.number(correlation(table.columns[x], table.columns[y])) + ".");
  }

  const least = (values) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const greatest = (values) => values.reduce((a, b) => Math.max(a, b), -Infinity);

  const limits = (j) => ganNumbers.limits(info.minimum[j], info.maximum[j]);

  function correlation(a, b) {
    const ma = ganNumbers.moments(a);
    const mb = ganNumbers.moments(b);
    let sum = 0;
    for (let r = 0; r < a.length; r++) {
      sum += (a[r] - ma.mean) * (b[r] - mb.mean);
    }
    return sum / (a.length - 1) / (ma.sd * mb.sd);
  }

  function numbersTable() {
    const number = (name) => ({ title: name, number: true, text: scorewalk.number });
    const rows = [];
    info.columns.forEach((name, j) => {
      if (table.columns[j]) {
        const m = ganNumbers.moments(table.columns[j]);
        rows.push([name, m.mean, m.sd, least(table.columns[j]), greatest(table.columns[j]), info.minimum[j], info.maximum[j]]);
      }
    });
    charts.table($("numbersPanel"), [{ title: "column" }, number("mean"), number("standard deviation"), number("least"),
      number("greatest"), number("least learned"), number("greatest learned")], rows);
  }

  const panels = () => [scatter, gan.label($("pages")), histograms];

  function connectNumbers() {
    for (const id of ["x", "y", "byScore"]) {
      onInput(id, drawScatter);
    }
    onInput("numbers", () => {
      $("numbersPanel").hidden = !$("numbers").checked;
      drawNumbers();
    });
    onClick("savePng", () => charts.save(panels(), "generated-numbers"));
  }

  // ---------------------------------------------------------------- start

  function read(data) {
    info = JSON.parse(data.description);
    gan.check(info);
    scores = gan.columns(data.scores, info.shown)[0];
    const ofImages = info.kind === "images";
    scorewalk.hide(ofImages ? ".ofNumbers" : ".ofImages");
    if (ofImages) {
      startImages(data);
    } else {
      startNumbers(data);
    }
  }

  async function begin() {
    if (info.kind === "images") {
      await grid.ready();
      if (!scorewalk.still()) {
        connectImages();
        update();
        time.play(images.walk && !scorewalk.reducedMotion.matches);
      } else {
        update();
        const picture = grid.canvas();
        picture.setAttribute("aria-label", $("status").textContent);
        scorewalk.deliver(picture);
      }
    } else if (scorewalk.still()) {
      charts.deliver(panels());
    } else {
      connectNumbers();
    }
  }

  // for tests and for curious people with a console
  window.ganSampler = {
    images,
    drawn: () => drawn,
    active: () => grid.active(),
    tiles: () => grid.tiles(),
    cached: () => cache.size,
    canvas: () => grid.canvas(),
    scatter: () => scatter,
    histograms: () => histograms,
  };
  scorewalk.run({
    cannot: "The generated rows cannot be shown.",
    none: "There are no generated rows to show.\nExecute the node to see them.",
    read,
    begin,
  });
})();
