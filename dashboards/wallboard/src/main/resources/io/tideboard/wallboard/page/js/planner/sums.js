// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// One sentence of a day: what came, how far off the forecast is, where the day will end, and when staff
// is short. Nothing here touches the page.

import { lack } from "../live/day.js";

/**
 * @param rows of the day, each as day() makes them
 * @param now in milliseconds
 */
export function sums(rows, now) {
  const closed = rows.filter((row) => row.actual != null && row.p50 != null);
  const came = rows.filter((row) => row.actual != null || row.soFar != null);
  const rest = rows.filter((row) => row.end > now && row.p50 != null);
  const short = rows.filter((row) => row.end > now && lack(row) > 0);
  const actual = sum(closed, "actual");
  const before = closed.some((row) => row.morning != null) ? "morning" : "p50";
  const off = closed.reduce((all, row) => all + Math.abs(row.actual - row.p50), 0);
  return {
    soFar: came.length > 0 ? came.reduce((all, row) => all + (row.actual ?? row.soFar), 0) : null,
    against: before,
    variance: share(actual - sum(closed, before), sum(closed, before)),
    expected: ending(rows, rest, "p50"),
    least: ending(rows, rest, "p10"),
    most: ending(rows, rest, "p90"),
    short: rest.some((row) => lack(row) !== -Infinity) ? short.length : null,
    firstShort: short[0]?.start ?? null,
    wape: share(off, actual),
    bias: share(sum(closed, "p50") - actual, actual),
  };
}

/** What came in the intervals that are over, and what is expected of the others. */
function ending(rows, rest, name) {
  const over = rows.filter((row) => row.actual != null);
  return rest.length === 0 ? null : sum(over, "actual") + sum(rest, name);
}

function sum(rows, name) {
  return rows.reduce((all, row) => all + (row[name] ?? 0), 0);
}

function share(part, whole) {
  return whole > 0 ? part / whole : null;
}
