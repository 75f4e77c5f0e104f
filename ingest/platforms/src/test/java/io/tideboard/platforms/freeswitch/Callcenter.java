// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freeswitch;

import io.tideboard.events.AgentStateChanged;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionChange;
import io.tideboard.events.InteractionEvent;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.telephony.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A mod_callcenter that says what a test wants, and what was made of it. */
final class Callcenter {

  static final long START = 1_780_300_800;
  private static final String CORE = "5e1d2f3a-0001-4b7c-9d10-000000000001";

  final List<Event> events = new ArrayList<>();
  final Map<String, Integer> ignored = new TreeMap<>();
  final CallcenterState state = new CallcenterState();
  final CallcenterEvents translator;
  private String core = CORE;
  private int sequence;

  Callcenter(FreeSwitchOptions options) {
    translator = new CallcenterEvents(options, state);
  }

  static Callcenter center() {
    return new Callcenter(FreeSwitchOptions.of("fs"));
  }

  Callcenter restartedAs(String uuid) {
    core = uuid;
    sequence = 0;
    return this;
  }

  /** An event at a time after the start, with headers as {@code Name: value}. */
  Callcenter says(double seconds, String action, String... headers) {
    Map<String, String> all = new HashMap<>();
    all.put("Event-Name", "CUSTOM");
    all.put("Event-Subclass", "callcenter::info");
    all.put("Core-UUID", core);
    all.put("Event-Sequence", String.valueOf(++sequence));
    all.put("Event-Date-Timestamp", String.valueOf(Math.round((START + seconds) * 1e6)));
    all.put("CC-Action", action);
    for (String header : headers) {
      all.put(header.substring(0, header.indexOf(':')), header.substring(header.indexOf(':') + 2));
    }
    return says(new EslEvent(all), seconds);
  }

  Callcenter says(EslEvent event, double seconds) {
    return keep(translator.on(event, at(seconds)));
  }

  /** An event of one caller in the queue support. */
  Callcenter of(String session, double seconds, String action, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 3);
    all[headers.length] = "CC-Member-Session-UUID: " + session;
    all[headers.length + 1] = "CC-Member-UUID: m-" + session;
    all[headers.length + 2] = "CC-Queue: support@default";
    return says(seconds, action, all);
  }

  Callcenter tick(double seconds) {
    return keep(translator.tick(at(seconds)));
  }

  Callcenter keep(Translation translation) {
    events.addAll(translation.events());
    translation.ignored().forEach((kind, count) -> ignored.merge(kind, count, Integer::sum));
    return this;
  }

  static Instant at(double seconds) {
    return Times.instant(Math.round((START + seconds) * Times.SECOND));
  }

  List<String> story() {
    List<Event> sorted = new ArrayList<>(events);
    sorted.sort(
        java.util.Comparator.comparing((Event event) -> event.header().occurredAt())
            .thenComparing(event -> event.type().number()));
    return sorted.stream().map(Callcenter::told).toList();
  }

  List<String> calls() {
    return story().stream().filter(line -> !line.contains("agent.state")).toList();
  }

  private static String told(Event event) {
    double at = Times.micros(event.header().occurredAt()) / 1e6 - START;
    String time = "%.6f".formatted(at).replaceAll("\\.?0+$", "");
    String type = event.type().wire().replace("interaction.", "");
    if (event instanceof AgentStateChanged agent) {
      return time + " " + type + " " + agent.agent() + " " + agent.state().wire();
    }
    if (event instanceof InteractionEvent call) {
      String agent = call.contact().agent() == null ? "" : " " + call.contact().agent();
      return time + " " + type + " " + call.contact().interaction() + agent + more(call);
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
