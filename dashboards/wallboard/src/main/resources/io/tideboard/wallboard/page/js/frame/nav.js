// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The pages, and the buttons that do what keys do.

import { element, mark, say, withAttributes } from "../base/dom.js";

const TITLES = { board: "Wallboard", queues: "Queues", agents: "Agents", forecast: "Forecast", breaches: "Breaches" };

export class Nav {
  #links = new Map();
  #shown = "";

  constructor(nav, address) {
    this.nav = nav;
    this.address = address;
    for (const [view, title] of Object.entries(TITLES)) {
      const link = element("a", "", title);
      this.#links.set(view, link);
      nav.append(link);
    }
  }

  show() {
    const { state } = this.address;
    const shown = JSON.stringify(state);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    for (const [view, link] of this.#links) {
      withAttributes(link, { href: this.address.to({ view }) });
      const present = state.view === view || (state.view === "queue" && view === "queues");
      link.toggleAttribute("aria-current", present);
      if (present) {
        link.setAttribute("aria-current", "page");
      }
    }
    mark(document.body, "view", state.view);
    mark(document.body, "kiosk", String(state.kiosk != null));
    say(document.getElementById("title"), state.title ?? "");
    document.title = state.view === "board" ? "Tideboard" : `${TITLES[state.view] ?? state.queue} · Tideboard`;
  }
}

/** A small button of the header. */
export function button(text, label, action) {
  const made = element("button", "", text);
  made.type = "button";
  made.title = label;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", action);
  return made;
}
