// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Dark, light, or as the system has it. Charts are drawn with colours, not styled by them, so they
// have to be told.

import { THEMES } from "./address.js";

const system = matchMedia("(prefers-color-scheme: light)");

export function apply(theme) {
  const light = theme === "light" || (theme === "auto" && system.matches);
  const name = light ? "light" : "dark";
  const root = document.documentElement;
  if (root.dataset.theme !== name) {
    root.dataset.theme = name;
    document.querySelector("meta[name=color-scheme]").content = name;
    dispatchEvent(new Event("themechange"));
  }
}

export function next(theme) {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
}

export function onSystemChange(heard) {
  system.addEventListener("change", heard);
}

/** A colour of the theme by its name in the style sheet, as an element sees it. */
export function colour(name, node = document.documentElement) {
  return getComputedStyle(node).getPropertyValue(`--${name}`).trim();
}
