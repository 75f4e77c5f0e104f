// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The page: listens to the stream, and shows what is known four times a second and whenever something
// new has come.

import { askWith, takeFromAddress } from "./live/token.js";
import { apply, onSystemChange } from "./frame/theme.js";
import { Address } from "./frame/address.js";
import { AgentsView } from "./desk/agents.js";
import { Alarms } from "./frame/alarms.js";
import { ask } from "./live/api.js";
import { Board } from "./live/board.js";
import { BreachesView } from "./desk/breaches.js";
import { Center } from "./live/center.js";
import { Clock } from "./frame/clock.js";
import { commands } from "./frame/commands.js";
import { Definitions } from "./frame/definitions.js";
import { Forecasts } from "./live/forecasts.js";
import { ForecastView } from "./planner/forecast.js";
import { Freshness } from "./frame/freshness.js";
import { Nav } from "./frame/nav.js";
import { Page } from "./frame/page.js";
import { QueuesView } from "./desk/queues.js";
import { QueueView } from "./desk/queue.js";
import { say } from "./base/dom.js";
import { Sound } from "./frame/sound.js";
import { Stream } from "./live/stream.js";
import { token } from "./frame/dialogs.js";
import { Trend } from "./live/trend.js";
import { Version } from "./live/version.js";
import { WallView } from "./wall/wall.js";

const EVERY_MILLIS = 250;
const VIEWS = { board: WallView, queues: QueuesView, agents: AgentsView, forecast: ForecastView, breaches: BreachesView, queue: QueueView };

takeFromAddress();
askWith(token);
const find = (id) => document.getElementById(id);
const main = document.querySelector("main");
const board = new Board();
const trend = new Trend();
const forecasts = new Forecasts();
const sound = new Sound();
const address = new Address(() => show());
const page = new Page({ board, trend, center: new Center(), forecasts, address });
const alarms = new Alarms(find("alerts"), () => sound.ring());
const freshness = new Freshness(document, (text) => alarms.say(text));
const nav = new Nav(find("views"), address);
const clock = new Clock(document);
const version = new Version();
const controls = commands(page, sound, () => view);
new Definitions();

let view = null;
let viewOf = "";
let asked = false;

const stream = new Stream(
  "api/v1/stream",
  {
    snapshot: (data) => {
      board.snapshot(data);
      page.onSnapshot?.();
      told(data);
    },
    queues: take,
    agents: take,
    breaches: take,
    forecasts: told,
  },
  () => {
    version.check();
    ask("api/v1/trends").then((data) => trend.learn(data), () => {});
  },
);

function take(data) {
  board.update(data);
  told(data);
}

function told(data) {
  forecasts.update(data);
  for (const { queue, channel, waiting, asOf } of data.queues ?? []) {
    trend.note(`${queue}/${channel}`, Date.parse(asOf ?? data.asOf) / 1000, waiting);
  }
  soon();
}

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
  const now = board.streamTime();
  apply(address.state.theme);
  nav.show();
  controls.show();
  page.choose();
  freshness.show(board.age(), stream.connected);
  clock.show(now, page.timeZone);
  alarms.look(page.queues, (queue) => board.longest(queue), performance.now() / 1000);
  page.center.tick(address.state);
  forecasts.forget((now ?? 0) * 1000);
  say(find("shown"), shownText());
  present().show(now);
}

/** The view that the address asks for; a new one when it asks for another. */
function present() {
  const { state } = address;
  const wanted = state.view === "queue" ? JSON.stringify([state.queue, state.channel]) : state.view;
  if (wanted !== viewOf) {
    view?.close();
    main.replaceChildren();
    viewOf = wanted;
    view = new VIEWS[state.view](main, page);
  }
  return view;
}

function shownText() {
  const all = board.queues.size;
  return all === 0 ? "" : page.queues.size === all ? `${all} queues` : `${page.queues.size} of ${all} queues`;
}

onSystemChange(show);
setInterval(show, EVERY_MILLIS);
show();
