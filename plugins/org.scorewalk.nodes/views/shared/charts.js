// SPDX-License-Identifier: Apache-2.0
// Charts, drawn by Apache ECharts; what the views that have some share. Such a view names the scripts
//   lib/echarts.min.js, shared/charts.js and its own. When scorewalk.run calls its begin():
//
//   const c = charts.create($("loss"));              // a <div> with a size; follows that size from now on
//   c.draw({ xAxis: charts.axis("epoch"), yAxis: charts.yAxis("loss"), dataZoom: charts.zoom("x"),
//     series: [{ type: "line", name: "D", data: [[0, 1], [1, 0.5]], ...charts.line }] },
//     "Loss of the discriminator by epoch: 1 to 0.5.");   // the words are the text alternative
//   charts.deliver([c]);                             // hands the still picture over; does nothing in a window
//
// Theme, palette, tooltips, reduced motion and the keys of a focused chart (arrows move, + and - zoom, 0 shows all)
// come from here. charts.save([c], "name") saves PNG; charts.table(...) is a table that can be sorted.
"use strict";

const charts = (() => {
  const FONT = 'system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
  const PIXELS = 2;
  const { still, reducedMotion } = scorewalk;

  const calm = () => still() || reducedMotion.matches;

  /** Colours of the page as it is now: a saved file may be dark. */
  const color = (name) => scorewalk.style("--" + name);

  /** What a line has in common with all lines; spread into a series. */
  const line = { symbol: "none", lineStyle: { width: 1.6 }, emphasis: { disabled: true } };

  /** Options of an axis of numbers; more options override. */
  function axis(name, more = {}) {
    const ink = color("ink");
    return {
      type: "value",
      name,
      nameLocation: "middle",
      nameGap: 26,
      nameTextStyle: { color: ink, fontSize: 12 },
      scale: true,
      axisLine: { show: true, onZero: false, lineStyle: { color: ink } },
      axisTick: { show: true, lineStyle: { color: ink } },
      axisLabel: { color: ink, fontSize: 11, hideOverlap: true, formatter: (value) => scorewalk.number(value) },
      splitLine: { lineStyle: { color: color("line"), opacity: 0.5 } },
      ...more,
    };
  }

  /** The same for a vertical axis, whose name stands above it: beside it, long numbers would be in its way. */
  const yAxis = (name, more = {}) => axis(name, {
    nameLocation: "end",
    nameGap: 9,
    nameTextStyle: { color: color("ink"), fontSize: 12, align: "left" },
    ...more,
  });

  /** Zoom and pan by wheel, drag and keys along "x", "y" or "xy". */
  function zoom(along = "x") {
    return [...along].map((a) => ({
      type: "inside",
      [a + "AxisIndex"]: "all",
      filterMode: "none",
      disabled: still(),
      zoomOnMouseWheel: true,
      moveOnMouseMove: true,
      preventDefaultMouseMove: false,
    }));
  }

  /** A bar below a chart that shows and changes which part of the horizontal axis is seen. */
  const slider = () => ({ type: "slider", xAxisIndex: 0, filterMode: "none", height: 16, bottom: 6, left: 60, right: 24,
    showDetail: false, brushSelect: false, borderColor: color("line"), fillerColor: "rgba(128,128,128,0.25)",
    showDataShadow: false, handleStyle: { color: color("soft") }, moveHandleSize: 0 });

  /** Shows all of a chart with charts.zoom("x") and a slider again. */
  const zoomOut = (handle) => handle.chart.dispatchAction({ type: "dataZoom",
    batch: handle.option.dataZoom.map((_, dataZoomIndex) => ({ dataZoomIndex, start: 0, end: 100 })) });

  const escape = (text) => String(text).replace(/[&<>"']/g, (c) => "&#" + c.charCodeAt(0) + ";");

  /** Lines of a tooltip from plain texts. */
  const tip = (lines) => lines.map(escape).join("<br>");

  function base(option) {
    return {
      animation: !calm(),
      animationDuration: 200,
      animationDurationUpdate: 150,
      backgroundColor: color("paper"),
      color: scorewalk.series,
      textStyle: { fontFamily: FONT, color: color("ink") },
      grid: { left: 12, right: 18, top: option.legend ? 46 : 28, bottom: 26, containLabel: true },
    };
  }

  const tooltip = (more) => ({
    confine: true,
    transitionDuration: 0,
    backgroundColor: color("ink"),
    borderWidth: 0,
    padding: [3, 7],
    textStyle: { color: color("paper"), fontSize: 12, fontFamily: FONT },
    axisPointer: { lineStyle: { color: color("soft") }, label: { show: false }, animation: false },
    ...more,
  });

  const legend = (more) => ({
    type: "scroll",
    top: 3,
    icon: "roundRect",
    itemWidth: 18,
    itemHeight: 4,
    textStyle: { color: color("ink"), fontSize: 12 },
    pageTextStyle: { color: color("ink") },
    ...more,
  });

  const open = new Set();

  /**
   * Makes a chart in a box.
   * @param box an element with a size; gets role, label and, if it can be zoomed, the focus
   * @param options onResize(chart): called after the chart has a new size; help: what the keys do of a chart that the
   *   page moves by itself; it gets the focus
   */
  function create(box, options = {}) {
    const chart = echarts.init(box, null, {
      renderer: "canvas",
      devicePixelRatio: Math.min(2, window.devicePixelRatio || 1),
    });
    box.setAttribute("role", "img");
    const handle = { box, chart, drawn: 0, option: null, words: "" };

    /** Draws all anew; words are what somebody hears who does not see the picture. */
    handle.draw = (option, words) => {
      handle.option = option;
      handle.words = words;
      const all = { ...base(option), ...option };
      for (const [key, wrap] of [["tooltip", tooltip], ["legend", legend]]) {
        if (all[key] && !still()) {
          all[key] = wrap(all[key]);
        } else if (all[key]) {
          all[key] = key === "legend" ? legend(all[key]) : undefined;
        }
      }
      chart.setOption(all, { notMerge: true });
      box.setAttribute("aria-label", words);
      const zooms = !still() && Array.isArray(option.dataZoom) && option.dataZoom.length > 0;
      const help = zooms ? "Wheel or + and -: zoom; drag or arrow keys: move; 0 or double click: all" : options.help;
      box.tabIndex = help && !still() ? 0 : -1;
      box.title = still() ? "" : help || "";
      handle.drawn++;
    };

    handle.canvas = () => chart.renderToCanvas({ pixelRatio: PIXELS, backgroundColor: color("paper") });

    handle.close = () => {
      observer.disconnect();
      open.delete(handle);
      chart.dispose();
    };

    /** Gives the chart the size of its box. */
    handle.fit = () => {
      if (box.clientWidth > 0 && box.clientHeight > 0
          && (chart.getWidth() !== box.clientWidth || chart.getHeight() !== box.clientHeight)) {
        chart.resize();
        if (options.onResize) {
          options.onResize(handle);
        }
        chart.getZr().flush(); // painted now, and not after the page is seen
      }
    };

    const observer = new ResizeObserver(handle.fit);
    observer.observe(box);
    box.addEventListener("keydown", (event) => keys(handle, event));
    box.addEventListener("dblclick", () => shift(chart, () => [0, 100]));
    open.add(handle);
    return handle;
  }

  // ---------------------------------------------------------------- keys

  /** Changes the part of each zoomable axis that is shown; f gets start and end in percent and which axis it is. */
  function shift(chart, f) {
    const zooms = chart.getOption().dataZoom || [];
    const batch = zooms.map((z, dataZoomIndex) => {
      const [start, end] = f(z.start, z.end, z.orient === "vertical" ? "y" : "x");
      return { dataZoomIndex, start: Math.max(0, start), end: Math.min(100, end) };
    });
    if (batch.length > 0) {
      chart.dispatchAction({ type: "dataZoom", batch });
    }
  }

  function move(chart, along, by) {
    shift(chart, (start, end, a) => {
      const d = a === along ? Math.max(-start, Math.min(100 - end, by * (end - start))) : 0;
      return [start + d, end + d];
    });
  }

  const scale = (chart, factor) => shift(chart, (start, end) => {
    const half = Math.max(0.1, (factor * (end - start)) / 2);
    return [(start + end) / 2 - half, (start + end) / 2 + half];
  });

  function keys(handle, event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== handle.box || !handle.option.dataZoom) {
      return;
    }
    const chart = handle.chart;
    const action = {
      ArrowLeft: () => move(chart, "x", -0.1),
      ArrowRight: () => move(chart, "x", 0.1),
      ArrowDown: () => move(chart, "y", -0.1),
      ArrowUp: () => move(chart, "y", 0.1),
      "+": () => scale(chart, 0.8),
      "=": () => scale(chart, 0.8),
      "-": () => scale(chart, 1.25),
      0: () => shift(chart, () => [0, 100]),
    }[event.key];
    if (action) {
      event.preventDefault();
      event.stopPropagation();
      action();
    }
  }

  // ---------------------------------------------------------------- pictures

  /** One picture of several charts, each where it stands in the page. */
  function picture(handles) {
    const boxes = handles.map((h) => h.box.getBoundingClientRect());
    const left = Math.min(...boxes.map((b) => b.left));
    const top = Math.min(...boxes.map((b) => b.top));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(PIXELS * (Math.max(...boxes.map((b) => b.right)) - left));
    canvas.height = Math.round(PIXELS * (Math.max(...boxes.map((b) => b.bottom)) - top));
    const context = canvas.getContext("2d");
    context.fillStyle = color("paper");
    context.fillRect(0, 0, canvas.width, canvas.height);
    handles.forEach((h, i) => {
      const b = boxes[i];
      context.drawImage(
        h.canvas(),
        PIXELS * (b.left - left),
        PIXELS * (b.top - top),
        PIXELS * b.width,
        PIXELS * b.height
      );
    });
    canvas.setAttribute("aria-label", handles.map((h) => h.words).join(" "));
    return canvas;
  }

  const save = (handles, name) => scorewalk.savePng(picture(handles), name);

  /** For a report or an image: hands the picture over. */
  function deliver(handles) {
    if (still()) {
      // boxes may have been hidden when charts were made, and nobody waits until a still page has been seen
      handles.filter((h) => h.fit).forEach((h) => h.fit());
      scorewalk.deliver(picture(handles));
    }
  }

  // ---------------------------------------------------------------- tables

  /**
   * A table of texts and numbers that is sorted by a click or a key on a column's head.
   * @param box the element it is put into
   * @param columns [{title, number: true|false, text: (value) => string}]
   * @param rows arrays of values; null is shown as nothing and stands last
   * @param options caption; selected(): index of the chosen row; onSelect(index): rows become buttons
   */
  function table(box, columns, rows, options = {}) {
    let by = -1;
    let up = true;
    const make = (tag, parent, text) => {
      const e = document.createElement(tag);
      if (text !== undefined) {
        e.textContent = text;
      }
      parent.append(e);
      return e;
    };

    function order() {
      const list = rows.map((_, i) => i);
      if (by >= 0) {
        list.sort((a, b) => compare(rows[a][by], rows[b][by]));
      }
      return list;
    }

    function compare(a, b) {
      const gone = (v) => v === null || v === undefined || Number.isNaN(v);
      if (gone(a) || gone(b)) {
        return gone(a) - gone(b);
      }
      return (up ? 1 : -1) * (typeof a === "number" ? a - b : String(a).localeCompare(String(b)));
    }

    function show(focus) {
      const t = document.createElement("table");
      t.className = "numbers sortable";
      if (options.caption) {
        make("caption", t, options.caption);
      }
      const head = make("tr", make("thead", t));
      columns.forEach((column, c) => {
        const th = make("th", head);
        th.scope = "col";
        th.className = column.number ? "number" : "";
        th.setAttribute("aria-sort", by !== c ? "none" : up ? "ascending" : "descending");
        const button = make("button", th, column.title + (by !== c ? "" : up ? " ▲" : " ▼"));
        button.addEventListener("click", () => {
          up = by === c ? !up : true;
          by = c;
          show(c);
        });
      });
      const body = make("tbody", t);
      for (const r of order()) {
        const tr = make("tr", body);
        columns.forEach((column, c) => {
          const value = rows[r][c];
          const text = value === null || value === undefined ? "" : column.text ? column.text(value) : String(value);
          const td = make("td", tr, c === 0 && options.onSelect ? undefined : text);
          td.className = column.number ? "number" : "";
          if (c === 0 && options.onSelect) {
            make("button", td, text); // its click is the row's
          }
        });
        if (options.onSelect) {
          tr.dataset.row = String(r);
          tr.addEventListener("click", () => choose(r));
        }
      }
      box.replaceChildren(t);
      mark();
      if (focus !== undefined) {
        head.children[focus].firstChild.focus();
      }
    }

    const choose = (r) => {
      options.onSelect(r);
      mark();
    };

    /** Shows again which row is chosen. */
    function mark() {
      for (const tr of box.querySelectorAll("tbody tr[data-row]")) {
        const on = options.selected && options.selected() === Number(tr.dataset.row);
        tr.classList.toggle("chosen", on);
        tr.querySelector("button").setAttribute("aria-pressed", String(on));
      }
    }

    show();
    return { mark };
  }

  // somebody may ask for less motion while the page is open
  const again = () => open.forEach((h) => h.option && h.draw(h.option, h.words));
  reducedMotion.addEventListener("change", again);

  return { calm, color, line, axis, yAxis, zoom, slider, zoomOut, tip, escape, create, picture, save, deliver, table };
})();
