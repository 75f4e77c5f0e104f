// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.direct;

import io.tideboard.events.EventField;
import io.tideboard.events.EventType;
import io.tideboard.events.Limits;
import io.tideboard.events.compact.CompactSlices;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A plain event of the usual shape as it stands in a body: where each value is, and nothing made of
 * it. What is read here is valid, and becomes the same bytes as by decoding and encoding it. Used
 * again and again; not for several threads.
 */
public final class DirectEvent {

  /** Returned for what only the decoder can judge, right or wrong. */
  public static final int UNUSUAL = JsonText.UNUSUAL;

  private static final EventType[] TYPES = EventType.values();
  private static final int FIELDS = EventField.values().length;
  private static final byte[] NOTHING = new byte[0];

  private byte[] defaultSource;
  private final int[] from = new int[FIELDS];
  private final int[] to = new int[FIELDS];
  private final int[] choices = new int[FIELDS];
  private final Habits habits = new Habits();
  private final Pairs attributes = new Pairs();
  private final UtcMinutes times = new UtcMinutes();
  private final CompactSlices out = new CompactSlices();
  private byte[] text = NOTHING;
  private @Nullable Shape shape;
  private int found;
  private int previous;
  private int valueAt;

  /**
   * @param defaultSource the source of events that name none
   */
  public DirectEvent(String defaultSource) {
    this.defaultSource = defaultSource.getBytes(StandardCharsets.UTF_8);
  }

  /** From now on, the source of events that name none, in UTF-8. */
  public void unlessNamed(byte[] source) {
    defaultSource = source;
  }

  /** Whether its source is that one, in UTF-8, because it says so or says none. */
  public boolean isOf(byte[] source) {
    int field = EventField.SOURCE.ordinal();
    return has(EventField.SOURCE)
        ? Arrays.equals(text, from[field], to[field], source, 0, source.length)
        : Arrays.equals(defaultSource, source);
  }

  /**
   * Reads the event whose brace is at {@code begin}.
   *
   * @return the index after it, or {@link #UNUSUAL}, and then this holds no event
   */
  public int read(byte[] body, int begin, int limit) {
    text = body;
    shape = null;
    found = 0;
    previous = Habits.BEGIN;
    int at = Blanks.after('{', body, begin, limit);
    while (at >= 0) {
      at = Blanks.skip(body, member(at, limit), limit);
      if (at >= 0 && at < limit && body[at] == '}') {
        return isComplete() ? at + 1 : UNUSUAL;
      }
      at = Blanks.after(',', body, at, limit);
    }
    return UNUSUAL;
  }

  /** Lets go of the body. */
  public void forget() {
    text = NOTHING;
    shape = null;
  }

  /** When it happened, in microseconds since 1970. */
  public long occurredAt() {
    return times.micros();
  }

  /** The customer key as the sender wrote it, or null. */
  public @Nullable String customer() {
    int field = EventField.CUSTOMER.ordinal();
    return has(EventField.CUSTOMER)
        ? new String(text, from[field], to[field] - from[field], StandardCharsets.UTF_8)
        : null;
  }

  /** What it is about: interaction or agent, in UTF-8. */
  public byte[] key() {
    int field = shape().key().ordinal();
    return Arrays.copyOfRange(text, from[field], to[field]);
  }

  /**
   * The compact form.
   *
   * @param receivedAt in microseconds since 1970
   * @param customer what to write in place of the customer key; only where there is one
   */
  public byte[] compact(long receivedAt, @Nullable String customer) {
    out.begin(shape().type(), receivedAt, times.micros());
    write(EventField.ID);
    if (has(EventField.SOURCE)) {
      write(EventField.SOURCE);
    } else {
      out.text(EventField.SOURCE, defaultSource, 0, defaultSource.length);
    }
    for (EventField field : shape().written()) {
      if (!has(field)) {
        continue;
      }
      if (field == EventField.CUSTOMER && customer != null) {
        byte[] pseudonym = customer.getBytes(StandardCharsets.UTF_8);
        out.text(field, pseudonym, 0, pseudonym.length);
      } else {
        write(field);
      }
    }
    return out.bytes();
  }

  private void write(EventField field) {
    int i = field.ordinal();
    switch (field.kind()) {
      case CHOICE -> {
        // The first of these is what is meant where nothing is said, and is not written.
        boolean usual = field == EventField.DIRECTION || field == EventField.INITIATIVE;
        if (!usual || choices[i] != 1) {
          out.choice(field, choices[i]);
        }
      }
      case PAIRS -> {
        for (int pair = 0; pair < attributes.count(); pair++) {
          out.pair(field, text, attributes.bounds(), pair * Pairs.BOUNDS);
        }
      }
      default -> out.text(field, text, from[i], to[i]);
    }
  }

  /** Reads a name and its value; the index after it, or unusual. */
  private int member(int at, int limit) {
    int guess = habits.guess(previous, text, at, limit);
    int field = guess == Habits.NONE ? name(at, limit) : guess;
    if (field == Words.NONE || (found & 1 << field) != 0) {
      return UNUSUAL;
    }
    int value = guess == Habits.NONE ? valueAt : at + Beginning.of(field).length() - 1;
    found |= 1 << field;
    previous = field;
    if (field == EventField.ATTRIBUTES.ordinal()) {
      return attributes.read(text, value, limit);
    }
    if (value < 0 || value >= limit || text[value] != '"') {
      return UNUSUAL;
    }
    int end = JsonText.end(text, value + 1, limit);
    return end > value + 1 && value(field, value + 1, end) ? end + 1 : UNUSUAL;
  }

  /** Looks a name up; where its value begins goes to {@code valueAt}. */
  private int name(int at, int limit) {
    if (at >= limit || text[at] != '"') {
      return Words.NONE;
    }
    int end = JsonText.end(text, at + 1, limit);
    int field = end > at + 1 ? Vocabulary.NAMES.find(text, at + 1, end) : Words.NONE;
    if (field != Words.NONE) {
      valueAt = Blanks.after(':', text, Blanks.skip(text, end + 1, limit), limit);
      habits.saw(previous, field);
    }
    return field;
  }

  /** Takes a string that is not empty; false when it is not a usual value of that field. */
  private boolean value(int field, int begin, int end) {
    if (field == Vocabulary.TYPE) {
      int type = Vocabulary.TYPES.find(text, begin, end);
      shape = type == Words.NONE ? null : Shape.of(TYPES[type]);
      return shape != null;
    }
    if (field == EventField.TIME.ordinal()) {
      return times.read(text, begin, end) && Limits.isTime(times.micros());
    }
    Words words = Vocabulary.choices(field);
    if (words != null) {
      choices[field] = words.find(text, begin, end);
      return choices[field] != Words.NONE;
    }
    from[field] = begin;
    to[field] = end;
    return end - begin <= Vocabulary.longest(field);
  }

  private boolean isComplete() {
    Shape known = shape;
    int fields = found & ~(1 << Vocabulary.TYPE);
    return known != null
        && (fields & known.needed()) == known.needed()
        && (fields & ~known.known()) == 0;
  }

  private boolean has(EventField field) {
    return (found & Shape.bit(field)) != 0;
  }

  private Shape shape() {
    if (shape == null) {
      throw new IllegalStateException("no event was read");
    }
    return shape;
  }
}
