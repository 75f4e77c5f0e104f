// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import io.tideboard.events.AgentSnapshot.Standing;
import io.tideboard.events.QueueSnapshot.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.domains.DomainContextBase;

/** Any valid event, made from a draft with any values in all of its fields. */
public final class ArbitraryEvents extends DomainContextBase {

  private static final long FIRST = 0;
  private static final long LAST = 7_258_118_399_999_999L;

  @Provide
  public Arbitrary<Event> events() {
    return Arbitraries.of(EventType.class).flatMap(ArbitraryEvents::ofType);
  }

  private static Arbitrary<Event> ofType(EventType type) {
    Arbitrary<EventDraft> draft = Arbitraries.create(() -> new EventDraft(type));
    for (EventField field : EventField.values()) {
      if (field.isOf(type)) {
        Arbitrary<Object> value = value(field, type);
        draft =
            Combinators.combine(draft, needs(field, type) ? value : value.injectNull(0.4))
                .as((soFar, v) -> soFar.set(field, v));
      }
    }
    return draft.map(EventDraft::build);
  }

  private static boolean needs(EventField field, EventType type) {
    return switch (field) {
      case ID, SOURCE, TIME, INTERACTION, QUEUE, AGENT, WAITING, AGENTS -> true;
      case STATE, AUTHOR, KIND, SCORE, INTERVAL, MINUTES, PLANNED_AGENTS -> true;
      case REASON ->
          type == EventType.INTERACTION_DECLINED || type == EventType.INTERACTION_DEQUEUED;
      default -> false;
    };
  }

  private static Arbitrary<Object> value(EventField field, EventType type) {
    return switch (field) {
      case CUSTOMER -> text(256).asGeneric();
      case COMMENT -> text(300).asGeneric();
      case REASON -> reason(type).asGeneric();
      case CHANNEL -> Arbitraries.of(Channel.class).asGeneric();
      case DIRECTION -> Arbitraries.of(Direction.class).asGeneric();
      case INITIATIVE -> Arbitraries.of(Initiative.class).asGeneric();
      case STATE -> Arbitraries.of(AgentState.class).asGeneric();
      case AUTHOR -> Arbitraries.of(Party.CUSTOMER, Party.AGENT, Party.BOT).asGeneric();
      case BY -> Arbitraries.of(Party.CUSTOMER, Party.AGENT, Party.SYSTEM).asGeneric();
      case KIND -> Arbitraries.of(FeedbackKind.class).asGeneric();
      case SCORE -> Arbitraries.doubles().between(1, 5).ofScale(6).asGeneric();
      case SENTIMENT -> Arbitraries.doubles().between(-1, 1).ofScale(9).asGeneric();
      case PRIORITY -> Arbitraries.integers().asGeneric();
      case MINUTES -> Arbitraries.integers().between(1, 1440).asGeneric();
      case PLANNED_AGENTS -> Arbitraries.integers().between(0, 100_000).asGeneric();
      case TIME, INTERVAL -> times().asGeneric();
      case QUEUES -> text(128).list().ofMaxSize(5).asGeneric();
      case ATTRIBUTES -> attributes().asGeneric();
      case CAPACITY -> capacity().asGeneric();
      case WAITING -> Combinators.combine(text(128), times()).as(Waiting::new).list().asGeneric();
      case AGENTS -> standings().asGeneric();
      case ID, SOURCE, INTERACTION, QUEUE, AGENT, TO_QUEUE, TO_AGENT -> text(128).asGeneric();
    };
  }

  private static Arbitrary<String> reason(EventType type) {
    return switch (type) {
      case INTERACTION_DECLINED -> Arbitraries.of(DeclineReason.class).map(WireName::wire);
      case INTERACTION_DEQUEUED -> Arbitraries.of(DequeueReason.class).map(WireName::wire);
      default -> text(64);
    };
  }

  private static Arbitrary<Map<String, String>> attributes() {
    return Arbitraries.maps(text(64), text(256)).ofMaxSize(16);
  }

  private static Arbitrary<Map<Channel, Integer>> capacity() {
    return Arbitraries.maps(Arbitraries.of(Channel.class), Arbitraries.integers().between(0, 1000));
  }

  private static Arbitrary<List<Standing>> standings() {
    return Combinators.combine(
            text(128), Arbitraries.of(AgentState.class), times(), text(128).list().ofMaxSize(3))
        .as(Standing::new)
        .list()
        .ofMaxSize(20);
  }

  /** Any Unicode that can be written, of at most that many UTF-16 units. */
  private static Arbitrary<String> text(int longest) {
    StringArbitrary units =
        Arbitraries.strings()
            .withCharRange(' ', '\ud7ff')
            .withCharRange('\ue000', '\uffff')
            .ofMinLength(1)
            .ofMaxLength(longest);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(
            4,
            Arbitraries.strings()
                .ascii()
                .withChars("\"\\/ ")
                .ofMinLength(1)
                .ofMaxLength(longest)
                .map(ArbitraryEvents::printable)),
        net.jqwik.api.Tuple.of(2, units),
        net.jqwik.api.Tuple.of(
            1, Arbitraries.of("👍🏽", "𝔘", "zażółć", "日本", "\u2028", "\ufeff")));
  }

  private static String printable(String ascii) {
    return ascii.replaceAll("[\\x00-\\x1f]", "-");
  }

  private static Arbitrary<Instant> times() {
    return Arbitraries.longs()
        .between(FIRST, LAST)
        .map(micros -> Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000));
  }
}
