// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

/**
 * What a rule saw on a channel when it joined an episode, or made it worse.
 *
 * @param channel {@code *} for all channels
 * @param value in the unit of {@link AlertKind#definition}
 * @param limit which the value had reached
 * @param since from when on, in microseconds
 */
public record Symptom(
    AlertKind kind,
    String channel,
    AlertSeverity severity,
    double value,
    double limit,
    long since) {

  boolean isOf(Symptom other) {
    return kind == other.kind && channel.equals(other.channel);
  }
}
