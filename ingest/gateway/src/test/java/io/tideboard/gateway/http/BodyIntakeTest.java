// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.tideboard.events.json.EventFormat;
import io.tideboard.gateway.admission.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BodyIntakeTest {

  private static final Body BODY = Body.of(EventFormat.JSON, new byte[0]);

  @Test
  void anAnswerThatComesAfterTheEndIsNobodysAndBreaksNothing() {
    EventExecutor loop = new DefaultEventLoop();
    List<Answer> answers = new ArrayList<>();
    AtomicReference<Consumer<Answer>> later = new AtomicReference<>();
    new BodyIntake(loop).hand(() -> BODY, (body, answer) -> later.set(answer), answers::add);
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
    later.get().accept(Answer.accepted(1));
    assertThat(answers).isEmpty();
  }

  @Test
  void aFaultIsAnsweredWithoutItsMessage() {
    EventExecutor loop = new DefaultEventLoop();
    List<Answer> answers = new ArrayList<>();
    new BodyIntake(loop)
        .hand(
            () -> BODY,
            (body, answer) -> {
              throw new IllegalStateException("+49 30 1234567");
            },
            answers::add);
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    assertThat(answers).hasSize(1);
    assertThat(answers.get(0).status().code()).isEqualTo(500);
    assertThat(new String(answers.get(0).body())).doesNotContain("1234567");
  }
}
