// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The day of all queues that are shown, together.

import { ask } from "./api.js";
import { Poll } from "./poll.js";

const SECONDS = 30;
const NOTHING_YET = { counted: [], expected: [], asOf: 0 };

export class Center {
  #of = "";

  constructor() {
    this.poll = new Poll(SECONDS, () => this.#load());
  }

  /** @param filter which queues and channels, as lists that may be empty */
  tick({ queues, channels }) {
    const of = JSON.stringify([queues, channels]);
    if (of !== this.#of) {
      this.#of = of;
      this.asked = { queue: queues, channel: channels };
      this.poll.again();
    }
    this.poll.tick(performance.now() / 1000);
  }

  async #load() {
    const { intervals, asOf } = await ask("api/v1/day", this.asked);
    return { counted: intervals, expected: intervals.filter((row) => row.p50 != null), asOf: Date.parse(asOf) };
  }

  get data() {
    return this.poll.data ?? NOTHING_YET;
  }
}
