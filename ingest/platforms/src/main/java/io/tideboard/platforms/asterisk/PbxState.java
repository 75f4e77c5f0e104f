// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must be remembered between one message and the next: open calls and agents. Handed to a
 * translator, which changes it. Bounded: what is over is forgotten soon, and what never ends after
 * a day. Not for several threads.
 */
public final class PbxState {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
          .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  static final long MINUTE = 60_000_000L;
  static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  final Map<String, Call> calls = new LinkedHashMap<>();

  /** Under which id a call goes on that has swapped its channel with another one. */
  final Map<String, String> aliases = new LinkedHashMap<>();

  final Map<String, Agent> agents = new TreeMap<>();
  final Map<String, WrapUp> wrapUps = new LinkedHashMap<>();
  long tidiedAt;

  /** Of which nothing is known yet. */
  public PbxState() {}

  /**
   * What {@link #bytes} wrote.
   *
   * @throws IOException when it is something else
   */
  public static PbxState of(byte[] bytes) throws IOException {
    return JSON.readValue(bytes, PbxState.class);
  }

  /** As it can be kept. */
  public byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a state of plain fields can be written", e);
    }
  }

  /** How many calls are remembered. */
  public int calls() {
    return calls.size();
  }

  /**
   * Forgets what nobody will speak of any more.
   *
   * @param keepOver for how many microseconds a call is kept after it was over
   */
  void tidy(long now, long keepOver) {
    if (Math.abs(now - tidiedAt) < MINUTE) {
      return;
    }
    tidiedAt = now;
    calls.values().removeIf(call -> now - call.changedAt > kept(call, keepOver));
    aliases.values().removeIf(id -> !calls.containsKey(id));
  }

  private static long kept(Call call, long keepOver) {
    if (!call.over()) {
      return DAY;
    }
    return call.moved ? Math.max(HOUR, keepOver) : keepOver;
  }
}
