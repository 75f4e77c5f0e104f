// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.ArbitraryEvents;
import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.SampleEvents;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Whatever stands in the topic, a reader gets an event or an {@link InvalidEvent}. */
@Domain(ArbitraryEvents.class)
@Domain(DomainContext.Global.class)
class CompactGarbageTest {

  private static final Instant RECEIVED = Instant.parse("2026-03-02T08:31:00Z");

  @Property(tries = 2000)
  void anyBytesAreAnEventOrRefused(@ForAll @Size(max = 200) byte[] value) {
    readOrRefuse(value);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void anEventWithAnyBytesChangedIsAnEventOrRefused(@ForAll Event event, @ForAll Random random) {
    byte[] value = CompactForm.encode(event, RECEIVED);
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      value[random.nextInt(value.length)] = (byte) random.nextInt(256);
    }
    readOrRefuse(value);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void anEventCutOffAnywhereIsAnEventOrRefused(@ForAll Event event, @ForAll Random random) {
    byte[] value = CompactForm.encode(event, RECEIVED);
    readOrRefuse(Arrays.copyOf(value, random.nextInt(value.length)));
  }

  @Example
  void groupsNestedWithoutEndAreRefused() {
    byte[] groups = new byte[1_000_000];
    Arrays.fill(groups, (byte) 0xf3);

    assertThatThrownBy(() -> CompactForm.decode(groups)).isInstanceOf(InvalidEvent.class);
  }

  @Example
  void theFirstBytesOfGarbageAreShown() {
    assertThatThrownBy(() -> CompactForm.decode("{\"id\":\"e-1\"}".getBytes()))
        .isInstanceOf(InvalidEvent.class)
        .hasMessageStartingWith(
            "'7b226964223a22652d31227d': expected the compact form of an event (");
    assertThatThrownBy(() -> CompactForm.decode(new byte[] {12}))
        .hasMessageContaining("the compact form of an event (Protocol message end-group tag did");
  }

  @Example
  void anEmptyValueSaysWhatIsMissing() {
    assertThatThrownBy(() -> CompactForm.decode(new byte[0]))
        .hasMessage("nothing in received_at: expected a time");
    assertThatThrownBy(() -> CompactForm.decode(new byte[] {9, 0, 0, 0, 0, 0, 0, 0, 0}))
        .hasMessage("nothing in type: expected a number from 1");
  }

  @Example
  void aPeekAtSomethingElseIsRefused() {
    assertThatThrownBy(() -> CompactForm.receivedAtMicros(new byte[] {9, 0}))
        .isInstanceOf(InvalidEvent.class)
        .hasMessageContaining("received_at is not first");
    assertThatThrownBy(() -> CompactForm.receivedAtMicros(new byte[20]))
        .isInstanceOf(InvalidEvent.class);
  }

  @Example
  void everyByteOfASampleMayBeAnyOther() {
    for (Event event : SampleEvents.ofEveryType()) {
      byte[] value = CompactForm.encode(event, RECEIVED);
      for (int i = 0; i < value.length; i++) {
        byte kept = value[i];
        for (int other = 0; other < 256; other++) {
          value[i] = (byte) other;
          readOrRefuse(value);
        }
        value[i] = kept;
      }
    }
  }

  private static void readOrRefuse(byte[] value) {
    try {
      assertThat(CompactForm.decode(value).event().header().id()).isNotEmpty();
    } catch (InvalidEvent refused) {
      assertThat(refused.code()).isNotNull();
    }
  }
}
