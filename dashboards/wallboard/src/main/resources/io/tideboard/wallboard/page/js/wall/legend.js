// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// What the lines of a day's chart are.

import { element } from "../base/dom.js";

const LINES = [
  ["came", "what came"],
  ["expected", "forecast"],
  ["band", "80 % band"],
  ["morning", "this morning's forecast"],
];

export function legend() {
  const lines = LINES.map(([name, title]) => {
    const sample = element("i");
    sample.dataset.line = name;
    return element("span", "", sample, title);
  });
  return element("p", "legend", ...lines);
}
