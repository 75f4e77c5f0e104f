// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Contacts one by one: who waits, and who gave up and may be called back.

import { durationText, NOTHING, timeOfDay } from "../base/format.js";
import { queueState } from "./states.js";
import { STATES } from "../base/icons.js";
import { Table } from "./table.js";

const time = (page, at) => (at == null ? NOTHING : timeOfDay(Date.parse(at), page.timeZone, true));

export function waitingTable(page) {
  const stateOf = ({ state }) => state.replace("_", "-");
  const columns = [
    { title: "contact", text: ({ interaction }) => interaction },
    { title: "state", text: (row) => STATES[stateOf(row)].word, node: (row) => queueState(stateOf(row)) },
    { title: "since", kind: "number", text: ({ since }) => time(page, since) },
    { title: "waits for", kind: "number", text: ({ seconds }) => durationText(seconds) },
  ];
  return new Table("Who waits, the longest first", columns, { keyOf: ({ interaction, since }) => `${interaction}/${since}`, none: "Nobody waits for so long." });
}

export function abandonTable(page) {
  const columns = [
    { title: "contact", text: ({ interaction }) => interaction },
    { title: "came", kind: "number", text: ({ offeredAt }) => time(page, offeredAt) },
    { title: "gave up", kind: "number", text: ({ time: at }) => time(page, at) },
    { title: "waited", kind: "number", text: ({ waitSeconds }) => durationText(waitSeconds) },
    { title: "short", text: ({ short }) => (short == null ? NOTHING : short ? "yes" : "no") },
  ];
  return new Table("Who gave up waiting, the latest first", columns, { keyOf: ({ interaction, time: at }) => `${interaction}/${at}`, none: "Nobody gave up waiting today." });
}
