// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import static io.tideboard.core.tally.Measure.ABANDONED;
import static io.tideboard.core.tally.Measure.ABANDONED_WITHIN_THRESHOLD;
import static io.tideboard.core.tally.Measure.ANSWERED;
import static io.tideboard.core.tally.Measure.ANSWERED_UNKNOWN_WAIT;
import static io.tideboard.core.tally.Measure.ANSWERED_WITHIN_THRESHOLD;
import static io.tideboard.core.tally.Measure.ANSWER_WAIT_MICROS;
import static io.tideboard.core.tally.Measure.CALLBACKS;
import static io.tideboard.core.tally.Measure.CES_SCORES;
import static io.tideboard.core.tally.Measure.CES_THOUSANDTHS;
import static io.tideboard.core.tally.Measure.CLOCK_SKEW;
import static io.tideboard.core.tally.Measure.CONTACTS;
import static io.tideboard.core.tally.Measure.CONTACTS_CONTAINED;
import static io.tideboard.core.tally.Measure.CONTACTS_ENDED;
import static io.tideboard.core.tally.Measure.CONTACTS_ESCALATED;
import static io.tideboard.core.tally.Measure.CONTACTS_RESOLVED;
import static io.tideboard.core.tally.Measure.CSAT_SATISFIED;
import static io.tideboard.core.tally.Measure.CSAT_SCORES;
import static io.tideboard.core.tally.Measure.CUSTOMERS_CAME_AGAIN;
import static io.tideboard.core.tally.Measure.CUSTOMERS_RESOLVED;
import static io.tideboard.core.tally.Measure.FLOWED_OUT;
import static io.tideboard.core.tally.Measure.FOUND_AGAIN;
import static io.tideboard.core.tally.Measure.HANDLED;
import static io.tideboard.core.tally.Measure.HANDLE_MICROS;
import static io.tideboard.core.tally.Measure.HOLD_MICROS;
import static io.tideboard.core.tally.Measure.LEGS_FOUND_AGAIN;
import static io.tideboard.core.tally.Measure.LEGS_LOST;
import static io.tideboard.core.tally.Measure.LOST;
import static io.tideboard.core.tally.Measure.LOST_TO_MAX_VISIT;
import static io.tideboard.core.tally.Measure.LOST_TO_RESTART;
import static io.tideboard.core.tally.Measure.LOST_TO_SNAPSHOT;
import static io.tideboard.core.tally.Measure.NPS_DETRACTORS;
import static io.tideboard.core.tally.Measure.NPS_PROMOTERS;
import static io.tideboard.core.tally.Measure.NPS_SCORES;
import static io.tideboard.core.tally.Measure.OFFERED;
import static io.tideboard.core.tally.Measure.OPENED_BY_SNAPSHOT;
import static io.tideboard.core.tally.Measure.RESPONSES;
import static io.tideboard.core.tally.Measure.SHORT_ABANDONED;
import static io.tideboard.core.tally.Measure.TALK_MICROS;
import static io.tideboard.core.tally.Measure.TRANSFERRED_IN;
import static io.tideboard.core.tally.Measure.TRANSFERRED_OUT;
import static io.tideboard.core.tally.Measure.UNKNOWN_WAIT;
import static io.tideboard.core.tally.Measure.WRAP_UPS_NOT_TOLD;
import static io.tideboard.core.tally.Measure.WRAP_UP_MICROS;
import static io.tideboard.core.tally.Measure.WRAP_UP_TIMEOUTS;

import io.tideboard.core.clock.Micros;
import org.jspecify.annotations.Nullable;

/**
 * The key performance indicators of a queue and channel in a period: the vocabulary of the API, the
 * tables and the boards, each with its unit and formula. A value is null where there is no data.
 */
