// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

/**
 * How much a source may send on the long run. It may send as much as that in one second at once.
 *
 * @param eventsPerSecond 0 for any number
 * @param bytesPerSecond of bodies as sent; 0 for any number
 */
public record QuotaSettings(long eventsPerSecond, long bytesPerSecond) {

  /** As much as the gateway can take. */
  public static final QuotaSettings UNLIMITED = new QuotaSettings(0, 0);

  public QuotaSettings {
    requireNotNegative("eventsPerSecond", eventsPerSecond);
    requireNotNegative("bytesPerSecond", bytesPerSecond);
  }

  private static void requireNotNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(value + " as " + name + ": expected 0 or more");
    }
  }
}
