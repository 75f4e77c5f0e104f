// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

import org.jspecify.annotations.Nullable;

/**
 * What came of an order.
 *
 * @param seconds from the first request to the last answer
 * @param p50Millis half of the requests were answered within it. At a steady rate it counts from
 *     when the request was due, not from when it could be sent, so that a pause of the gateway
 *     delays all requests that were due in it (no coordinated omission)
 * @param p99Millis as many as 99 in 100 were answered within it
 * @param failure why the order was broken off; null when every request was accepted whole
 */
public record LoadReport(
    double seconds, double p50Millis, double p99Millis, @Nullable String failure) {

  static LoadReport failed(String why) {
    return new LoadReport(0, 0, 0, why);
  }
}
