// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// What is seen stands in the address, so that it can be kept, sent and put on a wall: the page, the
// filters, the theme. Only what differs from the usual is written there.

const LISTS = ["queues", "channels"];
const USUAL = {
  view: "board",
  queue: null,
  channel: null,
  queues: [],
  channels: [],
  theme: "dark",
  kiosk: null,
  page: null,
  sound: null,
  title: null,
  state: null,
  day: null,
  minutes: null,
};

export const VIEWS = ["board", "queues", "agents", "forecast", "breaches", "queue"];
export const THEMES = ["dark", "light", "auto"];

/** What an address asks for; whatever it does not know or understand is the usual. */
export function read(search) {
  const given = new URLSearchParams(search);
  const state = { ...USUAL };
  for (const name of Object.keys(USUAL)) {
    const value = given.get(name);
    if (value) {
      state[name] = LISTS.includes(name) ? value.split(",").map(decodeName) : value;
    }
  }
  state.view = VIEWS.includes(state.view) ? state.view : USUAL.view;
  state.theme = THEMES.includes(state.theme) ? state.theme : USUAL.theme;
  state.page = Number.isInteger(Number(state.page)) && state.page > 0 ? Number(state.page) : null;
  return state;
}

/** The address that asks for that. A name in a list may hold commas, so it is encoded in itself. */
export function write(state) {
  const query = new URLSearchParams();
  for (const [name, usual] of Object.entries(USUAL)) {
    const value = LISTS.includes(name) ? state[name].map(encodeURIComponent).join(",") : state[name];
    if (value != null && value !== "" && value !== usual) {
      query.set(name, value);
    }
  }
  return query.size ? `?${query}` : location.pathname;
}

function decodeName(name) {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The state of the page, and who wants to hear when it changes. */
export class Address {
  #heard;

  constructor(heard) {
    this.#heard = heard;
    this.state = read(location.search);
    addEventListener("popstate", () => {
      this.state = read(location.search);
      heard();
    });
    document.addEventListener("click", (event) => this.#follow(event));
  }

  /** Changes what is named; another view is a step that the browser can go back. */
  change(changes) {
    const step = changes.view != null && changes.view !== this.state.view;
    this.state = { ...this.state, ...changes };
    history[step ? "pushState" : "replaceState"](null, "", write(this.state));
    this.#heard();
  }

  /** The address of another view; filters, theme and the like stay as they are. */
  to(changes) {
    return write({ ...this.state, queue: null, channel: null, page: null, ...changes });
  }

  #follow(event) {
    const link = event.target.closest?.("a[href^='?'], a[data-home]");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (link && plain) {
      event.preventDefault();
      history.pushState(null, "", link.href);
      this.state = read(location.search);
      this.#heard();
    }
  }
}
