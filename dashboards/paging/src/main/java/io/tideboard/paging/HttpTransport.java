// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Requests over HTTP; redirects are not followed, since what is signed was meant for one address.
 */
final class HttpTransport implements Transport {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Override
  public CompletableFuture<Answer> send(HttpRequest request, Duration timeout) {
    HttpRequest limited =
        HttpRequest.newBuilder(request, (name, value) -> true).timeout(timeout).build();
    return client
        .sendAsync(limited, HttpResponse.BodyHandlers.discarding())
        // The client's own limit ends with the headers.
        .orTimeout(2 * timeout.toMillis(), TimeUnit.MILLISECONDS)
        .thenApply(
            response ->
                Answer.of(response.statusCode(), response.headers().firstValue("Retry-After")));
  }
}
