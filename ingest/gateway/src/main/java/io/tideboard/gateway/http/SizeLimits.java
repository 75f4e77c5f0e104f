// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

/**
 * How large the parts of a request may be, in bytes.
 *
 * @param requestLine method, target and version
 * @param headers all header lines together
 * @param body a body that holds one event, uncompressed
 * @param batch a body that may hold several, uncompressed
 * @param gzipRatio how many times larger than compressed a body may become
 */
public record SizeLimits(int requestLine, int headers, int body, int batch, int gzipRatio) {

  /** 4 KiB, 16 KiB, 1 MiB, 5 MiB, 100 times. */
  public static final SizeLimits DEFAULT =
      new SizeLimits(4 * 1024, 16 * 1024, 1024 * 1024, 5 * 1024 * 1024, 100);

  public SizeLimits {
    Positive.require("requestLine", requestLine);
    Positive.require("headers", headers);
    Positive.require("body", body);
    Positive.require("batch", batch);
    Positive.require("gzipRatio", gzipRatio);
  }

  /** The same limits, with others for bodies. */
  public SizeLimits withBodies(int body, int batch) {
    return new SizeLimits(requestLine, headers, body, batch, gzipRatio);
  }
}
