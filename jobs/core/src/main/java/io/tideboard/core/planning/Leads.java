// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How many contacts of one interval were forecast at what time before it, so that accuracy can be
 * judged by lead time. NaN where nothing was forecast then.
 *
 * @param week at least seven days before it began
 * @param day when its day began, everything before that day known
 * @param hour at least an hour before it began
 * @param next last before it began
 */
public record Leads(double week, double day, double hour, double next) {

  /** Nothing was forecast. */
  public static final Leads NONE = new Leads(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  Leads withWeek(double contacts) {
    return new Leads(contacts, day, hour, next);
  }

  Leads withDay(double contacts) {
    return new Leads(week, contacts, hour, next);
  }

  Leads withHour(double contacts) {
    return new Leads(week, day, contacts, next);
  }

  Leads withNext(double contacts) {
    return new Leads(week, day, hour, contacts);
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(week);
    out.writeDouble(day);
    out.writeDouble(hour);
    out.writeDouble(next);
  }

  static Leads read(DataInput in) throws IOException {
    return new Leads(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
  }
}
