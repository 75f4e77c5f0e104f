// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import static io.tideboard.launcher.config.ValueType.wholeNumber;

import io.tideboard.core.calendar.Durations;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.LoadLimits;
import io.tideboard.gateway.http.SizeLimits;
import io.tideboard.gateway.http.Timeouts;
import io.tideboard.gateway.spool.SpoolSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads what bounds the gateway: sizes, load, timeouts, and the spool. */
final class LimitsReader {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final long LARGEST_SPOOL = 1L << 50;
  private static final long USUAL_SPOOL = 1L << 30;
  private static final int MOST_CONNECTIONS = 1_000_000;

  /** Not at once, and not longer than anybody would wait. */
  private static final ValueType<Duration> TIMEOUT =
      new ValueType<>(
          "a duration from 1ms to 1h",
          text -> {
            Duration timeout = Durations.parse(text);
            if (timeout.toMillis() < 1 || timeout.compareTo(Duration.ofHours(1)) > 0) {
              throw new IllegalArgumentException(text);
            }
            return timeout;
          });

  private final Sources sources;

  LimitsReader(Sources sources) {
    this.sources = sources;
  }

  Limits limits() {
    return new Limits(sizes(SizeLimits.DEFAULT), load(LoadLimits.DEFAULT), timeouts());
  }

  /** Null where no directory is set. */
  @Nullable SpoolSettings spool() {
    Key directory = Key.of("spool", "dir");
    String path = sources.read(directory, ValueType.OPTIONAL_TEXT, "");
    long most =
        sources.read(
            Key.of("spool", "maxBytes"),
            ByteSize.type(SpoolSettings.LEAST_BYTES, LARGEST_SPOOL),
            USUAL_SPOOL);
    return path.isEmpty() ? null : new SpoolSettings(Path.of(path), most);
  }

  private SizeLimits sizes(SizeLimits usual) {
    return new SizeLimits(
        bytes("requestLine", MEBIBYTE, usual.requestLine()),
        bytes("headers", MEBIBYTE, usual.headers()),
        bytes("body", 256 * MEBIBYTE, usual.body()),
        bytes("batch", 256 * MEBIBYTE, usual.batch()),
        number("gzipRatio", 10_000, usual.gzipRatio()));
  }

  private LoadLimits load(LoadLimits usual) {
    return new LoadLimits(
        number("connections", MOST_CONNECTIONS, usual.connections()),
        number("connectionsPerAddress", MOST_CONNECTIONS, usual.connectionsPerAddress()),
        bytes("bytesUnderWay", Integer.MAX_VALUE, usual.bytes()),
        bytes("bytesUnderWayPerAddress", Integer.MAX_VALUE, usual.bytesPerAddress()),
        number("pipelined", 10_000, usual.pipelined()));
  }

  private Timeouts timeouts() {
    Timeouts usual = Timeouts.DEFAULT;
    return new Timeouts(
        timeout("head", usual.head()),
        timeout("request", usual.request()),
        timeout("idle", usual.idle()),
        timeout("close", usual.close()));
  }

  private int bytes(String name, int most, long usual) {
    return sources.read(limit(name), ByteSize.type(1, most), usual).intValue();
  }

  private int number(String name, int most, int usual) {
    return sources.read(limit(name), wholeNumber(1, most), usual);
  }

  private Duration timeout(String name, Duration usual) {
    return sources.read(Key.of("gateway", "timeouts." + name), TIMEOUT, usual);
  }

  private static Key limit(String name) {
    return Key.of("gateway", "limits." + name);
  }
}
