// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The forecast, as far as there is one. A service that makes none is no fault.

import { CallFailed } from "./api.js";

const NONE = { forecasts: [] };

/** An answer, or the empty one where the service has no forecasts or none of that queue. */
export async function optional(answer) {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof CallFailed && error.status === 404) {
      return NONE;
    }
    throw error;
  }
}

/** The forecasts that are needed next, of every queue: those that the stream has told. */
export class Forecasts {
  #rows = new Map();

  /** Takes rows of the API; a row replaces the one of the same start. */
  update({ forecasts = [] }) {
    for (const row of forecasts) {
      const key = `${row.queue}/${row.channel}`;
      if (!this.#rows.has(key)) {
        this.#rows.set(key, new Map());
      }
      const start = Date.parse(row.start);
      this.#rows.get(key).set(start, { ...row, start, end: start + row.minutes * 60_000 });
    }
  }

  /** Forgets what is over, at `now` in milliseconds. */
  forget(now) {
    for (const rows of this.#rows.values()) {
      for (const [start, row] of rows) {
        if (row.end <= now) {
          rows.delete(start);
        }
      }
    }
  }

  /** Of one queue, by start. */
  of(key) {
    const rows = this.#rows.get(key);
    return rows ? [...rows.values()].sort((one, other) => one.start - other.start) : [];
  }
}
