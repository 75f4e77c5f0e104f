// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring.boards;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts panels side by side, as long as there is room, and then below. */
final class Layout {

  private int x;
  private int y;
  private int below;

  /** Where the next heading goes. */
  ObjectNode heading() {
    ObjectNode place = at(0, below, Panel.WHOLE, 1);
    x = 0;
    y = below + 1;
    below = y;
    return place;
  }

  /** Where the next panel goes. */
  ObjectNode place(Panel panel) {
    if (x + panel.width > Panel.WHOLE) {
      x = 0;
      y = below;
    }
    ObjectNode place = at(x, y, panel.width, panel.height);
    x += panel.width;
    below = Math.max(below, y + panel.height);
    return place;
  }

  private static ObjectNode at(int x, int y, int width, int height) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("x", x)
        .put("y", y)
        .put("w", width)
        .put("h", height);
  }
}
