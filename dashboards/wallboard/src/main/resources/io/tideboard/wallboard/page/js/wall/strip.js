// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// What comes: the center's day against its forecast, the next half hour, and whether the staff will do.

import { ahead, day, lack } from "../live/day.js";
import { count, NOTHING, rounded } from "../base/format.js";
import { drawing, element, mark, say } from "../base/dom.js";
import { dayChart, words } from "./daychart.js";
import { SHORT } from "../base/icons.js";

const NEXT_MINUTES = 30;

export class Strip {
  #shown = "";

  constructor(section) {
    this.canvas = element("canvas");
    this.chart = dayChart(this.canvas, "wall");
    this.next = element("p", "next", "next 30 min");
    this.number = element("b", "", NOTHING);
    this.band = element("p", "band");
    this.staff = element("p", "staff");
    section.append(element("div", "day", this.canvas), element("div", "ahead", this.next, this.number, this.band, this.staff));
  }

  /**
   * @param counted what came by interval
   * @param asOf up to when that was counted, in milliseconds
   * @param expected the forecast by interval
   * @param now in seconds; null when no data ever came
   */
  show({ counted, expected, asOf }, now, timeZone) {
    if (now == null) {
      return;
    }
    const millis = now * 1000;
    const rows = day(counted, expected, asOf);
    this.#next(ahead(rows, millis, NEXT_MINUTES), expected.length > 0);
    const shown = `${Math.floor(millis / 60_000)}/${timeZone}/${JSON.stringify(rows)}`;
    if (rows.length > 0 && shown !== this.#shown) {
      this.#shown = shown;
      this.chart.show({ rows, now: millis, timeZone }, words(rows, millis));
    }
  }

  #next(next, known) {
    say(this.next, `next ${next?.minutes ?? NEXT_MINUTES} min`);
    say(this.number, rounded(next?.p50));
    if (!next) {
      say(this.band, known ? "no forecast for then" : "no forecast yet");
      say(this.staff, "");
      return;
    }
    say(this.band, `contacts expected (${rounded(next.p10)}–${rounded(next.p90)})`);
    const short = lack(next) > 0;
    mark(this.staff, "short", String(short));
    const need = next.requiredAgents == null ? NOTHING : count(next.requiredAgents);
    const have = next.scheduledAgents == null ? "no schedule" : `${count(next.scheduledAgents)} scheduled`;
    if (this.staff.textContent !== `needs ${need} agents, ${have}`) {
      const needed = element("strong", "", ...(short ? [drawing(SHORT, "short")] : []), `${need} agents`);
      this.staff.replaceChildren("needs ", needed, `, ${have}`);
    }
  }

  close() {
    this.chart.close();
  }
}
