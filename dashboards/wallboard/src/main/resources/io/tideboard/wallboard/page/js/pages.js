// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Which tiles are seen, and where. A tile keeps its place while its state changes; the order is made
// anew once a minute, and that is announced.

import { duration } from "./format.js";
import { say } from "./dom.js";
import { worstFirst } from "./figures.js";
import { Tile } from "./tile.js";

const TILES_A_PAGE = 12;
const PAGE_SECONDS = 12;
const SORT_SECONDS = 60;

export class Pages {
  #tiles = new Map();
  #order = [];
  #page = -1;
  #turnAt = 0;
  #sortAt = 0;

  constructor(section, orderLine) {
    this.section = section;
    this.orderLine = orderLine;
    this.scrolled = window.matchMedia("(max-width: 1000px)");
  }

  /** Makes the order anew at the next showing: everything has just become known. */
  sortSoon() {
    this.#sortAt = 0;
  }

  /**
   * @param queues by key, those that have something to say
   * @param now in seconds
   */
  show(queues, longestOf, now) {
    this.#arrange(queues, now);
    const keys = this.#visible(now);
    const shown = keys.map((key) => this.#tile(key, queues.get(key)));
    shown.forEach((tile, i) => tile.show(queues.get(keys[i]), longestOf(queues.get(keys[i]))));
    const nodes = shown.map((tile) => tile.node);
    if (nodes.length !== this.section.children.length || nodes.some((n, i) => n !== this.section.children[i])) {
      this.section.replaceChildren(...nodes);
    }
    this.section.dataset.size = sizeFor(Math.min(this.#order.length, TILES_A_PAGE));
    this.#announce(now);
  }

  #arrange(queues, now) {
    this.#order = this.#order.filter((key) => queues.has(key));
    const known = new Set(this.#order);
    const fresh = [...queues.keys()].filter((key) => !known.has(key));
    this.#order.push(...fresh);
    // A queue that appears moves the others anyway.
    if (fresh.length > 0 || now >= this.#sortAt) {
      this.#sortAt = now + SORT_SECONDS;
      this.#order.sort((one, other) => worstFirst(queues.get(one), queues.get(other)));
    }
  }

  #visible(now) {
    if (this.scrolled.matches) {
      return this.#order;
    }
    if (now >= this.#turnAt) {
      this.#turnAt = now + PAGE_SECONDS;
      this.#page += 1;
    }
    const first = (this.#page % this.#pages()) * TILES_A_PAGE;
    return this.#order.slice(first, first + TILES_A_PAGE);
  }

  #pages() {
    return Math.max(1, Math.ceil(this.#order.length / TILES_A_PAGE));
  }

  #tile(key, queue) {
    if (!this.#tiles.has(key)) {
      this.#tiles.set(key, new Tile(queue));
    }
    return this.#tiles.get(key);
  }

  #announce(now) {
    const pages = this.scrolled.matches ? 1 : this.#pages();
    const page = pages > 1 ? `page ${(this.#page % pages) + 1} of ${pages} · ` : "";
    const left = Math.max(0, this.#sortAt - now);
    say(this.orderLine, this.#order.length > 1 ? `${page}worst first, sorted again in ${duration(left).text}` : "");
  }
}

function sizeFor(tiles) {
  if (tiles <= 4) {
    return "few";
  }
  return tiles <= 6 ? "some" : tiles <= 8 ? "many" : "full";
}
