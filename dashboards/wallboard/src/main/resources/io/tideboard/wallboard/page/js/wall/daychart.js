// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// A day: what came, what was expected with its band, and where the day is now.

import { count, NOTHING, rounded, timeOfDay } from "../base/format.js";
import { ChartBox } from "./chart.js";


/** How it is drawn: from across the room without a scale, on a desk with one. */
const STYLES = {
  wall: { size: 24, line: 5, expected: [1, 8], morning: false, y: false, tip: false },
  desk: { size: 15, line: 3, expected: [], morning: true, y: true, tip: true },
};

/**
 * @param style a name of STYLES
 */
export function dayChart(canvas, style) {
  return new ChartBox(canvas, (data, colour) => configure(data, colour, STYLES[style]));
}

function configure({ rows, now, timeZone }, colour, style) {
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 10;
  const size = style.size * (style.tip ? 1 : scale);
  const points = (name, of = rows) => of.map((row) => ({ x: row.start, y: row[name] ?? null }));
  const line = (label, data, look) => ({ label, data, fill: false, borderWidth: style.line, borderJoinStyle: "round", ...look });
  const datasets = [
    line("90 %", points("p90"), { borderWidth: 0, fill: "+1", backgroundColor: colour("band"), order: 3 }),
    line("10 %", points("p10"), { borderWidth: 0, order: 3 }),
    line("forecast", points("p50"), { order: 2, borderColor: colour("in-order"), borderWidth: style.line * 0.7, borderDash: style.expected.map((d) => d * scale), borderCapStyle: "round" }),
    line("came", points("actual"), { order: 1, borderColor: colour("text") }),
  ];
  if (style.morning) {
    datasets.push(line("this morning", points("morning"), { order: 2, borderColor: colour("secondary"), borderWidth: 2, borderDash: [2, 5] }));
  }
  return {
    type: "line",
    data: { datasets },
    options: {
      animation: false,
      events: style.tip ? ["mousemove", "mouseout", "touchstart"] : [],
      interaction: { mode: "index", intersect: false },
      scales: scales(rows, timeZone, { colour, size, style }),
      plugins: { now: { at: now, colour: colour("now"), text: colour("text"), label: style.tip ? timeOfDay(now, timeZone) : "", size }, tooltip: tip(timeZone, style) },
    },
    plugins: [NOW],
  };
}

function scales(rows, timeZone, { colour, size, style }) {
  const ticks = { color: colour("secondary"), font: { size } };
  const grid = { color: colour("line"), drawTicks: false };
  const hours = rows.filter((row) => timeOfDay(row.start, timeZone).endsWith(":00"));
  const step = Math.max(1, Math.ceil(hours.length / (style.tip ? 13 : 8)));
  return {
    x: {
      type: "linear",
      min: rows[0]?.start,
      max: rows.at(-1)?.end,
      grid: { display: false },
      border: { display: false },
      afterBuildTicks: (axis) => {
        axis.ticks = hours.filter((_, i) => i % step === 0).map((row) => ({ value: row.start }));
      },
      ticks: { ...ticks, maxRotation: 0, autoSkip: false, callback: (at) => timeOfDay(at, timeZone).replace(/^0/, "") },
    },
    y: { display: style.y, min: 0, border: { display: false }, grid, ticks: { ...ticks, padding: 8, maxTicksLimit: 5, precision: 0 } },
  };
}

function tip(timeZone, style) {
  return {
    enabled: style.tip,
    filter: ({ dataset }) => !dataset.label.endsWith("%"),
    callbacks: {
      title: ([first]) => (first ? timeOfDay(first.parsed.x, timeZone) : ""),
      label: ({ dataset, parsed }) => `${dataset.label} ${rounded(parsed.y)}`,
    },
  };
}

/** The line where the day is now. */
const NOW = {
  id: "now",
  afterDatasetsDraw(chart, _, { at, colour, text, label, size }) {
    const { ctx, chartArea: area, scales } = chart;
    if (at < scales.x.min || at > scales.x.max) {
      return;
    }
    const x = scales.x.getPixelForValue(at);
    ctx.save();
    ctx.fillStyle = colour;
    ctx.fillRect(x, area.top, 2, area.bottom - area.top);
    ctx.fillStyle = text;
    ctx.font = `600 ${size}px ${chart.options.font?.family ?? "sans-serif"}`;
    ctx.fillText(label, x + 8, area.top + size);
    ctx.restore();
  },
};

/** The same for who cannot see it. */
export function words(rows, now) {
  const came = rows.filter((row) => row.actual != null).reduce((all, row) => all + row.actual, 0);
  const rest = rows.filter((row) => row.start >= now && row.p50 != null);
  const expected = rest.length > 0 ? rounded(rest.reduce((all, row) => all + row.p50, 0)) : NOTHING;
  return `the day by interval: ${count(came)} contacts came, ${expected} are expected for the rest of the day`;
}
