// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

/**
 * Somebody who is told.
 *
 * @param name by which deliveries remember it; another name is another receiver
 */
public record Receiver(String name, Target target, Route route, Retry retry) {

  /** Told of everything, and tried as usual. */
  public static Receiver of(String name, Target target) {
    return new Receiver(name, target, Route.EVERYTHING, Retry.DEFAULT);
  }

  /** The same with another route. */
  public Receiver with(Route other) {
    return new Receiver(name, target, other, retry);
  }

  /** The same, tried in another way. */
  public Receiver with(Retry other) {
    return new Receiver(name, target, route, other);
  }
}
