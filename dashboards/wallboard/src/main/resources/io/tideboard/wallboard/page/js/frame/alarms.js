// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Breaches are told once an episode, to ears and to screen readers. An episode of a queue begins when
// it breaches and is over when it has been out of breach for a while: a queue at the edge of its
// threshold must not ring all day.

import { channelName } from "../base/icons.js";
import { duration } from "../base/format.js";
import { stateOf } from "../base/figures.js";

const OVER_AFTER_SECONDS = 60;
const NAMED = 3;

export class Alarms {
  #lastSeen = new Map();
  #first = true;

  /**
   * @param region where alerts are written for screen readers
   * @param ring makes a sound, if sounds are wanted
   */
  constructor(region, ring) {
    this.region = region;
    this.ring = ring;
  }

  /** Looks at the queues that are shown, at that time in seconds. */
  look(queues, longestOf, now) {
    const begun = [];
    for (const [key, queue] of queues) {
      if (stateOf(queue) === "breached") {
        if (!this.#lastSeen.has(key)) {
          begun.push(queue);
        }
        this.#lastSeen.set(key, now);
      }
    }
    for (const [key, seen] of this.#lastSeen) {
      if (now - seen >= OVER_AFTER_SECONDS) {
        this.#lastSeen.delete(key);
      }
    }
    // What was breached before anybody looked is no news, but must be said.
    if (begun.length > 0) {
      this.say(words(begun, longestOf));
      if (!this.#first) {
        this.ring();
      }
    }
    this.#first &&= queues.size === 0;
  }

  /** Says something that cannot wait. */
  say(text) {
    this.region.textContent = text;
  }
}

function words(begun, longestOf) {
  const named = begun.slice(0, NAMED).map((queue) => {
    const { text, unit } = duration(longestOf(queue));
    return `${queue.queue}, ${channelName(queue.channel)}, longest wait ${text}${unit && " " + unit}`;
  });
  const more = begun.length - named.length;
  return `Breached: ${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}
