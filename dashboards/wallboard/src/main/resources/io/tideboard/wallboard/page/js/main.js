// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The wallboard: listens to the stream, and shows what is known four times a second and whenever
// something new has come.

import { Board } from "./board.js";
import { drawing, element, say } from "./dom.js";
import { hasSomethingToSay, stateOf } from "./figures.js";
import { Freshness } from "./freshness.js";
import { Headline } from "./headline.js";
import { STATES } from "./icons.js";
import { Pages } from "./pages.js";
import { Stream } from "./stream.js";

const EVERY_MILLIS = 250;

const board = new Board();
const find = (id) => document.getElementById(id);
const freshness = new Freshness(document);
const headline = new Headline(find("headline"));
const pages = new Pages(find("tiles"), find("order"));
const states = Object.entries(STATES).map(([state, { word, shape }]) => {
  const number = element("span");
  const line = element("span", "", drawing(shape), number);
  line.dataset.state = state;
  find("states").append(line);
  return { state, word, line, number };
});

let asked = false;
const stream = new Stream("api/v1/stream", {
  snapshot: (data) => {
    board.snapshot(data);
    pages.sortSoon();
    soon();
  },
  queues: (data) => {
    board.update(data);
    soon();
  },
});

/** Many updates between two frames are one showing. */
function soon() {
  if (!asked) {
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      show();
    });
  }
}

function show() {
  freshness.show(board.age(), stream.connected);
  const speaking = new Map([...board.queues].filter(([, queue]) => hasSomethingToSay(queue)));
  const queues = [...speaking.values()];
  const longestOf = (queue) => board.longest(queue);
  headline.show(queues, longestOf);
  pages.show(speaking, longestOf, performance.now() / 1000);
  find("empty").hidden = queues.length > 0;
  say(find("shown"), board.queues.size ? `${find("tiles").childElementCount} of ${speaking.size} queues` : "");
  showStates(queues);
  showClock(queues);
}

function showStates(queues) {
  for (const { state, word, line, number } of states) {
    const many = queues.filter((queue) => stateOf(queue) === state).length;
    line.hidden = many === 0;
    say(number, `${many} ${word}`);
  }
}

/** The stream's time, in the queues' time zone when they share one; its date when it is not today. */
function showClock(queues) {
  const zones = new Set(queues.map((queue) => queue.timeZone));
  const timeZone = zones.size === 1 ? zones.values().next().value : undefined;
  const seconds = board.streamTime();
  if (seconds == null) {
    say(find("clock"), "");
    return;
  }
  const time = new Date(seconds * 1000);
  const clock = time.toLocaleTimeString("en-GB", { timeZone });
  const day = { timeZone, day: "numeric", month: "short", year: "numeric" };
  const date = time.toLocaleDateString("en-GB", day);
  const today = new Date().toLocaleDateString("en-GB", day);
  say(find("date"), date === today ? "" : date);
  say(find("clock"), clock);
}

setInterval(show, EVERY_MILLIS);
show();
