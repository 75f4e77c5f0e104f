// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// What the figures of queues mean together. Nothing here touches the page.

import { STATES } from "./icons.js";

const ORDER = Object.keys(STATES);

/** A queue is as its waiting contacts are: past the threshold, close to it, or in order. */
export function stateOf(queue) {
  if (queue.breached > 0) {
    return "breached";
  }
  return queue.atRisk > 0 ? "at-risk" : "in-order";
}

/** How many contacts make the state what it is. */
export function manyOf(queue) {
  return queue.breached > 0 ? queue.breached : queue.atRisk;
}

/** Whether a tile would show more than dashes. */
export function hasSomethingToSay(queue) {
  return queue.waiting > 0 || queue.inProgress > 0 || queue.today.offered > 0
    || queue.windows["60m"].offered > 0;
}

/** Worst first: by state, by how many are past the threshold, by the longest wait against it. */
export function worstFirst(one, other) {
  return ORDER.indexOf(stateOf(one)) - ORDER.indexOf(stateOf(other))
    || other.breached - one.breached
    || pressure(other) - pressure(one)
    || other.waiting - one.waiting
    || one.queue.localeCompare(other.queue)
    || one.channel.localeCompare(other.channel);
}

/**
 * How bad it is, in steps so coarse that two tiles change places only when one is clearly worse:
 * among the breached, twice the longest wait against the threshold.
 */
export function severity(queue) {
  const state = ORDER.length - ORDER.indexOf(stateOf(queue));
  const step = queue.breached > 0 ? Math.min(9, Math.floor(Math.log2(Math.max(1, pressure(queue))))) : 0;
  return 10 * state + step;
}

function pressure(queue) {
  return (queue.longestWaitSeconds ?? 0) / Math.max(1, queue.thresholdSeconds);
}

/** The center as a whole, today. Ratios are of all contacts, not means of ratios. */
export function together(queues) {
  const judged = sum(queues, (q) => q.today.serviceLevelOf);
  const served = sum(queues, (q) => (q.today.serviceLevel ?? 0) * q.today.serviceLevelOf);
  const gaveUp = sum(queues, (q) => q.today.abandoned - q.today.shortAbandoned);
  const stayedOrGaveUp = gaveUp + sum(queues, (q) => q.today.answered);
  return {
    waiting: queues.length > 0 ? sum(queues, (q) => q.waiting) : null,
    serviceLevel: judged > 0 ? served / judged : null,
    judged,
    abandonRate: stayedOrGaveUp > 0 ? gaveUp / stayedOrGaveUp : null,
    stayedOrGaveUp,
    threshold: theOnly(queues, (q) => q.thresholdSeconds),
    target: theOnly(queues, (q) => q.target),
    goalOfAll: judged > 0 ? sum(queues, (q) => q.target * q.today.serviceLevelOf) / judged : null,
  };
}

/** Who is signed in and who is free, each once; null when no agent is known. */
export function atWork(agents, names) {
  const all = agents.filter((agent) => agent.queues.length === 0 || agent.queues.some((queue) => names.has(queue)));
  const signedIn = all.filter((agent) => agent.state !== "offline");
  return all.length === 0
    ? null
    : { signedIn: signedIn.length, free: signedIn.filter((agent) => agent.state === "available").length };
}

/** The time zone that all share, or none. */
export function sharedZone(queues) {
  return theOnly(queues, (queue) => queue.timeZone) ?? undefined;
}

function sum(queues, value) {
  return queues.reduce((total, queue) => total + value(queue), 0);
}

/** The value that all have, or null when they differ. */
function theOnly(queues, value) {
  const all = new Set(queues.map(value));
  return all.size === 1 ? all.values().next().value : null;
}
