// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.forecast;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the demand of one queue on one channel, and what follows from it.
 *
 * <p>Its state is what really came in the last half year; what it believes is a function of that,
 * of the terms and of the instant asked for. So actuals may be told in any order, and corrected at
 * any time, and a model that was written and read back gives the same numbers to the last digit.
 *
 * <p>Not safe for use by several threads.
 */
public final class DemandModel {

  /** How many days after today are forecast, as a rule. */
  public static final int DAYS_AHEAD = 14;

  private static final int VERSION = 1;

  private DemandHistory history = new DemandHistory();

  // What follows from the days before one, kept as long as these do not change.
  private @Nullable LearnedDemand learned;
  private @Nullable LocalDate learnedBefore;
  private @Nullable DemandTerms learnedBy;

  /** Knows nothing yet. */
  public DemandModel() {}

  /**
   * An interval has closed, or what came in it is corrected. Intervals of an open queue in which
   * nobody came should be told too; within a day of which anything was told they count as such
   * anyway. A day of which nothing was told is a closed day.
   *
   * <p>Terms with another zone, day or interval than before cut all that is known anew.
   */
  public void tell(DemandTerms terms, IntervalActual actual) {
    LocalDate date = history.tell(terms, actual);
    if (date != null && learnedBefore != null && date.isBefore(learnedBefore)) {
      learned = null;
    }
  }

  /** Whether nothing was told yet. */
  public boolean isEmpty() {
    return history.days().isEmpty();
  }

  /**
   * What is expected of every interval that has not ended by then, of the day that holds the
   * instant and of the days after it, by start. A day that is expected to be closed has none, nor
   * have the hours in which nobody ever comes; nothing is expected as long as nothing was told.
   *
   * <p>Only intervals that ended by {@code asOf} are taken for known.
   *
   * @param asOf in microseconds
   * @param daysAhead how many days after the one that holds the instant: 0 is today alone; see
   *     {@link #DAYS_AHEAD}
   */
  public List<IntervalForecast> forecast(DemandTerms terms, long asOf, int daysAhead) {
    if (history.adopt(terms) || !terms.equals(learnedBy)) {
      learned = null;
    }
    LocalDate today = BusinessDay.dateOf(terms, asOf);
    if (learned == null || !today.equals(learnedBefore)) {
      learned = new LearnedDemand(terms, history.days().headMap(today, false));
      learnedBefore = today;
      learnedBy = terms;
    }
    DayActuals known = history.days().get(today);
    return learned.forecast(
        today,
        known == null ? DayActuals.untold(BusinessDay.of(terms, today).length()) : known,
        asOf,
        daysAhead);
  }

  /** Its state, a few kilobytes. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    try {
      write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The model whose {@link #toBytes} these are.
   *
   * @throws IllegalArgumentException when they are of no model that can be read
   */
  public static DemandModel fromBytes(byte[] bytes) {
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          bytes.length + " bytes as demand model: expected what was written (" + e + ")", e);
    }
  }

  /** Writes the state. */
  public void write(DataOutput out) throws IOException {
    out.writeByte(VERSION);
    history.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static DemandModel read(DataInput in) throws IOException {
    int version = in.readByte();
    if (version != VERSION) {
      throw new IOException(version + " as version of a demand model: expected " + VERSION);
    }
    DemandModel model = new DemandModel();
    model.history = DemandHistory.read(in);
    return model;
  }
}
