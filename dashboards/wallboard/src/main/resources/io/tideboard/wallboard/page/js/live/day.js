// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// A day by intervals: what came, what was expected, who was needed and who is scheduled. Nothing here
// touches the page.

const FORECAST = ["p10", "p50", "p90", "p025", "p975", "requiredAgents", "scheduledAgents"];

/**
 * Puts what was counted and what is expected together, by start. An interval that is under way has
 * only come so far, which is told apart from what came.
 *
 * @param counted rows with start, minutes and what came as `contacts` or `offered`
 * @param expected rows of the forecast
 * @param upTo when that was so, in milliseconds: what came later is not in it
 */
export function day(counted, expected, upTo) {
  const rows = new Map();
  const at = ({ start, minutes = 15 }) => {
    const begin = Date.parse(start);
    if (!rows.has(begin)) {
      rows.set(begin, { start: begin, end: begin + minutes * 60_000, actual: null, soFar: null });
    }
    return rows.get(begin);
  };
  for (const row of expected) {
    Object.assign(at(row), pick(row, [...FORECAST, "morning", "ahtSeconds", "expectedServiceLevel", "issuedAt"]));
    came(at(row), row.actual, upTo);
  }
  for (const row of counted) {
    came(at(row), row.offered, upTo);
  }
  return [...rows.values()].sort((one, other) => one.start - other.start);
}

function came(row, contacts, upTo) {
  if (contacts != null && row.start <= upTo) {
    row[row.end <= upTo ? "actual" : "soFar"] = contacts;
  }
}

/**
 * The same in longer intervals. Contacts add up, and so do the ends of bands: as if all were wrong on
 * the same side, the widest that it can be. Agents are those of the hardest part.
 */
export function inIntervalsOf(minutes, rows) {
  const length = minutes * 60_000;
  const groups = Map.groupBy(rows, (row) => Math.floor(row.start / length) * length);
  return [...groups].map(([start, parts]) => {
    const hardest = parts.reduce((worst, row) => (lack(row) > lack(worst) ? row : worst));
    const contacts = (row) => row.p50 ?? row.actual ?? 0;
    return {
      start,
      end: parts.at(-1).end,
      actual: parts.every((row) => row.actual != null) ? sum(parts, "actual") : null,
      soFar: parts.some((row) => row.soFar != null) ? sumKnown(parts, ["actual", "soFar"]) : null,
      ...Object.fromEntries(["p10", "p50", "p90", "p025", "p975", "morning"].map((name) => [name, sum(parts, name)])),
      ahtSeconds: mean(parts, "ahtSeconds", contacts),
      expectedServiceLevel: mean(parts, "expectedServiceLevel", contacts),
      requiredAgents: hardest.requiredAgents ?? null,
      scheduledAgents: hardest.scheduledAgents ?? null,
      issuedAt: parts.at(-1).issuedAt,
    };
  });
}

/** How many agents an interval lacks; below zero when there are more than needed. */
export function lack({ requiredAgents, scheduledAgents }) {
  return requiredAgents == null || scheduledAgents == null ? -Infinity : requiredAgents - scheduledAgents;
}

/** The intervals that begin within so many minutes from now, taken together; null when none is known. */
export function ahead(rows, now, minutes) {
  const next = rows.filter((row) => row.start >= now && row.end <= now + (minutes + 15) * 60_000 && row.p50 != null);
  const within = next.filter((row) => row.end - next[0].start <= minutes * 60_000);
  const taken = within.length > 0 ? within : next.slice(0, 1);
  return taken.length === 0 ? null : together(taken);
}

function together(rows) {
  const hardest = rows.reduce((worst, row) => (lack(row) > lack(worst) ? row : worst));
  return {
    minutes: (rows.at(-1).end - rows[0].start) / 60_000,
    start: rows[0].start,
    ...Object.fromEntries(["p10", "p50", "p90"].map((name) => [name, sum(rows, name)])),
    requiredAgents: hardest.requiredAgents ?? null,
    scheduledAgents: hardest.scheduledAgents ?? null,
  };
}

/** Null as soon as one is not known. */
function sum(rows, name) {
  return rows.reduce((all, row) => (all == null || row[name] == null ? null : all + row[name]), 0);
}

function sumKnown(rows, names) {
  return rows.reduce((all, row) => names.reduce((some, name) => some + (row[name] ?? 0), all), 0);
}

function mean(rows, name, weightOf) {
  const known = rows.filter((row) => row[name] != null);
  const weight = known.reduce((all, row) => all + weightOf(row), 0);
  return weight > 0 ? known.reduce((all, row) => all + row[name] * weightOf(row), 0) / weight : known[0]?.[name] ?? null;
}

function pick(row, names) {
  return Object.fromEntries(names.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]));
}
