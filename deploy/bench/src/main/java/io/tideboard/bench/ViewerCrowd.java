// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Many viewers of the stream on one thread, who take what they are sent as it comes and look at
 * none of it; one in a hundred takes nothing at all, as a screen does that has been unplugged.
 */
final class ViewerCrowd implements AutoCloseable {

  private static final int DEAD = 100;
  private static final byte[] REQUEST =
      ("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);

  private final Selector selector = Selector.open();
  private final List<SocketChannel> viewers = new ArrayList<>();
  private final Thread thread = new Thread(this::read, "bench-viewers");
  private final ByteBuffer taken = ByteBuffer.allocateDirect(1 << 16);
  private final LongAdder bytes = new LongAdder();
  private final AtomicInteger ended = new AtomicInteger();
  private volatile boolean closing;

  ViewerCrowd() throws IOException {
    thread.setDaemon(true);
    thread.start();
  }

  /** So many more come. */
  void join(int port, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      SocketChannel viewer = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
      viewer.write(ByteBuffer.wrap(REQUEST));
      viewer.configureBlocking(false);
      viewers.add(viewer);
      if (viewers.size() % DEAD != 0) {
        viewer.register(selector, SelectionKey.OP_READ);
        selector.wakeup();
      }
    }
  }

  private void read() {
    try {
      while (!closing) {
        selector.select(key -> take(key), 100);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the viewers cannot read", e);
    }
  }

  private void take(SelectionKey key) {
    try {
      taken.clear();
      int read = ((SocketChannel) key.channel()).read(taken);
      if (read < 0) {
        leave(key);
      } else {
        bytes.add(read);
      }
    } catch (IOException e) {
      leave(key);
    }
  }

  private void leave(SelectionKey key) {
    key.cancel();
    ended.incrementAndGet();
  }

  /** How many bytes all of them have taken. */
  long bytes() {
    return bytes.sum();
  }

  /** How many were sent away, which none should be. */
  int ended() {
    return ended.get();
  }

  @Override
  public void close() throws IOException {
    closing = true;
    for (SocketChannel viewer : viewers) {
      viewer.close();
    }
    selector.close();
  }
}
