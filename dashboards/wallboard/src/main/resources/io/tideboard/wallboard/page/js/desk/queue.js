// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// One queue in full: its figures, its day, who waits, what was broken, who gave up.

import { ask } from "../live/api.js";
import { agentsText } from "./queues.js";
import { breachTable } from "./breaches.js";
import { channel, queueState } from "./states.js";
import { element, say, withAttributes } from "../base/dom.js";
import { exportButton } from "./export.js";
import { Facts } from "./facts.js";
import { Periods } from "./periods.js";
import { Poll } from "../live/poll.js";
import { stateOf } from "../base/figures.js";
import { abandonTable, waitingTable } from "./contacts.js";
import { QueueDay } from "./queueday.js";

const LIST_SECONDS = 5;
const MOST_BREACHES = 50;

export class QueueView {
  #state = "";

  constructor(root, page) {
    this.page = page;
    const { queue, channel: its } = page.address.state;
    this.key = `${queue}/${its}`;
    const of = { queue, channel: its };
    this.waitingPoll = new Poll(LIST_SECONDS, () => ask("api/v1/waiting", of));
    this.abandonsPoll = new Poll(LIST_SECONDS, () => ask("api/v1/abandons", of));
    this.stateLine = element("span");
    this.facts = new Facts(page);
    this.day = new QueueDay(page, of);
    this.periods = new Periods();
    this.waiting = waitingTable(page);
    this.shorter = element("p", "note");
    this.breaches = breachTable(page, "The last broken promises", true);
    this.abandons = abandonTable(page);
    this.incomplete = element("p", "note", "The list is not complete: only the latest are kept.");
    const plan = withAttributes(element("a", "button", "Forecast"), { href: page.address.to({ view: "forecast", ...of }) });
    root.append(
      element("div", "tools", element("h2", "", queue ?? ""), channel(its ?? "unknown"), this.stateLine, plan),
      this.facts.node,
      this.day.node,
      element("div", "panels", section("By period", null, this.periods.node), section("Waiting past the at-risk time", exportButton(() => `waiting-${queue}.csv`, this.waiting), this.waiting.node, this.shorter)),
      element("div", "panels", section("Gave up today", exportButton(() => `abandoned-${queue}.csv`, this.abandons), this.abandons.node, this.incomplete),
      section("Breaches", exportButton(() => `breaches-${queue}.csv`, this.breaches), this.breaches.node)),
    );
  }

  show(now) {
    const queue = this.page.board.queues.get(this.key);
    const clock = performance.now() / 1000;
    [this.waitingPoll, this.abandonsPoll].forEach((poll) => poll.tick(clock));
    this.#showState(queue);
    this.facts.show(queue, agentsText);
    this.periods.show(queue);
    this.day.show(now);
    this.#showLists(queue, now);
  }

  #showState(queue) {
    const state = queue ? stateOf(queue) : "";
    if (state !== this.#state) {
      this.#state = state;
      this.stateLine.replaceChildren(...(queue ? [queueState(state)] : ["nothing is known of it"]));
    }
  }

  #showLists(queue, now) {
    const waiting = this.waitingPoll.data?.waiting ?? [];
    this.waiting.show(waiting.map((each) => ({ ...each, seconds: now == null ? each.waitSeconds : Math.max(0, now - Date.parse(each.since) / 1000) })));
    const others = Math.max(0, (queue?.waiting ?? 0) - waiting.length);
    say(this.shorter, others > 0 ? `${others} more wait, not for so long yet.` : "");
    const { abandons = [], complete = true } = this.abandonsPoll.data ?? {};
    this.abandons.show([...abandons].reverse());
    this.incomplete.hidden = complete;
    this.breaches.show(this.page.board.breaches.filter((each) => `${each.queue}/${each.channel}` === this.key).slice(0, MOST_BREACHES));
  }

  close() {
    this.day.close();
  }
}

function section(title, tool, ...content) {
  const head = element("div", "tools", element("h3", "", title), ...(tool ? [tool] : []));
  return element("section", "panel", head, ...content);
}
