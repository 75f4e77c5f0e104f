// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// How many waited in the last hour, minute by minute: of each minute the most. The service tells what
// it still knows; from then on the page counts itself.

export const MINUTES = 60;

export class Trend {
  #lines = new Map();
  /** The minutes in which anything was told of any queue: then, what was not told had not changed. */
  #told = new Set();

  /** Takes what the service remembers, and keeps what was seen here since. */
  learn({ trends }) {
    for (const { queue, channel, start, waiting } of trends) {
      const first = Math.floor(Date.parse(start) / 60_000);
      waiting.forEach((most, i) => {
        if (most != null) {
          this.#note(`${queue}/${channel}`, first + i, most);
        }
      });
    }
  }

  /** That many wait in a queue at that time in seconds. */
  note(key, seconds, waiting) {
    this.#note(key, Math.floor(seconds / 60), waiting);
  }

  #note(key, minute, waiting) {
    let line = this.#lines.get(key);
    if (!line) {
      line = new Map();
      this.#lines.set(key, line);
    }
    line.set(minute, Math.max(waiting, line.get(minute) ?? 0));
    this.#told.add(minute);
    if (line.size > 2 * MINUTES) {
      for (const old of line.keys()) {
        if (old <= minute - MINUTES) {
          line.delete(old);
        }
      }
    }
  }

  /** The hour up to that time; null for a minute of which nothing is known. */
  lastHour(key, seconds) {
    const line = this.#lines.get(key);
    const last = Math.floor(seconds / 60);
    let most = null;
    return Array.from({ length: MINUTES }, (_, i) => {
      const minute = last - MINUTES + 1 + i;
      most = line?.get(minute) ?? (this.#told.has(minute) ? most : null);
      return most;
    });
  }

  /** Forgets what belongs to queues that are not there any more. */
  keepOnly(queues) {
    const latest = Math.max(...this.#told);
    for (const minute of this.#told.size > 2 * MINUTES ? this.#told : []) {
      if (minute <= latest - MINUTES) {
        this.#told.delete(minute);
      }
    }
    for (const key of this.#lines.keys()) {
      if (!queues.has(key)) {
        this.#lines.delete(key);
      }
    }
  }
}
