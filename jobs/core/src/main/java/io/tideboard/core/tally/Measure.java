// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.tally;

import io.tideboard.events.WireName;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What is counted of a queue and channel in a period. Every measure is a sum over queue visits or
 * handled legs, so periods can be added and corrections taken back; ratios are made from these when
 * they are read. Times are in microseconds.
 *
 * <p>State is written by their order: new ones come at the end.
 */
public enum Measure implements WireName {
  /** Visits begun; a visit whose begin is unknown counts at its end. */
  OFFERED,
  /** Visits that ended with service. */
  ANSWERED,
  /** Answered visits whose known wait is at most the threshold. */
  ANSWERED_WITHIN_THRESHOLD,
  /** Visits that the customer gave up. */
  ABANDONED,
  /** Abandoned visits whose known wait is at most the short-abandon limit. */
  SHORT_ABANDONED,
  /** Abandoned visits whose known wait is at most the threshold. */
  ABANDONED_WITHIN_THRESHOLD,
  /** Visits that left the queue unserved and not by giving up. */
  FLOWED_OUT,
  /** Visits that ended as a callback. */
  CALLBACKS,
  /** Callbacks whose known wait is at most the threshold. */
  CALLBACKS_WITHIN_THRESHOLD,
  /** Visits whose end was never told. */
  LOST,
  /** Legs whose end was never told: in no handle time. */
  LEGS_LOST,
  /** Visits ended whose begin is not known: in no wait and in no service level. */
  UNKNOWN_WAIT,
  /** Visits that a transfer or an escalation brought. */
  TRANSFERRED_IN,
  /** Legs that ended by a transfer or an escalation. */
  TRANSFERRED_OUT,
  /** Visits whose end is stamped before their begin: they count as a wait of 0. */
  CLOCK_SKEW,
  /** Answered visits whose begin is not known. */
  ANSWERED_UNKNOWN_WAIT,
  /** Abandoned visits whose begin is not known. */
  ABANDONED_UNKNOWN_WAIT,
  /** Visits that ended after a known wait of more than a moment. */
  WAITED,
  /** Those of them that were not answered. */
  WAITED_UNSERVED,
  /** By how much their waits exceeded the moment, in all. */
  WAITED_MICROS,
  /** Sum of the waits of visits answered within a moment. */
  AT_ONCE_MICROS,
  /** Sum of the known waits of answered visits. */
  ANSWER_WAIT_MICROS,
  /** Handled legs that are complete: wrapped up, or ended while no wrap-up is known. */
  HANDLED,
  /** Talk, hold and wrap-up of the legs that were completed in the period. */
  HANDLE_MICROS,
  /** Talk time in the period. */
  TALK_MICROS,
  /** Hold time in the period. */
  HOLD_MICROS,
  /** Wrap-up time in the period. */
  WRAP_UP_MICROS,
  /** Distinct contacts that were offered to a queue or ended, where they came first. */
  CONTACTS,
  /** Contacts that were over: ended, given up, contained or resolved. */
  CONTACTS_ENDED,
  /** Contacts whose issue was settled and not reopened. */
  CONTACTS_RESOLVED,
  /** Contacts that self-service or a bot finished without a person. */
  CONTACTS_CONTAINED,
  /** Contacts that were escalated. */
  CONTACTS_ESCALATED,
  /** First responses given, one for each reopening counted as well. */
  RESPONSES,
  /** CSAT scores given. */
  CSAT_SCORES,
  /** CSAT scores of 4 or 5. */
  CSAT_SATISFIED,
  /** NPS scores given. */
  NPS_SCORES,
  /** NPS scores of 9 or 10. */
  NPS_PROMOTERS,
  /** NPS scores of 0 to 6. */
  NPS_DETRACTORS,
  /** CES scores given. */
  CES_SCORES,
  /** Sum of the CES scores, in thousandths. */
  CES_THOUSANDTHS,
  /**
   * Visits that wait, legs in progress and contacts to be resolved: while it is not 0 the period
   * may still change.
   */
  OPEN,
  /** Lost visits that the platform's own list did not name any more. */
  LOST_TO_SNAPSHOT,
  /** Lost visits that the sending system forgot when it restarted. */
  LOST_TO_RESTART,
  /** Lost visits of which no news came for longer than any visit lasts. */
  LOST_TO_MAX_VISIT,
  /** Visits that had been given up for lost and were found again, where they began. */
  FOUND_AGAIN,
  /** Visits of which only the platform's own list told that they began. */
  OPENED_BY_SNAPSHOT,
  /** Legs that had been given up for lost and were found again, where they were answered. */
  LEGS_FOUND_AGAIN,
  /** Handled legs whose wrap-up was cut off where it lasted too long. */
  WRAP_UP_TIMEOUTS,
  /** Handled legs of which no wrap-up was told: it counts as none. */
  WRAP_UPS_NOT_TOLD,
  /** Resolved contacts whose customer is known. */
  CUSTOMERS_RESOLVED,
  /** Those of them whose customer came again about the same, on any channel. */
  CUSTOMERS_CAME_AGAIN;

  private static final Set<Measure> JUDGED =
      EnumSet.of(
          ANSWERED_WITHIN_THRESHOLD,
          SHORT_ABANDONED,
          ABANDONED_WITHIN_THRESHOLD,
          CALLBACKS_WITHIN_THRESHOLD);

  private final String wire = camelCase(name());

  /**
   * Whether it depends on the promise, and so follows from a distribution by the promise that holds
   * when it is read ({@link QueueTally#judgedBy}). Only what is counted since the beginning counts
   * it once and for all, by the promise that held when the visit ended.
   */
  public boolean judged() {
    return JUDGED.contains(this);
  }

  @Override
  public String wire() {
    return wire;
  }

  private static String camelCase(String constant) {
    StringBuilder text = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
      text.append(
          text.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return text.toString();
  }
}
