// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import java.util.List;

/**
 * How a replay ended.
 *
 * @param end where it stood at the end
 * @param firstRefusals the first refused events, at most 20
 */
public record ReplayReport(ReplayProgress end, List<Refusal> firstRefusals) {

  public ReplayReport {
    firstRefusals = List.copyOf(firstRefusals);
  }
}
