// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.testkit.waits;

import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How far each way of guessing was off: the mean absolute error, over the contacts of which all of
 * them had said something.
 */
public final class WaitScores {

  private final List<String> names;
  private final List<JudgedWait> judged;

  WaitScores(List<String> names, List<JudgedWait> judged) {
    this.names = names;
    this.judged = judged;
  }

  /** The scores of some of the contacts. */
  public WaitScores where(Predicate<JudgedWait> some) {
    return new WaitScores(names, judged.stream().filter(some).toList());
  }

  /** The scores of those that arrived before {@code instant}. */
  public WaitScores before(Instant instant) {
    return where(wait -> wait.arrivedAt() < Micros.of(instant));
  }

  /** The scores of those that arrived at {@code instant} or later. */
  public WaitScores from(Instant instant) {
    return where(wait -> wait.arrivedAt() >= Micros.of(instant));
  }

  /** The contacts that were answered. */
  public List<JudgedWait> judged() {
    return judged;
  }

  /** How many contacts can be compared. */
  public long compared() {
    return judged.stream().filter(JudgedWait::comparable).count();
  }

  /** The mean absolute error of a way of guessing, in seconds; not a number where there is none. */
  public double meanAbsoluteError(String name) {
    int guess = names.indexOf(name);
    return judged.stream()
        .filter(JudgedWait::comparable)
        .mapToDouble(wait -> Micros.seconds(wait.error(guess)))
        .average()
        .orElse(Double.NaN);
  }

  /** By what share the first way of guessing is better than that one; 0.2 is a fifth better. */
  public double gainOver(String name) {
    return 1 - meanAbsoluteError(names.get(0)) / meanAbsoluteError(name);
  }

  /** A line for all, and one for each queue. */
  public String table() {
    StringBuilder table = new StringBuilder(row("queue", "answered", "compared"));
    names.forEach(name -> table.append(String.format(Locale.ROOT, " %12s", name)));
    names.stream().skip(1).forEach(name -> table.append(" better by"));
    table.append('\n').append(line("all"));
    TreeSet<QueueKey> keys = new TreeSet<>();
    judged.forEach(wait -> keys.add(wait.key()));
    for (QueueKey key : keys) {
      table.append(where(wait -> wait.key().equals(key)).line(key.wire()));
    }
    return table.toString();
  }

  private String line(String name) {
    StringBuilder line = new StringBuilder(row(name, judged.size(), compared()));
    names.forEach(
        of -> line.append(String.format(Locale.ROOT, " %10.2f s", meanAbsoluteError(of))));
    IntStream.range(1, names.size())
        .forEach(
            of ->
                line.append(
                    String.format(Locale.ROOT, " %7.1f %%", 100 * gainOver(names.get(of)))));
    return line.append('\n').toString();
  }

  private static String row(Object name, Object answered, Object compared) {
    return String.format(Locale.ROOT, "%-24s %9s %9s", name, answered, compared);
  }
}
