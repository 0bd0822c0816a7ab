// SPDX-License-Identifier: Apache-2.0
// What all views share: how they start, the conversation with the KNIME window (or with a file that plays its part),
// colours, numbers. A view is a folder with view.html, which names its styles and scripts and holds its controls; the
// frame around it is page.html, with places for a status and a note. Its script begins with scorewalk.run({...}).
"use strict";

const scorewalk = (() => {
  /** How long to wait for an answer: a window that knows the protocol answers at once, data may take longer. */
  const CONFIG_SECONDS = 10;
  const DATA_SECONDS = 120;

  const reducedMotion = window.matchMedia("(prefers-reduced-motion: reduce)");

  const waiting = new Map();
  let lastId = 0;
  /** What the conversation began with; null before. */
  let session = null;

  window.addEventListener("message", (event) => {
    const message = event.data;
    if (event.source !== window.parent || !message || message.type !== "UIExtensionResponse") {
      return;
    }
    const entry = waiting.get(message.requestId);
    if (entry) {
      waiting.delete(message.requestId);
      clearTimeout(entry.timer);
      entry.resolve(message.payload);
    }
  });

  function request(method, params, seconds) {
    return new Promise((resolve, reject) => {
      const requestId = "scorewalk-" + ++lastId;
      const timer = setTimeout(() => {
        waiting.delete(requestId);
        reject(new Error("No answer to '" + method + "' within " + seconds + " seconds."));
      }, seconds * 1000);
      waiting.set(requestId, { resolve, timer });
      window.parent.postMessage({ type: "UIExtensionRequest", requestId, payload: { method, params } }, "*");
    });
  }

  const parsed = (value) => (typeof value === "string" ? JSON.parse(value) : value);

  /** The result of a service, out of the wrappings it may come in. */
  function unwrap(answer) {
    const service = parsed(answer);
    if (!service) {
      throw new Error("The node sent no data.");
    }
    const error = service.userError || service.internalError || service.error;
    if (error) {
      throw new Error(typeof error === "string" ? error : error.message || "The node's data could not be read.");
    }
    return parsed(service.result);
  }

  /**
   * Starts the conversation.
   * @returns {Promise<{data: object, rpc: function, config: object, mode: string}>} the initial data; rpc(method, ...)
   *   calls a method of the node's data service; mode is "interactive", "report" or "image"
   */
  async function start() {
    const config = parsed(await request("getConfig", [], CONFIG_SECONDS)) || {};
    window.parent.postMessage({ type: "UIExtensionReady" }, "*");
    const node = {
      nodeId: config.nodeId,
      projectId: config.projectId,
      workflowId: config.workflowId,
      extensionType: config.extensionType,
    };
    const service = (serviceType, dataServiceRequest) =>
      request("callNodeDataService", [{ ...node, serviceType, dataServiceRequest }], DATA_SECONDS);
    const data = unwrap(config.initialData || (await service("initial_data", "")));
    let id = 0;
    const rpc = async (method, ...params) => {
      const text = JSON.stringify({ jsonrpc: "2.0", method, params, id: ++id });
      const outer = parsed(await service("data", text));
      const inner = parsed(outer && outer.result !== undefined ? outer.result : outer);
      if (!inner || inner.error) {
        throw new Error((inner && inner.error && inner.error.message) || "The node did not answer.");
      }
      return inner.result;
    };
    const type = String((config.renderingConfig && config.renderingConfig.type) || "").toLowerCase();
    const mode = type.includes("report") ? "report" : type.includes("image") ? "image" : "interactive";
    return { data, rpc, config, mode };
  }

  /**
   * Runs a view, or says in a sentence why there is nothing to see.
   * @param o cannot: what cannot be shown, where nobody answers; none: what there is not, where the node is not
   *   executed; key: a field that the data of an executed node have; read(data): takes the data, and throws where it
   *   cannot; empty(): a sentence where the data hold nothing to show, if that can be; begin(): draws and connects the
   *   controls
   */
  async function run(o) {
    try {
      session = await start();
    } catch (error) {
      message(o.cannot + "\n" + error.message);
      return;
    }
    const { data } = session;
    if (!data || !data[o.key || "description"]) {
      message(o.none);
      return;
    }
    document.body.classList.toggle("static", still());
    try {
      o.read(data);
    } catch (error) {
      message("The data of this view cannot be read. Reset and execute the node.\n" + error.message);
      return;
    }
    const nothing = o.empty ? o.empty() : "";
    if (nothing) {
      message(nothing);
      return;
    }
    await o.begin();
  }

  /** Whether the page is a still picture, for a report or an image. */
  const still = () => session !== null && session.mode !== "interactive";

  /** Calls a method of the node's data service. */
  const rpc = (method, ...params) => session.rpc(method, ...params);

  /** Hands a finished picture to whoever renders the page for a report or as an image. */
  function deliver(canvas) {
    const url = canvas.toDataURL("image/png");
    if (session.mode === "report") {
      // the words hold names of columns, which may be anything
      const words = canvas.getAttribute("aria-label").replace(/[&<>"']/g, (c) => "&#" + c.charCodeAt(0) + ";");
      const html = '<img alt="' + words + '" src="' + url + '"/>';
      request("setReportingContent", [html], CONFIG_SECONDS).catch(() => undefined);
    } else if (session.mode === "image") {
      const action = session.config.renderingConfig.actionId;
      request("imageGenerated", [action, url], CONFIG_SECONDS).catch(() => undefined);
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      window.parent.postMessage({ type: "UIExtensionEscapePressed" }, "*");
    }
  });

  function bytes(base64) {
    const text = atob(base64);
    const result = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) {
      result[i] = text.charCodeAt(i);
    }
    return result;
  }

  /** Little-endian numbers; all platforms with a browser are little-endian. */
  const floats = (base64) => new Float32Array(bytes(base64).buffer);
  const ints = (base64) => new Int32Array(bytes(base64).buffer);

  /** Little-endian doubles, column after column. */
  function columns(base64, rows) {
    const all = new Float64Array(bytes(base64).buffer);
    const count = rows > 0 ? all.length / rows : 0;
    return Array.from({ length: count }, (_, j) => all.subarray(j * rows, (j + 1) * rows));
  }

  /** Refuses data that another version has stored. */
  function check(info) {
    if (info.version !== 1) {
      throw new Error("They were stored by another version of the node.");
    }
  }

  function download(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  const savePng = (canvas, name) => canvas.toBlob((blob) => scorewalk.download(blob, name + ".png"), "image/png");

  const VIRIDIS = [0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725];

  /** 256 colours of the map viridis as [r, g, b, ...]. */
  const viridis = (() => {
    const table = new Uint8ClampedArray(768);
    for (let i = 0; i < 256; i++) {
      const t = (i / 255) * (VIRIDIS.length - 1);
      const k = Math.min(VIRIDIS.length - 2, Math.floor(t));
      for (let c = 0; c < 3; c++) {
        const at = (j) => (VIRIDIS[Math.max(0, Math.min(VIRIDIS.length - 1, j))] >> (16 - 8 * c)) & 255;
        table[3 * i + c] = at(k) + (at(k + 1) - at(k)) * (t - k);
      }
    }
    return table;
  })();

  /** Colours that people with any colour vision tell apart (Okabe and Ito). */
  const series = ["#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#0072b2", "#8c6d1f", "#7f7f7f"];

  /** Round numbers between two ends: [step, first, second, ...]. */
  function ticks(min, max, intervals) {
    const raw = (max - min) / Math.max(1, intervals);
    const power = Math.pow(10, Math.floor(Math.log10(raw)));
    const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= raw * (1 - 1e-9));
    const result = [];
    for (let k = Math.ceil(min / step - 1e-9); k <= max / step + 1e-9; k++) {
      result.push(k * step);
    }
    return { step, values: result };
  }

  /** A number with the digits that a step needs. */
  function tickText(value, step) {
    const size = Math.max(Math.abs(value), step);
    if (size >= 1e6 || size < 1e-3) {
      return value === 0 ? "0" : value.toExponential(1).replace(/\.0e/, "e");
    }
    const text = String(Number(step.toPrecision(6)));
    const digits = text.includes(".") ? text.split(".")[1].length : 0;
    const fixed = value.toFixed(digits);
    return Number(fixed) === 0 ? (0).toFixed(digits) : fixed;
  }

  /** A number for people: four significant digits. */
  function number(value) {
    if (!Number.isFinite(value)) {
      return "–";
    }
    const size = Math.abs(value);
    return size !== 0 && (size >= 1e6 || size < 1e-4) ? value.toExponential(3) : String(Number(value.toPrecision(4)));
  }

  const count = (value) => value.toLocaleString("en-US");

  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const $ = (id) => document.getElementById(id);

  /** Calls an action with a control when somebody changes it. */
  const onInput = (id, action) => $(id).addEventListener("input", () => action($(id)));

  const onClick = (id, action) => $(id).addEventListener("click", () => action());

  /** Hides the elements of a class. */
  const hide = (selector, hidden = true) => document.querySelectorAll(selector).forEach((e) => { e.hidden = hidden; });

  /** Puts a tip beside a place of the stage, in pixels from its corner. */
  function showTip(tip, text, stage, x, y) {
    tip.textContent = text;
    tip.style.left = Math.max(2, Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 4)) + "px";
    tip.style.top = Math.max(2, y - tip.offsetHeight - 8) + "px";
  }

  /** Replaces the page by a sentence. */
  function message(text) {
    const box = document.createElement("p");
    box.className = "message";
    box.setAttribute("role", "alert");
    box.textContent = text;
    document.body.replaceChildren(box);
  }

  const standalone = window.parent === window;
  document.documentElement.classList.toggle("standalone", standalone);

  return {
    run,
    rpc,
    still,
    deliver,
    floats,
    ints,
    bytes,
    columns,
    check,
    download,
    savePng,
    viridis,
    series,
    ticks,
    tickText,
    number,
    count,
    style,
    message,
    $,
    onInput,
    onClick,
    hide,
    showTip,
    reducedMotion,
    standalone,
  };
})();
