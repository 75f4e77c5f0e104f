// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The live stream. It comes back by itself, at once after a cut and ever more slowly while nobody
// answers, and takes a silent connection for a dead one.

import { authorized, refused } from "./token.js";
import { readEvents } from "./events.js";

const FIRST_RETRY_MILLIS = 500;
const LAST_RETRY_MILLIS = 8_000;
/** Two heartbeats of the server and a little more. */
const SILENCE_MILLIS = 35_000;

export class Stream {
  connected = false;
  #lastId = null;
  #retry = FIRST_RETRY_MILLIS;
  #abort = null;
  #silence = null;

  /**
   * @param handlers what to do with the data of each event, by its name
   * @param opened called whenever a connection has been made
   */
  constructor(address, handlers, opened) {
    this.address = address;
    this.handlers = handlers;
    this.opened = opened;
    this.#run();
  }

  async #run() {
    for (;;) {
      try {
        await this.#listen();
      } catch {
        // Whatever cut the connection, the page shows that it is cut, and tries again.
      }
      clearTimeout(this.#silence);
      this.connected = false;
      await new Promise((again) => setTimeout(again, this.#retry * (0.75 + Math.random() / 2)));
      this.#retry = Math.min(2 * this.#retry, LAST_RETRY_MILLIS);
    }
  }

  async #listen() {
    this.#abort = new AbortController();
    this.#heard();
    const headers = authorized({ Accept: "text/event-stream" });
    if (this.#lastId != null) {
      headers["Last-Event-ID"] = this.#lastId;
    }
    const answer = await fetch(this.address, { headers, cache: "no-store", signal: this.#abort.signal });
    if (answer.status === 401) {
      clearTimeout(this.#silence);
      await refused();
      this.#retry = FIRST_RETRY_MILLIS;
      return;
    }
    if (!answer.ok) {
      return;
    }
    this.connected = true;
    this.#retry = FIRST_RETRY_MILLIS;
    this.opened();
    await readEvents(answer.body, {
      told: (name, data, id) => this.#take(name, data, id),
      alive: () => this.#heard(),
    });
  }

  #take(name, data, id) {
    this.handlers[name]?.(JSON.parse(data));
    this.#lastId = id ?? this.#lastId;
  }

  #heard() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#abort.abort(), SILENCE_MILLIS);
  }
}