public enum Kpi {
  OFFERED_VISITS("offered", Unit.COUNT, "Queue visits begun.", count(OFFERED)),
  ANSWERED_VISITS("answered", Unit.COUNT, "Visits that ended with service.", count(ANSWERED)),
  ANSWERED_WITHIN(
      "answeredWithinThreshold",
      Unit.COUNT,
      "Answered visits that waited no longer than the threshold.",
      count(ANSWERED_WITHIN_THRESHOLD)),
  ABANDONED_VISITS("abandoned", Unit.COUNT, "Visits that the customer gave up.", count(ABANDONED)),
  SHORT_ABANDONS(
      "shortAbandoned",
      Unit.COUNT,
      "Abandoned visits that waited no longer than the short-abandon limit.",
      count(SHORT_ABANDONED)),
  ABANDONED_WITHIN(
      "abandonedWithinThreshold",
      Unit.COUNT,
      "Abandoned visits that waited no longer than the threshold.",
      count(ABANDONED_WITHIN_THRESHOLD)),
  FLOW_OUTS(
      "flowedOut",
      Unit.COUNT,
      "Visits that left the queue unserved and not by giving up.",
      count(FLOWED_OUT)),
  CALLBACK_REQUESTS("callbacks", Unit.COUNT, "Visits that ended as a callback.", count(CALLBACKS)),
  TRANSFERS_IN(
      "transferredIn",
      Unit.COUNT,
      "Visits that a transfer or an escalation brought.",
      count(TRANSFERRED_IN)),
  TRANSFERS_OUT(
      "transferredOut",
      Unit.COUNT,
      "Handled legs that ended by a transfer or an escalation.",
      count(TRANSFERRED_OUT)),
  LOST_VISITS("lost", Unit.COUNT, "Visits whose end was never told.", count(LOST)),
  LOST_VISITS_TO_SNAPSHOT(
      "lostToSnapshot",
      Unit.COUNT,
      "Lost visits that the platform's own list did not name any more.",
      count(LOST_TO_SNAPSHOT)),
  LOST_VISITS_TO_RESTART(
      "lostToRestart",
      Unit.COUNT,
      "Lost visits that the sending system forgot when it restarted.",
      count(LOST_TO_RESTART)),
  LOST_VISITS_TO_MAX_VISIT(
      "lostToMaxVisit",
      Unit.COUNT,
      "Lost visits of which no news came for longer than any visit lasts.",
      count(LOST_TO_MAX_VISIT)),
  VISITS_FOUND_AGAIN(
      "foundAgain",
      Unit.COUNT,
      "Visits that had been given up for lost and were found again, counted where they began.",
      count(FOUND_AGAIN)),
  VISITS_OPENED_BY_SNAPSHOT(
      "openedBySnapshot",
      Unit.COUNT,
      "Visits of which only the platform's own list told that they began.",
      count(OPENED_BY_SNAPSHOT)),
  LOST_LEGS(
      "legsLost",
      Unit.COUNT,
      "Handled legs whose end was never told: in no handle time.",
      count(LEGS_LOST)),
  LEGS_FOUND(
      "legsFoundAgain",
      Unit.COUNT,
      "Handled legs that had been given up for lost and were found again, counted where they were"
          + " answered.",
      count(LEGS_FOUND_AGAIN)),
  UNKNOWN_WAITS(
      "unknownWait",
      Unit.COUNT,
      "Ended visits whose begin is unknown: in no wait and in no service level.",
      count(UNKNOWN_WAIT)),
  SERVICE_LEVEL(
      "serviceLevel",
      Unit.RATIO,
      "Share served in time, by the queue's formula.",
      (tally, formula) -> {
        var level = formula.of(tally);
        return level.isPresent() ? level.getAsDouble() : null;
      }),
  SERVICE_LEVEL_OF(
      "serviceLevelOf",
      Unit.COUNT,
      "How many visits the service level is a share of.",
      (tally, formula) -> (double) formula.denominator(tally)),
  ABANDON_RATE(
      "abandonRate",
      Unit.RATIO,
      "(abandoned − short abandons) / (answered + abandoned − short abandons).",
      (tally, formula) -> {
        long longAbandons = tally.get(ABANDONED) - tally.get(SHORT_ABANDONED);
        return ratio(longAbandons, tally.get(ANSWERED) + longAbandons);
      }),
  RAW_ABANDON_RATE(
      "rawAbandonRate",
      Unit.RATIO,
      "abandoned / offered.",
      (tally, formula) -> ratio(tally.get(ABANDONED), tally.get(OFFERED))),
  ASA(
      "asaSeconds",
      Unit.SECONDS,
      "Average speed of answer: mean known wait of answered visits.",
      (tally, formula) ->
          mean(
              tally.get(ANSWER_WAIT_MICROS),
              tally.get(ANSWERED) - tally.get(ANSWERED_UNKNOWN_WAIT))),
  WAIT_P50(
      "waitP50Seconds",
      Unit.SECONDS,
      "Half of the ended visits waited no longer; within 0.1 %.",
      (tally, formula) -> quantile(tally, Quantile.WAIT_P50)),
  WAIT_P90(
      "waitP90Seconds",
      Unit.SECONDS,
      "Nine in ten of the ended visits waited no longer; within 0.1 %.",
      (tally, formula) -> quantile(tally, Quantile.WAIT_P90)),
  WAIT_MAX(
      "waitMaxSeconds",
      Unit.SECONDS,
      "The longest wait of an ended visit; within 0.1 %.",
      (tally, formula) -> quantile(tally, Quantile.WAIT_MAX)),
  AHT(
      "ahtSeconds",
      Unit.SECONDS,
      "Average handle time: (talk + hold + wrap-up) / handled legs, of the legs completed.",
      (tally, formula) -> mean(tally.get(HANDLE_MICROS), tally.get(HANDLED))),
  HANDLED_LEGS("handled", Unit.COUNT, "Handled legs completed.", count(HANDLED)),
  TALK("talkSeconds", Unit.SECONDS, "Talk time: answered to ended, less hold.", time(TALK_MICROS)),
  HOLD("holdSeconds", Unit.SECONDS, "Time on hold.", time(HOLD_MICROS)),
  WRAP_UP(
      "wrapUpSeconds",
      Unit.SECONDS,
      "Ended to wrapped up, or to maxWrapUp afterwards.",
      time(WRAP_UP_MICROS)),
  WRAP_UPS_CUT_OFF(
      "wrapUpTimeouts",
      Unit.COUNT,
      "Handled legs whose wrap-up lasted longer than maxWrapUp, and counts up to there.",
      count(WRAP_UP_TIMEOUTS)),
  WRAP_UPS_MISSING(
      "wrapUpsNotTold",
      Unit.COUNT,
      "Handled legs of which no wrap-up was told: it counts as none.",
      count(WRAP_UPS_NOT_TOLD)),
  CONTACTS_OFFERED(
      "contacts",
      Unit.COUNT,
      "Distinct contacts, each counted once, in the queue where it came first.",
      count(CONTACTS)),
  FIRST_RESPONSE_P50(
      "firstResponseP50Seconds",
      Unit.SECONDS,
      "Half of the first responses came within this time: the first message of an agent after the"
          + " customer's first message (or after the contact was created or queued; or the answer"
          + " where there are no messages), counted anew after a reopening.",
      (tally, formula) -> quantile(tally, Quantile.FIRST_RESPONSE_P50)),
  FIRST_RESPONSE_IN_HOURS_P50(
      "firstResponseInHoursP50Seconds",
      Unit.SECONDS,
      "The same, counting only the queue's opening hours.",
      (tally, formula) -> quantile(tally, Quantile.FIRST_RESPONSE_IN_HOURS_P50)),
  FIRST_RESPONSES("firstResponses", Unit.COUNT, "First responses given.", count(RESPONSES)),
  RESOLUTION_P50(
      "resolutionP50Seconds",
      Unit.SECONDS,
      "Half of the resolved contacts were resolved within this time of their beginning.",
      (tally, formula) -> quantile(tally, Quantile.RESOLUTION_P50)),
  RESOLUTION_IN_HOURS_P50(
      "resolutionInHoursP50Seconds",
      Unit.SECONDS,
      "The same, counting only the queue's opening hours.",
      (tally, formula) -> quantile(tally, Quantile.RESOLUTION_IN_HOURS_P50)),
  RESOLUTIONS(
      "resolved", Unit.COUNT, "Contacts resolved and not reopened.", count(CONTACTS_RESOLVED)),
  RESOLUTION_RATE(
      "resolutionRate",
      Unit.RATIO,
      "Contacts resolved / contacts ended.",
      (tally, formula) -> ratio(tally.get(CONTACTS_RESOLVED), tally.get(CONTACTS_ENDED))),
  CONTAINMENT(
      "containment",
      Unit.RATIO,
      "Contacts that self-service or a bot finished / those and the escalated ones.",
      (tally, formula) ->
          ratio(
              tally.get(CONTACTS_CONTAINED),
              tally.get(CONTACTS_CONTAINED) + tally.get(CONTACTS_ESCALATED))),
  CONTAINED(
      "contained", Unit.COUNT, "Contacts finished without a person.", count(CONTACTS_CONTAINED)),
  ESCALATED("escalated", Unit.COUNT, "Contacts escalated.", count(CONTACTS_ESCALATED)),
  CSAT(
      "csat",
      Unit.RATIO,
      "Customer satisfaction: the share of scores of 4 or 5 on a scale of 1 to 5.",
      (tally, formula) -> ratio(tally.get(CSAT_SATISFIED), tally.get(CSAT_SCORES))),
  CSAT_ANSWERS("csatAnswers", Unit.COUNT, "CSAT scores given.", count(CSAT_SCORES)),
  NPS(
      "nps",
      Unit.POINTS,
      "Net promoter score: the share of scores of 9 or 10 less that of 0 to 6, times 100.",
      (tally, formula) -> {
        long net = tally.get(NPS_PROMOTERS) - tally.get(NPS_DETRACTORS);
        Double share = ratio(net, tally.get(NPS_SCORES));
        return share == null ? null : 100 * share;
      }),
  NPS_ANSWERS("npsAnswers", Unit.COUNT, "NPS scores given.", count(NPS_SCORES)),
  CES(
      "ces",
      Unit.POINTS,
      "Customer effort score: the mean score on a scale of 1 to 7.",
      (tally, formula) -> {
        Double mean = ratio(tally.get(CES_THOUSANDTHS), tally.get(CES_SCORES));
        return mean == null ? null : mean / 1_000;
      }),
  CES_ANSWERS("cesAnswers", Unit.COUNT, "CES scores given.", count(CES_SCORES)),
  CLOCK_SKEWS(
      "clockSkew",
      Unit.COUNT,
      "Visits whose end was stamped before their begin; they count as a wait of 0.",
      count(CLOCK_SKEW)),
  FIRST_CONTACT_RESOLUTION(
      "firstContactResolution",
      Unit.RATIO,
      "Share of the resolved contacts of known customers after whose beginning, and up to seven days"
          + " (configurable) after whose resolution, the customer had no further contact on the same"
          + " topic, on any channel; provisional until then.",
      (tally, formula) -> {
        long resolved = tally.get(CUSTOMERS_RESOLVED);
        return ratio(resolved - tally.get(CUSTOMERS_CAME_AGAIN), resolved);
      }),
  FIRST_CONTACT_RESOLUTION_OF(
      "firstContactResolutionOf",
      Unit.COUNT,
      "How many resolved contacts of known customers first contact resolution is a share of.",
      count(CUSTOMERS_RESOLVED));

