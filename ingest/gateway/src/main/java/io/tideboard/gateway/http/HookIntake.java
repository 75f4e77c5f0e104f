// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.tideboard.gateway.admission.Body;
import io.tideboard.gateway.hooks.Hook;
import io.tideboard.gateway.hooks.Hooks;
import io.tideboard.gateway.hooks.Outcome;
import io.tideboard.platforms.Delivery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the webhooks of platforms: checks the signature, translates, and then goes the way of all
 * events. Small bodies are worked on where they are read; large ones by one other thread, one after
 * the other, so that they hold up nobody.
 */
public final class HookIntake implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HookIntake.class);

  /** Signature and translation of so much take a millisecond. */
  private static final int LARGE = 32 * 1024;

  private final Hooks hooks;
  private final EventIntake intake;
  private final InstantSource clock;
  private final @Nullable String publicUrl;
  private final ExecutorService large =
      Executors.newSingleThreadExecutor(new DefaultThreadFactory("tideboard-hooks", true));

  /**
   * @param publicUrl how the outside reaches the gateway, without a slash at its end; null when
   *     requests say it themselves
   */
  public HookIntake(
      Hooks hooks, EventIntake intake, InstantSource clock, @Nullable String publicUrl) {
    this.hooks = hooks;
    this.intake = intake;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /**
   * Finds the hook that is called.
   *
   * @return what to do with the body; null when only the hook's existence was asked for
   * @throws RefusedRequest {@code not_found} or {@code method_not_allowed}
   */
  @Nullable HookCall called(String path, HttpRequest head, boolean tls) {
    HookPath parts = HookPath.of(path);
    Hook hook = parts == null ? null : hooks.at(parts.platform(), parts.source());
    if (hook == null) {
      throw new RefusedRequest(
          RequestError.NOT_FOUND, "expected /v1/hooks/ with a source's own platform and its name");
    }
    if (head.method().equals(HttpMethod.HEAD)) {
      return null; // Intercom asks so before it saves the address
    }
    if (!head.method().equals(HttpMethod.POST)) {
      throw new RefusedRequest(Pages.wrongMethod("HEAD, POST"), "expected HEAD, POST");
    }
    return new HookCall(hook, HookPath.url(head, publicUrl, tls), head.headers());
  }

  /** Takes what was delivered. The answer may come on another thread. */
  void take(HookCall call, Body body, Consumer<Answer> answer) {
    if (body.length() < LARGE) {
      judge(call, body, answer);
      return;
    }
    try {
      large.execute(() -> judgeApart(call, body, answer));
    } catch (RejectedExecutionException closing) {
      throw new RefusedRequest(RequestError.OVERLOADED, "the gateway is closing");
    }
  }

  private void judgeApart(HookCall call, Body body, Consumer<Answer> answer) {
    try {
      judge(call, body, answer);
    } catch (RefusedRequest refused) {
      answer.accept(refused.answer());
    } catch (RuntimeException e) {
      // Without the message of the fault, which might show a customer key to the log's readers.
      LOG.error("A delivery cannot be handled: {} at {}", e.getClass(), e.getStackTrace());
      answer.accept(Answer.internalError());
    }
  }

  private void judge(HookCall call, Body body, Consumer<Answer> answer) {
    Hook hook = call.hook();
    Instant now = clock.instant();
    byte[] bytes = body.bytes();
    Delivery delivery =
        call.with(bytes.length == body.length() ? bytes : Arrays.copyOf(bytes, body.length()));
    switch (hooks.judge(hook, delivery, now)) {
      case GENUINE -> {
        // Only now: whoever forges deliveries of a source must not use up what it may send.
        Gate.requireQuota(hook.caller(), bytes.length);
        take(hook, delivery, body, safe(hook, delivery, answer));
      }
      case REPEATED -> answer.accept(Answer.accepted(0));
      case UNSIGNED -> throw refused(RequestError.UNAUTHENTICATED, hook, Outcome.UNSIGNED);
      case FORGED -> throw refused(RequestError.INVALID_SIGNATURE, hook, Outcome.FORGED);
      case STALE -> throw refused(RequestError.STALE_SIGNATURE, hook, Outcome.STALE);
    }
  }

  private void take(Hook hook, Delivery delivery, Body body, Consumer<Answer> answer) {
    if (hook.isOwnForm()) {
      intake.take(body, hook.caller(), answer);
    } else {
      intake.requireFew(body);
      intake.take(hooks.read(hook, delivery), hook.caller(), answer);
    }
  }

  /** Remembers a delivery once its events are safe; until then it may well come again. */
  private Consumer<Answer> safe(Hook hook, Delivery delivery, Consumer<Answer> answer) {
    return outcome -> {
      if (outcome.status().code() / 100 == 2) {
        hooks.taken(hook, delivery, clock.instant());
      }
      answer.accept(outcome);
    };
  }

  private static RefusedRequest refused(RequestError error, Hook hook, Outcome outcome) {
    return new RefusedRequest(
        error,
        outcome.wire() + ": expected a recent delivery with " + hook.platform() + "'s signature");
  }

  /** Takes nothing more. */
  @Override
  public void close() {
    large.shutdown();
  }
}
