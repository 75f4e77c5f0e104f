// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.HdrHistogram.ConcurrentHistogram;

/** A viewer that reads what it is sent, and notes how long ago each queue had changed. */
final class TimedViewer implements AutoCloseable {

  private static final String AS_OF = "\"asOf\":\"";
  private static final int LONGEST_TIME = 40;

  private final HttpURLConnection connection;
  private final ConcurrentHistogram micros;
  private volatile Instant from = Instant.MAX;

  private TimedViewer(HttpURLConnection connection, ConcurrentHistogram micros) {
    this.connection = connection;
    this.micros = micros;
  }

  /**
   * @param micros where it notes them
   */
  static TimedViewer connect(int port, ConcurrentHistogram micros) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + port + "/api/v1/stream").toURL().openConnection();
    connection.setRequestProperty("Accept-Encoding", "gzip");
    TimedViewer viewer = new TimedViewer(connection, micros);
    InputStream stream = new Arriving(connection.getInputStream());
    Thread reader = new Thread(() -> viewer.read(stream), "bench-timed-viewer");
    reader.setDaemon(true);
    reader.start();
    return viewer;
  }

  /** Changes from now on count. */
  void begin() {
    from = Instant.now();
  }

  private void read(InputStream stream) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16)) {
      boolean news = false;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          news = line.endsWith("queues");
        } else if (news && line.startsWith("data: ")) {
          note(line, Instant.now());
        }
      }
    } catch (IOException e) {
      if (from != Instant.MAX) {
        throw new IllegalStateException("a viewer was cut off", e);
      }
    }
  }

  /** The first time is that of the whole event, then there is one for each queue. */
  private void note(String data, Instant now) {
    int at = data.indexOf(AS_OF);
    for (at = data.indexOf(AS_OF, at + 1); at >= 0; at = data.indexOf(AS_OF, at + 1)) {
      int begin = at + AS_OF.length();
      String text = data.substring(begin, Math.min(data.length(), begin + LONGEST_TIME));
      Instant changed = Instant.parse(text.substring(0, text.indexOf('"')));
      if (!changed.isBefore(from)) {
        micros.recordValue(Math.max(0, Duration.between(changed, now).toNanos() / 1_000));
      }
    }
  }

  @Override
  public void close() {
    from = Instant.MAX;
    connection.disconnect();
  }

  /** Says that no more is there where it cannot know, so that nobody waits to fill a buffer. */
  private static final class Arriving extends GZIPInputStream {
    Arriving(InputStream in) throws IOException {
      super(in, 1 << 14);
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
