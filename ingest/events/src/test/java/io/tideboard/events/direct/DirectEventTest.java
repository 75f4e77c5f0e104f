// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.ArbitraryEvents;
import io.tideboard.events.Event;
import io.tideboard.events.EventType;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.SampleEvents;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.events.compact.Micros;
import io.tideboard.events.json.EventDecoder;
import io.tideboard.events.json.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way ends where the long way ends, or is not taken. */
@Domain(ArbitraryEvents.class)
@Domain(DomainContext.Global.class)
class DirectEventTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T09:00:00.123456Z");
  private static final Set<EventType> WITHOUT_SHAPE =
      EnumSet.of(
          EventType.INTERACTION_DECLINED,
          EventType.INTERACTION_DEQUEUED,
          EventType.INTERACTION_FEEDBACK,
          EventType.QUEUE_SNAPSHOT,
          EventType.AGENT_SNAPSHOT,
          EventType.SOURCE_RESTARTED,
          EventType.SCHEDULE_PUBLISHED);

  private final EventDecoder decoder = new EventDecoder("nobody");
  private final DirectEvent direct = new DirectEvent("nobody");

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void anyEventBecomesTheSameBytes(@ForAll Event event) {
    isTheSameOrUnusual(EventEncoder.plain(event));
  }

  @Test
  void everyTypeWithAShapeIsReadWithAllItsTexts() {
    for (Event event : SampleEvents.ofEveryType()) {
      String json = new String(EventEncoder.plain(event), StandardCharsets.UTF_8);
      // What is not a text is left to the decoder.
      String texts =
          json.replaceAll(",\"(priority|queues|capacity)\":([0-9]+|\\[[^]]*]|\\{[^}]*})", "");
      boolean read = isTheSameOrUnusual(texts.getBytes(StandardCharsets.UTF_8));
      assertThat(read).as(texts).isNotEqualTo(WITHOUT_SHAPE.contains(event.type()));
    }
  }

  @Test
  void noDamageToABodyIsTakenForAnEventThatTheDecoderWouldSeeDifferently() {
    Random random = new Random(7);
    int read = 0;
    for (int i = 0; i < 60_000; i++) {
      Event event = SampleEvents.ofEveryType().get(random.nextInt(18));
      byte[] damaged = EventEncoder.plain(event);
      for (int times = random.nextInt(3); times >= 0; times--) {
        damaged = damaged(damaged, random);
      }
      read += isTheSameOrUnusual(damaged) ? 1 : 0;
    }
    assertThat(read).isGreaterThan(2_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // every token apart from its neighbours
        "{ \"id\" : \"a\" ,\t\"type\" : \"interaction.created\" ,\r\n\"time\" :"
            + " \"2026-03-02T09:00:00Z\" , \"interaction\" : \"c\" , \"attributes\" :"
            + " { \"b\" : \"2\" , \"a\" : \"1\" } }",
        // another offset, small letters, a fraction of any length
        "{\"id\":\"a\",\"type\":\"interaction.held\",\"time\":\"2026-03-02t10:00:00.1234567+01:00\","
            + "\"interaction\":\"c\"}",
        // what is meant anyway is not written
        "{\"id\":\"a\",\"type\":\"interaction.held\",\"time\":\"2026-03-02T09:00:00Z\","
            + "\"interaction\":\"c\",\"direction\":\"inbound\",\"initiative\":\"reactive\"}",
        // letters of two, three and four bytes
        "{\"id\":\"a\",\"type\":\"interaction.answered\",\"time\":\"2026-03-02T09:00:00Z\","
            + "\"interaction\":\"日本\",\"agent\":\"Chloé 👍🏽\",\"queue\":\"Zażółć\"}",
      })
  void whatIsWrittenDifferentlyIsStillUsual(String json) {
    assertThat(isTheSameOrUnusual(json.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\\u0041\"}",
        "{\"id\":null}",
        "{\"id\":\"\"}",
        "{\"id\":\"a\",\"id\":\"b\"}",
        "{\"specversion\":\"1.0\"}",
        "{\"type\":\"interaction.vanished\"}",
        "{}",
        "{\"id\"}",
        "[",
        "{\"attributes\":{\"a\":\"1\",\"a\":\"2\"}}",
        "{\"attributes\":{}}",
      })
  void whatIsUnusualIsLeftToTheDecoder(String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    assertThat(direct.read(body, 0, body.length)).isEqualTo(DirectEvent.UNUSUAL);
  }

  @Test
  void whatFollowsTheBodyInItsArrayIsNotRead() {
    byte[] body =
        ("{\"id\":\"a\",\"type\":\"interaction.created\",\"time\":\"2026-03-02T09:00:00Z\","
                + "\"interaction\":\"c\"}")
            .getBytes(StandardCharsets.UTF_8);
    for (int limit = 0; limit < body.length; limit++) {
      assertThat(direct.read(body, 0, limit)).isEqualTo(DirectEvent.UNUSUAL);
    }
    assertThat(direct.read(body, 0, body.length)).isEqualTo(body.length);
    assertThat(direct.key()).asString(StandardCharsets.UTF_8).isEqualTo("c");
    assertThat(direct.customer()).isNull();
  }

  @Test
  void aPseudonymTakesTheCustomersPlace() {
    byte[] body =
        ("{\"id\":\"a\",\"type\":\"interaction.created\",\"time\":\"2026-03-02T09:00:00Z\","
                + "\"interaction\":\"c\",\"customer\":\"+49 30 1234567\"}")
            .getBytes(StandardCharsets.UTF_8);
    direct.read(body, 0, body.length);
    assertThat(direct.customer()).isEqualTo("+49 30 1234567");
    InteractionEvent event =
        (InteractionEvent) CompactForm.decode(direct.compact(0, "somebody")).event();
    assertThat(event.contact().customer()).isEqualTo("somebody");
  }

  /** Whether it was read, and then has become what it should. */
  private boolean isTheSameOrUnusual(byte[] body) {
    if (direct.read(body, 0, body.length) != body.length) {
      return false;
    }
    byte[] value = direct.compact(Micros.of(RECEIVED), null);
    Event event;
    try {
      event = decoder.decodeOne(body);
    } catch (InvalidEvent refused) {
      throw new AssertionError(new String(body, StandardCharsets.UTF_8), refused);
    }
    assertThat(CompactForm.decode(value).event()).isEqualTo(event);
    assertThat(value).isEqualTo(CompactForm.encode(event, RECEIVED));
    assertThat(direct.key()).isEqualTo(event.key().getBytes(StandardCharsets.UTF_8));
    return true;
  }

  private static byte[] damaged(byte[] body, Random random) {
    int at = random.nextInt(body.length);
    byte[] from = body.clone();
    return switch (random.nextInt(4)) {
      case 0 -> {
        from[at] = (byte) random.nextInt(256);
        yield from;
      }
      case 1 -> {
        from[at] ^= (byte) (1 << random.nextInt(8));
        yield from;
      }
      case 2 -> spliced(body, at, Math.min(body.length, at + 1 + random.nextInt(3)));
      default -> spliced(body, at, Math.max(0, at - random.nextInt(40)));
    };
  }

  /** The first {@code end} bytes, then those from {@code begin} on: cut or doubled. */
  private static byte[] spliced(byte[] body, int end, int begin) {
    byte[] spliced = new byte[end + body.length - begin];
    System.arraycopy(body, 0, spliced, 0, end);
    System.arraycopy(body, begin, spliced, end, body.length - begin);
    return spliced;
  }
}
