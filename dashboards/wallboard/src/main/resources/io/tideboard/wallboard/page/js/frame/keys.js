// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// What keys do. Nothing while one writes, and nothing together with Ctrl, Alt or Meta.

export class Keys {
  #actions = new Map();

  constructor() {
    document.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /**
   * @param keys as the browser names them, "?" or "ArrowLeft"
   * @param what in a few words, for the help
   */
  on(keys, what, action) {
    for (const key of keys) {
      this.#actions.set(key, { what, action });
    }
    return this;
  }

  /** Every action with its keys, in the order in which they were named. */
  list() {
    const byWhat = new Map();
    for (const [key, { what }] of this.#actions) {
      byWhat.set(what, [...(byWhat.get(what) ?? []), key]);
    }
    return [...byWhat].map(([what, keys]) => ({ what, keys }));
  }

  #pressed(event) {
    const writing = event.target.closest?.("input, select, textarea, dialog[open]");
    if (writing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const known = this.#actions.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (known) {
      event.preventDefault();
      known.action();
    }
  }
}
