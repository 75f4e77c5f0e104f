// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// A table of live rows: rows keep their place in the page while their cells change.

import { element, say, withAttributes } from "../base/dom.js";
import { define } from "../frame/definitions.js";

/**
 * A column: its `title`, the `text` of a row's cell, or a `node` instead where text is not enough;
 * `kind` is "number" for what is read digit by digit, `define` the name of a definition.
 */
export class Table {
  #rows = new Map();

  /**
   * @param keyOf tells rows apart
   * @param none what is said instead of rows
   */
  constructor(caption, columns, { keyOf, none, classOf = () => "" }) {
    this.columns = columns;
    this.keyOf = keyOf;
    this.classOf = classOf;
    this.body = element("tbody");
    this.none = element("p", "none", none);
    const titles = columns.map(({ title, kind, define: name }) => {
      const head = withAttributes(element("th", kind ?? "", name ? define(element("span", "", title), name) : title), { scope: "col" });
      return head;
    });
    this.table = element("table", "", element("caption", "", caption), element("thead", "", element("tr", "", ...titles)), this.body);
    const scroll = withAttributes(element("div", "scroll", this.table), { role: "region", "aria-label": caption, tabindex: "0" });
    this.node = element("div", "table", scroll, this.none);
    this.shown = [];
  }

  show(rows) {
    this.shown = rows;
    this.none.hidden = rows.length > 0;
    this.table.hidden = rows.length === 0;
    const keys = rows.map(this.keyOf);
    const wanted = new Set(keys);
    for (const [key, row] of this.#rows) {
      if (!wanted.has(key)) {
        row.node.remove();
        this.#rows.delete(key);
      }
    }
    rows.forEach((row, i) => {
      const made = this.#row(keys[i]);
      this.#fill(made, row);
      if (this.body.children[i] !== made.node) {
        this.body.insertBefore(made.node, this.body.children[i] ?? null);
      }
    });
  }

  #row(key) {
    if (!this.#rows.has(key)) {
      const cells = this.columns.map(({ kind }, i) => element(i === 0 ? "th" : "td", kind ?? ""));
      cells[0].setAttribute("scope", "row");
      this.#rows.set(key, { cells, node: element("tr", "", ...cells), made: [] });
    }
    return this.#rows.get(key);
  }

  #fill({ cells, node, made }, row) {
    const name = this.classOf(row);
    if (node.className !== name) {
      node.className = name;
    }
    this.columns.forEach((column, i) => {
      const text = column.text(row);
      if (!column.node) {
        say(cells[i], text);
      } else if (made[i] !== text) {
        made[i] = text;
        cells[i].replaceChildren(column.node(row));
      }
    });
  }
}
