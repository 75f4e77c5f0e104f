// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.forecast.IntervalForecast;
import io.tideboard.core.queue.QueueKey;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of one interval of a queue and channel: a record of {@code tideboard.forecasts}.
 * It replaces every earlier one of the same {@link #wire()}.
 *
 * @param minutes length of the interval
 * @param demand expected contacts and their handle time
 * @param need the agents for it
 * @param leads what was forecast earlier
 * @param actual how many contacts came; null before the interval has ended
 * @param issuedAt when the forecast was made, in microseconds, by the stream's time
 */
public record ForecastRow(
    QueueKey key,
    int minutes,
    IntervalForecast demand,
    Need need,
    Leads leads,
    @Nullable Integer actual,
    long issuedAt) {

  private static final int NO_ACTUAL = -1;

  /** The interval's start, in microseconds. */
  public long start() {
    return demand.start();
  }

  /** The key in the topic: {@code queue/channel/start}. */
  public String wire() {
    return wire(key, start());
  }

  /** The key of that interval. */
  public static String wire(QueueKey key, long start) {
    return key.wire() + "/" + Micros.instant(start);
  }

  ForecastRow with(int contacts) {
    return new ForecastRow(key, minutes, demand, need, leads, contacts, issuedAt);
  }

  ForecastRow with(Leads other) {
    return new ForecastRow(key, minutes, demand, need, other, actual, issuedAt);
  }

  /** Whether it says the same, whenever it was made. */
  boolean saysAs(ForecastRow other) {
    return demand.equals(other.demand) && need.equals(other.need);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(minutes);
    out.writeLong(demand.start());
    out.writeDouble(demand.contacts());
    out.writeDouble(demand.p025());
    out.writeDouble(demand.p10());
    out.writeDouble(demand.p50());
    out.writeDouble(demand.p90());
    out.writeDouble(demand.p975());
    out.writeDouble(demand.ahtSeconds());
    need.write(out);
    leads.write(out);
    out.writeInt(actual == null ? NO_ACTUAL : actual);
    out.writeLong(issuedAt);
  }

  static ForecastRow read(QueueKey key, DataInput in) throws IOException {
    int minutes = in.readInt();
    IntervalForecast demand =
        new IntervalForecast(
            in.readLong(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble(),
            in.readDouble());
    Need need = Need.read(in);
    Leads leads = Leads.read(in);
    int actual = in.readInt();
    return new ForecastRow(
        key, minutes, demand, need, leads, actual == NO_ACTUAL ? null : actual, in.readLong());
  }
}
