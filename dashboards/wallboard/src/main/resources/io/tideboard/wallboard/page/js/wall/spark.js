// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// How many waited in the last hour, as a line without scales: its shape is what counts.

import { ChartBox } from "./chart.js";

export function spark(canvas) {
  return new ChartBox(canvas, configure);
}

function configure(values, colour) {
  return {
    type: "line",
    data: {
      labels: values.map((_, i) => i),
      datasets: [{ data: values, borderColor: colour("spark"), borderWidth: 2.5, fill: true, backgroundColor: colour("spark-fill") }],
    },
    options: {
      animation: false,
      events: [],
      layout: { padding: { top: 2 } },
      scales: { x: { display: false }, y: { display: false, min: 0, suggestedMax: 2 } },
    },
  };
}

/** The same for who cannot see it. */
export function words(values) {
  const known = values.filter((value) => value != null);
  return known.length === 0
    ? "last hour: no data"
    : `waiting in the last hour: between ${Math.min(...known)} and ${Math.max(...known)}, now ${known.at(-1)}`;
}
