// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The sentence of the day above everything else.

import { count, NOTHING, permilleText, rounded, signed, timeOfDay } from "../base/format.js";
import { drawing, element, mark, say } from "../base/dom.js";
import { define } from "../frame/definitions.js";
import { SHORT } from "../base/icons.js";

const FIGURES = ["soFar", "variance", "expected", "short", "wape"];
const DEFINES = { soFar: "offered", variance: "variance", expected: "expectedToday", short: "staffingShort", wape: "wape" };

export class Summary {
  constructor() {
    this.figures = Object.fromEntries(
      FIGURES.map((name) => [name, { value: element("b"), under: element("span"), node: element("p") }]),
    );
    for (const [name, { value, under, node }] of Object.entries(this.figures)) {
      node.append(value, under);
      node.dataset.figure = name;
      define(node, DEFINES[name]);
    }
    this.node = element("div", "facts summary", ...Object.values(this.figures).map(({ node }) => node));
  }

  show(sums, timeZone) {
    this.#tell("soFar", count(sums.soFar), "contacts so far");
    const against = sums.against === "morning" ? "against this morning's forecast" : "against the forecast";
    this.#tell("variance", percentDifference(sums.variance), against);
    this.#tell("expected", rounded(sums.expected), `expected today (${rounded(sums.least)} – ${rounded(sums.most)})`);
    this.#short(sums, timeZone);
    this.#tell("wape", permilleText(sums.wape), `WAPE today, bias ${percentDifference(sums.bias)}`);
  }

  #short({ short, firstShort }, timeZone) {
    const first = short > 0 ? `, first ${timeOfDay(firstShort, timeZone)}` : "";
    this.#tell("short", short == null ? NOTHING : `${count(short)} interval${short === 1 ? "" : "s"}`, `short of agents${first}`);
    const { value, node } = this.figures.short;
    mark(node, "state", short > 0 ? "breached" : "in-order");
    if (short > 0 && !value.querySelector("svg")) {
      value.prepend(drawing(SHORT));
    }
  }

  #tell(name, text, under) {
    say(this.figures[name].value, text);
    say(this.figures[name].under, under);
  }
}

/** "+4.6 %", "−0.8 %". */
export function percentDifference(ratio) {
  return ratio == null ? NOTHING : signed(Number((ratio * 100).toFixed(1)), "%");
}
