// SPDX-License-Identifier: Apache-2.0
// GAN Sampler: generated images as a grid, and the way between noise rows.
"use strict";

const generatedImages = (() => {
  const { $, onInput, onClick } = scorewalk;
  const { info, now, rowId, scoreName, scoreText } = generated;
  const FRAMES_PER_SECOND = 8;
  const MAX_CACHE = 48e6;
  const NARROW = 30;

  /** Images by row; the oldest ones go where there are too many. */
  const cache = new Map();
  let cached = 0;
  let asked = false;
  let closed = false;

  const images = { walk: false, items: [], playing: false, speed: 1 };
  let grid = null;
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
    $("note").textContent = "Loading images";
    try {
      const answer = await scorewalk.rpc("pictures", rows);
      if (!answer || answer.length === 0) {
        throw new Error("no images");
      }
      answer.forEach(keep);
      $("note").textContent = "";
    } catch (error) {
      closed = true;
      $("note").textContent =
        "This file holds " + scorewalk.count(cache.size) + " of " + scorewalk.count(info.rows) + " images.";
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
      rows.sort((a, b) => sign * (now.scores[a] - now.scores[b]) || a - b);
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
    return row % line === 0
      ? "Noise row " + from
      : "From noise row " + from + " to " + (from + 1) + ", step " + (row % line) + " of " + info.steps;
  }

  const title = (row) => rowId(row) + ", " + scoreName() + " " + scoreText(row);

  function create(data) {
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
      columns: () =>
        images.walk && info.steps > 0 && (info.steps + 2) * NARROW <= $("grid").clientWidth ? info.steps + 2 : 0,
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
        return (
          title(row)
          + "\n"
          + (images.walk
            ? wayText(row)
            : "Image " + scorewalk.count(i + 1) + " of " + scorewalk.count(images.items.length))
        );
      },
      name: (i) => "generated-" + rowId(images.items[i]),
      moved: (i) => grid.activate(i),
      closed: () => grid.focus(),
    });
    // few images may be large
    const side =
      Math.sqrt(($("grid").clientWidth * Math.max(200, $("grid").clientHeight)) / Math.max(1, info.shown)) - 14;
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
      const side = Math.min(
        280,
        window.innerWidth < 760 ? Math.min(window.innerWidth - 40, window.innerHeight * 0.28) : window.innerWidth * 0.3
      );
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
    const sum = now.scores.reduce((a, b) => a + b, 0);
    $("status").textContent =
      text
      + ". "
      + (now.scores.length > 0 ? "Mean " + scoreName() + " " + scorewalk.number(sum / now.scores.length) + "." : "");
    now.drawn++;
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
    keys: () => images.walk,
  });

  function connect() {
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

  /** Draws when what is in sight is decoded, and connects the controls. */
  async function begin() {
    await grid.ready();
    if (!scorewalk.still()) {
      connect();
      update();
      time.play(images.walk && !scorewalk.reducedMotion.matches);
      return;
    }
    update();
    const picture = grid.canvas();
    picture.setAttribute("aria-label", $("status").textContent);
    scorewalk.deliver(picture);
  }

  return { create, begin, images, cached: () => cache.size, grid: () => grid };
})();
