// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.simulator;

import io.tideboard.events.Channel;
import java.time.Duration;

/**
 * A bot or a self-service that finishes contacts alone or hands them to people.
 *
 * @param channel {@code BOT} or {@code SELF_SERVICE}
 * @param mean mean length of its conversation, lognormal
 * @param exchanges mean number of its messages; 0 where there are none
 * @param contained share that it finishes alone
 * @param escalatesTo the line, such as {@code Support/chat}, that takes the others
 */
public record AssistantProfile(
    String name,
    Channel channel,
    Arrivals arrivals,
    Duration mean,
    double exchanges,
    double contained,
    String escalatesTo) {

  public AssistantProfile {
    Checks.text("assistant.name", name);
    Checks.present("arrivals", arrivals);
    Checks.text("escalatesTo", escalatesTo);
    if (channel != Channel.BOT && channel != Channel.SELF_SERVICE) {
      throw new IllegalArgumentException(
          "'" + channel + "' in channel: expected bot or self_service");
    }
    Checks.positive("mean", mean);
    Checks.atLeast(0, "exchanges", exchanges);
    Checks.share("contained", contained);
  }

  AssistantProfile scaledTo(double factor) {
    return new AssistantProfile(
        name, channel, arrivals.times(factor), mean, exchanges, contained, escalatesTo);
  }

  AssistantProfile onSite(String site) {
    int slash = escalatesTo.lastIndexOf('/');
    String there =
        slash < 0
            ? escalatesTo + site
            : escalatesTo.substring(0, slash) + site + escalatesTo.substring(slash);
    return new AssistantProfile(name + site, channel, arrivals, mean, exchanges, contained, there);
  }
}
