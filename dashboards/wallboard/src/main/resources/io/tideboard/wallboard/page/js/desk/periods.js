// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// A queue's figures over the last minutes and today, side by side.

import { count, durationText, percentText, permilleText } from "../base/format.js";
import { Table } from "./table.js";

const PERIODS = ["5m", "15m", "30m", "60m"];

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
    const figures = FIGURES.map(([title, name, text]) => ({ title, define: name, kind: "number", text: ({ block }) => text(block[name]) }));
    const columns = [{ title: "period", text: ({ title }) => title }, ...figures];
    this.table = new Table("By period", columns, { keyOf: ({ title }) => title, none: "Nothing is known yet." });
    this.node = this.table.node;
  }

  show(queue) {
    const windows = PERIODS.map((name) => ({ title: `${parseInt(name, 10)} min`, block: queue?.windows[name] }));
    this.table.show(queue ? [...windows, { title: "today", block: queue.today }] : []);
  }
}
