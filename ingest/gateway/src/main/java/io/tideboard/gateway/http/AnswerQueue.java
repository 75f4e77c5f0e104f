// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one connection, sent in the order of the requests, whichever is ready first. Only
 * for the connection's event loop.
 */
final class AnswerQueue {

  /** The place of one answer. */
  final class Place implements Consumer<Answer> {
    private final HttpVersion version;
    private final boolean keepAlive;
    private final boolean withoutBody;
    private @Nullable Answer ready;

    private Place(HttpVersion version, boolean keepAlive, boolean withoutBody) {
      this.version = version;
      this.keepAlive = keepAlive;
      this.withoutBody = withoutBody;
    }

    /** Puts the answer here, and sends what can be sent. */
    @Override
    public void accept(Answer answer) {
      ready = answer;
      unsent.hold(answer);
      send();
    }
  }

  private final Channel channel;
  private final UnsentAnswers unsent;
  private final Queue<Place> places = new ArrayDeque<>();
  private boolean reading;
  private boolean unflushed;
  private boolean draining;
  private boolean ended;

  AnswerQueue(Channel channel, UnsentAnswers unsent) {
    this.channel = channel;
    this.unsent = unsent;
  }

  /** Keeps the next place, for the answer to that request. */
  Place next(HttpRequest request) {
    return add(
        new Place(
            request.protocolVersion(),
            HttpUtil.isKeepAlive(request),
            request.method().equals(HttpMethod.HEAD)));
  }

  /** Keeps the next place, for an answer to what has not become a request. */
  Place last() {
    return add(new Place(HttpVersion.HTTP_1_1, false, false));
  }

  /** Tells a sender that waits before its body to go on, when all earlier ones are answered. */
  void encourage() {
    add(new Place(HttpVersion.HTTP_1_1, true, true)).accept(Answer.CONTINUE);
  }

  int size() {
    return places.size();
  }

  /** Whether the last answer of this connection has been sent. */
  boolean ended() {
    return ended;
  }

  /** Lets answers gather while requests are being read together. */
  void readingStarts() {
    reading = true;
  }

  void readingEnds() {
    reading = false;
    if (unflushed) {
      unflushed = false;
      channel.flush();
    }
  }

  /** Ends the connection once everything is answered. */
  void drain() {
    draining = true;
    if (places.isEmpty()) {
      end();
    }
  }

  private Place add(Place place) {
    places.add(place);
    return place;
  }

  private void send() {
    boolean written = false;
    for (Place first = places.peek(); first != null && !ended; first = places.peek()) {
      Answer answer = first.ready;
      if (answer == null) {
        break;
      }
      places.remove();
      write(first, answer);
      written = true;
    }
    if (!written || ended) {
      return;
    }
    if (reading) {
      unflushed = true;
    } else {
      channel.flush();
    }
  }

  private void write(Place place, Answer answer) {
    boolean last = !place.keepAlive || answer.closes() || (draining && places.isEmpty());
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            answer.status(),
            place.withoutBody ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(answer.body()));
    if (!answer.status().equals(HttpResponseStatus.CONTINUE)) {
      answer.describe(response.headers());
      HttpUtil.setKeepAlive(response.headers(), place.version, !last);
    }
    channel.write(response, unsent.promise(answer));
    if (last) {
      end();
    }
  }

  private void end() {
    ended = true;
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }
}
