// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// One queue on one channel.

import { channelName, channelShape, STATES } from "./icons.js";
import { count, duration, NOTHING, percent, span } from "./format.js";
import { drawing, element, say } from "./dom.js";
import { stateOf } from "./figures.js";

export class Tile {
  #state = null;

  constructor(queue) {
    this.stateLine = element("span", "state");
    this.waiting = element("b");
    this.longest = element("span");
    this.longestUnit = element("small");
    this.bar = element("div", "bar", element("i"), element("u"));
    this.share = element("strong");
    this.of = element("span");
    this.level = element("div", "level", this.bar, element("p", "", this.share, this.of));
    this.node = element(
      "article",
      "tile",
      element(
        "h2",
        "",
        drawing(channelShape(queue.channel), channelName(queue.channel)),
        element("span", "name", queue.queue),
        this.stateLine,
      ),
      element(
        "div",
        "pair",
        element("p", "waiting", this.waiting, element("span", "", "waiting")),
        element("p", "longest", element("b", "", this.longest, this.longestUnit), element("span", "", "longest")),
      ),
      this.level,
    );
    this.node.dataset.key = `${queue.queue}/${queue.channel}`;
  }

  show(queue, longest) {
    this.#showState(stateOf(queue));
    say(this.waiting, count(queue.waiting));
    const { text, unit } = duration(longest);
    say(this.longest, text);
    say(this.longestUnit, unit);
    this.#showLevel(queue);
  }

  #showState(state) {
    if (state === this.#state) {
      return;
    }
    this.#state = state;
    this.node.dataset.state = state;
    this.stateLine.replaceChildren(
      drawing(STATES[state].shape),
      element("span", "", STATES[state].word.toUpperCase()),
    );
  }

  #showLevel(queue) {
    const share = queue.today.serviceLevel;
    this.bar.style.setProperty("--share", share ?? 0);
    this.bar.style.setProperty("--goal", queue.target);
    this.level.dataset.below = String(share != null && share < queue.target);
    this.level.title = `in ${span(queue.thresholdSeconds)}, goal ${percent(queue.target)} %`;
    say(this.share, share == null ? NOTHING : `${percent(share)} %`);
    say(this.of, share == null ? "" : ` of ${count(queue.today.serviceLevelOf)}`);
  }
}
