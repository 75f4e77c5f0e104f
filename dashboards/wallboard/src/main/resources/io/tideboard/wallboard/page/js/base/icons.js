// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// A drawing for every channel and every state.

const CHANNELS = {
  voice: { path: "M4 5l4-1 2 5-3 2q2 5 6 6l2-3 5 2-1 4q-14 1-15-15z", filled: true },
  email: { path: "M3 6h18v12H3zM3 7l9 6 9-6" },
  chat: { path: "M4 5h16v11h-9l-5 4v-4H4z", filled: true },
  messaging: { path: "M3 4h12v8H8l-3 3v-3H3zM18 9h3v8h-2v3l-3-3H9v-2" },
  sms: { path: "M4 5h16v11h-9l-5 4v-4H4zM8 10.5h.1M12 10.5h.1M16 10.5h.1" },
  social: { path: "M8 12a3 3 0 1 0-6 0 3 3 0 1 0 6 0M21 6a3 3 0 1 0-6 0 3 3 0 1 0 6 0M21 18a3 3 0 1 0-6 0 3 3 0 1 0 6 0M8 11l7-4M8 13l7 4" },
  video: { path: "M3 7h11v10H3zM14 11l7-4v10l-7-4z", filled: true },
  in_person: { path: "M16 7a4 4 0 1 0-8 0 4 4 0 1 0 8 0M5 20q0-6 7-6t7 6z", filled: true },
  self_service: { path: "M21 12a9 9 0 1 0-18 0 9 9 0 1 0 18 0M9 10q0-3 3-3t3 2.5q0 2-3 3.5v1M12 17h.1" },
  bot: { path: "M5 9h14v10H5zM12 9V5M9 13h.1M15 13h.1M9 16h6" },
  app: { path: "M7 3h10v18H7zM11 18h2" },
  forum: { path: "M4 5h16M4 10h16M4 15h11M4 20h6" },
  unknown: { path: "M21 12a9 9 0 1 0-18 0 9 9 0 1 0 18 0M8 12h8" },
};

/** The worst first. */
export const STATES = {
  breached: { word: "breached", shape: { path: "M4 4h16v16H4z", filled: true } },
  "at-risk": { word: "at risk", shape: { path: "M12 4l9 16H3z", filled: true } },
  "in-order": { word: "in order", shape: { path: "M20 12a8 8 0 1 0-16 0 8 8 0 1 0 16 0", filled: true } },
};

/** What agents do, those first who can take a contact. */
export const AGENT_STATES = {
  available: { path: "M21 12a9 9 0 1 0-18 0 9 9 0 1 0 18 0M8 12l3 3 5-6" },
  busy: { path: "M4 5l4-1 2 5-3 2q2 5 6 6l2-3 5 2-1 4q-14 1-15-15z", filled: true },
  wrap_up: { path: "M4 20h5L20 9l-5-5L4 15zM13 6l5 5" },
  break: { path: "M4 8h12v6a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM16 10h2a2 2 0 0 1 0 5h-2M8 2v3M12 2v3" },
  training: { path: "M2 9l10-5 10 5-10 5zM6 11v5q6 4 12 0v-5" },
  meeting: { path: "M11 8a3 3 0 1 0-6 0 3 3 0 1 0 6 0M19 8a3 3 0 1 0-6 0 3 3 0 1 0 6 0M3 19q0-6 5-6t5 6M13 14q7-3 8 5" },
  away: { path: "M21 12a9 9 0 1 0-18 0 9 9 0 1 0 18 0M12 7v5l3 3" },
  offline: { path: "M21 12a9 9 0 1 0-18 0 9 9 0 1 0 18 0M6 18L18 6" },
};

/** Fewer agents than needed. */
export const SHORT = { path: "M3 6h18l-9 14z", filled: true };

export function agentShape(state) {
  return AGENT_STATES[state] ?? CHANNELS.unknown;
}

/** A name of the API as people write it. */
export function words(name) {
  return name.replaceAll("_", " ");
}

export function channelShape(channel) {
  return CHANNELS[channel] ?? CHANNELS.unknown;
}

export function channelName(channel) {
  return words(channel);
}
