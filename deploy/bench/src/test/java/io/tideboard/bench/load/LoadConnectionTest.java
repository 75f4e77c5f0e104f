// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadConnectionTest {

  private static final String ACCEPTED =
      "HTTP/1.1 202 Accepted\r\ncontent-type: application/json\r\ncontent-length: 14\r\n\r\n"
          + "{\"accepted\":2}";

  private final EventLoop loop = new DefaultEventLoop();
  private final LoadRun run =
      new LoadRun(
          LoadOrder.greatest(2, 2).over(1),
          () -> Unpooled.wrappedBuffer("request".getBytes(StandardCharsets.US_ASCII)),
          loop);
  private final EmbeddedChannel channel = new EmbeddedChannel(new LoadConnection(run, 2));

  @AfterEach
  void end() {
    channel.finishAndReleaseAll();
    loop.shutdownGracefully();
  }

  @Test
  void theNextRequestFollowsTheAnswerAndTheLastAnswerIsTheReport() {
    assertThat(requests()).isEqualTo(1);
    answer(ACCEPTED);
    assertThat(requests()).isEqualTo(1);
    assertThat(run.report()).isNotDone();
    answer(ACCEPTED);
    assertThat(requests()).isZero();
    assertThat(run.report()).isCompletedWithValueMatching(report -> report.failure() == null);
  }

  @Test
  void anAnswerMayComeInPieces() {
    assertThat(requests()).isEqualTo(1);
    for (char c : ACCEPTED.toCharArray()) {
      assertThat(requests()).isZero();
      answer(String.valueOf(c));
    }
    assertThat(run.report()).isNotDone();
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void anAnswerThatRefusesAnEventBreaksTheRunOff() {
    answer(
        "HTTP/1.1 207 Multi-Status\r\ncontent-length: 28\r\n\r\n{\"accepted\":1,\"rejected\":[]}");
    brokenOff("207");
  }

  @Test
  void anAnswerThatAcceptsFewerEventsBreaksTheRunOff() {
    answer(ACCEPTED.replace(":2}", ":1}"));
    brokenOff("\"accepted\":1");
  }

  @Test
  void aConnectionThatTheGatewayClosesBreaksTheRunOff() {
    channel.close();
    brokenOff("closed");
  }

  private void brokenOff(String because) {
    assertThat(run.report())
        .isCompletedWithValueMatching(
            report -> report.failure() != null && report.failure().contains(because));
  }

  private void answer(String text) {
    channel.writeInbound(Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private int requests() {
    int requests = 0;
    for (Object sent = channel.readOutbound(); sent != null; sent = channel.readOutbound()) {
      requests++;
    }
    return requests;
  }
}
