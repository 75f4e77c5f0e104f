// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Which tiles are seen, and where. When they will be sorted again is announced.

import { durationText } from "../base/format.js";
import { mark, say } from "../base/dom.js";
import { Order } from "../base/order.js";
import { Tile } from "./tile.js";

const TILES_A_PAGE = 12;
const PAGE_SECONDS = 12;
const SOON_SECONDS = 5;

export class Pages {
  #tiles = new Map();
  #order = new Order();
  #page = 0;
  #turnAt = 0;

  /**
   * @param hrefOf where the details of a queue are
   */
  constructor(section, orderLine, hrefOf) {
    this.section = section;
    this.orderLine = orderLine;
    this.hrefOf = hrefOf;
  }

  /** Makes the order anew at the next showing: everything has just become known. */
  sortSoon() {
    this.#order.beginAnew();
  }

  /**
   * @param queues by key, those that have something to say
   * @param look what a tile shows besides its queue, for one queue
   * @param held the page that is to be seen, from 1; null while they turn by themselves
   * @param now in seconds
   */
  show(queues, look, held, now) {
    const moved = this.#order.arrange(queues, now);
    this.#turn(held, now);
    const keys = this.#order.keys.slice(this.#page * TILES_A_PAGE, (this.#page + 1) * TILES_A_PAGE);
    this.#place(keys, queues, moved);
    mark(this.section, "size", sizeFor(Math.min(this.#order.keys.length, TILES_A_PAGE)));
    keys.forEach((key) => this.#tiles.get(key).show(queues.get(key), look(key, queues.get(key))));
    this.#announce(held, now);
  }

  /** The page that is seen, from 1, and how many there are. */
  get place() {
    return { page: this.#page + 1, pages: Math.max(1, Math.ceil(this.#order.keys.length / TILES_A_PAGE)) };
  }

  #turn(held, now) {
    const { pages } = this.place;
    if (held != null) {
      this.#page = Math.min(held, pages) - 1;
      this.#turnAt = now + PAGE_SECONDS;
    } else if (now >= this.#turnAt) {
      this.#page = this.#turnAt === 0 ? 0 : this.#page + 1;
      this.#turnAt = now + PAGE_SECONDS;
    }
    this.#page %= pages;
  }

  #place(keys, queues, moved) {
    const wanted = new Set(keys);
    for (const [key, tile] of this.#tiles) {
      if (!wanted.has(key)) {
        tile.close();
        this.#tiles.delete(key);
      }
    }
    for (const key of keys) {
      if (!this.#tiles.has(key)) {
        this.#tiles.set(key, new Tile(queues.get(key), this.hrefOf(queues.get(key))));
      }
    }
    const nodes = keys.map((key) => this.#tiles.get(key).node);
    const there = this.section.children;
    if (nodes.length !== there.length || nodes.some((node, i) => node !== there[i])) {
      nodes.forEach((node, i) => node.classList.toggle("moved", moved && there.length > 0 && node !== there[i]));
      const focused = document.activeElement;
      this.section.replaceChildren(...nodes);
      if (nodes.some((node) => node.contains(focused))) {
        focused.focus({ preventScroll: true });
      }
    }
  }

  close() {
    this.#tiles.forEach((tile) => tile.close());
    this.#tiles.clear();
  }

  #announce(held, now) {
    const { page, pages } = this.place;
    const left = this.#order.left(now);
    const where = pages > 1 ? `page ${page} of ${pages}${held != null ? ", held" : ""} · ` : "";
    mark(this.orderLine, "soon", String(left <= SOON_SECONDS));
    say(this.orderLine, this.#order.keys.length > 1 ? `${where}worst first, sorted again in ${durationText(left)}` : "");
  }
}

function sizeFor(tiles) {
  if (tiles <= 4) {
    return "few";
  }
  return tiles <= 6 ? "some" : tiles <= 8 ? "many" : "full";
}
