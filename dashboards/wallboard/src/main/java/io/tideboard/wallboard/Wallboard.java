// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import io.tideboard.core.queue.LiveCatalog;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.feed.RecordTaker;
import io.tideboard.wallboard.feed.TopicReader;
import io.tideboard.wallboard.http.History;
import io.tideboard.wallboard.http.WallboardServer;
import io.tideboard.wallboard.metrics.WallboardMetrics;
import java.time.Clock;

/**
 * The wallboard: reads the topics of results and serves them as a page, JSON, CSV, a live stream
 * and metrics. Everything it knows comes from the topics, so a restart changes no answer.
 */
public final class Wallboard implements AutoCloseable {

  private final WallboardServer server;
  private final TopicReader reader;
  private final History history;
  private final WallboardMetrics metrics;
  private final int port;

  private Wallboard(
      WallboardServer server,
      TopicReader reader,
      History history,
      WallboardMetrics metrics,
      int port) {
    this.server = server;
    this.reader = reader;
    this.history = history;
    this.metrics = metrics;
    this.port = port;
  }

  /**
   * Starts a wallboard. It listens at once, and is ready when it has read what was in the topics;
   * Kafka may come later.
   *
   * @throws IllegalStateException when the address cannot be listened on
   * @throws io.tideboard.history.StoreUnavailable when its history cannot be opened
   */
  public static Wallboard start(WallboardSettings settings) {
    Clock clock = Clock.systemUTC();
    Board board = new Board(settings.limits(), clock);
    LiveCatalog catalog = new LiveCatalog(settings.catalog());
    History history = History.open(settings.history(), settings.kafka(), catalog);
    WallboardServer server = new WallboardServer(board, catalog, history, settings.tokens());
    WallboardMetrics metrics = new WallboardMetrics(board, catalog, settings.limits());
    TopicReader reader =
        TopicReader.start(
            settings.kafka(),
            new RecordTaker(board, catalog, clock),
            server.stream()::changed,
            metrics::consumer);
    metrics.netty(server.loops(), server.buffers());
    metrics.viewers(server.stream()::viewers);
    metrics.unreadable(() -> reader.unreadable() + history.feed().unreadable());
    try {
      ListenAddress listen = settings.listen();
      int port = server.listen(listen.host(), listen.port(), reader, metrics);
      return new Wallboard(server, reader, history, metrics, port);
    } catch (RuntimeException e) {
      reader.close();
      metrics.close();
      server.close();
      history.close();
      throw e;
    }
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** Whether it has read everything that was in the topics at its start. */
  public boolean ready() {
    return reader.healthy() && reader.pending().isEmpty() && history.feed().awaited().isEmpty();
  }

  /** Stops reading, closes all connections. */
  @Override
  public void close() {
    reader.close();
    server.close();
    history.close();
    metrics.close();
  }
}
