// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that is known beforehand to be unlike its weekday: a holiday, the day after it, a billing
 * day, a campaign. It does not train the profile of its weekday.
 *
 * @param date in the queue's time zone; the date on which its day begins
 * @param name of the kind of day; days of the same name are expected to be alike
 * @param factor by how much demand is expected to differ: 1 is a day as any other, 0 a closed day;
 *     null to learn it from past days of that name
 */
public record SpecialDay(LocalDate date, String name, @Nullable Double factor)
    implements Serializable {

  /** The greatest factor: beyond it a typing mistake is more likely than such a day. */
  public static final double MOST = 20;

  public SpecialDay {
    if (factor != null && !(factor >= 0 && factor <= MOST)) {
      throw new IllegalArgumentException(
          factor + " as factor of " + date + " " + name + ": expected 0 to " + MOST);
    }
  }

  /** A day on which the queue is closed. */
  public static SpecialDay closed(LocalDate date, String name) {
    return new SpecialDay(date, name, 0.0);
  }

  /** Whether the queue is closed on it. */
  public boolean isClosed() {
    return factor != null && factor == 0;
  }
}
