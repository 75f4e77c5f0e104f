// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.tideboard.events.json.EventFormat;
import io.tideboard.gateway.admission.Body;
import io.tideboard.gateway.admission.Caller;
import io.tideboard.gateway.http.Incoming.Taking;
import io.tideboard.gateway.http.Incoming.Upgrade;

/**
 * Reads one request at a time, its head and then its body, and stops looking at it once its answer
 * is certain. Only for the connection's event loop.
 */
final class RequestReader {

  static final String EVENTS = "/v1/events";

  /** An answer before the end of a body may get lost, so up to this many batches are awaited. */
  private static final int BATCHES_AWAITED = 2;

  private static final byte[] NOTHING = {'{', '}'};

  private final Service service;
  private final Gate gate;
  private final SizeLimits sizes;
  private final BodyBuffer buffer = new BodyBuffer();

  RequestReader(Service service, Gate gate) {
    this.service = service;
    this.gate = gate;
    this.sizes = service.limits().sizes();
  }

  /** Reads the head: decides the answer, or expects a body. */
  void head(HttpRequest head, Incoming incoming) {
    buffer.clear();
    try {
      StrictHttp.require(head);
    } catch (RefusedRequest malformed) {
      incoming.decide(malformed.answer().closing());
      return;
    }
    try {
      String path = path(head.uri());
      if (path.startsWith(HookPath.ROOT)) {
        callHook(path, head, incoming);
      } else if (path.equals(Pages.METRICS)) {
        expectMetrics(head, incoming);
      } else if (!path.equals(EVENTS)) {
        show(service.pages().answer(path, head), incoming);
      } else if (head.method().equals(HttpMethod.POST)) {
        expectEvents(head, incoming);
      } else if (head.method().equals(HttpMethod.GET)) {
        SocketUpgrade.require(head);
        incoming.expectUpgrade(new Upgrade(head, gate.caller(head)));
      } else {
        incoming.decide(Pages.wrongMethod("GET, POST"));
      }
    } catch (RefusedRequest refused) {
      incoming.decide(refused.answer());
    }
  }

  /** Reads a part of the body; whether the request is complete, or not worth waiting for. */
  boolean part(HttpContent part, Incoming incoming) {
    if (part.decoderResult().isFailure() && incoming.decided() == null) {
      incoming.decide(StrictHttp.refusal(part.decoderResult().cause()).answer().closing());
    }
    EventHeaders headers = incoming.headers();
    if (incoming.decided() == null && headers != null) {
      try {
        keep(part, headers, incoming);
      } catch (RefusedRequest refused) {
        incoming.decide(refused.answer());
      }
    }
    if (incoming.decided() != null || headers == null) {
      long discarded = incoming.discard(part.content().readableBytes());
      if (discarded > (long) BATCHES_AWAITED * sizes.batch()) {
        Answer decided = incoming.decided();
        incoming.decide((decided == null ? tooLarge(discarded, 0).answer() : decided).closing());
        return true;
      }
    }
    return part instanceof LastHttpContent;
  }

  /**
   * The complete body, uncompressed. Valid until the next head is read.
   *
   * @throws RefusedRequest when it cannot be decompressed or is too large
   */
  Body body(EventHeaders headers, Incoming incoming) {
    byte[] bytes = buffer.bytes();
    int length = buffer.length();
    if (headers.gzip()) {
      int most = (int) Math.min(headers.mostBytes(sizes), (long) length * sizes.gzipRatio());
      bytes = Gunzip.inflate(bytes, length, most);
      length = bytes.length;
      incoming.charge(length);
    }
    if (length > sizes.body() && headers.format() == EventFormat.JSON && isObject(bytes, length)) {
      throw tooLarge(length, sizes.body());
    }
    return headers.body(bytes, length);
  }

  /** Lets go of the body. */
  void done() {
    buffer.clear();
  }

  private static void show(Answer page, Incoming incoming) {
    if (UnsentAnswers.isLarge(page)) {
      incoming.charge(0); // refused where too much is under way already
    }
    incoming.decide(page);
  }

  /** They show how much is sent, and so need a credential where there are any. */
  private void expectMetrics(HttpRequest head, Incoming incoming) {
    gate.caller(head);
    if (!Pages.isRead(head)) {
      incoming.decide(Pages.wrongMethod(Pages.READ));
      return;
    }
    incoming.expectPage(service.pages()::metrics, service.pages().metricsSize());
  }

  private void callHook(String path, HttpRequest head, Incoming incoming) {
    HookCall call = service.hooks().called(path, head, gate.isEncrypted());
    if (call == null) {
      incoming.decide(Answer.json(HttpResponseStatus.OK, NOTHING));
      return;
    }
    EventHeaders headers =
        call.hook().isOwnForm() ? EventHeaders.of(head) : EventHeaders.ofAnyType(head);
    expect(headers, incoming, (body, answer) -> service.hooks().take(call, body, answer));
  }

  private void expectEvents(HttpRequest head, Incoming incoming) {
    Caller caller = gate.caller(head);
    EventHeaders headers = EventHeaders.of(head);
    service.intake().requireWritable();
    Gate.requireQuota(caller, headers.contentLength());
    expect(
        headers,
        incoming,
        (body, answer) -> {
          if (headers.contentLength() < 0) {
            caller.quota().spend(0, body.length());
          }
          service.intake().take(body, caller, answer);
        });
  }

  private void expect(EventHeaders headers, Incoming incoming, Taking taking) {
    service.intake().requireWritable();
    int most = headers.mostBytes(sizes);
    if (headers.contentLength() > most) {
      throw tooLarge(headers.contentLength(), most);
    }
    if (headers.contentLength() > 0) {
      incoming.charge(headers.contentLength());
      buffer.expect((int) headers.contentLength());
    }
    incoming.expect(headers, taking);
  }

  private void keep(HttpContent part, EventHeaders headers, Incoming incoming) {
    int added = part.content().readableBytes();
    int most = headers.mostBytes(sizes);
    if (added > most - buffer.length()) {
      throw tooLarge((long) buffer.length() + added, most);
    }
    if (headers.contentLength() < 0) {
      incoming.charge(added);
    }
    buffer.append(part.content());
  }

  private static RefusedRequest tooLarge(long bytes, int most) {
    return new RefusedRequest(
        RequestError.BODY_TOO_LARGE, bytes + " bytes of body or more: expected at most " + most);
  }

  private static boolean isObject(byte[] body, int length) {
    for (int i = 0; i < length; i++) {
      byte b = body[i];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b == '{';
      }
    }
    return false;
  }

  /** The path of a target, which may be a whole address. */
  private static String path(String uri) {
    int from = uri.startsWith("/") ? 0 : afterAuthority(uri);
    int query = uri.indexOf('?', from);
    return uri.substring(from, query < 0 ? uri.length() : query);
  }

  private static int afterAuthority(String uri) {
    if (!uri.regionMatches(true, 0, "http://", 0, 7)
        && !uri.regionMatches(true, 0, "https://", 0, 8)) {
      return 0;
    }
    int slash = uri.indexOf('/', uri.indexOf("://") + 3);
    return slash < 0 ? uri.length() : slash;
  }
}
