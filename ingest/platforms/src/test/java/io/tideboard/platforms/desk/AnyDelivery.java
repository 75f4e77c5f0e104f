// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Platform;
import io.tideboard.platforms.Translation;
import java.util.Map;

/** What holds of whatever is delivered. */
final class AnyDelivery {

  private AnyDelivery() {}

  /** An entry becomes events, is refused or is ignored, and comes out the same the second time. */
  static void isTranslatedOrRefused(Platform platform, byte[] body) {
    Translation translation;
    try {
      translation = translated(platform, body);
    } catch (InvalidEvent refused) {
      assertThat(refused.code()).isNotNull();
      return;
    }
    assertThat(translated(platform, body).events()).isEqualTo(translation.events());
    assertThat(translation.events()).extracting(Event::header).doesNotHaveDuplicates();
    assertThat(translation.events()).allMatch(e -> e.header().source().equals(Fixture.SOURCE));
  }

  static Translation translated(Platform platform, byte[] body) {
    return platform.translate(Fixture.delivery(body, Map.of()));
  }
}
