// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import io.tideboard.core.lifecycle.Moment;
import java.util.ArrayList;
import java.util.List;

/** What arrived of one interaction in a short while. */
final class Arrival {

  private final List<Moment> moments = new ArrayList<>(4);
  private String source = "";

  void add(Moment moment, String toldBy) {
    moments.add(moment);
    if (source.isEmpty() || toldBy.compareTo(source) < 0) {
      source = toldBy;
    }
  }

  /** In the order in which they arrived. */
  List<Moment> moments() {
    return moments;
  }

  /** Who told of them; of several the first in the alphabet. */
  String source() {
    return source;
  }
}
