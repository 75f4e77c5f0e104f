// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
// The charts' library, and what all charts here have in common: no motion, the theme's colours, and
// none that stays behind when its place is gone.

import "../../lib/chart.js";
import { colour } from "../frame/theme.js";

const { Chart } = globalThis;
Chart.defaults.animation = false;
Chart.defaults.responsive = true;
Chart.defaults.maintainAspectRatio = false;
Chart.defaults.font.family = 'Inter, "Segoe UI", Roboto, "Helvetica Neue", system-ui, sans-serif';
Chart.defaults.plugins.legend.display = false;
Chart.defaults.elements.point.radius = 0;
// Rounded, but never beyond what was counted: a curve below nought would be a lie.
Chart.defaults.elements.line.cubicInterpolationMode = "monotone";

/** A canvas with a chart in it, drawn anew when the theme changes. */
export class ChartBox {
  #chart = null;
  #data = null;
  #redraw = () => {
    this.#chart?.destroy();
    this.#chart = null;
    this.#draw();
  };

  /**
   * @param configure makes a chart's configuration from data and a function that tells colours
   */
  constructor(canvas, configure) {
    this.canvas = canvas;
    this.configure = configure;
    addEventListener("themechange", this.#redraw);
  }

  /** Draws other data; what words cannot see it is told in words. */
  show(data, words) {
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", words);
    this.#data = data;
    this.#draw();
  }

  #draw() {
    if (this.#data == null || !this.canvas.isConnected) {
      return;
    }
    const made = this.configure(this.#data, (name) => colour(name, this.canvas));
    if (this.#chart) {
      this.#chart.data = made.data;
      this.#chart.options = made.options;
      this.#chart.update("none");
    } else {
      this.#chart = new Chart(this.canvas, made);
    }
  }

  /** Colours may have changed with a state. */
  redraw() {
    this.#redraw();
  }

  close() {
    removeEventListener("themechange", this.#redraw);
    this.#chart?.destroy();
    this.#chart = null;
    this.#data = null;
  }
}
