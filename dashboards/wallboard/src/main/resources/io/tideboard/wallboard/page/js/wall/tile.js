// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// One queue on one channel.

import { AGENT_STATES, channelName, channelShape, SHORT, STATES } from "../base/icons.js";
import { count, duration, durationText, NOTHING, percent, permilleText, span } from "../base/format.js";
import { drawing, element, mark, say, withAttributes } from "../base/dom.js";
import { manyOf, stateOf } from "../base/figures.js";
import { spark, words } from "./spark.js";

/** What stands beside the large figures where there is room for it. */
const FACTS = [
  ["answered in", (queue) => durationText(queue.today.asaSeconds)],
  ["abandoned", (queue) => permilleText(queue.today.abandonRate)],
  ["agents free", (queue) => freeOf(queue.agents)],
];

export class Tile {
  #state = null;
  #hour = "";

  /**
   * @param queue which queue and channel
   * @param href where its details are
   */
  constructor(queue, href) {
    this.stateLine = element("span", "state");
    this.waiting = element("b");
    this.longest = element("span");
    this.longestUnit = element("small");
    this.canvas = element("canvas");
    this.spark = spark(this.canvas);
    this.under = element("span", "under", "1 hour");
    this.facts = FACTS.map(([name, read]) => ({ name, read, value: element("b") }));
    this.bar = element("div", "bar", element("i"), element("u"));
    this.share = element("strong");
    this.of = element("span");
    this.level = element("div", "level", this.bar, element("p", "", this.share, this.of));
    const name = withAttributes(element("a", "name", queue.queue), { href, title: queue.queue });
    this.node = element(
      "article",
      "tile",
      element("h2", "", drawing(channelShape(queue.channel), channelName(queue.channel)), name, this.stateLine),
      element(
        "div",
        "trio",
        element("p", "waiting", this.waiting, element("span", "", "waiting")),
        element("p", "longest", element("b", "", this.longest, this.longestUnit), element("span", "", "longest")),
        element("div", "hour", element("div", "spark", this.canvas), this.under),
        ...this.facts.map((fact) => element("p", "fact", fact.value, element("span", "", fact.name))),
      ),
      this.level,
    );
    this.node.dataset.key = `${queue.queue}/${queue.channel}`;
  }

  /**
   * @param longest how long the contact that waits longest has waited by now
   * @param hour how many waited, by the minute
   * @param short how many agents the next intervals lack; 0 when none or not known
   */
  show(queue, { longest, hour, short }) {
    this.#showState(stateOf(queue), manyOf(queue));
    say(this.waiting, count(queue.waiting));
    const { text, unit } = duration(longest);
    say(this.longest, text);
    say(this.longestUnit, unit);
    this.facts.forEach((fact) => say(fact.value, fact.read(queue)));
    this.#showLevel(queue);
    this.#showShort(short);
    if (this.node.isConnected && this.#hour !== String(hour)) {
      this.#hour = String(hour);
      this.spark.show(hour, words(hour));
    }
  }

  /** The tile is filled and told in one step: never the one without the other. */
  #showState(state, many) {
    if (state !== this.#state) {
      this.#state = state;
      this.stateNumber = element("span", "many");
      this.stateLine.replaceChildren(
        drawing(STATES[state].shape),
        element("span", "word", STATES[state].word.toUpperCase()),
        this.stateNumber,
      );
      this.node.dataset.state = state;
      this.spark.redraw();
    }
    say(this.stateNumber, state === "in-order" ? "" : count(many));
  }

  #showLevel(queue) {
    const share = queue.today.serviceLevel;
    this.bar.style.setProperty("--share", share ?? 0);
    this.bar.style.setProperty("--goal", queue.target);
    mark(this.level, "below", String(share != null && share < queue.target));
    this.level.title = `answered in ${span(queue.thresholdSeconds)} today, goal ${percent(queue.target)} %`;
    say(this.share, share == null ? NOTHING : `${percent(share)} %`);
    say(this.of, share == null ? "" : ` of ${count(queue.today.serviceLevelOf)}`);
  }

  #showShort(short) {
    const text = short > 0 ? `${count(short)} short` : "1 hour";
    if (this.under.textContent !== text) {
      this.under.replaceChildren(...(short > 0 ? [drawing(SHORT, "agents")] : []), element("span", "", text));
      mark(this.under, "short", String(short > 0));
    }
  }

  close() {
    this.spark.close();
  }
}

function freeOf(agents) {
  const signedIn = Object.keys(AGENT_STATES).reduce((all, state) => all + (agents[state] ?? 0), 0);
  return signedIn === 0 ? NOTHING : `${count(agents.available ?? 0)} / ${count(signedIn)}`;
}
