// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The forecast as files: as it is seen here, or as workforce management systems read it.

import { download } from "../live/api.js";
import { csv, save } from "../desk/export.js";
import { element, say } from "../base/dom.js";

const SEEN = "seen";

export class Exports {
  /**
   * @param table what is seen
   * @param askedFor the parameters of the call whose answer is seen
   * @param formats of the service, each as [name, title]
   */
  constructor(table, askedFor, formats) {
    this.table = table;
    this.askedFor = askedFor;
    this.select = element("select", "export");
    this.select.setAttribute("aria-label", "export");
    for (const [value, title] of [["", "Export"], [SEEN, "as seen here (CSV)"], ...formats]) {
      const option = element("option", "", title);
      option.value = value;
      this.select.append(option);
    }
    this.select.addEventListener("change", () => this.#chosen(this.select.value));
    this.failed = element("span", "failed");
    this.failed.setAttribute("role", "status");
    this.node = element("span", "", this.select, this.failed);
  }

  async #chosen(format) {
    this.select.value = "";
    say(this.failed, "");
    try {
      if (format === SEEN) {
        save("forecast.csv", new Blob(["\ufeff", csv(this.table.columns, this.table.shown)], { type: "text/csv" }));
      } else if (format) {
        save(`forecast-${format}.csv`, await download("api/v1/forecasts", { ...this.askedFor(), format }));
      }
    } catch (error) {
      say(this.failed, ` not exported: ${error.message}`);
    }
  }
}
