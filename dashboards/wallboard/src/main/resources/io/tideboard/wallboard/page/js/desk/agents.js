// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Who does what, why, and since when.

import { AGENT_STATES, channelName, words } from "../base/icons.js";
import { count, durationText, NOTHING, timeOfDay } from "../base/format.js";
import { agentState } from "./states.js";
import { element, say } from "../base/dom.js";
import { exportButton } from "./export.js";
import { Table } from "./table.js";

const ORDER = Object.keys(AGENT_STATES);

export class AgentsView {
  constructor(root, page) {
    this.page = page;
    this.table = new Table("Agents by state, those longest in it first", columns(page), { keyOf: ({ agent }) => agent.agent, none: "No agent is known." });
    this.filters = element("p", "filters");
    root.append(element("div", "tools", element("h2", "", "Agents"), this.filters, exportButton(() => "agents.csv", this.table)), this.table.node);
  }

  show(now) {
    const names = this.page.address.state.queues;
    const all = this.page.board.agents.filter((agent) => names.length === 0 || agent.queues.some((queue) => names.includes(queue)));
    this.#showFilters(all);
    const chosen = this.page.address.state.state;
    const rows = all
      .filter((agent) => chosen == null || agent.state === chosen)
      .map((agent) => ({ agent, seconds: now == null ? null : Math.max(0, now - Date.parse(agent.since) / 1000) }));
    this.table.show(rows.sort(byStateAndTime));
  }

  #showFilters(agents) {
    const chosen = this.page.address.state.state;
    const states = ORDER.filter((state) => agents.some((agent) => agent.state === state) || state === chosen);
    const shown = [null, ...states].map((state) => ({ state, many: agents.filter((agent) => state == null || agent.state === state).length }));
    const text = shown.map(({ state, many }) => `${state}${many}${state === chosen}`).join();
    if (this.filters.dataset.shown !== text) {
      this.filters.dataset.shown = text;
      this.filters.replaceChildren(...shown.map((each) => this.#filter(each, chosen)));
    }
  }

  #filter({ state, many }, chosen) {
    const button = element("button", "chip");
    button.type = "button";
    say(button, `${state == null ? "all" : words(state)} ${count(many)}`);
    button.setAttribute("aria-pressed", String(state === chosen));
    button.addEventListener("click", () => this.page.address.change({ state }));
    return button;
  }

  close() {}
}

function columns(page) {
  return [
    { title: "agent", text: ({ agent }) => agent.agent },
    { title: "state", text: ({ agent }) => words(agent.state), node: ({ agent }) => agentState(agent.state) },
    { title: "reason", text: ({ agent }) => agent.reason ?? NOTHING },
    { title: "since", kind: "number", text: ({ agent }) => timeOfDay(Date.parse(agent.since), page.timeZone, true) },
    { title: "for", kind: "number", text: ({ seconds }) => durationText(seconds) },
    { title: "contacts", text: ({ agent }) => contacts(agent.interactions) },
    { title: "queues", text: ({ agent }) => agent.queues.join(", ") || NOTHING },
  ];
}

function contacts(interactions) {
  const channels = Object.entries(interactions).filter(([, many]) => many > 0);
  return channels.length === 0 ? NOTHING : channels.map(([name, many]) => `${count(many)} ${channelName(name)}`).join(", ");
}

function byStateAndTime(one, other) {
  return ORDER.indexOf(one.agent.state) - ORDER.indexOf(other.agent.state)
    || other.seconds - one.seconds
    || one.agent.agent.localeCompare(other.agent.agent);
}
