// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.events.access.KeyHash;
import io.tideboard.wallboard.access.Role;
import io.tideboard.wallboard.access.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WallboardConfigTest {

  private static final String LOBBY =
      "tokens:\n  lobby: {role: viewer, key: \"" + KeyHash.of("k").text() + "\"}\n";

  @TempDir Path directory;

  @Test
  void aTokenIsKnownByItsHashAndHasARole() throws IOException {
    Tokens tokens = load(LOBBY).config().wallboard().tokens();
    assertThat(tokens.of("k").name()).isEqualTo("lobby");
    assertThat(tokens.of("k").role()).isEqualTo(Role.VIEWER);
    assertThat(tokens.of("another")).isNull();
  }

  @Test
  void everybodyMayReachAWallboardOnlyWhereTokensAreConfigured() throws IOException {
    assertThatThrownBy(() -> load("wallboard: {host: 0.0.0.0}\n"))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("wallboard.host: '0.0.0.0': expected 127.0.0.1")
        .hasMessageContaining("under tokens");
    assertThat(load("wallboard: {host: 0.0.0.0}\n" + LOBBY).config().wallboard().host())
        .isEqualTo("0.0.0.0");
  }

  @Test
  void whatIsMissingOrUnknownOfATokenIsNamed() {
    assertThatThrownBy(() -> load("tokens:\n  lobby: {role: king}\n"))
        .isInstanceOf(ConfigError.class)
        .hasMessageContaining("tokens.lobby.role: 'king': expected one of viewer, planner, admin")
        .hasMessageContaining("tokens.lobby.key: nothing: expected sha256:");
    assertThatThrownBy(() -> load(LOBBY.replace("key", "kee")))
        .hasMessageContaining("the nearest is tokens.lobby.key");
  }

  @Test
  void whatIsPrintedOfATokenIsReadBackAsTheSame() throws IOException {
    ConfigLoader.Loaded first = load(LOBBY);
    assertThat(load(first.yaml()).yaml()).isEqualTo(first.yaml());
  }

  private ConfigLoader.Loaded load(String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve("test.yaml"), yaml);
    return ConfigLoader.load(file, Map.of(), List.of());
  }
}
