// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// What people can do, by key and by button.

import * as dialogs from "./dialogs.js";
import { button } from "./nav.js";
import { Keys } from "./keys.js";
import { next as nextTheme } from "./theme.js";

/**
 * @param page what the views know
 * @param view tells the view that is shown
 */
export function commands(page, sound, view) {
  const { address } = page;
  const keys = new Keys();
  const fullScreen = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  const mute = () => address.change({ sound: address.state.sound == null ? "on" : null });
  const filter = async () => {
    const queues = [...page.board.queues.values()];
    const known = { queues: queues.map((queue) => queue.queue), channels: queues.map((queue) => queue.channel) };
    const chosen = await dialogs.filter(address.state, known);
    if (chosen) {
      address.change({ ...chosen, page: null });
    }
  };
  const help = () => dialogs.help(keys);
  keys
    .on(["f"], "full screen", fullScreen)
    .on(["m"], "sound on, sound off", mute)
    .on(["/"], "show only some queues or channels", filter)
    .on(["ArrowLeft"], "the page of tiles before", () => view().turn?.(-1))
    .on(["ArrowRight"], "the next page of tiles", () => view().turn?.(1))
    .on([" "], "hold the page, or let pages turn", () => view().hold?.())
    .on(["t"], "dark, light, as the system has it", () => address.change({ theme: nextTheme(address.state.theme) }))
    .on(["k"], "without menus, and with them", () => address.change({ kiosk: address.state.kiosk == null ? "1" : null }))
    .on(["1"], "wallboard", () => address.change({ view: "board" }))
    .on(["2"], "queues in a table", () => address.change({ view: "queues" }))
    .on(["3"], "agents", () => address.change({ view: "agents" }))
    .on(["4"], "forecast", () => address.change({ view: "forecast" }))
    .on(["5"], "breaches", () => address.change({ view: "breaches" }))
    .on(["?"], "this help", help);
  const soundButton = button("sound off", "sound on or off (m)", mute);
  document.getElementById("buttons").append(
    soundButton,
    button("filter", "show only some queues or channels (/)", filter),
    button("?", "keys (?)", help),
  );
  return {
    show() {
      sound.turn(address.state.sound != null);
      const text = !sound.on ? "sound off" : sound.audible ? "sound on" : "sound waits for a key";
      if (soundButton.textContent !== text) {
        soundButton.textContent = text;
        soundButton.setAttribute("aria-pressed", String(sound.on));
      }
    },
  };
}
