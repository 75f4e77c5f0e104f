// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.pull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A telephone system on this machine that says what a test wants, one script a connection. */
public final class ScriptedPeer implements AutoCloseable {

  /** What is said on one connection; when it returns, the connection ends. */
  public interface Script {
    void talk(Line line) throws IOException;
  }

  /** One connection, from the peer's side. */
  public static final class Line {
    private final BufferedReader in;
    private final OutputStream out;

    private Line(Socket socket) throws IOException {
      this.in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      this.out = socket.getOutputStream();
    }

    /** The next request: its lines up to an empty one. */
    public String request() throws IOException {
      StringBuilder request = new StringBuilder();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        request.append(line).append('\n');
      }
      return request.toString();
    }

    public void say(String text) throws IOException {
      say(text.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);
    }

    /** Says so many bytes at a time. */
    public void say(byte[] bytes, int chunk) throws IOException {
      for (int from = 0; from < bytes.length; from += Math.min(chunk, bytes.length - from)) {
        out.write(bytes, from, Math.min(chunk, bytes.length - from));
        out.flush();
      }
    }

    private void untilTheOtherSideHasGone() throws IOException {
      while (in.read() >= 0) {
        // Whatever is asked gets no answer.
      }
    }
  }

  private final ServerSocket listening;
  private final List<Script> scripts;
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile Socket present;

  /** Later connections than there are scripts are accepted and told nothing. */
  public ScriptedPeer(List<Script> scripts) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.scripts = List.copyOf(scripts);
    Thread thread = new Thread(this::accept, "scripted-peer");
    thread.setDaemon(true);
    thread.start();
  }

  /** An Asterisk that lets in whoever proves the secret {@code secret}, and says that then. */
  public static ScriptedPeer asterisk(List<byte[]> recordings, int chunk) throws IOException {
    return new ScriptedPeer(recordings.stream().<Script>map(r -> plays(r, chunk)).toList());
  }

  public int port() {
    return listening.getLocalPort();
  }

  public int accepted() {
    return accepted.get();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    Socket open = present;
    if (open != null) {
      open.close();
    }
  }

  private static Script plays(byte[] recording, int chunk) {
    return line -> {
      line.say("Asterisk Call Manager/11.0.0\r\n");
      line.request();
      line.say("Response: Success\r\nActionID: challenge\r\nChallenge: 840415273\r\n\r\n");
      // The MD5 digest of the challenge and the secret.
      if (!line.request().contains("Key: 81c3ab5534a432bec402f6d988ee45b4")) {
        line.say("Response: Error\r\nActionID: login\r\nMessage: Authentication failed\r\n\r\n");
        return;
      }
      line.say("Response: Success\r\nActionID: login\r\nMessage: Authentication accepted\r\n\r\n");
      line.say(recording, chunk);
    };
  }

  private void accept() {
    while (!listening.isClosed()) {
      try (Socket socket = listening.accept()) {
        present = socket;
        int index = accepted.getAndIncrement();
        Line line = new Line(socket);
        if (index < scripts.size()) {
          scripts.get(index).talk(line);
          // Closed at once with something unread, it would take back what is still on its way.
          socket.shutdownOutput();
        }
        line.untilTheOtherSideHasGone();
      } catch (IOException e) {
        // The other side has gone, or the test is over.
      }
    }
  }
}
