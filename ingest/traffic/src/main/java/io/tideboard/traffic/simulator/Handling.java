// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a contact is served.
 *
 * @param mean mean time from the answer to the end, lognormal
 * @param variation its standard deviation over its mean; 0.8 unless said
 * @param wrapUp mean of the work afterwards, lognormal; 0s for none
 * @param exchanges mean number of agent messages, at least 1, in contacts made of messages
 * @param holds share of live conversations with a hold
 * @param declines share of offers that the agent lets pass
 */
public record Handling(
    Duration mean,
    @Nullable Double variation,
    @Nullable Duration wrapUp,
    double exchanges,
    double holds,
    double declines) {

  private static final double USUAL_VARIATION = 0.8;

  public Handling {
    Checks.positive("mean", mean);
    variation = Checks.atLeast(0.01, "variation", variation == null ? USUAL_VARIATION : variation);
    wrapUp = wrapUp == null ? Duration.ZERO : wrapUp;
    exchanges = Math.max(1, Checks.atLeast(0, "exchanges", exchanges));
    Checks.share("holds", holds);
    Checks.share("declines", declines);
  }

  double spread() {
    return variation == null ? USUAL_VARIATION : variation;
  }

  Duration afterwards() {
    return wrapUp == null ? Duration.ZERO : wrapUp;
  }
}
