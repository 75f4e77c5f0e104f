// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The figures of one queue now.

import { count, durationText, NOTHING, percentText, permilleText, span } from "../base/format.js";
import { element, mark, say } from "../base/dom.js";
import { define } from "../frame/definitions.js";

const FACTS = [
  ["waiting", "waiting", (queue) => count(queue.waiting)],
  ["longest", "longestWaitSeconds", (queue, page) => durationText(page.board.longest(queue))],
  ["at risk", "atRisk", (queue) => count(queue.atRisk)],
  ["breached", "breached", (queue) => count(queue.breached)],
  ["in time", "serviceLevel", (queue) => percentText(queue.today.serviceLevel), level],
  ["speed of answer", "asaSeconds", (queue) => durationText(queue.today.asaSeconds)],
  ["abandoned", "abandonRate", (queue) => permilleText(queue.today.abandonRate), (queue) => `abandoned, ${count(queue.today.abandoned)} contacts`],
  ["in progress", "inProgress", (queue) => count(queue.inProgress)],
  ["estimated wait", "estimatedWaitSeconds", (queue) => durationText(queue.estimatedWaitSeconds)],
];

export class Facts {
  constructor(page) {
    this.page = page;
    this.facts = FACTS.map(([title, name, text, label = () => title]) => {
      const value = element("b");
      const under = element("span");
      return { text, label, value, under, node: define(element("p", "", value, under), name) };
    });
    this.agents = element("p", "agents-line");
    this.node = element("div", "facts-box", element("div", "facts", ...this.facts.map(({ node }) => node)), define(this.agents, "agents"));
  }

  /** @param agentsText agents by state as words */
  show(queue, agentsText) {
    for (const { text, label, value, under } of this.facts) {
      say(value, queue ? text(queue, this.page) : NOTHING);
      say(under, queue ? label(queue) : "");
    }
    mark(this.facts[3].node, "state", queue?.breached > 0 ? "breached" : "in-order");
    mark(this.facts[2].node, "state", queue?.atRisk > 0 ? "at-risk" : "in-order");
    say(this.agents, `agents: ${queue ? agentsText(queue.agents) : NOTHING}`);
  }
}

function level(queue) {
  const of = queue.today.serviceLevel == null ? NOTHING : count(queue.today.serviceLevelOf);
  return `in ${span(queue.thresholdSeconds)}, of ${of} (goal ${percentText(queue.target)})`;
}
