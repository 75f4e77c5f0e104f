// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import java.nio.file.Path;

/**
 * Where events wait while Kafka is away.
 *
 * @param directory of this gateway alone, made where there is none
 * @param mostBytes on disk; beyond it the answer is 503
 */
public record SpoolSettings(Path directory, long mostBytes) {

  /** Less would not hold a few large requests. */
  public static final long LEAST_BYTES = 64L * 1024 * 1024;

  private static final long SEGMENT_BYTES = 16L * 1024 * 1024;
  private static final int LEAST_SEGMENTS = 8;

  public SpoolSettings {
    if (mostBytes < LEAST_BYTES) {
      throw new IllegalArgumentException(
          mostBytes + " as mostBytes: expected at least " + LEAST_BYTES);
    }
  }

  /** After how many bytes a new file is begun; forwarded ones are deleted. */
  long segmentBytes() {
    return Math.min(SEGMENT_BYTES, mostBytes / LEAST_SEGMENTS);
  }
}
