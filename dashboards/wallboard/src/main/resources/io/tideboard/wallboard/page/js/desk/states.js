// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// States in tables: the shape and the word, in the state's colour.

import { agentShape, channelName, channelShape, STATES, words } from "../base/icons.js";
import { drawing, element, withAttributes } from "../base/dom.js";

const BREACH_KINDS = { at_risk: "at-risk", breach: "breached", resolved: "in-order" };

export function queueState(state) {
  return told(STATES[state].shape, STATES[state].word, state);
}

export function agentState(state) {
  return told(agentShape(state), words(state), state);
}

export function breachKind(kind) {
  const state = BREACH_KINDS[kind] ?? "in-order";
  return told(STATES[state].shape, words(kind), state);
}

export function channel(name) {
  return told(channelShape(name), channelName(name), "channel");
}

export function link(text, href) {
  return withAttributes(element("a", "", text), { href });
}

function told(shape, word, state) {
  const node = element("span", "told", drawing(shape), word);
  node.dataset.state = state;
  return node;
}
