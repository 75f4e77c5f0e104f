// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// A queue's day by interval, against its forecast.

import { ask } from "../live/api.js";
import { day } from "../live/day.js";
import { dayChart, words } from "../wall/daychart.js";
import { element, say } from "../base/dom.js";
import { Poll } from "../live/poll.js";
import { dayBounds } from "./dates.js";
import { intervalTable } from "../planner/intervals.js";
import { legend } from "../wall/legend.js";
import { optional } from "../live/forecasts.js";

const SECONDS = 20;
const NEXT = 6;

export class QueueDay {
  #shown = "";

  constructor(page, of) {
    this.page = page;
    this.canvas = element("canvas");
    this.chart = dayChart(this.canvas, "desk");
    this.note = element("p", "note");
    this.next = intervalTable(page);
    this.node = element("section", "panel", element("div", "tools", element("h3", "", "Today by interval"), legend()), element("div", "chart", this.canvas), this.note, this.next.node);
    this.poll = new Poll(SECONDS, async () => {
      const period = dayBounds(page.now() * 1000, page.timeZone, 0);
      const [counted, expected] = await Promise.all([
        ask("api/v1/intervals", { ...of, ...period }),
        optional(ask("api/v1/forecasts", { ...of, ...period })),
      ]);
      return { counted: counted.intervals, expected: expected.forecasts, asOf: Date.parse(counted.asOf) };
    });
  }

  show(now) {
    if (now == null) {
      return;
    }
    this.poll.tick(performance.now() / 1000);
    const { counted, expected, asOf } = this.poll.data ?? { counted: [], expected: [], asOf: 0 };
    const rows = day(counted, expected, asOf);
    const shown = `${Math.floor(now / 60)}${JSON.stringify(rows)}`;
    say(this.note, rows.length === 0 ? "No data of today yet." : expected.length === 0 ? "No forecast yet." : "");
    this.next.node.hidden = expected.length === 0;
    this.next.show(rows.filter((row) => row.end > now * 1000).slice(0, NEXT));
    if (rows.length > 0 && shown !== this.#shown) {
      this.#shown = shown;
      this.chart.show({ rows, now: now * 1000, timeZone: this.page.timeZone }, words(rows, now * 1000));
    }
  }

  close() {
    this.chart.close();
  }
}
