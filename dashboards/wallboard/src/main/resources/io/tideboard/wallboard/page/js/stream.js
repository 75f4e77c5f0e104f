// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The live stream. The browser reconnects by itself while the server answers; when it gives up, this
// starts anew.

const RETRY_MILLIS = 1000;

export class Stream {
  connected = false;

  constructor(address, { snapshot, queues }) {
    this.address = address;
    this.handlers = { snapshot, queues };
    this.#open();
  }

  #open() {
    const source = new EventSource(this.address);
    source.onopen = () => {
      this.connected = true;
    };
    source.onerror = () => {
      this.connected = false;
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(() => this.#open(), RETRY_MILLIS);
      }
    };
    for (const [name, handle] of Object.entries(this.handlers)) {
      source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
  }
}
