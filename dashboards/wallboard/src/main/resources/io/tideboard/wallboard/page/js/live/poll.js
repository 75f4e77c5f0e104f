// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Data that does not come with the stream: asked for now and again while it is looked at.

/** After a failure it is asked again soon: a service that has just started cannot tell everything. */
const AGAIN_SECONDS = 3;

export class Poll {
  data = null;
  error = null;
  #next = 0;
  #asking = false;
  #asked = 0;

  /**
   * @param seconds between an answer and the next question
   * @param load promises the data
   */
  constructor(seconds, load) {
    this.seconds = seconds;
    this.load = load;
  }

  /** Asks if it is time to, at `now` in seconds. */
  tick(now) {
    if (!this.#asking && now >= this.#next) {
      this.#ask(now);
    }
  }

  /** What is asked for has changed: what was known does not count any more. */
  again() {
    this.data = null;
    this.#next = 0;
    this.#asking = false;
    this.#asked += 1;
  }

  async #ask(now) {
    this.#asking = true;
    const mine = this.#asked;
    try {
      const data = await this.load();
      if (mine === this.#asked) {
        this.data = data;
        this.error = null;
      }
    } catch (error) {
      if (mine === this.#asked) {
        this.error = error;
      }
    }
    if (mine === this.#asked) {
      this.#asking = false;
      this.#next = now + (this.error ? Math.min(AGAIN_SECONDS, this.seconds) : this.seconds);
    }
  }
}
