// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.breach.Watched;
import io.tideboard.core.lifecycle.Interaction;
import io.tideboard.core.lifecycle.InteractionLifecycle;
import io.tideboard.core.lifecycle.Moment;
import io.tideboard.events.Event;
import io.tideboard.events.InteractionEvent;
import io.tideboard.testkit.Histories;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactFormTest {

  private static final long DUE = 1_772_000_000_000_000L;
  private static final long CUSTOMER = 42;
  private static final int TOPIC = 7;

  private final ContactForm form = new ContactForm();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void everythingIsReadAsItWasWritten(long seed) throws IOException {
    for (Interaction interaction : contacts(seed)) {
      ContactEntry entry = entry(interaction);
      ContactEntry read = form.read(form.write(entry));
      assertThat(read.watched().interaction().history()).isEqualTo(interaction.history());
      assertThat(read.watched().interaction().messages()).isEqualTo(interaction.messages());
      assertThat(read.watched().interaction().visits()).isEqualTo(interaction.visits());
      assertThat(read.watched().interaction().course()).isEqualTo(interaction.course());
      assertThat(read).usingRecursiveComparison().ignoringFields("watched").isEqualTo(entry);
      assertThat(read.watched().alarmAt()).isEqualTo(DUE);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void aContactOfAverageLengthTakesLessThanAQuarterOfAKilobyte(long seed) throws IOException {
    List<Interaction> contacts = contacts(seed);
    long bytes = 0;
    for (Interaction interaction : contacts) {
      bytes += form.write(entry(interaction)).length;
    }
    assertThat(bytes / contacts.size()).isBetween(60L, 256L);
  }

  @Test
  void whoIsStillAlarmedIsNotOver() throws IOException {
    byte[] kept = form.write(entry(Interaction.UNKNOWN));
    assertThat(ContactForm.isOver(kept, 78)).isFalse();
  }

  @Test
  void aVersionThatIsNotKnownIsToldByItsNumber() throws IOException {
    byte[] kept = form.write(ContactEntry.NONE);
    kept[0] = 9;
    assertThatThrownBy(() -> form.read(kept))
        .isInstanceOf(IOException.class)
        .hasMessage("9 as version of an interaction in state: expected 1");
  }

  private static ContactEntry entry(Interaction interaction) {
    return new ContactEntry(new Watched(interaction, DUE), 77, "pbx", CUSTOMER, TOPIC);
  }

  private static List<Interaction> contacts(long seed) {
    Map<String, Interaction> contacts = new LinkedHashMap<>();
    for (Event event : Histories.of(seed, 12)) {
      Moment moment = event instanceof InteractionEvent of ? Moment.of(of) : null;
      if (moment != null) {
        contacts.compute(
            event.key(),
            (id, known) ->
                InteractionLifecycle.on(known == null ? Interaction.UNKNOWN : known, moment)
                    .interaction());
      }
    }
    return new ArrayList<>(contacts.values());
  }
}
