// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** How requests leave. */
interface Transport {

  /** Sends it; completes exceptionally when there is no answer in that time. */
  CompletableFuture<Answer> send(HttpRequest request, Duration timeout);
}
