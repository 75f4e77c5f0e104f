// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The wall: the center in one line, its queues, and what comes.

import { drawing, element, say } from "../base/dom.js";
import { Headline } from "./headline.js";
import { lack } from "../live/day.js";
import { Pages } from "./pages.js";
import { stateOf } from "../base/figures.js";
import { STATES } from "../base/icons.js";
import { Strip } from "./strip.js";

export class WallView {
  constructor(root, page) {
    this.page = page;
    const headline = section("headline", "The whole center");
    const tiles = section("tiles", "Queues");
    const strip = section("strip", "What comes");
    this.empty = element("p", "", "No queue has told anything yet.");
    this.empty.id = "empty";
    const order = element("p");
    order.id = "order";
    this.headline = new Headline(headline);
    this.strip = new Strip(strip);
    this.pages = new Pages(tiles, order, (queue) => page.details(queue));
    const states = element("p");
    states.id = "states";
    this.states = Object.entries(STATES).map(([state, each]) => stateLine(states, state, each));
    root.append(headline, tiles, this.empty, strip, element("div", "foot", states, order));
    page.onSnapshot = () => this.pages.sortSoon();
  }

  show(now) {
    const { page } = this;
    const queues = page.queues;
    const list = [...queues.values()];
    const longestOf = (queue) => page.board.longest(queue);
    this.headline.show(list, page.board.agents, longestOf);
    const look = (key, queue) => ({
      longest: longestOf(queue),
      hour: now == null ? [] : page.trend.lastHour(key, now),
      short: Math.max(0, lack(page.next(key) ?? {})),
    });
    this.pages.show(queues, look, page.address.state.page, performance.now() / 1000);
    this.empty.hidden = queues.size > 0;
    this.strip.show(page.center.data, now, page.timeZone);
    for (const { state, word, line, number } of this.states) {
      const many = list.filter((queue) => stateOf(queue) === state).length;
      line.hidden = many === 0;
      say(number, `${many} ${word}`);
    }
  }

  /** Turns to another page and holds it. */
  turn(step) {
    const { page, pages } = this.pages.place;
    this.page.address.change({ page: ((page - 1 + step + pages) % pages) + 1 });
  }

  /** Holds the page that is seen, or lets the pages turn again. */
  hold() {
    this.page.address.change({ page: this.page.address.state.page == null ? this.pages.place.page : null });
  }

  close() {
    this.pages.close();
    this.strip.close();
    this.page.onSnapshot = null;
  }
}

function section(id, label) {
  const made = element("section");
  made.id = id;
  made.setAttribute("aria-label", label);
  return made;
}

function stateLine(parent, state, { word, shape }) {
  const number = element("span");
  const line = element("span", "", drawing(shape), number);
  line.dataset.state = state;
  parent.append(line);
  return { state, word, line, number };
}
