// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Optional;

/** Somewhere that notices go, and in what form. */
public sealed interface Target permits Webhook, PagerDuty, Alertmanager {

  /** The request that tells it; at a later attempt a new one. */
  HttpRequest request(Notice notice, Instant now);

  /** Whether it is told of an episode, too, that was over before it could be told. */
  boolean keepsRecords();

  /** How often it must be reminded of what is open. */
  default Optional<java.time.Duration> reminder() {
    return Optional.empty();
  }
}
