// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Worst first, and yet stable: everything keeps its place while its state changes; the order is made
// anew once a minute, and then only who is clearly worse moves.

import { severity, worstFirst } from "./figures.js";

const SORT_SECONDS = 60;

export class Order {
  #sortAt = null;
  keys = [];

  /** Makes the order anew, by everything: all has just become known. */
  beginAnew() {
    this.#sortAt = null;
  }

  /**
   * Takes in who is new, at the end, and forgets who is gone.
   *
   * @param queues by key
   * @param now in seconds
   * @return whether the order was made anew
   */
  arrange(queues, now) {
    const before = this.keys.filter((key) => queues.has(key));
    const known = new Set(before);
    this.keys = [...before, ...[...queues.keys()].filter((key) => !known.has(key))];
    if (this.#sortAt != null && now < this.#sortAt) {
      return false;
    }
    const first = this.#sortAt == null || before.length === 0;
    const order = first ? worstFirst : (one, other) => severity(other) - severity(one);
    this.keys.sort((one, other) => order(queues.get(one), queues.get(other)));
    this.#sortAt = queues.size > 0 ? now + SORT_SECONDS : null;
    return true;
  }

  /** In how many seconds the order will be made anew. */
  left(now) {
    return Math.max(0, (this.#sortAt ?? now) - now);
  }
}
