// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How events are sent.
 *
 * @param endpoint where they are posted
 * @param speed how fast
 * @param lanes requests in flight at most, 1 to 64; events of one interaction share a lane, and a
 *     lane never overtakes itself
 * @param batch events a request at most, 1 to 10 000
 * @param gzip whether bodies are compressed
 * @param patience how long a batch is tried again while the gateway cannot take it
 * @param lead how far an event may be ahead of any that is not answered, in the log's time; above 0
 * @param key the API key to show, never shown here; null for none
 */
public record ReplayOptions(
    URI endpoint,
    Speed speed,
    int lanes,
    int batch,
    boolean gzip,
    Duration patience,
    Duration lead,
    @Nullable String key) {

  private static final String PATH = "/v1/events";
  private static final int USUAL_LANES = 4;
  private static final int USUAL_BATCH = 500;
  private static final Duration USUAL_PATIENCE = Duration.ofMinutes(2);
  private static final Duration USUAL_LEAD = Duration.ofHours(1);

  public ReplayOptions {
    if (!List.of("http", "https").contains(String.valueOf(endpoint.getScheme()))
        || endpoint.getHost() == null) {
      throw new IllegalArgumentException(
          "'"
              + endpoint
              + "' in the gateway's address: expected one such as http://localhost:8080");
    }
    require("lanes", lanes, 64);
    require("batch", batch, 10_000);
    if (lead.isNegative() || lead.isZero()) {
      throw new IllegalArgumentException("'" + lead + "' in lead: expected a time above 0");
    }
  }

  /** The usual options for a gateway of that address, with or without {@code /v1/events}. */
  public static ReplayOptions to(URI gateway) {
    boolean bare = "".equals(gateway.getPath()) || "/".equals(gateway.getPath());
    URI endpoint = bare ? gateway.resolve(PATH) : gateway;
    return new ReplayOptions(
        endpoint, Speed.MAX, USUAL_LANES, USUAL_BATCH, false, USUAL_PATIENCE, USUAL_LEAD, null);
  }

  /** The same at that speed. */
  public ReplayOptions at(Speed speed) {
    return new ReplayOptions(endpoint, speed, lanes, batch, gzip, patience, lead, key);
  }

  /** The same with that many lanes and events a request. */
  public ReplayOptions in(int lanes, int batch) {
    return new ReplayOptions(endpoint, speed, lanes, batch, gzip, patience, lead, key);
  }

  /** The same with bodies compressed. */
  public ReplayOptions compressed() {
    return new ReplayOptions(endpoint, speed, lanes, batch, true, patience, lead, key);
  }

  /** The same, giving up on a batch after that time. */
  public ReplayOptions patientFor(Duration patience) {
    return new ReplayOptions(endpoint, speed, lanes, batch, gzip, patience, lead, key);
  }

  /** The same with events that far ahead of others at most. */
  public ReplayOptions ahead(Duration lead) {
    return new ReplayOptions(endpoint, speed, lanes, batch, gzip, patience, lead, key);
  }

  /** The same, showing that API key. */
  public ReplayOptions showing(String key) {
    return new ReplayOptions(endpoint, speed, lanes, batch, gzip, patience, lead, key);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ReplayOptions[endpoint=" + endpoint + ", lanes=" + lanes + ", batch=" + batch + "]";
  }

  private static void require(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "'" + value + "' in " + name + ": expected a number from 1 to " + most);
    }
  }
}
