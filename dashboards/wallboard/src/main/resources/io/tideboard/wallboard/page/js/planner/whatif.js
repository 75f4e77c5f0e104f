// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// What if there were more or fewer agents: a slider, and what the service computes for it.

import { ask } from "../live/api.js";
import { count, durationText, NOTHING, percentText, permilleText, timeOfDay } from "../base/format.js";
import { element, say } from "../base/dom.js";
import { define } from "../frame/definitions.js";

const PAUSE_MILLIS = 120;

const RESULTS = [
  ["serviceLevel", "in time", percentText],
  ["asaSeconds", "speed of answer", durationText],
  ["abandonRate", "abandoned", permilleText],
  ["occupancy", "occupancy", percentText],
];

export class WhatIf {
  #row;
  #asked = "";
  #timer = null;

  /** @param of parameters of the call that name the queue */
  constructor(of, timeZoneOf) {
    this.of = of;
    this.timeZoneOf = timeZoneOf;
    this.title = element("h3", "", "What if");
    this.agents = element("b", "", NOTHING);
    this.instead = element("span");
    this.slider = element("input");
    Object.assign(this.slider, { type: "range", min: 0, step: 1, disabled: true });
    this.slider.setAttribute("aria-label", "agents");
    this.slider.addEventListener("input", () => this.#moved());
    this.results = RESULTS.map(([name, title, text]) => {
      const value = element("b", "", NOTHING);
      const under = element("span", "", title);
      return { name, title, text, value, under, node: define(element("p", "", value, under), name) };
    });
    this.note = element("p", "note");
    const results = element("div", "facts", ...this.results.map(({ node }) => node));
    this.node = element("section", "panel whatif", this.title, element("p", "agents", this.agents, this.instead), this.slider, results, this.note);
  }

  /** The interval that is asked about: another one begins anew with those who are scheduled for it. */
  show(row) {
    if (this.#row !== undefined && row?.start === this.#row?.start) {
      return;
    }
    this.#row = row;
    this.slider.disabled = row == null;
    if (row == null) {
      this.#clear("No forecast yet.");
      return;
    }
    const now = row.scheduledAgents ?? row.requiredAgents ?? 0;
    this.slider.max = Math.max(10, 2 * Math.max(now, row.requiredAgents ?? 0));
    this.slider.value = now;
    const zone = this.timeZoneOf();
    say(this.title, `What if, ${timeOfDay(row.start, zone)} – ${timeOfDay(row.end, zone)}`);
    this.#asked = "";
    this.#moved();
  }

  #moved() {
    const now = this.#row.scheduledAgents ?? this.#row.requiredAgents;
    say(this.agents, `${count(Number(this.slider.value))} agents`);
    say(this.instead, now == null ? "" : ` instead of ${count(now)}`);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#compute(now), PAUSE_MILLIS);
  }

  async #compute(now) {
    const asked = `${this.#row.start}/${this.slider.value}`;
    this.#asked = asked;
    try {
      const [then, present] = await Promise.all([this.#with(this.slider.value), now == null ? null : this.#with(now)]);
      if (asked === this.#asked) {
        this.#tell(then, present);
      }
    } catch (error) {
      if (asked === this.#asked) {
        this.#clear(`Cannot be computed: ${error.message}`);
      }
    }
  }

  #with(agents) {
    return ask("api/v1/staffing", { ...this.of, from: new Date(this.#row.start).toISOString(), agents });
  }

  #tell(then, present) {
    for (const { name, title, text, value, under } of this.results) {
      say(value, text(then[name]));
      say(under, present ? `${title} (now ${text(present[name])})` : title);
    }
    say(this.note, "");
  }

  #clear(why) {
    this.results.forEach(({ value, under, title }) => {
      say(value, NOTHING);
      say(under, title);
    });
    say(this.note, why);
  }

  close() {
    clearTimeout(this.#timer);
    this.#asked = "closed";
  }
}
