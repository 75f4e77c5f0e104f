// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.util.concurrent.EventExecutor;
import io.tideboard.core.queue.QueueDefinitions;
import io.tideboard.wallboard.access.Tokens;
import io.tideboard.wallboard.board.Board;
import io.tideboard.wallboard.feed.TopicReader;
import io.tideboard.wallboard.metrics.WallboardMetrics;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.buffer.VertxByteBufAllocator;
import io.vertx.core.internal.VertxInternal;
import io.vertx.ext.web.Router;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The wallboard over HTTP, on one event loop. */
public final class WallboardServer implements AutoCloseable {

  private static final int IDLE_SECONDS = 60;
  private static final long CLOSING_SECONDS = 5;

  private final Vertx vertx = Vertx.vertx(options());
  private final Context loop = vertx.getOrCreateContext();
  private final Board board;
  private final QueueDefinitions catalog;
  private final History history;
  private final Tokens tokens;
  private final LiveStream stream;

  /**
   * @param history where the rows of intervals are
   * @param tokens of whoever may look
   */
  public WallboardServer(Board board, QueueDefinitions catalog, History history, Tokens tokens) {
    this.history = history;
    this.tokens = tokens;
    this.board = board;
    this.catalog = catalog;
    this.stream = new LiveStream(vertx, loop, board, new BoardJson(catalog));
  }

  /** The event loops. */
  public Iterable<EventExecutor> loops() {
    return ((VertxInternal) vertx).nettyEventLoopGroup();
  }

  /** Where the memory of connections comes from. */
  public ByteBufAllocatorMetricProvider buffers() {
    return (ByteBufAllocatorMetricProvider) VertxByteBufAllocator.POOLED_ALLOCATOR;
  }

  /** Where changes of the board are told. */
  public LiveStream stream() {
    return stream;
  }

  /**
   * Starts to listen.
   *
   * @return the port
   * @throws IllegalStateException when the address cannot be listened on
   */
  public int listen(String host, int port, TopicReader reader, WallboardMetrics metrics) {
    Router router = Router.router(vertx);
    new Guard(tokens).mount(router);
    new QueueCalls(board, catalog).mount(router);
    new AgentCalls(board, new BoardJson(catalog)).mount(router);
    new HistoryCalls(vertx, board, catalog, history).mount(router);
    new ForecastCalls(vertx, board, catalog).mount(router);
    new StaffingCall(board, catalog).mount(router);
    new DefinitionCalls().mount(router);
    new AbandonCalls(vertx, board, catalog).mount(router);
    new AlertCalls(board, new BoardJson(catalog)).mount(router);
    new ContactCalls(vertx, board, new BoardJson(catalog)).mount(router);
    new TrendCalls(board, new BoardJson(catalog)).mount(router);
    new DayCalls(vertx, board, catalog, history).mount(router);
    stream.mount(router);
    new HealthCalls(reader, history).mount(router);
    new MetricsCall(vertx, metrics).mount(router);
    PageFiles.mount(router);
    FailureAnswers.mount(router);
    HttpServerOptions options =
        new HttpServerOptions().setHost(host).setPort(port).setIdleTimeout(IDLE_SECONDS);
    CompletableFuture<Integer> listening = new CompletableFuture<>();
    loop.runOnContext(
        now ->
            vertx
                .createHttpServer(options)
                .requestHandler(router)
                .listen()
                .map(HttpServer::actualPort)
                .onSuccess(listening::complete)
                .onFailure(listening::completeExceptionally));
    try {
      return listening.join();
    } catch (CompletionException e) {
      throw new IllegalStateException(host + ":" + port + " cannot be listened on", e.getCause());
    }
  }

  /** Closes all connections and stops. */
  @Override
  public void close() {
    vertx
        .close()
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(CLOSING_SECONDS, TimeUnit.SECONDS)
        .exceptionally(late -> null)
        .join();
  }

  /** One loop, so that what is told to viewers needs no locks; no files beside the program. */
  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(2)
        .setUseDaemonThread(true)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }
}
