// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// Making elements. Text is always text: a queue may be called anything.

const SVG = "http://www.w3.org/2000/svg";

export function element(name, className = "", ...children) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}

/** Changes text only when it differs, so that nothing is laid out again for nothing. */
export function say(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** An element with attributes. */
export function withAttributes(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  return node;
}

/** Sets a class of data on an element only when it differs. */
export function mark(node, name, value) {
  if (node.dataset[name] !== value) {
    node.dataset[name] = value;
  }
}

/** A drawing of 24 x 24 with a text alternative; decorative when there is none. */
export function drawing(shape, label = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", shape.path);
  path.setAttribute("fill", shape.filled ? "currentColor" : "none");
  path.setAttribute("stroke", "currentColor");
  path.setAttribute("stroke-width", "2");
  path.setAttribute("stroke-linecap", "round");
  path.setAttribute("stroke-linejoin", "round");
  svg.append(path);
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
    const title = document.createElementNS(SVG, "title");
    title.textContent = label;
    svg.prepend(title);
  } else {
    svg.setAttribute("aria-hidden", "true");
  }
  return svg;
}
