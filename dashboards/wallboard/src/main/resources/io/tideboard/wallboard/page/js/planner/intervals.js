// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The day's intervals: what came and what was expected, who is needed and who is scheduled.

import { count, durationText, NOTHING, percentText, rounded, signed, timeOfDay } from "../base/format.js";
import { drawing, element, say } from "../base/dom.js";
import { lack } from "../live/day.js";
import { SHORT } from "../base/icons.js";
import { Table } from "../desk/table.js";

export function intervalTable(page) {
  const number = (title, text, more) => ({ title, text, kind: "number", ...more });
  const columns = [
    number("interval", ({ start }) => timeOfDay(start, page.timeZone)),
    number("actual", ({ actual, soFar }) => (actual == null && soFar != null ? `${count(soFar)} so far` : count(actual)), { define: "offered" }),
    number("forecast", ({ p50 }) => rounded(p50), { define: "p50" }),
    number("80 % band", ({ p10, p90 }) => (p10 == null ? NOTHING : `${rounded(p10)} – ${rounded(p90)}`), { define: "band" }),
    number("variance", variance, { define: "variance" }),
    number("handle time", ({ ahtSeconds }) => durationText(ahtSeconds), { define: "ahtSeconds" }),
    number("need", ({ requiredAgents }) => count(requiredAgents), { define: "requiredAgents" }),
    number("scheduled", ({ scheduledAgents }) => count(scheduledAgents), { define: "scheduledAgents" }),
    number("gap", gap, { node: gapNode }),
    number("expected in time", ({ expectedServiceLevel }) => percentText(expectedServiceLevel), { define: "expectedServiceLevel" }),
  ];
  return new Table("The day by interval", columns, { keyOf: ({ start }) => start, none: "No forecast yet.", classOf: ({ present }) => (present ? "present" : "") });
}

function variance({ actual, p50 }) {
  return actual == null || !(p50 > 0) ? NOTHING : signed(Math.round((100 * (actual - p50)) / p50), "%");
}

function gap(row) {
  const lacks = lack(row);
  return lacks === -Infinity ? NOTHING : signed(-lacks);
}

/** A gap has a sign and a shape, not only a colour. */
function gapNode(row) {
  if (lack(row) <= 0) {
    return element("span", "", gap(row));
  }
  const node = element("span", "short", drawing(SHORT, "short"));
  const number = element("span");
  say(number, gap(row));
  node.append(number);
  return node;
}
