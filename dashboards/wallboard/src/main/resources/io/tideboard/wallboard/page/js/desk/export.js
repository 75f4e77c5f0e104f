// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// What is seen, as a file: the same rows, the same columns, the same digits.

import { element } from "../base/dom.js";

/** A table as CSV, as RFC 4180 has it; a cell that a spreadsheet would take for a formula is text. */
export function csv(columns, rows) {
  const lines = [columns.map((column) => column.title), ...rows.map((row) => columns.map((column) => column.text(row)))];
  return lines.map((cells) => cells.map(cell).join(",")).join("\r\n") + "\r\n";
}

function cell(value) {
  const text = /^[=@\t\r]|^[+-](?![\d.])/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function save(name, blob) {
  const link = element("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A button that saves a table as it is seen at that moment. */
export function exportButton(name, table) {
  const button = element("button", "export", "Export");
  button.type = "button";
  button.addEventListener("click", () => {
    save(name(), new Blob(["\ufeff", csv(table.columns, table.shown)], { type: "text/csv" }));
  });
  return button;
}
