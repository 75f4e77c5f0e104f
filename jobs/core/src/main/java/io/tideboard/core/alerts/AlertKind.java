// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import io.tideboard.events.WireName;

/** The rules: what is watched, in which unit, and what is behind it when it is out of bounds. */
public enum AlertKind implements WireName {
  SERVICE_LEVEL(
      AlertCause.DEMAND,
      "The share not served in time, over the last 5 and the last 30 minutes, against the share that"
          + " the target allows."),
  LONGEST_WAIT(AlertCause.DEMAND, "Seconds that the oldest waiting contact has waited."),
  WAITING(AlertCause.DEMAND, "Contacts that wait."),
  ABANDON_RATE(
      AlertCause.DEMAND, "The share of contacts that gave up waiting in the last 30 minutes."),
  NOBODY_SERVING(
      AlertCause.DEMAND, "Seconds that a contact has waited while no agent of the queue works."),
  NEGATIVE_CONTACTS(
      AlertCause.FEEDBACK,
      "Bad scores in the last 15 minutes: unsatisfied customers, and detractors."),
  DATA_STALE(AlertCause.DATA, "Seconds since the figures were published last.");

  private final AlertCause cause;
  private final String definition;

  AlertKind(AlertCause cause, String definition) {
    this.cause = cause;
    this.definition = definition;
  }

  /** What is behind it. */
  public AlertCause cause() {
    return cause;
  }

  /** What its value and its limit are, for people. */
  public String definition() {
    return definition;
  }
}
