// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.events.access.KeyHash;
import io.tideboard.wallboard.access.Role;
import io.tideboard.wallboard.access.Token;
import io.tideboard.wallboard.access.Tokens;
import io.tideboard.wallboard.board.BoardLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads where the wallboard listens, how much it exposes, and who may look. */
final class WallboardReader {

  private static final Key HOST = Key.of("wallboard", "host");
  private static final ValueType<Role> ROLE = ValueType.oneOf(Role.class);

  private final Sources sources;

  WallboardReader(Sources sources) {
    this.sources = sources;
  }

  TideboardConfig.Wallboard read() {
    String host = sources.read(HOST, ValueType.TEXT, "127.0.0.1");
    int port = sources.read(Key.of("wallboard", "port"), ValueType.wholeNumber(0, 65_535), 8090);
    int series =
        sources.read(
            Key.of("wallboard", "maxSeries"),
            ValueType.wholeNumber(1, 100_000_000),
            BoardLimits.DEFAULT.series());
    List<Token> all = new ArrayList<>();
    for (String name : sources.items(Key.TOKENS)) {
      token(name).ifPresent(all::add);
    }
    if (all.isEmpty()) {
      requireLoopback(host);
    }
    return new TideboardConfig.Wallboard(host, port, series, new Tokens(all));
  }

  private Optional<Token> token(String name) {
    Key at = new Key(Key.TOKENS, name, "");
    Optional<Role> role = sources.need(at.named("role"), ROLE);
    List<KeyHash> keys = new ArrayList<>();
    sources.need(at.named("key"), ValueType.KEY_HASH).ifPresent(keys::add);
    sources.read(at.named("nextKey"), ValueType.KEY_HASH).ifPresent(keys::add);
    return role.isPresent() && !keys.isEmpty()
        ? Optional.of(new Token(name, role.get(), keys))
        : Optional.empty();
  }

  /** Whoever cannot be told from anybody else may look from this machine only. */
  private void requireLoopback(String host) {
    try {
      if (!InetAddress.getByName(host).isLoopbackAddress()) {
        sources.refuse(
            HOST, "127.0.0.1 or another loopback address, or somebody under tokens who may look");
      }
    } catch (UnknownHostException e) {
      return; // whoever listens there will say so
    }
  }
}
