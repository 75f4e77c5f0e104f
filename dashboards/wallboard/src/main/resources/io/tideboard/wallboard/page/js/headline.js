// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The center in one line.

import { count, duration, NOTHING, percent, permille, span } from "./format.js";
import { element, say } from "./dom.js";
import { stateOf, together } from "./figures.js";
import { STATES } from "./icons.js";

export class Headline {
  constructor(section) {
    this.waiting = new Figure(section, "waiting");
    this.longest = new Figure(section, "longest");
    this.level = new Figure(section, "level");
    this.abandoned = new Figure(section, "abandoned");
    this.inProgress = new Figure(section, "in-progress");
  }

  show(queues, longestOf) {
    const all = together(queues);
    this.waiting.show(count(all.waiting), "", [["waiting"]]);
    this.#longest(queues, longestOf);
    this.#level(all);
    this.abandoned.show(permille(all.abandonRate), all.abandonRate == null ? "" : "%", [
      ["abandoned, of "],
      [count(all.offered), "strong"],
    ]);
    this.inProgress.show(count(all.inProgress), "", [["in progress"]]);
  }

  /** Of those in the worst state, the longest wait: a mail of two hours may be in order. */
  #longest(queues, longestOf) {
    const waiting = queues
      .map((queue) => ({ queue, state: stateOf(queue), wait: longestOf(queue) }))
      .filter((each) => each.wait != null);
    const worst = Object.keys(STATES).find((state) => waiting.some((w) => w.state === state));
    const longest = waiting
      .filter((each) => each.state === worst)
      .reduce((most, each) => (most && most.wait >= each.wait ? most : each), null);
    const { text, unit } = duration(longest?.wait);
    const where = longest ? [["longest · "], [longest.queue.queue, "strong"]] : [["longest"]];
    this.longest.show(text, unit, where, longest?.state);
  }

  #level(all) {
    const goal = all.target ?? all.goalOfAll;
    const within = all.threshold == null ? "in time" : `in ${span(all.threshold)}`;
    const below = all.serviceLevel != null && all.serviceLevel < goal;
    this.level.show(
      percent(all.serviceLevel),
      all.serviceLevel == null ? "" : "%",
      [
        [`${within}, of `],
        [count(all.judged), "strong"],
        [` (goal ${goal == null ? NOTHING : percent(goal)})`],
      ],
      below ? "at-risk" : "in-order",
    );
  }
}

class Figure {
  constructor(section, name) {
    this.number = element("span");
    this.unit = element("small");
    this.label = element("p");
    this.box = element("div", "figure", element("b", "", this.number, this.unit), this.label);
    this.box.dataset.figure = name;
    section.append(this.box);
  }

  /**
   * @param label parts of text, each with the name of the element that it stands in, if any
   */
  show(number, unit, label, state = "in-order") {
    say(this.number, number);
    say(this.unit, unit);
    this.box.dataset.state = state;
    if (this.label.textContent !== label.map(([text]) => text).join("")) {
      this.label.replaceChildren(...label.map(([text, name]) => (name ? element(name, "", text) : text)));
    }
  }
}
