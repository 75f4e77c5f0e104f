// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// What is known, and how it goes on between two updates.

const COUNT_ON_SECONDS = 15;
const JITTER_SECONDS = 2;
const MOST_BREACHES = 500;

export class Board {
  #queues = new Map();
  #agents = new Map();
  #breaches = new Map();
  #told = null;
  #shownTime = 0;

  constructor(clock = () => performance.now() / 1000) {
    this.clock = clock;
  }

  snapshot(data) {
    this.#queues.clear();
    this.#agents.clear();
    this.#shownTime = 0;
    this.update(data);
  }

  /** Takes the data of any event: what it holds replaces what was known of the same thing. */
  update(data) {
    if (data.ageSeconds != null) {
      this.#told = {
        at: this.clock() - data.ageSeconds,
        came: this.clock(),
        stream: Date.parse(data.asOf) / 1000,
      };
    }
    for (const queue of data.queues ?? []) {
      this.#queues.set(`${queue.queue}/${queue.channel}`, { ...queue, sentAt: this.#told?.stream });
    }
    for (const agent of data.agents ?? []) {
      this.#agents.set(agent.agent, agent);
    }
    data.gone?.forEach((agent) => this.#agents.delete(agent));
    this.#breached(data);
  }

  #breached({ breaches = [], withdrawn = [] }) {
    for (const breach of breaches) {
      this.#breaches.delete(breach.id);
      this.#breaches.set(breach.id, breach);
    }
    withdrawn.forEach((id) => this.#breaches.delete(id));
    for (const id of this.#breaches.keys()) {
      if (this.#breaches.size <= MOST_BREACHES) {
        break;
      }
      this.#breaches.delete(id);
    }
  }

  get queues() {
    return this.#queues;
  }

  get agents() {
    return [...this.#agents.values()];
  }

  /** The latest first. */
  get breaches() {
    return [...this.#breaches.values()].sort((one, other) => other.time.localeCompare(one.time));
  }

  /** Seconds since Kafka took the latest status; null when none ever came. */
  age() {
    return this.#told && this.clock() - this.#told.at;
  }

  /**
   * The stream's time in seconds. It moves on with the clock, not for ever, and each update sets it
   * right: in a replay the stream is faster. Small steps back are not shown.
   */
  streamTime() {
    if (!this.#told) {
      return null;
    }
    const since = this.clock() - this.#told.came;
    const left = Math.max(0, COUNT_ON_SECONDS - (this.#told.came - this.#told.at));
    const time = this.#told.stream + Math.min(since, left);
    this.#shownTime = time > this.#shownTime - JITTER_SECONDS ? Math.max(time, this.#shownTime) : time;
    return this.#shownTime;
  }

  /** How long the contact that waits longest has waited by now; null when none waits. */
  longest(queue) {
    return queue.longestWaitSeconds == null
      ? null
      : queue.longestWaitSeconds + Math.max(0, this.streamTime() - queue.sentAt);
  }
}
