// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How customers leave a line without being served. Whatever is absent does not happen.
 *
 * @param patience mean time after which a customer gives up, exponential; absent: waits for days
 * @param hangUps share of customers who hang up within the first seconds
 * @param exitKey share of customers who leave by a key, such as to leave a message
 * @param timeout the line's own limit
 * @param callback who is offered a callback
 * @param overflow where those go whom this line cannot serve soon
 */
public record Waiting(
    @Nullable Duration patience,
    double hangUps,
    double exitKey,
    @Nullable Duration timeout,
    @Nullable Callback callback,
    @Nullable Overflow overflow) {

  /** After that wait, that share of the customers leaves the line and is called back. */
  public record Callback(Duration after, double share) {
    public Callback {
      Checks.positive("callback.after", after);
      Checks.share("callback.share", share);
    }
  }

  /** After that wait, the contact goes to the line of that name on the same medium. */
  public record Overflow(Duration after, String to) {
    public Overflow {
      Checks.positive("overflow.after", after);
      Checks.text("overflow.to", to);
    }
  }

  public Waiting {
    if (patience != null) {
      Checks.positive("patience", patience);
    }
    if (timeout != null) {
      Checks.positive("timeout", timeout);
    }
    Checks.share("hangUps", hangUps);
    Checks.share("exitKey", exitKey);
  }

  static Waiting forDays() {
    return new Waiting(null, 0, 0, null, null, null);
  }
}
