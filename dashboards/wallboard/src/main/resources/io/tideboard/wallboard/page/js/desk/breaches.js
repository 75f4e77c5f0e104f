// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Broken promises, the latest first.

import { channelName, words } from "../base/icons.js";
import { durationText, span, timeOfDay } from "../base/format.js";
import { breachKind, channel, link } from "./states.js";
import { element } from "../base/dom.js";
import { exportButton } from "./export.js";
import { Table } from "./table.js";

const MOST = 200;

export class BreachesView {
  constructor(root, page) {
    this.page = page;
    this.table = breachTable(page, "The latest broken promises");
    root.append(element("div", "tools", element("h2", "", "Breaches"), exportButton(() => "breaches.csv", this.table)), this.table.node);
  }

  show() {
    this.table.show(this.page.board.breaches.filter((breach) => this.page.includes(breach)).slice(0, MOST));
  }

  close() {}
}

/** @param ofOne whether all are of one queue, which then needs no column */
export function breachTable(page, caption, ofOne = false) {
  const where = [
    { title: "queue", text: (breach) => breach.queue, node: (breach) => link(breach.queue, page.details(breach)) },
    { title: "channel", text: (breach) => channelName(breach.channel), node: (breach) => channel(breach.channel) },
  ];
  const columns = [
    { title: "time", kind: "number", text: (breach) => timeOfDay(Date.parse(breach.time), page.timeZone, true) },
    { title: "what", text: (breach) => words(breach.kind), node: (breach) => breachKind(breach.kind) },
    ...(ofOne ? [] : where),
    { title: "contact", text: (breach) => breach.interaction },
    { title: "waited", kind: "number", text: (breach) => durationText(breach.waitSeconds) },
    { title: "promise", text: (breach) => `${words(breach.promise)} in ${span(breach.thresholdSeconds)}` },
  ];
  return new Table(caption, columns, { keyOf: (breach) => breach.id, none: "No promise was broken." });
}
