// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/**
 * Somebody who follows the stream. Of it nothing is kept but the round up to which it has been
 * told, so a slow one costs no memory: what it has not been told yet it gets at once later, the
 * latest of each.
 */
final class Viewer {

  private final HttpServerResponse response;
  private final boolean gzip;
  private long round;

  /**
   * @param gzip whether it understands compression
   */
  Viewer(HttpServerResponse response, boolean gzip) {
    this.response = response;
    this.gzip = gzip;
  }

  /** The round up to which it knows everything. */
  long round() {
    return round;
  }

  /** It knows everything up to that round. */
  void knows(long round) {
    this.round = round;
  }

  /** Whether it would take something now: it is there, and has taken what it was sent before. */
  boolean isReady() {
    return !response.closed() && !response.writeQueueFull();
  }

  boolean isGone() {
    return response.closed();
  }

  void send(Frame frame) {
    write(frame.as(gzip));
  }

  /** Begins its stream. */
  void begin() {
    if (gzip) {
      write(Gzip.HEAD);
    }
  }

  private void write(Buffer bytes) {
    var unused = response.write(bytes);
  }
}
