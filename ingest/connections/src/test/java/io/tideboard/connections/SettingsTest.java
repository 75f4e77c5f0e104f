// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.platforms.asterisk.AsteriskOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5), 0.5);

  @Test
  void waitsDoubleUpToTheLongest() {
    assertThat(BACKOFF.after(1, 0)).isEqualTo(Duration.ofMillis(100));
    assertThat(BACKOFF.after(2, 0)).isEqualTo(Duration.ofMillis(200));
    assertThat(BACKOFF.after(3, 0)).isEqualTo(Duration.ofMillis(400));
    assertThat(BACKOFF.after(7, 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(BACKOFF.after(Integer.MAX_VALUE, 0)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void chanceShortensAWaitByTheJitterAtMost() {
    assertThat(BACKOFF.after(1, 1)).isEqualTo(Duration.ofMillis(50));
    assertThat(BACKOFF.after(1, 0.5)).isEqualTo(Duration.ofMillis(75));
  }

  @Test
  void badSettingsSayValueNameAndExpectation() {
    assertBad(
        "PT0S as first: expected 1 ms to PT24H",
        () -> new Backoff(Duration.ZERO, Duration.ofSeconds(1), 0));
    assertBad(
        "PT1S as longest: expected at least PT2S",
        () -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), 0));
    assertBad(
        "1.5 as jitter: expected 0 to 1",
        () -> new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1), 1.5));
    assertBad("0 as port: expected 1 to 65535", () -> TcpSettings.of("pbx", 0));
    assertBad(
        "0 as batch: expected 1 to 100000",
        () -> new DeliverySettings(0, 1, Duration.ofSeconds(1), BACKOFF, Duration.ofSeconds(1)));
    assertBad(
        "12 as chunk: expected 1024 to 16777216",
        () -> new QueueLogSettings.Reading(true, Duration.ofSeconds(1), 12));
    assertBad(
        "/log as position: expected another file than the log",
        () -> QueueLogSettings.of(Path.of("/log"), Path.of("/log"), AsteriskOptions.of("pbx")));
  }

  @Test
  void aSecretThatWouldEndItsLineIsRefusedAndNotRepeated() {
    assertThatThrownBy(() -> AmiLogin.of("board", "secret\r\nAction: Originate"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("as secret")
        .hasMessageNotContaining("Originate");
    assertThatThrownBy(() -> new EslLogin("a\n\nbgapi", false))
        .hasMessageContaining("as password")
        .hasMessageNotContaining("bgapi");
  }

  @Test
  void secretsAreNotShown() {
    assertThat(AmiLogin.of("board", "hush").toString()).doesNotContain("hush");
    assertThat(new EslLogin("hush", true).toString()).doesNotContain("hush");
  }

  private static void assertBad(
      String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
