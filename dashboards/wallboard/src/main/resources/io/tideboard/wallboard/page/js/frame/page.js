// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// What every view may know: the queues that are shown, the data, and where things are.

import { hasSomethingToSay, sharedZone } from "../base/figures.js";
import { ahead } from "../live/day.js";

const NEXT_MINUTES = 30;

export class Page {
  onSnapshot = null;
  queues = new Map();
  timeZone;

  constructor({ board, trend, center, forecasts, address }) {
    Object.assign(this, { board, trend, center, forecasts, address });
  }

  /** Chooses the queues to show, once for all who show them. */
  choose() {
    this.queues = new Map([...this.board.queues].filter(([, queue]) => this.includes(queue) && hasSomethingToSay(queue)));
    this.timeZone = sharedZone([...this.queues.values()]);
    this.trend.keepOnly(this.board.queues);
  }

  /** Whether a queue, or what belongs to one, passes the filters. */
  includes({ queue, channel }) {
    const { queues, channels } = this.address.state;
    return (queues.length === 0 || queues.includes(queue)) && (channels.length === 0 || channels.includes(channel));
  }

  /** The stream's time in seconds; null when no data ever came. */
  now() {
    return this.board.streamTime();
  }

  /** What is expected in a queue next; null when nothing is. */
  next(key) {
    return ahead(this.forecasts.of(key), this.now() * 1000, NEXT_MINUTES);
  }

  /** Where the details of a queue are. */
  details({ queue, channel }) {
    return this.address.to({ view: "queue", queue, channel });
  }
}
