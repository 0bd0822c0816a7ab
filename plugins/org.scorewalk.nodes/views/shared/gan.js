// SPDX-License-Identifier: Apache-2.0
// What the views of the GAN nodes share: a grid of images, an enlarged image.
"use strict";

const gan = (() => {
  const CAPTION = 15;
  const GAP = 6;

  /** Everywhere: what is real, or judges, is blue; what is generated, or generates, is vermilion. */
  const REAL = "#0072b2";
  const GENERATED = "#d55e00";

  const url = (png) => "data:image/png;base64," + png;

  function element(tag, className, parent, text) {
    const e = document.createElement(tag);
    e.className = className;
    if (text !== undefined) {
      e.textContent = text;
    }
    if (parent) {
      parent.append(e);
    }
    return e;
  }

  /** Shows a PNG image in a box; nothing where it is not there yet. */
  function fill(box, png) {
    let img = box.firstChild;
    if (!png) {
      box.replaceChildren();
      return;
    }
    if (!img) {
      img = document.createElement("img");
      img.alt = "";
      img.decoding = "sync";
      box.append(img);
    }
    const src = url(png);
    if (img.getAttribute("src") !== src) {
      img.src = src;
    }
  }

  // ---------------------------------------------------------------- grid of images

  /**
   * A grid of images of which only those in sight are in the page, so that there may be very many.
   * @param box an element with a size, which gets the focus
   * @param o count(): how many; png(i): Base64 or null; title(i): words for the ear; caption(i): words below, or "";
   *   captions(): whether there are any; size(): wanted width; ratio: height by width; columns(): 0 or a fixed number;
   *   key(i): whether it is marked; open(i): somebody wants it large; need(list): these are in sight and not there;
   *   moved(i): another one is active
   */
  function pictures(box, o) {
    let active = 0;
    let layout = { columns: 1, width: 1, height: 1, x: 1, y: 1 };
    const space = element("div", "", box);
    const tiles = new Map();
    box.classList.add("pictures", "pixels");
    box.tabIndex = 0;
    box.setAttribute("role", "listbox");

    function measure() {
      const room = Math.max(40, box.clientWidth - GAP);
      const fixed = o.columns ? o.columns() : 0;
      const number = fixed > 0 ? fixed : Math.max(1, Math.round(room / (o.size() + GAP)));
      const fitting = Math.floor(room / number) - GAP;
      // full lines fill the width
      const width =
        fixed > 0
          ? Math.max(24, Math.min(o.size(), fitting))
          : o.count() < number
            ? Math.min(o.size(), fitting)
            : fitting;
      const height = Math.max(1, Math.round(width * o.ratio));
      layout = { columns: number, width, height, x: width + GAP, y: height + GAP + (o.captions() ? CAPTION : 0) };
      space.style.height = GAP + Math.ceil(o.count() / number) * layout.y + "px";
      space.style.width = fixed > 0 ? GAP + fixed * layout.x + "px" : "1px";
    }

    function inSight(margin) {
      const from = Math.floor((box.scrollTop - GAP) / layout.y) - margin;
      const to = Math.ceil((box.scrollTop + box.clientHeight) / layout.y) + margin;
      return [Math.max(0, from * layout.columns), Math.min(o.count(), to * layout.columns)];
    }

    function place(i) {
      return [GAP + (i % layout.columns) * layout.x, GAP + Math.floor(i / layout.columns) * layout.y];
    }

    function tile(i) {
      const t = element("div", "tile", space);
      t.id = box.id + "-" + i;
      t.setAttribute("role", "option");
      t.picture = element("span", "picture", t);
      t.text = element("span", "caption", t);
      t.addEventListener("click", () => {
        activate(i);
        o.open(i);
      });
      return t;
    }

    /** Brings the tiles in sight up to date. */
    function refresh() {
      const still = o.count() === 0 || box.clientWidth === 0;
      measure();
      active = Math.max(0, Math.min(active, o.count() - 1));
      const [from, to] = still ? [0, 0] : inSight(1);
      for (const [i, t] of tiles) {
        if (i < from || i >= to) {
          t.remove();
          tiles.delete(i);
        }
      }
      const missing = [];
      for (let i = from; i < to; i++) {
        if (!tiles.has(i)) {
          tiles.set(i, tile(i));
        }
        update(tiles.get(i), i);
        if (!o.png(i)) {
          missing.push(i);
        }
      }
      box.setAttribute("aria-activedescendant", tiles.has(active) ? box.id + "-" + active : "");
      if (missing.length > 0 && o.need) {
        o.need(missing);
      }
    }

    function update(t, i) {
      const [x, y] = place(i);
      t.style.cssText = "left:" + x + "px;top:" + y + "px;width:" + layout.width + "px";
      t.picture.style.cssText = "width:" + layout.width + "px;height:" + layout.height + "px";
      fill(t.picture, o.png(i));
      t.text.textContent = o.captions() ? o.caption(i) : "";
      t.classList.toggle("active", i === active);
      t.classList.toggle("key", Boolean(o.key && o.key(i)));
      t.setAttribute("aria-selected", String(i === active));
      t.setAttribute("aria-posinset", String(i + 1));
      t.setAttribute("aria-setsize", String(o.count()));
      t.setAttribute("aria-label", o.title(i));
      t.title = o.title(i);
    }

    /** Makes another image the active one and brings it into sight. */
    function activate(i) {
      active = Math.max(0, Math.min(o.count() - 1, i));
      const [x, y] = place(active);
      if (y - GAP < box.scrollTop) {
        box.scrollTop = y - GAP;
      } else if (y + layout.y > box.scrollTop + box.clientHeight) {
        box.scrollTop = y + layout.y - box.clientHeight;
      }
      if (x - GAP < box.scrollLeft || x + layout.x > box.scrollLeft + box.clientWidth) {
        box.scrollLeft = x - GAP;
      }
      refresh();
      if (o.moved) {
        o.moved(active);
      }
    }

    box.addEventListener("scroll", () => requestAnimationFrame(refresh));
    box.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.target !== box) {
        return;
      }
      const page = layout.columns * Math.max(1, Math.floor(box.clientHeight / layout.y) - 1);
      const to = {
        ArrowLeft: active - 1,
        ArrowRight: active + 1,
        ArrowUp: active - layout.columns < 0 ? active : active - layout.columns,
        ArrowDown: active + layout.columns >= o.count() ? active : active + layout.columns,
        PageUp: active - page,
        PageDown: active + page,
        Home: 0,
        End: o.count() - 1,
      }[event.key];
      if (to !== undefined) {
        activate(to);
      } else if (event.key === "Enter") {
        o.open(active);
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    });
    new ResizeObserver(() => requestAnimationFrame(refresh)).observe(box);

    /** What is in sight, as a picture. */
    function canvas() {
      const c = document.createElement("canvas");
      c.width = 2 * box.clientWidth;
      c.height = 2 * Math.min(box.clientHeight, space.offsetHeight);
      const g = c.getContext("2d");
      g.scale(2, 2);
      g.fillStyle = scorewalk.style("--paper");
      g.fillRect(0, 0, c.width, c.height);
      g.imageSmoothingEnabled = false;
      g.textAlign = "center";
      g.textBaseline = "middle";
      g.font = "11px system-ui, sans-serif";
      g.fillStyle = scorewalk.style("--soft");
      for (const [i, t] of tiles) {
        const [x, y] = place(i);
        if (scorewalk.still() && y + layout.y - GAP > box.clientHeight + box.scrollTop) {
          continue; // half an image would look like a fault in a report
        }
        const img = t.picture.firstChild;
        if (img && img.complete) {
          g.drawImage(img, x - box.scrollLeft, y - box.scrollTop, layout.width, layout.height);
        }
        if (o.captions()) {
          g.fillText(
            o.caption(i),
            x + layout.width / 2 - box.scrollLeft,
            y + layout.height + 9 - box.scrollTop,
            layout.x
          );
        }
      }
      return c;
    }

    /** Resolves when all images in sight are decoded. */
    const ready = () =>
      Promise.all([...tiles.values()].map((t) => t.picture.firstChild && t.picture.firstChild.decode()));

    return {
      box, refresh, activate, canvas, ready,
      active: () => active,
      tiles: () => tiles.size,
      focus: () => box.focus(),
      get words() {
        return box.getAttribute("aria-label") || "";
      },
    };
  }

  /** A line of text as a part of a saved picture. */
  function label(box) {
    const text = box.textContent.replace(/[◀▶]/g, "").trim();
    return { box, words: text + ".", canvas: () => {
      const c = document.createElement("canvas");
      c.width = 2 * box.clientWidth;
      c.height = 2 * box.clientHeight;
      const g = c.getContext("2d");
      g.scale(2, 2);
      g.fillStyle = scorewalk.style("--paper");
      g.fillRect(0, 0, c.width, c.height);
      g.fillStyle = scorewalk.style("--soft");
      g.font = "13px system-ui, sans-serif";
      g.textBaseline = "middle";
      g.fillText(text, 10, box.clientHeight / 2 + 1);
      return c;
    } };
  }

  // ---------------------------------------------------------------- one image, large

  /**
   * Shows one image large, over the page.
   * @param o count(), png(i), text(i): words below; name(i): of the file; ratio; closed(i); strip(i): nothing, or
   *   [{png, label, current, choose}] of images that belong to this one
   */
  function large(o) {
    const dialog = element("dialog", "large pixels", document.body);
    dialog.setAttribute("aria-label", "Enlarged image");
    const picture = element("div", "picture", dialog);
    picture.setAttribute("role", "img");
    const text = element("p", "", dialog);
    text.setAttribute("aria-live", "polite");
    const bar = element("div", "bar", dialog);
    const button = (label, title, action) => {
      const b = element("button", "", bar, label);
      b.title = title;
      b.setAttribute("aria-label", title);
      b.addEventListener("click", action);
      return b;
    };
    let index = 0;
    const previous = button("◀", "Previous image (arrow left)", () => go(index - 1));
    const next = button("▶", "Next image (arrow right)", () => go(index + 1));
    button("Save PNG", "Save this image as PNG", () =>
      scorewalk.download(new Blob([scorewalk.bytes(o.png(index))], { type: "image/png" }), o.name(index) + ".png"));
    button("Close", "Close (Escape)", () => dialog.close());
    const strip = element("div", "strip", dialog);

    function refresh() {
      if (!dialog.open) {
        return;
      }
      const most = Math.min(window.innerWidth - 60, (window.innerHeight - 190) / o.ratio, 512);
      picture.style.width = Math.max(96, most) + "px";
      picture.style.height = Math.max(96, most) * o.ratio + "px";
      fill(picture, o.png(index));
      picture.setAttribute("aria-label", o.text(index));
      text.textContent = o.text(index);
      previous.disabled = index <= 0;
      next.disabled = index >= o.count() - 1;
      const list = (o.strip && o.strip(index)) || [];
      strip.hidden = list.length < 2;
      strip.replaceChildren(...list.map((entry) => {
        const b = element("button", "");
        b.setAttribute("aria-label", entry.label);
        b.setAttribute("aria-current", String(entry.current));
        const p = element("div", "picture", b);
        p.style.height = 44 * o.ratio + "px";
        fill(p, entry.png);
        element("span", "", b, entry.short);
        b.addEventListener("click", () => {
          entry.choose();
          refresh();
        });
        return b;
      }));
      const now = strip.querySelector('[aria-current="true"]');
      if (now) {
        strip.scrollLeft = now.offsetLeft - strip.clientWidth / 2;
      }
    }

    function go(i) {
      if (i >= 0 && i < o.count()) {
        index = i;
        o.moved(i);
        refresh();
      }
    }

    dialog.addEventListener("keydown", (event) => {
      const action = { ArrowLeft: () => go(index - 1), ArrowRight: () => go(index + 1), Escape: () => dialog.close() }[
        event.key
      ];
      if (action) {
        event.preventDefault();
        action();
      } else if (o.key && o.key(event.key)) {
        event.preventDefault();
        refresh();
      }
      // Escape closes the image and not the whole view
      event.stopPropagation();
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) {
        dialog.close();
      }
    });
    dialog.addEventListener("close", () => o.closed(index));
    window.addEventListener("resize", refresh);
    return {
      refresh,
      isOpen: () => dialog.open,
      open: (i) => {
        index = i;
        dialog.showModal();
        refresh();
        dialog.querySelector("button:last-of-type").focus();
      },
    };
  }

  return { REAL, GENERATED, fill, pictures, label, large };
})();
