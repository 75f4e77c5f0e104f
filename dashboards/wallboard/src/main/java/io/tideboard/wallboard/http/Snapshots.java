// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.wallboard.board.Board;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots for viewers that come, made on a worker thread so that nobody else waits, and shared by
 * those that come soon after: when everybody comes at once, after a restart, making them takes a
 * quarter of the time at most. What has changed meanwhile they are told in the next round. For one
 * event loop.
 */
final class Snapshots {

  private static final int COSTS = 3;

  private final Vertx vertx;
  private final Board board;
  private final StreamEvents events;
  private @Nullable Future<Snapshot> latest;

  /**
   * Everything there was.
   *
   * @param round the latest round before it was made
   * @param sharedUntil by {@link System#nanoTime}
   */
  record Snapshot(Frame frame, long round, long sharedUntil) {}

  Snapshots(Vertx vertx, Board board, StreamEvents events) {
    this.vertx = vertx;
    this.board = board;
    this.events = events;
  }

  Future<Snapshot> get(long round) {
    Future<Snapshot> known = latest;
    if (known != null && isFresh(known)) {
      return known;
    }
    Future<Snapshot> made = vertx.executeBlocking(() -> make(round));
    latest = made;
    return made;
  }

  private static boolean isFresh(Future<Snapshot> known) {
    return known.succeeded()
        ? known.result().sharedUntil() - System.nanoTime() > 0
        : !known.isComplete();
  }

  private Snapshot make(long round) {
    long began = System.nanoTime();
    Frame frame = new Frame(events.snapshot(board.sequence()));
    var unused = frame.as(true);
    long now = System.nanoTime();
    return new Snapshot(frame, round, now + COSTS * (now - began));
  }
}
