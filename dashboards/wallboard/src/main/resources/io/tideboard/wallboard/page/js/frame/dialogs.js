// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Help, filter, token: the browser's own dialogs, which keep the focus and close on Escape.

import { channelName } from "../base/icons.js";
import { element } from "../base/dom.js";

const KEY_NAMES = { ArrowLeft: "←", ArrowRight: "→", " ": "space" };

/** Opens a dialog with that title; it is gone when it is closed. Promises its return value. */
function open(title, build) {
  const heading = element("h2", "", title);
  heading.id = "dialog-title";
  const form = element("form", "", heading);
  form.method = "dialog";
  const dialog = element("dialog", "", form);
  dialog.setAttribute("aria-labelledby", heading.id);
  build(form, dialog);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((closed) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      closed(dialog.returnValue);
    });
  });
}

function button(text, value) {
  const made = element("button", "", text);
  made.value = value;
  return made;
}

export function help(keys) {
  return open("Keys", (form) => {
    const list = element("dl", "keys");
    for (const { what, keys: names } of keys.list()) {
      const shown = names.map((name) => element("kbd", "", KEY_NAMES[name] ?? name));
      list.append(element("dt", "", ...shown), element("dd", "", what));
    }
    form.append(list, element("p", "buttons", button("Close", "")));
  });
}

/**
 * Which queues and channels are seen. None chosen means all.
 *
 * @param chosen the present { queues, channels }
 * @param known all { queues, channels } there are
 */
export async function filter(chosen, known) {
  const boxes = { queues: [], channels: [] };
  const answer = await open("Show only", (form) => {
    for (const [name, title] of [["queues", "Queues"], ["channels", "Channels"]]) {
      const all = [...new Set([...known[name], ...chosen[name]])];
      const set = element("fieldset", "", element("legend", "", title));
      for (const value of all) {
        const box = element("input");
        box.type = "checkbox";
        box.value = value;
        box.checked = chosen[name].includes(value);
        boxes[name].push(box);
        set.append(element("label", "", box, name === "channels" ? channelName(value) : value));
      }
      form.append(set);
    }
    form.append(element("p", "buttons", button("Show all", "all"), button("Cancel", ""), button("Show", "these")));
  });
  const values = (name) => boxes[name].filter((box) => box.checked).map((box) => box.value);
  if (answer === "all") {
    return { queues: [], channels: [] };
  }
  return answer === "these" ? { queues: values("queues"), channels: values("channels") } : null;
}

/** @param wrong whether one was given that is not accepted */
export async function token(wrong) {
  const field = element("input");
  field.type = "password";
  field.autocomplete = "current-password";
  await open("This wallboard needs a token", (form) => {
    const says = wrong ? "The token was not accepted. Another one:" : "Its administrator has given you one:";
    form.append(element("label", "stacked", says, field), element("p", "buttons", button("Enter", "")));
  });
  return field.value;
}
