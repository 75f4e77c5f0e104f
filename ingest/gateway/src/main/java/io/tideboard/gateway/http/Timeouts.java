// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import java.time.Duration;

/**
 * How long a connection may take.
 *
 * @param head from a request's first byte, or the connection's opening, to the end of its headers
 * @param request from the end of the headers to the answer sent, however bytes trickle
 * @param idle between an answer and the next request
 * @param close for requests under way when the gateway closes
 */
public record Timeouts(Duration head, Duration request, Duration idle, Duration close) {

  /** 10 s, 30 s, 60 s, 15 s. */
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(15));

  public Timeouts {
    Positive.require("head", head.toMillis());
    Positive.require("request", request.toMillis());
    Positive.require("idle", idle.toMillis());
    Positive.require("close", close.toMillis());
  }
}
