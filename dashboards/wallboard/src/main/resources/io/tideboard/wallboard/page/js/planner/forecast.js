// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The planner's page: a day against its forecast, the staff it needs, and what if.

import { ask } from "../live/api.js";
import { day, inIntervalsOf } from "../live/day.js";
import { Choices } from "./choices.js";
import { dayBounds } from "../desk/dates.js";
import { dayChart, words } from "../wall/daychart.js";
import { element } from "../base/dom.js";
import { Exports } from "./exports.js";
import { intervalTable } from "./intervals.js";
import { legend } from "../wall/legend.js";
import { optional } from "../live/forecasts.js";
import { Poll } from "../live/poll.js";
import { Summary } from "./summary.js";
import { sums } from "./sums.js";
import { WhatIf } from "./whatif.js";

const SECONDS = 15;
const FORMATS = [
  ["csv", "everything (CSV)"],
  ["genesys", "Genesys Cloud"],
  ["calabrio", "Calabrio forecast"],
  ["calabrio_queue", "Calabrio queue statistics"],
  ["nice", "NICE IEX"],
  ["verint", "Verint"],
  ["connect", "Amazon Connect"],
];

export class ForecastView {
  #chosen = "";
  #shown = "";
  #scrolled = false;

  constructor(root, page) {
    this.page = page;
    this.choices = new Choices(page);
    this.summary = new Summary();
    this.canvas = element("canvas");
    this.chart = dayChart(this.canvas, "desk");
    this.table = intervalTable(page);
    this.exports = new Exports(this.table, () => this.asked, FORMATS);
    this.beside = element("div", "beside", this.table.node);
    this.poll = new Poll(SECONDS, () => this.#load());
    root.append(
      element("div", "tools", element("h2", "", "Forecast"), this.choices.node, this.exports.node),
      this.summary.node,
      element("section", "panel", element("div", "chart", this.canvas), legend()),
      this.beside,
    );
  }

  async #load() {
    const [counted, expected] = await Promise.all([
      ask("api/v1/intervals", this.asked),
      optional(ask("api/v1/forecasts", this.asked)),
    ]);
    return { counted: counted.intervals, expected: expected.forecasts, asOf: Date.parse(counted.asOf) };
  }

  show(now) {
    this.choices.show();
    const { queue, channel, offset, minutes } = this.choices.chosen;
    if (now == null || queue == null) {
      return;
    }
    this.#choose({ queue, channel }, offset, now * 1000);
    this.poll.tick(performance.now() / 1000);
    const { counted, expected, asOf } = this.poll.data ?? { counted: [], expected: [], asOf: 0 };
    const rows = day(counted, expected, asOf);
    this.#fill(minutes ? inIntervalsOf(minutes, rows) : rows, now * 1000);
  }

  /** Another queue or day begins anew. */
  #choose(of, offset, now) {
    const period = dayBounds(now, this.page.timeZone, offset);
    const chosen = JSON.stringify([of, period]);
    if (chosen !== this.#chosen) {
      this.#chosen = chosen;
      this.asked = { ...of, ...period };
      this.poll.again();
      this.whatIf?.close();
      this.whatIf = new WhatIf(of, () => this.page.timeZone);
      this.beside.replaceChildren(this.table.node, this.whatIf.node);
      this.#scrolled = false;
    }
  }

  #fill(rows, now) {
    const marked = rows.map((row) => ({ ...row, present: row.start <= now && now < row.end }));
    const shown = `${Math.floor(now / 60_000)}${JSON.stringify(marked)}`;
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.summary.show(sums(rows, now), this.page.timeZone);
    this.table.show(marked);
    this.whatIf.show(rows.find((row) => row.start >= now && row.p50 != null) ?? null);
    this.chart.show({ rows, now, timeZone: this.page.timeZone }, words(rows, now));
    this.#scrollToNow();
  }

  /** The table is as long as the day; the first look goes to where the day is. */
  #scrollToNow() {
    const present = this.table.body.querySelector("tr.present");
    if (present && !this.#scrolled) {
      this.#scrolled = true;
      present.closest(".scroll").scrollTop = present.offsetTop - 3 * present.offsetHeight;
    }
  }

  close() {
    this.chart.close();
    this.whatIf?.close();
  }
}
