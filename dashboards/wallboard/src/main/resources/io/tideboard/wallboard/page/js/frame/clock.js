// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The stream's time, in the queues' time zone when they share one; its date when it is not today.

import { date, timeOfDay } from "../base/format.js";
import { say } from "../base/dom.js";

export class Clock {
  constructor(page) {
    this.date = page.getElementById("date");
    this.time = page.getElementById("clock");
  }

  /** @param seconds null when no data ever came */
  show(seconds, timeZone) {
    if (seconds == null) {
      say(this.time, "");
      return;
    }
    const day = date(seconds * 1000, timeZone);
    say(this.date, day === date(Date.now(), timeZone) ? "" : day);
    say(this.time, timeOfDay(seconds * 1000, timeZone, true));
  }
}
