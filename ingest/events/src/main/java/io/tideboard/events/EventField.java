// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import static io.tideboard.events.EventType.AGENT_SNAPSHOT;
import static io.tideboard.events.EventType.AGENT_STATE;
import static io.tideboard.events.EventType.INTERACTION_DECLINED;
import static io.tideboard.events.EventType.INTERACTION_DEQUEUED;
import static io.tideboard.events.EventType.INTERACTION_ENDED;
import static io.tideboard.events.EventType.INTERACTION_ESCALATED;
import static io.tideboard.events.EventType.INTERACTION_FEEDBACK;
import static io.tideboard.events.EventType.INTERACTION_MESSAGE;
import static io.tideboard.events.EventType.INTERACTION_QUEUED;
import static io.tideboard.events.EventType.INTERACTION_TRANSFERRED;
import static io.tideboard.events.EventType.QUEUE_SNAPSHOT;
import static io.tideboard.events.EventType.SCHEDULE_PUBLISHED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every field of the contract but {@code type}: its name in JSON, its number in the compact form,
 * the kind of value it holds, and the types of events that have it.
 */
public enum EventField {
  ID(4, Kind.TEXT, everyType()),
  SOURCE(5, Kind.TEXT, everyType()),
  TIME(3, Kind.TIME, everyType()),
  INTERACTION(6, Kind.TEXT, interactions()),
  CHANNEL(7, Channel.class, interactions()),
  QUEUE(8, Kind.TEXT, interactionsAnd(QUEUE_SNAPSHOT, SCHEDULE_PUBLISHED)),
  AGENT(9, Kind.TEXT, interactionsAnd(AGENT_STATE)),
  CUSTOMER(10, Kind.TEXT, interactions()),
  DIRECTION(11, Direction.class, interactions()),
  INITIATIVE(12, Initiative.class, interactions()),
  ATTRIBUTES(13, Kind.PAIRS, interactions()),
  PRIORITY(14, Kind.WHOLE, EnumSet.of(INTERACTION_QUEUED)),
  STATE(15, AgentState.class, EnumSet.of(AGENT_STATE)),
  REASON(
      16,
      Kind.TEXT,
      EnumSet.of(INTERACTION_DECLINED, INTERACTION_DEQUEUED, INTERACTION_ESCALATED, AGENT_STATE)),
  AUTHOR(17, Party.class, EnumSet.of(INTERACTION_MESSAGE)),
  TO_QUEUE(18, Kind.TEXT, EnumSet.of(INTERACTION_TRANSFERRED, INTERACTION_ESCALATED)),
  TO_AGENT(19, Kind.TEXT, EnumSet.of(INTERACTION_TRANSFERRED)),
  BY(20, Party.class, EnumSet.of(INTERACTION_ENDED)),
  KIND(21, FeedbackKind.class, EnumSet.of(INTERACTION_FEEDBACK)),
  SCORE(22, Kind.NUMBER, EnumSet.of(INTERACTION_FEEDBACK)),
  COMMENT(23, Kind.TEXT, EnumSet.of(INTERACTION_FEEDBACK)),
  SENTIMENT(24, Kind.NUMBER, EnumSet.of(INTERACTION_FEEDBACK)),
  QUEUES(25, Kind.TEXTS, EnumSet.of(AGENT_STATE)),
  CAPACITY(26, Kind.CAPACITY, EnumSet.of(AGENT_STATE)),
  WAITING(27, Kind.WAITING, EnumSet.of(QUEUE_SNAPSHOT)),
  /** {@code agents} of a snapshot: a list. */
  AGENTS(28, Kind.STANDINGS, EnumSet.of(AGENT_SNAPSHOT)),
  INTERVAL(29, Kind.TIME, EnumSet.of(SCHEDULE_PUBLISHED)),
  MINUTES(30, Kind.WHOLE, EnumSet.of(SCHEDULE_PUBLISHED)),
  /** {@code agents} of a schedule: how many. */
  PLANNED_AGENTS(31, Kind.WHOLE, EnumSet.of(SCHEDULE_PUBLISHED));

