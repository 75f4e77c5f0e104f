// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one connection, sent in the order of the requests, whichever is ready first. Only
 * for the connection's event loop.
 */
final class AnswerQueue {

  /** The place of one answer. */
  final class Place {
    private final HttpVersion version;
    private final boolean keepAlive;
    private @Nullable FullHttpResponse ready;
    private boolean last;

    private Place(HttpVersion version, boolean keepAlive) {
      this.version = version;
      this.keepAlive = keepAlive;
    }

    /** Puts the answer here, and sends what can be sent. */
    void fill(Answer answer) {
      last = !keepAlive || answer.closes() || draining;
      FullHttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1, answer.status(), Unpooled.wrappedBuffer(answer.body()));
      answer.describe(response.headers());
      HttpUtil.setKeepAlive(response.headers(), version, !last);
      ready = response;
      send();
    }
  }

  private final ChannelHandlerContext channel;
  private final Queue<Place> places = new ArrayDeque<>();
  private boolean reading;
  private boolean unflushed;
  private boolean draining;
  private boolean ended;

  AnswerQueue(ChannelHandlerContext channel) {
    this.channel = channel;
  }

  /** Keeps the next place for the answer to a request. */
  Place next(HttpVersion version, boolean keepAlive) {
    Place place = new Place(version, keepAlive);
    places.add(place);
    return place;
  }

  /** Tells a sender that waits before its body to go on, when all earlier ones are answered. */
  void encourage() {
    Place place = next(HttpVersion.HTTP_1_1, true);
    place.ready =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER);
    send();
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

  private void send() {
    boolean written = false;
    for (Place first = places.peek();
        first != null && first.ready != null && !ended;
        first = places.peek()) {
      places.remove();
      channel.write(first.ready, channel.voidPromise());
      written = true;
      if (first.last) {
        end();
      }
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

  private void end() {
    ended = true;
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(ChannelFutureListener.CLOSE);
  }
}
