// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.wallboard.board.Board;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/stream}: tells every viewer what changes, in rounds that follow each other as fast
 * as {@link Pace} allows. What is told is encoded and compressed once for all; a viewer that has
 * not taken what it was sent is left out of the round, and costs nobody else anything.
 *
 * <p>Everything but {@link #changed()} happens on one event loop.
 */
public final class LiveStream {

  private static final long HEARTBEAT_MILLIS = 15_000;
  private static final int MOST_VIEWERS = 5_000;

  private final Vertx vertx;
  private final Context loop;
  private final Board board;
  private final StreamEvents events;
  private final Snapshots snapshots;
  private final Rounds rounds = new Rounds();
  private final Pace pace = new Pace(System.nanoTime());
  private final Frame heartbeat = new Frame(StreamEvents.HEARTBEAT);
  private final Frame retry = new Frame(StreamEvents.RETRY);
  private final Set<Viewer> viewers = new LinkedHashSet<>();
  private final AtomicBoolean pending = new AtomicBoolean();
  private volatile int viewerCount;

  LiveStream(Vertx vertx, Context loop, Board board, BoardJson write) {
    this.vertx = vertx;
    this.loop = loop;
    this.board = board;
    this.events =
        new StreamEvents(
            board,
            write,
            List.of(
                new BreachPart(board, write),
                new QueuePart(board, write),
                new AgentPart(board),
                new ForecastPart(board)));
    this.snapshots = new Snapshots(vertx, board, events);
  }

  void mount(Router router) {
    router.get("/api/v1/stream").handler(this::connect);
    loop.runOnContext(ready -> vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> toAll(heartbeat)));
  }

  /** The board has changed. May be called by any thread, as often as it likes. */
  public void changed() {
    if (pending.compareAndSet(false, true)) {
      loop.runOnContext(now -> roundInTime());
    }
  }

  /** How many viewers are connected. */
  public int viewers() {
    return viewerCount;
  }

  private void connect(RoutingContext request) {
    Query.of(request);
    if (viewers.size() >= MOST_VIEWERS) {
      throw Refusal.of(
          RequestError.TOO_MANY_VIEWERS, MOST_VIEWERS + " viewers are connected: expected fewer");
    }
    HttpServerResponse response = request.response();
    boolean gzip = Gzip.accepted(request.request());
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.VARY, "Accept-Encoding")
        .putHeader("X-Accel-Buffering", "no");
    if (gzip) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    Viewer viewer = new Viewer(response, gzip);
    response.exceptionHandler(broken -> leave(viewer));
    response.closeHandler(closed -> leave(viewer));
    response.drainHandler(drained -> changed());
    viewer.begin();
    viewer.send(retry);
    welcome(viewer, request.request().getHeader("Last-Event-ID"));
  }

  /** Who comes back soon is told what it missed, and everybody else everything. */
  private void welcome(Viewer viewer, @Nullable String lastEventId) {
    long known = rounds.roundOf(events.sequenceOf(lastEventId));
    if (known >= 0) {
      join(viewer, known);
      return;
    }
    snapshots
        .get(rounds.last())
        .onSuccess(
            snapshot -> {
              if (!viewer.isGone()) {
                viewer.send(snapshot.frame());
                join(viewer, snapshot.round());
              }
            })
        .onFailure(failed -> leave(viewer));
  }

  private void join(Viewer viewer, long known) {
    viewer.knows(known);
    viewers.add(viewer);
    viewerCount = viewers.size();
    changed();
  }

  private void leave(Viewer viewer) {
    viewers.remove(viewer);
    viewerCount = viewers.size();
  }

  private void roundInTime() {
    long due = pace.due(System.nanoTime());
    if (due <= 0) {
      round();
    } else {
      vertx.setTimer(Math.max(1, TimeUnit.NANOSECONDS.toMillis(due)), timer -> round());
    }
  }

  private void round() {
    long began = System.nanoTime();
    pending.set(false);
    long sequence = board.sequence();
    Map<Long, Frame> frames = new HashMap<>();
    for (Viewer viewer : viewers) {
      if (viewer.isReady()) {
        Frame frame =
            frames.computeIfAbsent(
                rounds.after(viewer.round()), after -> new Frame(events.news(after, sequence)));
        if (!frame.isEmpty()) {
          viewer.send(frame);
        }
        viewer.knows(rounds.last() + 1);
      }
    }
    rounds.next(sequence);
    pace.took(began, System.nanoTime());
  }

  private void toAll(Frame frame) {
    for (Viewer viewer : viewers) {
      if (viewer.isReady()) {
        viewer.send(frame);
      }
    }
  }
}
