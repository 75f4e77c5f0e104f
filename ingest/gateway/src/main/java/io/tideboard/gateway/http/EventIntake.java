// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.tideboard.events.ErrorCode;
import io.tideboard.gateway.admission.Admission;
import io.tideboard.gateway.admission.Admitted;
import io.tideboard.gateway.admission.Body;
import io.tideboard.gateway.admission.Caller;
import io.tideboard.gateway.admission.TooManyEvents;
import io.tideboard.gateway.admission.Translated;
import io.tideboard.gateway.admission.Verdict;
import io.tideboard.gateway.publish.EventCounters;
import io.tideboard.gateway.publish.EventLog;
import java.util.function.Consumer;

/** From a body to its answer: admit, publish, and say what became of it. */
public final class EventIntake {

  private final Admission admission;
  private final EventLog log;
  private final EventCounters counters;

  /** Admits by these rules, into this log, counted there. */
  public EventIntake(Admission admission, EventLog log, EventCounters counters) {
    this.admission = admission;
    this.log = log;
    this.counters = counters;
  }

  /**
   * Refuses at once what could not be written anyway.
   *
   * @throws RefusedRequest {@code kafka_unavailable}
   */
  void requireWritable() {
    String trouble = log.trouble();
    if (trouble != null) {
      throw new RefusedRequest(RequestError.KAFKA_UNAVAILABLE, trouble);
    }
  }

  /**
   * Takes the events of a body. The answer comes when Kafka has acknowledged them, maybe on another
   * thread.
   *
   * @throws RefusedRequest when the body as a whole is refused
   */
  void take(Body body, Caller caller, Consumer<Answer> answer) {
    try {
      publish(admission.admit(body, caller), caller, answer);
    } catch (TooManyEvents e) {
      throw tooMany(e);
    }
  }

  /** Takes what was made of a platform's words, as {@link #take(Body, Caller, Consumer)} does. */
  void take(Translated told, Caller caller, Consumer<Answer> answer) {
    publish(admission.admit(told, caller), caller, answer);
  }

  /**
   * Requires that a body of JSON can be read as a whole.
   *
   * @throws RefusedRequest {@code too_many_events}
   */
  void requireFew(Body body) {
    try {
      admission.requireFew(body);
    } catch (TooManyEvents e) {
      throw tooMany(e);
    }
  }

  private static RefusedRequest tooMany(TooManyEvents e) {
    return new RefusedRequest(RequestError.TOO_MANY_EVENTS, String.valueOf(e.getMessage()));
  }

  private void publish(Admitted admitted, Caller caller, Consumer<Answer> answer) {
    Verdict verdict = admitted.verdict();
    caller.quota().spend(verdict.received() - 1L, 0); // for one it was let in
    log.append(
        admitted,
        failure -> {
          counters.settled(verdict, failure == null);
          answer.accept(failure == null ? answer(verdict) : notDurable());
        });
  }

  private static Answer answer(Verdict verdict) {
    if (verdict.unreadable() != null) {
      return Answer.json(HttpResponseStatus.BAD_REQUEST, AnswerJson.error(verdict.unreadable()));
    }
    if (verdict.refused().isEmpty()) {
      return Answer.accepted(verdict.accepted());
    }
    Answer outcome = Answer.json(status(verdict), AnswerJson.outcome(verdict));
    return outcome.status().equals(HttpResponseStatus.FORBIDDEN) ? outcome.wantingScope() : outcome;
  }

  private static HttpResponseStatus status(Verdict verdict) {
    if (verdict.accepted() > 0) {
      return HttpResponseStatus.MULTI_STATUS;
    }
    boolean others =
        verdict.refused().stream()
            .allMatch(refusal -> refusal.why().code() == ErrorCode.WRONG_SOURCE);
    return others ? HttpResponseStatus.FORBIDDEN : HttpResponseStatus.BAD_REQUEST;
  }

  private static Answer notDurable() {
    return Answer.error(
        RequestError.KAFKA_UNAVAILABLE,
        "the events are not known to be durable: send all of them again, duplicates do no harm");
  }
}
