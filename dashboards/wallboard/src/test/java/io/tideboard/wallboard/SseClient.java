// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads server-sent events as a browser does. */
final class SseClient implements AutoCloseable {

  record Event(String name, String id, JsonNode data) {}

  private final ObjectMapper json = new ObjectMapper();
  private final HttpURLConnection connection;
  private final BufferedReader lines;

  SseClient(URI address, String lastEventId) throws IOException {
    this(address, lastEventId, Map.of());
  }

  SseClient(URI address, String lastEventId, Map<String, String> headers) throws IOException {
    connection = (HttpURLConnection) address.toURL().openConnection();
    headers.forEach(connection::setRequestProperty);
    connection.setReadTimeout(30_000);
    if (lastEventId != null) {
      connection.setRequestProperty("Last-Event-ID", lastEventId);
    }
    lines = new BufferedReader(new InputStreamReader(plain(connection), StandardCharsets.UTF_8));
  }

  private static InputStream plain(HttpURLConnection connection) throws IOException {
    InputStream in = connection.getInputStream();
    return "gzip".equals(connection.getContentEncoding()) ? new Unzipped(in) : in;
  }

  /** Says that nothing more is there, where it cannot know: else its reader waits for more. */
  private static final class Unzipped extends GZIPInputStream {
    Unzipped(InputStream in) throws IOException {
      super(in);
    }

    @Override
    public int available() {
      return 0;
    }
  }

  String encoding() {
    return connection.getContentEncoding();
  }

  /** The next event; waits for it. */
  Event next() {
    String name = "message";
    String id = "";
    StringBuilder data = new StringBuilder();
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          data.append(line.substring(6));
        } else if (line.isEmpty() && data.length() > 0) {
          return new Event(name, id, json.readTree(data.toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the stream has ended");
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
