// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.telephony.Times;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An Asterisk that says what a test wants, and what was made of it. */
final class Heard {

  static final long START = 1_780_300_800;

  final List<Event> events = new ArrayList<>();
  final Map<String, Integer> ignored = new TreeMap<>();
  int refused;
  private final PbxState state = new PbxState();
  final ManagerEvents manager;
  private final QueueLogEvents log;
  private long offset;

  Heard(AsteriskOptions options) {
    manager = new ManagerEvents(options, state);
    log = new QueueLogEvents(options, state);
  }

  static Heard pbx() {
    return new Heard(AsteriskOptions.of("pbx"));
  }

  /** A message at a time after the start, with fields as {@code Name: value}. */
  Heard message(double seconds, String event, String... fields) {
    Map<String, String> all = new HashMap<>();
    all.put("Event", event);
    all.put("Timestamp", "%.6f".formatted(START + seconds));
    for (String field : fields) {
      all.put(field.substring(0, field.indexOf(':')), field.substring(field.indexOf(':') + 2));
    }
    return message(new AmiMessage(all), seconds);
  }

  Heard message(AmiMessage message, double seconds) {
    keep(manager.on(message, at(seconds)));
    return this;
  }

  /** An answer, which carries no time. */
  Heard answer(double seconds, String... fields) {
    Map<String, String> all = new HashMap<>();
    for (String field : fields) {
      all.put(field.substring(0, field.indexOf(':')), field.substring(field.indexOf(':') + 2));
    }
    return message(new AmiMessage(all), seconds);
  }

  Heard tick(double seconds) {
    keep(manager.tick(at(seconds)));
    return this;
  }

  Heard disconnected() {
    manager.disconnected();
    return this;
  }

  /** Lines of the log, without the time: {@code seconds|callid|queue|agent|event|data}. */
  Heard lines(String... lines) {
    for (String line : lines) {
      int bar = line.indexOf('|');
      String whole = (START + Long.parseLong(line.substring(0, bar))) + line.substring(bar);
      line(whole);
    }
    return this;
  }

  Heard line(String line) {
    keep(log.on(line, offset));
    offset += line.getBytes(StandardCharsets.UTF_8).length + 1;
    return this;
  }

  /** Everything in the order of its happening, as {@code seconds type what}. */
  List<String> story() {
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(
        java.util.Comparator.comparing((Event event) -> event.header().occurredAt())
            .thenComparing(event -> event.type().number()));
    return sorted.stream().map(Heard::told).toList();
  }

  /** The story of the calls alone. */
  List<String> calls() {
    return story().stream().filter(line -> !line.contains("agent.")).toList();
  }

  static Instant at(double seconds) {
    return Times.instant(Math.round((START + seconds) * Times.SECOND));
  }

  static byte[] recording(String name) {
    try (InputStream in = Heard.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(Translation translation) {
    events.addAll(translation.events());
    translation.ignored().forEach((kind, count) -> ignored.merge(kind, count, Integer::sum));
    refused += translation.refused().size();
  }

  private static String told(Event event) {
    double at = Times.micros(event.header().occurredAt()) / 1e6 - START;
    String time = "%.6f".formatted(at).replaceAll("\\.?0+$", "");
    String type = event.type().wire().replace("interaction.", "");
    if (event instanceof AgentStateChanged agent) {
      String why = agent.reason() == null ? "" : " " + agent.reason();
      return time + " " + type + " " + agent.agent() + " " + agent.state().wire() + why;
    }
    if (event instanceof InteractionEvent call) {
      String queue = call.contact().queue() == null ? "" : " " + call.contact().queue();
      String agent = call.contact().agent() == null ? "" : " " + call.contact().agent();
      return time + " " + type + " " + call.contact().interaction() + queue + agent + more(call);
    }
    return time + " " + type;
  }

  private static String more(InteractionEvent call) {
    if (call.change() instanceof InteractionChange.Dequeued dequeued) {
      return " " + dequeued.reason().wire();
    }
    if (call.change() instanceof InteractionChange.Declined declined) {
      return " " + declined.reason().wire();
    }
    if (call.change() instanceof InteractionChange.Ended ended && ended.by() != null) {
      return " " + ended.by().wire();
    }
    return "";
  }
}
