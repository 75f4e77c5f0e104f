// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Days in the time zone of a queue.

import { date } from "../base/format.js";

const HOUR = 3_600_000;

/**
 * From when to when a day lasts, as parameters of a call.
 *
 * @param offset 0 for the day of `millis`, 1 for the next one
 */
export function dayBounds(millis, timeZone, offset) {
  const noon = startOf(millis, timeZone) + 12 * HOUR + offset * 24 * HOUR;
  const from = startOf(noon, timeZone);
  const to = startOf(from + 36 * HOUR, timeZone);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** The first quarter of an hour of the day: time zones change by quarters, and days have 23 to 25 hours. */
function startOf(millis, timeZone) {
  const today = date(millis, timeZone);
  let start = Math.floor(millis / (HOUR / 4)) * (HOUR / 4);
  while (date(start - HOUR / 4, timeZone) === today) {
    start -= HOUR / 4;
  }
  return start;
}
