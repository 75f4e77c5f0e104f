// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// What a figure means, from the same text as the API. Whatever carries data-define shows it on hover
// and on focus.

import { ask } from "../live/api.js";
import { element } from "../base/dom.js";

const GAP = 8;

export class Definitions {
  #texts = null;
  #tip = element("div");

  constructor() {
    this.#tip.id = "definition";
    this.#tip.setAttribute("role", "tooltip");
    this.#tip.hidden = true;
    document.body.append(this.#tip);
    for (const [event, show] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]]) {
      document.addEventListener(event, ({ target }) => this.#over(target.closest?.("[data-define]"), show));
    }
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.#hide());
  }

  async #over(node, show) {
    if (!node || !show) {
      this.#hide();
      return;
    }
    const text = (await this.#known()).get(node.dataset.define);
    if (text && node.isConnected && node.matches(":hover, :focus-visible, :focus-within")) {
      this.#tip.textContent = text;
      this.#tip.hidden = false;
      node.setAttribute("aria-describedby", this.#tip.id);
      this.#place(node.getBoundingClientRect());
    }
  }

  #place(box) {
    const { width, height } = this.#tip.getBoundingClientRect();
    const left = Math.max(GAP, Math.min(box.left, innerWidth - width - GAP));
    const below = box.bottom + GAP;
    const top = below + height > innerHeight ? Math.max(GAP, box.top - height - GAP) : below;
    this.#tip.style.left = `${left}px`;
    this.#tip.style.top = `${top}px`;
  }

  #hide() {
    this.#tip.hidden = true;
  }

  #known() {
    this.#texts ??= ask("api/v1/definitions")
      .then(({ definitions, live = [] }) => new Map([...definitions, ...live].map((each) => [each.name, each.definition])))
      .catch(() => {
        this.#texts = null;
        return new Map();
      });
    return this.#texts;
  }
}

/** Lets a node tell what the named figure means; reachable by the keyboard. */
export function define(node, name) {
  node.dataset.define = name;
  node.tabIndex = 0;
  return node;
}
