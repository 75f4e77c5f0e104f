// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A telephone system on this machine that talks as a test wants, one script a connection. */
final class FakePeer implements AutoCloseable {

  /** What is said on one connection; when it returns, nothing more is said on it. */
  interface Script {
    void talk(Line line) throws IOException, InterruptedException;
  }

  /** One connection, from the peer's side. */
  final class Line {
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    private Line(Socket socket) throws IOException {
      this.socket = socket;
      this.in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      this.out = socket.getOutputStream();
    }

    /** The next request: its lines up to an empty one. */
    String request() throws IOException {
      StringBuilder request = new StringBuilder();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          break;
        }
        request.append(line).append('\n');
      }
      synchronized (requests) {
        requests.add(request.toString());
      }
      return request.toString();
    }

    Line say(String text) throws IOException {
      return say(text.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE, 0);
    }

    /** Says so many bytes at a time, with a pause of so many milliseconds after each. */
    Line say(byte[] bytes, int chunk, long pause) throws IOException {
      for (int from = 0; from < bytes.length; from += Math.min(chunk, bytes.length - from)) {
        out.write(bytes, from, Math.min(chunk, bytes.length - from));
        out.flush();
        pause(pause);
      }
      return this;
    }

    /** Says nothing more, and stays until the other side has gone. */
    void stay() throws IOException {
      while (in.read() >= 0) {
        // Whatever is asked gets no answer.
      }
    }

    private void pause(long millis) {
      if (millis > 0) {
        try {
          Thread.sleep(millis);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private final ServerSocket listening;
  private final List<Script> scripts;
  private final List<String> requests = new ArrayList<>();
  private final List<Throwable> troubles = new ArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();
  private volatile boolean closed;
  private volatile Socket present;

  /** Later connections than there are scripts are accepted and told nothing. */
  FakePeer(Script... scripts) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.scripts = List.of(scripts);
    Thread thread = new Thread(this::accept, "fake-peer");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  int accepted() {
    return accepted.get();
  }

  /** How many scripts were said to their end. */
  int finished() {
    return finished.get();
  }

  List<String> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /** What went wrong in the scripts themselves, such as a wrong answer to a challenge. */
  List<Throwable> troubles() {
    synchronized (troubles) {
      return List.copyOf(troubles);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    listening.close();
    Socket open = present;
    if (open != null) {
      open.close();
    }
  }

  private void accept() {
    while (!closed) {
      try (Socket socket = listening.accept()) {
        present = socket;
        int index = accepted.getAndIncrement();
        Line line = new Line(socket);
        if (index < scripts.size()) {
          scripts.get(index).talk(line);
          finished.incrementAndGet();
          // Closed at once with something unread, it would take back what is still on its way.
          socket.shutdownOutput();
          line.stay();
        } else {
          line.stay();
        }
      } catch (IOException e) {
        // The other side has gone, or the test is over.
      } catch (InterruptedException e) {
        return;
      } catch (AssertionError e) {
        synchronized (troubles) {
          troubles.add(e);
        }
      }
    }
  }
}
