// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.traffic.replay;

import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.json.EventDecoder;
import io.tideboard.traffic.BadFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The events of a file: NDJSON, a plain event or a CloudEvent a line; a name that ends in {@code
 * .gz} is unpacked. Read as it is asked for. Events that name no source get {@code replay}.
 */
public final class EventFile implements Iterator<Event>, AutoCloseable {

  private static final EventDecoder DECODER = new EventDecoder("replay");

  private final Path file;
  private final BufferedReader lines;
  private long line;
  private @Nullable String ahead;
  private boolean ended;

  private EventFile(Path file, BufferedReader lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * The events of that file, from the first on.
   *
   * @throws BadFile when it cannot be opened; {@link #next()} throws it for a line that is no event
   */
  public static EventFile read(Path file) {
    try {
      InputStream in = new BufferedInputStream(Files.newInputStream(file));
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
      return new EventFile(
          file, new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      while (ahead == null && !ended) {
        String read = lines.readLine();
        if (read == null) {
          close();
        } else {
          line++;
          ahead = read.isBlank() ? null : read;
        }
      }
      return ahead != null;
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }

  @Override
  public Event next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException(file + " ends after line " + line);
    }
    byte[] json = ahead.getBytes(StandardCharsets.UTF_8);
    ahead = null;
    try {
      return DECODER.decodeOne(json);
    } catch (InvalidEvent e) {
      throw BadFile.at(file, line, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    ended = true;
    ahead = null;
    try {
      lines.close();
    } catch (IOException e) {
      throw BadFile.unreadable(file, e);
    }
  }
}
