// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.wallboard.board.Board;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code /api/v1/stream}: tells every viewer what changes, as it changes. A change is sent at once
 * when the last one is {@value #COALESCE_MILLIS} ms ago, and otherwise together with those that
 * follow. Of a viewer nothing is kept but the change up to which it has been told, so a slow one
 * costs no memory and, once its connection drains, gets the latest and not what it missed.
 *
 * <p>Everything but {@link #changed()} happens on one event loop.
 */
public final class LiveStream {

  private static final long COALESCE_MILLIS = 5;
  private static final long HEARTBEAT_MILLIS = 15_000;
  private static final int MOST_VIEWERS = 1_000;

  private static final class Viewer {
    private final HttpServerResponse response;
    private long told;

    Viewer(HttpServerResponse response, long told) {
      this.response = response;
      this.told = told;
    }
  }

  private final Vertx vertx;
  private final Context loop;
  private final Board board;
  private final StreamEvents events;
  private final Set<Viewer> viewers = new LinkedHashSet<>();
  private final AtomicBoolean flushing = new AtomicBoolean();
  private volatile int viewerCount;
  private long lastFlush;

  LiveStream(Vertx vertx, Context loop, Board board, BoardJson write) {
    this.vertx = vertx;
    this.loop = loop;
    this.board = board;
    this.events = new StreamEvents(board, write);
    this.lastFlush = System.nanoTime();
  }

  void mount(Router router) {
    router.get("/api/v1/stream").handler(this::connect);
    loop.runOnContext(
        ready -> vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> toAll(StreamEvents.HEARTBEAT)));
  }

  /** The board has changed. May be called by any thread, as often as it likes. */
  public void changed() {
    if (flushing.compareAndSet(false, true)) {
      loop.runOnContext(now -> flushInTime());
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
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Accel-Buffering", "no");
    long sequence = board.sequence();
    Viewer viewer = new Viewer(response, sequence);
    viewers.add(viewer);
    viewerCount = viewers.size();
    response.exceptionHandler(broken -> leave(viewer));
    response.closeHandler(closed -> leave(viewer));
    response.drainHandler(drained -> tell(viewer, new HashMap<>()));
    response.write(events.snapshot(sequence, request.request().getHeader("Last-Event-ID")));
  }

  private void leave(Viewer viewer) {
    viewers.remove(viewer);
    viewerCount = viewers.size();
  }

  private void flushInTime() {
    long since = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastFlush);
    if (since >= COALESCE_MILLIS) {
      flush();
    } else {
      vertx.setTimer(COALESCE_MILLIS - since, timer -> flush());
    }
  }

  private void flush() {
    lastFlush = System.nanoTime();
    flushing.set(false);
    Map<Long, Buffer> shared = new HashMap<>();
    for (Viewer viewer : viewers) {
      tell(viewer, shared);
    }
  }

  /**
   * @param shared what has been made for viewers that knew as much, by what they knew
   */
  private void tell(Viewer viewer, Map<Long, Buffer> shared) {
    if (viewer.response.writeQueueFull() || viewer.response.closed()) {
      return;
    }
    long sequence = board.sequence();
    Buffer news = shared.computeIfAbsent(viewer.told, after -> events.news(after, sequence));
    viewer.told = sequence;
    if (news.length() > 0) {
      viewer.response.write(news);
    }
  }

  private void toAll(Buffer comment) {
    for (Viewer viewer : viewers) {
      if (!viewer.response.writeQueueFull()) {
        viewer.response.write(comment);
      }
    }
  }
}
