// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.connections.AmiLogin;
import io.tideboard.connections.AmiSettings;
import io.tideboard.connections.EslLogin;
import io.tideboard.connections.EslSettings;
import io.tideboard.connections.QueueLogSettings;
import io.tideboard.connections.TcpSettings;
import io.tideboard.gateway.pull.ConnectionSettings;
import io.tideboard.platforms.asterisk.AsteriskOptions;
import io.tideboard.platforms.freeswitch.FreeSwitchOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the connection that the gateway opens to a source. */
final class ConnectionReader {

  private static final ValueType<Integer> PORT = ValueType.wholeNumber(1, 65_535);
  private static final Duration LONGEST_WRAP_UP = Duration.ofHours(1);
  private static final ValueType<Duration> WRAP_UP =
      ValueType.DURATION.where(
          "a duration from 0s to 1h", wrapUp -> wrapUp.compareTo(LONGEST_WRAP_UP) <= 0);

  private final Sources sources;
  private final Key at;

  ConnectionReader(Sources sources, Key at) {
    this.sources = sources;
    this.at = at;
  }

  /** The one connection of the source; null when it has none, or something about it is no good. */
  @Nullable ConnectionSettings read() {
    Optional<ConnectionSettings> ami = ami();
    Optional<ConnectionSettings> log = queueLog();
    Optional<ConnectionSettings> freeSwitch = freeSwitch();
    if (Stream.of(ami, log, freeSwitch).filter(Optional::isPresent).count() > 1) {
      sources.refuse(at, "one of ami, queueLog and freeswitch: they tell the same under other ids");
    }
    return ami.or(() -> log).or(() -> freeSwitch).orElse(null);
  }

  private Optional<ConnectionSettings> ami() {
    if (!says("ami.host", "ami.port", "ami.user", "ami.secret", "ami.wrapUp")) {
      return Optional.empty();
    }
    Optional<String> host = sources.need(at.named("ami.host"), ValueType.TEXT);
    int port = sources.read(at.named("ami.port"), PORT).orElse(AmiSettings.PORT);
    Optional<String> user = sources.need(at.named("ami.user"), ValueType.TEXT);
    Optional<Secret> secret = sources.need(at.named("ami.secret"), ValueType.PASSWORD);
    AsteriskOptions options = asterisk("ami.wrapUp");
    return host.isPresent() && user.isPresent() && secret.isPresent()
        ? Optional.of(
            ConnectionSettings.of(
                AmiSettings.of(
                    TcpSettings.of(host.get(), port),
                    AmiLogin.of(user.get(), secret.get().reveal()),
                    options)))
        : Optional.empty();
  }

  private Optional<ConnectionSettings> queueLog() {
    if (!says("queueLog.file", "queueLog.position", "queueLog.wrapUp")) {
      return Optional.empty();
    }
    Optional<Path> file = sources.need(at.named("queueLog.file"), ValueType.FILE);
    Optional<Path> position = sources.need(at.named("queueLog.position"), ValueType.FILE);
    AsteriskOptions options = asterisk("queueLog.wrapUp");
    if (file.isPresent() && file.equals(position)) {
      sources.refuse(at.named("queueLog.position"), "another file than the log");
      return Optional.empty();
    }
    return file.isPresent() && position.isPresent()
        ? Optional.of(
            ConnectionSettings.of(QueueLogSettings.of(file.get(), position.get(), options)))
        : Optional.empty();
  }

  private Optional<ConnectionSettings> freeSwitch() {
    String[] all = {
      "freeswitch.host",
      "freeswitch.port",
      "freeswitch.password",
      "freeswitch.json",
      "freeswitch.wrapUp"
    };
    if (!says(all)) {
      return Optional.empty();
    }
    Optional<String> host = sources.need(at.named("freeswitch.host"), ValueType.TEXT);
    int port = sources.read(at.named("freeswitch.port"), PORT).orElse(EslSettings.PORT);
    Optional<Secret> password = sources.need(at.named("freeswitch.password"), ValueType.PASSWORD);
    boolean json = sources.read(at.named("freeswitch.json"), ValueType.SWITCH).orElse(true);
    Duration wrapUp = wrapUp("freeswitch.wrapUp");
    return host.isPresent() && password.isPresent()
        ? Optional.of(
            ConnectionSettings.of(
                EslSettings.of(
                    TcpSettings.of(host.get(), port),
                    new EslLogin(password.get().reveal(), json),
                    new FreeSwitchOptions(at.item(), wrapUp, Map.of()))))
        : Optional.empty();
  }

  private AsteriskOptions asterisk(String wrapUp) {
    return AsteriskOptions.of(at.item()).withWrapUp(wrapUp(wrapUp));
  }

  private Duration wrapUp(String name) {
    return sources.read(at.named(name), WRAP_UP).orElse(Duration.ZERO);
  }

  private boolean says(String... names) {
    return sources.sayAnyOf(Stream.of(names).map(at::named).toArray(Key[]::new));
  }
}
