// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.ssl.SslHandler;
import io.tideboard.gateway.access.Access;
import io.tideboard.gateway.access.AccessDenied;
import io.tideboard.gateway.access.Credential;
import io.tideboard.gateway.admission.Caller;
import org.jspecify.annotations.Nullable;

/** Lets in whoever may send, and as much as it may. One for each connection. */
final class Gate {

  private static final String KEY = "x-api-key";

  private final Access access;
  private final @Nullable SslHandler tls;

  Gate(Access access, Channel channel) {
    this.access = access;
    this.tls = channel.pipeline().get(SslHandler.class);
  }

  /** Whether the connection is encrypted here. */
  boolean isEncrypted() {
    return tls != null;
  }

  /**
   * Whoever sends a request.
   *
   * @throws RefusedRequest {@code unauthenticated} or {@code forbidden}
   */
  Caller caller(HttpRequest head) {
    HttpHeaders headers = head.headers();
    try {
      return access.caller(
          new Credential(
              headers.getAll(HttpHeaderNames.AUTHORIZATION),
              headers.getAll(KEY),
              tls == null ? null : ClientCertificate.commonName(tls.engine().getSession())));
    } catch (AccessDenied denied) {
      RequestError error =
          denied.isGenuine() ? RequestError.FORBIDDEN : RequestError.UNAUTHENTICATED;
      throw new RefusedRequest(error, String.valueOf(denied.getMessage()));
    }
  }

  /**
   * Requires that the credential of somebody who has stayed connected still holds.
   *
   * @throws RefusedRequest {@code unauthenticated}
   */
  static void requireValid(Caller caller) {
    if (!caller.isValid()) {
      throw new RefusedRequest(
          RequestError.UNAUTHENTICATED,
          "the token has expired: expected a connection with another");
    }
  }

  /**
   * Requires that a source has not sent too much already.
   *
   * @param bytes of the body; negative when that is not known yet
   * @throws RefusedRequest {@code quota_exceeded}
   */
  static void requireQuota(Caller caller, long bytes) {
    int wait = caller.quota().enter(Math.max(0, bytes));
    if (wait > 0) {
      String message =
          caller.source() + " has sent more than its quota: try again in " + wait + " s";
      throw new RefusedRequest(
          Answer.error(RequestError.QUOTA_EXCEEDED, message).after(wait), message);
    }
  }
}
