// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// A queue's figures over the last minutes and today, side by side.

import { count, durationText, percentText, permilleText } from "../base/format.js";
import { define } from "../frame/definitions.js";
import { element } from "../base/dom.js";
import { Table } from "./table.js";

const PERIODS = [
  ["5 min", (queue) => queue.windows["5m"]],
  ["15 min", (queue) => queue.windows["15m"]],
  ["30 min", (queue) => queue.windows["30m"]],
  ["60 min", (queue) => queue.windows["60m"]],
  ["today", (queue) => queue.today],
];

const FIGURES = [
  ["in time", "serviceLevel", percentText],
  ["of", "serviceLevelOf", count],
  ["offered", "offered", count],
  ["answered", "answered", count],
  ["abandoned", "abandonRate", permilleText],
  ["speed of answer", "asaSeconds", durationText],
  ["9 of 10 waited at most", "waitP90Seconds", durationText],
  ["longest wait", "waitMaxSeconds", durationText],
  ["handle time", "ahtSeconds", durationText],
  ["occupancy", "occupancy", percentText],
  ["first response", "firstResponseP50Seconds", durationText],
  ["resolved", "resolutionRate", percentText],
  ["resolved at first contact", "firstContactResolution", percentText],
  ["satisfied", "csat", percentText],
];

export class Periods {
  constructor() {
    const columns = PERIODS.map(([title, read]) => ({ title, kind: "number", text: ({ name, text, queue }) => text(read(queue)[name]) }));
    const figure = { title: "figure", text: ({ title }) => title, node: ({ title, name }) => define(element("span", "", title), name) };
    this.table = new Table("By period", [figure, ...columns], { keyOf: ({ name }) => name, none: "Nothing is known yet." });
    this.node = this.table.node;
  }

  show(queue) {
    this.table.show(queue ? FIGURES.map(([title, name, text]) => ({ title, name, text, queue })) : []);
  }
}
