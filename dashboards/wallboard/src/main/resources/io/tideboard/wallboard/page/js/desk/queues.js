// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Every queue in a table: the same as the tiles for who reads better in rows, and all other figures.

import { channelName, STATES, words } from "../base/icons.js";
import { count, durationText, percentText, permilleText, NOTHING, rounded } from "../base/format.js";
import { channel, link, queueState } from "./states.js";
import { element } from "../base/dom.js";
import { exportButton } from "./export.js";
import { Order } from "../base/order.js";
import { stateOf } from "../base/figures.js";
import { Table } from "./table.js";

export class QueuesView {
  #order = new Order();

  constructor(root, page) {
    this.page = page;
    this.table = new Table("Queues, worst first", columns(page), { keyOf: ({ key }) => key, none: "No queue has told anything yet." });
    root.append(element("div", "tools", element("h2", "", "Queues"), exportButton(() => "queues.csv", this.table)), this.table.node);
  }

  show() {
    const { queues, board } = this.page;
    this.#order.arrange(queues, performance.now() / 1000);
    const row = (key, queue) => ({ key, queue, longest: board.longest(queue), next: this.page.next(key) });
    this.table.show(this.#order.keys.map((key) => row(key, queues.get(key))));
  }

  close() {}
}

function columns(page) {
  const number = (title, define, text) => ({ title, define, text, kind: "number" });
  return [
    { title: "queue", text: ({ queue }) => queue.queue, node: ({ queue }) => link(queue.queue, page.details(queue)) },
    { title: "channel", text: ({ queue }) => channelName(queue.channel), node: ({ queue }) => channel(queue.channel) },
    { title: "state", text: ({ queue }) => STATES[stateOf(queue)].word, node: ({ queue }) => queueState(stateOf(queue)) },
    number("waiting", "waiting", ({ queue }) => count(queue.waiting)),
    number("longest", "longestWaitSeconds", ({ longest }) => durationText(longest)),
    number("at risk", "atRisk", ({ queue }) => count(queue.atRisk)),
    number("breached", "breached", ({ queue }) => count(queue.breached)),
    number("in time", "serviceLevel", ({ queue }) => percentText(queue.today.serviceLevel)),
    number("of", "serviceLevelOf", ({ queue }) => count(queue.today.serviceLevel == null ? null : queue.today.serviceLevelOf)),
    number("goal", "target", ({ queue }) => percentText(queue.target)),
    number("speed of answer", "asaSeconds", ({ queue }) => durationText(queue.today.asaSeconds)),
    number("abandoned", "abandonRate", ({ queue }) => permilleText(queue.today.abandonRate)),
    number("in progress", "inProgress", ({ queue }) => count(queue.inProgress)),
    number("estimated wait", "estimatedWaitSeconds", ({ queue }) => durationText(queue.estimatedWaitSeconds)),
    number("next contacts", "contacts", ({ next }) => rounded(next?.p50)),
    number("needed / scheduled", "requiredAgents", ({ next }) => (next ? `${count(next.requiredAgents)} / ${count(next.scheduledAgents)}` : NOTHING)),
    { title: "agents", define: "agents", text: ({ queue }) => agentsText(queue.agents) },
  ];
}

/** "5 available, 3 busy". */
export function agentsText(agents) {
  const states = Object.entries(agents).filter(([, many]) => many > 0);
  return states.length === 0 ? NOTHING : states.map(([state, many]) => `${count(many)} ${words(state)}`).join(", ");
}