  /** What a value is a number of. */
  public enum Unit {
    COUNT,
    RATIO,
    SECONDS,
    POINTS
  }

  /** How an indicator is read from a tally. */
  private interface Reading {
    @Nullable Double of(Counted tally, ServiceLevelFormula formula);
  }

  private final String wire;
  private final Unit unit;
  private final String definition;
  private final Reading reading;

  Kpi(String wire, Unit unit, String definition, Reading reading) {
    this.wire = wire;
    this.unit = unit;
    this.definition = definition;
    this.reading = reading;
  }

  /** The name in the API and in tables. */
  public String wire() {
    return wire;
  }

  /** What the value is a number of. */
  public Unit unit() {
    return unit;
  }

  /** What it means, for people. */
  public String definition() {
    return definition;
  }

  /** Its value, or null where there is no data. */
  public @Nullable Double of(Counted tally, ServiceLevelFormula formula) {
    return reading.of(tally, formula);
  }

  private static Reading count(Measure measure) {
    return (tally, formula) -> (double) tally.get(measure);
  }

  /** A sum of times; no data where no leg was handled and none of its time fell here. */
  private static Reading time(Measure measure) {
    return (tally, formula) ->
        tally.get(HANDLED) == 0 && tally.get(measure) == 0
            ? null
            : Micros.seconds(tally.get(measure));
  }

  private static @Nullable Double ratio(long part, long whole) {
    return whole <= 0 ? null : part / (double) whole;
  }

  private static @Nullable Double mean(long micros, long count) {
    return count <= 0 ? null : Micros.seconds(micros) / count;
  }

  private static @Nullable Double quantile(Counted tally, Quantile which) {
    long micros = tally.quantile(which);
    return micros < 0 ? null : Micros.seconds(micros);
  }
}