  /** What a field holds, in Java. */
  public enum Kind {
    /** A {@link String}. */
    TEXT(String.class),
    /** A constant of an enumeration, a {@link WireName}. */
    CHOICE(WireName.class),
    /** An {@link Instant}. */
    TIME(Instant.class),
    /** An {@link Integer}. */
    WHOLE(Integer.class),
    /** A {@link Double}. */
    NUMBER(Double.class),
    /** A list of strings. */
    TEXTS(List.class),
    /** A map of strings to strings. */
    PAIRS(Map.class),
    /** A map of {@link Channel} to {@link Integer}. */
    CAPACITY(Map.class),
    /** A list of {@link QueueSnapshot.Waiting}. */
    WAITING(List.class),
    /** A list of {@link AgentSnapshot.Standing}. */
    STANDINGS(List.class);

    private final Class<?> holds;

    Kind(Class<?> holds) {
      this.holds = holds;
    }

    boolean holds(Object value) {
      return holds.isInstance(value);
    }
  }

  private static final Map<String, EventField> BY_WIRE = new HashMap<>();
  private static final EventField[] BY_NUMBER = new EventField[values().length + 3];

  static {
    for (EventField field : values()) {
      BY_WIRE.putIfAbsent(field.wire, field);
      BY_NUMBER[field.number] = field;
    }
  }

  private final int number;
  private final Kind kind;
  private final @Nullable Spellings choices;
  private final Set<EventType> types;
  private final String wire;

  EventField(int number, Kind kind, Set<EventType> types) {
    this(number, kind, null, types);
  }

  EventField(int number, Class<? extends WireName> choices, Set<EventType> types) {
    this(number, Kind.CHOICE, Spellings.of(choices), types);
  }

  EventField(int number, Kind kind, @Nullable Spellings choices, Set<EventType> types) {
    this.number = number;
    this.kind = kind;
    this.choices = choices;
    this.types = types;
    this.wire = name().equals("PLANNED_AGENTS") ? "agents" : camelCase(name());
  }

  /** The number in the compact form; never reused. */
  public int number() {
    return number;
  }

  /** The name in JSON. */
  public String wire() {
    return wire;
  }

  /** What the field holds. */
  public Kind kind() {
    return kind;
  }

  /** Whether events of that type have this field. On others it means nothing and is ignored. */
  public boolean isOf(EventType type) {
    return types.contains(type);
  }

  /** Whether every event has this field, next to its type. */
  public boolean ofHeader() {
    return this == ID || this == SOURCE || this == TIME;
  }

  /**
   * The constant of that spelling, of a field that holds a choice.
   *
   * @throws InvalidEvent {@code invalid_value}
   */
  public WireName choice(String spelling) {
    return (WireName) choices().parse(wire, spelling);
  }

  /** The constant of that number, or null when this version knows none. */
  public @Nullable WireName choice(int ofNumber) {
    return (WireName) choices().ofNumber(ofNumber);
  }

  /** The field of that name in JSON, or null; {@code agents} is {@link #AGENTS}. */
  public static @Nullable EventField ofWire(String name) {
    return BY_WIRE.get(name);
  }

  /** The field of that number, or null for one of a later version. */
  public static @Nullable EventField ofNumber(int number) {
    return number < 0 || number >= BY_NUMBER.length ? null : BY_NUMBER[number];
  }

  /** What a value must be like, for messages. */
  public String expected() {
    return switch (kind) {
      case TEXT -> "1 or more characters";
      case CHOICE -> choices().expected();
      case TIME -> "an RFC 3339 time with offset";
      case WHOLE -> "a whole number";
      case NUMBER -> "a number";
      case PAIRS, CAPACITY -> "an object";
      case TEXTS, WAITING, STANDINGS -> "a list";
    };
  }

  private Spellings choices() {
    if (choices == null) {
      throw new IllegalStateException(this + " holds no choice but a " + kind);
    }
    return choices;
  }

  private static Set<EventType> everyType() {
    return EnumSet.allOf(EventType.class);
  }

  private static Set<EventType> interactions() {
    return EnumSet.range(EventType.INTERACTION_CREATED, INTERACTION_FEEDBACK);
  }

  private static Set<EventType> interactionsAnd(EventType... others) {
    Set<EventType> types = interactions();
    types.addAll(List.of(others));
    return types;
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.toLowerCase(java.util.Locale.ROOT).split("_", -1)) {
      camel.append(
          camel.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }
}
