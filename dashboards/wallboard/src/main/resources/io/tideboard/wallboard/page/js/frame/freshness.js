// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// How old the figures are, and that it shows.

import { age as ageText, duration } from "../base/format.js";
import { say } from "../base/dom.js";

const AMBER_SECONDS = 5;
const STALE_SECONDS = 15;

export class Freshness {
  #stale = false;

  /**
   * @param alert says what cannot wait
   */
  constructor(page, alert) {
    this.body = page.body;
    this.line = page.getElementById("freshness");
    this.banner = page.getElementById("stale");
    this.alert = alert;
  }

  /**
   * @param age seconds since the latest status; null when none ever came
   * @param connected whether the stream is open
   */
  show(age, connected) {
    const stale = age != null && age >= STALE_SECONDS;
    const level = age == null || !connected ? "waiting" : age >= AMBER_SECONDS ? "ageing" : "live";
    this.line.dataset.level = level;
    say(this.line, words(age, connected));
    this.body.classList.toggle("stale", stale);
    this.banner.hidden = !stale;
    if (stale) {
      const { text, unit } = duration(age);
      say(this.banner, `DATA STALE ${text}${unit && " " + unit}`);
    }
    // The seconds tick for eyes only: it is said once.
    if (stale !== this.#stale) {
      this.#stale = stale;
      this.alert(stale ? "Data stale" : "Data is live again");
    }
  }
}

function words(age, connected) {
  if (!connected) {
    return age == null ? "connecting" : `reconnecting, ${ageText(age)}`;
  }
  if (age == null) {
    return "no data yet";
  }
  return age < AMBER_SECONDS ? `live, ${ageText(age)}` : ageText(age);
}
