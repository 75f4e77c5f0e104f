// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Which queue, which day, intervals of what length: kept in the address.

import { channelName } from "../base/icons.js";
import { element } from "../base/dom.js";

const DAYS = [["0", "Today"], ["1", "Tomorrow"], ["-1", "Yesterday"]];
const LENGTHS = [["", "as forecast"], ["30", "30 min"], ["60", "60 min"]];

export class Choices {
  #known = "";

  constructor(page) {
    this.page = page;
    this.queue = select("queue", (value) => {
      const [queue, channel] = JSON.parse(value);
      page.address.change({ queue, channel });
    });
    this.day = select("day", (day) => page.address.change({ day: day === "0" ? null : day }), DAYS);
    this.length = select("interval", (minutes) => page.address.change({ minutes: minutes || null }), LENGTHS);
    this.node = element("p", "choices", this.queue, this.day, this.length);
  }

  /** What is chosen, or the queue with most contacts today where nothing is. */
  get chosen() {
    const { queue, channel, day, minutes } = this.page.address.state;
    const first = queue ? null : busiest([...this.page.queues.values()]);
    return {
      queue: queue ?? first?.queue ?? null,
      channel: queue ? channel : first?.channel ?? null,
      offset: Number(day ?? 0) || 0,
      minutes: Number(minutes ?? 0) || 0,
    };
  }

  show() {
    const { queue, channel, offset, minutes } = this.chosen;
    const pairs = [...this.page.queues.values()].map((each) => [each.queue, each.channel]);
    if (queue && !pairs.some(([name, its]) => name === queue && its === channel)) {
      pairs.unshift([queue, channel]);
    }
    const options = pairs.map((pair) => [JSON.stringify(pair), `${pair[0]} · ${channelName(pair[1] ?? "")}`]);
    if (this.#known !== String(options)) {
      this.#known = String(options);
      this.queue.replaceChildren(...options.map(option));
    }
    set(this.queue, JSON.stringify([queue, channel]));
    set(this.day, String(offset));
    set(this.length, minutes ? String(minutes) : "");
  }
}

function busiest(queues) {
  return queues.reduce((most, each) => (most && most.today.offered >= each.today.offered ? most : each), null);
}

function select(label, chosen, options = []) {
  const made = element("select", "", ...options.map(option));
  made.setAttribute("aria-label", label);
  made.addEventListener("change", () => chosen(made.value));
  return made;
}

function option([value, text]) {
  const made = element("option", "", text);
  made.value = value;
  return made;
}

function set(node, value) {
  if (node.value !== value) {
    node.value = value;
  }
}
