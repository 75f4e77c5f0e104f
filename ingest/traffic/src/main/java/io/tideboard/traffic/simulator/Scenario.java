// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact center to simulate.
 *
 * @param prefix what every id begins with; choose another for a second run into the same log
 * @param start the first instant; may lie within a day, then agents whose shift runs sign in at
 *     once
 * @param length how long contacts arrive; those then open are served to their end
 * @param timeZone of all times of day
 * @param dayVariation standard deviation over mean of the gamma factor that multiplies all arrivals
 *     of a day; 0 for days that are alike
 * @param customers how many people contact the center, at least 1
 */
public record Scenario(
    @Nullable String prefix,
    Instant start,
    Duration length,
    ZoneId timeZone,
    double dayVariation,
    int customers,
    List<QueueProfile> queues,
    @Nullable List<AssistantProfile> assistants,
    List<Team> teams) {

  private static final String USUAL_PREFIX = "sim";

  public Scenario {
    prefix = prefix == null ? USUAL_PREFIX : Checks.text("prefix", prefix);
    Checks.present("start", start);
    Checks.positive("length", length);
    Checks.present("timeZone", timeZone);
    Checks.atLeast(0, "dayVariation", dayVariation);
    Checks.atLeast(1, "customers", customers);
    queues = Checks.list(queues);
    assistants = Checks.list(assistants);
    teams = Checks.list(teams);
    new References(queues).check(assistants, teams);
  }

  /** The same center, from another instant on. */
  public Scenario startingAt(Instant start) {
    return new Scenario(
        prefix, start, length, timeZone, dayVariation, customers, queues, assistants, teams);
  }

  /** The same center, with contacts arriving for that long. */
  public Scenario lasting(Duration length) {
    return new Scenario(
        prefix, start, length, timeZone, dayVariation, customers, queues, assistants, teams);
  }

  /** The same center, with ids that begin with {@code prefix}. */
  public Scenario prefixed(String prefix) {
    return new Scenario(
        prefix, start, length, timeZone, dayVariation, customers, queues, assistants, teams);
  }

  /** The same queues with {@code factor} times the contacts and agents; {@code factor} above 0. */
  public Scenario scaledTo(double factor) {
    Checks.atLeast(Double.MIN_NORMAL, "factor", factor);
    return new Scenario(
        prefix,
        start,
        length,
        timeZone,
        dayVariation,
        (int) Math.ceil(customers * factor),
        queues.stream().map(queue -> queue.scaledTo(factor)).toList(),
        bots().stream().map(bot -> bot.scaledTo(factor)).toList(),
        teams.stream().map(team -> team.scaledTo(factor)).toList());
  }

  /** {@code sites} copies side by side, each with its own queues, agents and assistants. */
  public Scenario onSites(int sites) {
    Checks.atLeast(1, "sites", sites);
    return new Scenario(
        prefix,
        start,
        length,
        timeZone,
        dayVariation,
        customers * sites,
        copies(sites, queues, (queue, site) -> queue.onSite(site)),
        copies(sites, bots(), (bot, site) -> bot.onSite(site)),
        copies(sites, teams, (team, site) -> team.onSite(site)));
  }

  String ids() {
    return prefix == null ? USUAL_PREFIX : prefix;
  }

  List<AssistantProfile> bots() {
    return Checks.list(assistants);
  }

  private interface Copy<T> {
    T on(T original, String site);
  }

  private static <T> List<T> copies(int sites, List<T> originals, Copy<T> copy) {
    List<T> copies = new ArrayList<>(originals);
    for (int site = 2; site <= sites; site++) {
      for (T original : originals) {
        copies.add(copy.on(original, " " + site));
      }
    }
    return copies;
  }
}
