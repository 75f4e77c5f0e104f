// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// A screen on a wall is never reloaded by hand: it does so itself when the service serves another
// page than the one that runs here. The service can only change by a restart, so it is asked
// whenever a connection has been made.

export class Version {
  #running = null;

  constructor(reload = () => location.reload()) {
    this.reload = reload;
  }

  async check() {
    try {
      const answer = await fetch("version.json", { cache: "no-store" });
      const { page } = answer.ok ? await answer.json() : { page: this.#running };
      if (this.#running != null && page !== this.#running) {
        this.reload();
      }
      this.#running = page;
    } catch {
      // Nobody answers: the next connection asks again.
    }
  }
}
