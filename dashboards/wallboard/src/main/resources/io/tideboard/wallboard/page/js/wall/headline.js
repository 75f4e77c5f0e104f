// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The center in one line.

import { atWork, stateOf, together } from "../base/figures.js";
import { count, duration, NOTHING, percent, permille, span } from "../base/format.js";
import { drawing, element, mark, say } from "../base/dom.js";
import { define } from "../frame/definitions.js";
import { STATES } from "../base/icons.js";

export class Headline {
  constructor(section) {
    this.waiting = new Figure(section, "waiting", "waiting");
    this.longest = new Figure(section, "longest", "longestWaitSeconds");
    this.level = new Figure(section, "level", "serviceLevel");
    this.abandoned = new Figure(section, "abandoned", "abandonRate");
    this.agents = new Figure(section, "agents", "agents");
  }

  show(queues, agents, longestOf) {
    const all = together(queues);
    this.waiting.show(count(all.waiting), "", [["waiting"]]);
    this.#longest(queues, longestOf);
    this.#level(all);
    this.abandoned.show(permille(all.abandonRate), all.abandonRate == null ? "" : "%", [
      ["abandoned, of "],
      [count(all.abandonRate == null ? null : all.stayedOrGaveUp), "strong"],
    ]);
    const staff = atWork(agents, new Set(queues.map((queue) => queue.queue)));
    this.agents.show(count(staff?.free), staff ? `/ ${count(staff.signedIn)}` : "", [
      ["free of "],
      [count(staff?.signedIn), "strong"],
      [" agents"],
    ]);
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
        [all.serviceLevel == null ? NOTHING : count(all.judged), "strong"],
        [` (goal ${percent(goal)})`],
      ],
      below ? "at-risk" : "in-order",
    );
  }
}

class Figure {
  constructor(section, name, defines) {
    this.number = element("span");
    this.unit = element("small");
    this.shape = element("span", "shape");
    this.label = element("span", "label");
    this.box = element("div", "figure", element("b", "", this.number, this.unit), element("p", "", this.shape, this.label));
    this.box.dataset.figure = name;
    section.append(define(this.box, defines));
  }

  /**
   * @param label parts of text, each with the name of the element that it stands in, if any
   */
  show(number, unit, label, state = "in-order") {
    say(this.number, number);
    say(this.unit, unit);
    if (this.box.dataset.state !== state) {
      mark(this.box, "state", state);
      const { shape, word } = STATES[state];
      this.shape.replaceChildren(...(state === "in-order" ? [] : [drawing(shape, word)]));
    }
    if (this.label.textContent !== label.map(([text]) => text).join("")) {
      this.label.replaceChildren(...label.map(([text, name]) => (name ? element(name, "", text) : text)));
    }
  }
}
