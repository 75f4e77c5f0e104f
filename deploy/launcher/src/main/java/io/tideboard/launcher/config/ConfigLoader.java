// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import static io.tideboard.launcher.config.ValueType.DURATION;
import static io.tideboard.launcher.config.ValueType.SWITCH;
import static io.tideboard.launcher.config.ValueType.TEXT;
import static io.tideboard.launcher.config.ValueType.wholeNumber;

import io.tideboard.core.agents.AgentTerms;
import io.tideboard.core.calendar.Durations;
import io.tideboard.events.Channel;
import io.tideboard.gateway.admission.AdmissionRules;
import io.tideboard.paging.StaleRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the configuration. A flag beats the environment, which beats the file, which beats us. */
public final class ConfigLoader {

  private static final ValueType<Integer> PORT = wholeNumber(0, 65_535);
  private static final ValueType<Duration> SHIFT =
      new ValueType<>(
          "a duration from 1h to 24h",
          text -> {
            Duration shift = Durations.parse(text);
            if (shift.compareTo(Duration.ofHours(1)) < 0
                || shift.compareTo(Duration.ofHours(24)) > 0) {
              throw new IllegalArgumentException(text);
            }
            return shift;
          });
  private static final String LOOPBACK = "127.0.0.1";

  private final Sources sources;

  private ConfigLoader(Sources sources) {
    this.sources = sources;
  }

  /**
   * What came out.
   *
   * @param yaml the file that would say the same without environment and flags, every key in it
   */
  public record Loaded(TideboardConfig config, String yaml) {}

  /**
   * The configuration that results.
   *
   * @param file null to do without
   * @param environment all variables; those that do not begin with {@code TIDEBOARD_} are ignored
   * @param flags a later one beats an earlier one of the same key
   * @throws ConfigError naming everything that is unknown or no good
   */
  public static Loaded load(
      @Nullable Path file, Map<String, String> environment, List<Setting> flags) {
    List<Entry> written = file == null ? List.of() : YamlFile.read(file);
    Sources sources = new Sources(written, environment, flags);
    TideboardConfig config = new ConfigLoader(sources).read();
    sources.finish();
    return new Loaded(config, ConfigPrinter.yaml(sources.effective()));
  }

  private TideboardConfig read() {
    return new TideboardConfig(
        new TideboardConfig.Kafka(
            value("kafka", "bootstrap", ValueType.BROKERS, LOOPBACK + ":9092"),
            value("kafka", "partitions", wholeNumber(1, 1000), 4)),
        new TideboardConfig.EventRules(
            value("events", "eventTime", SWITCH, false),
            value("events", "maxFuture", DURATION, Duration.ofMinutes(5)),
            value("events", "allowedLateness", DURATION, Duration.ofHours(24)),
            value("events", "comments", SWITCH, false)),
        new TideboardConfig.Gateway(
            value("gateway", "host", TEXT, LOOPBACK),
            value("gateway", "port", PORT, 8080),
            value("gateway", "maxEvents", wholeNumber(1, 100_000), 1000),
            value(
                "gateway",
                "maxDepth",
                wholeNumber(AdmissionRules.LEAST_DEPTH, 1000),
                AdmissionRules.DEFAULT.maxDepth()),
            value("gateway", "deliveryTimeout", DURATION, Duration.ofSeconds(10)),
            value("gateway", "pseudonymKey", ValueType.SECRET, Secret.NONE),
            new LimitsReader(sources).limits()),
        new LimitsReader(sources).spool(),
        new TideboardConfig.Job(
            value("job", "parallelism", wholeNumber(1, 1000), 2),
            value("job", "firstContactWindow", DURATION, Duration.ofDays(7)),
            optionalPort("job", "metricsPort"),
            optionalFile("job", "history")),
        new WallboardReader(sources).read(),
        new HistoryReader(sources).read(),
        embedded(),
        agents(),
        new QueueReader(sources).read(),
        alerts(),
        new AccessReader(sources).read());
  }

  private TideboardConfig.Alerts alerts() {
    return new TideboardConfig.Alerts(
        new AlertReader(sources).read(),
        value("alerts", "staleAfter", DURATION, StaleRule.DEFAULT.after()),
        new TideboardConfig.Listen(
            value("alerts", "host", TEXT, LOOPBACK), value("alerts", "port", PORT, 8091)),
        new ReceiverReader(sources).read());
  }

  private AgentTerms agents() {
    AgentTerms usual = AgentTerms.DEFAULT;
    Map<String, Integer> capacity = new LinkedHashMap<>();
    for (Channel channel : Channel.values()) {
      String wire = channel.wire();
      capacity.put(
          wire, value("agents", "capacity." + wire, wholeNumber(1, 1000), usual.capacity(wire)));
    }
    Duration maxShift = value("agents", "maxShift", SHIFT, usual.maxShift());
    return new AgentTerms(maxShift, usual.allowedLateness(), capacity);
  }

  private TideboardConfig.Embedded embedded() {
    String dataDir = value("embedded", "dataDir", ValueType.OPTIONAL_TEXT, "");
    return new TideboardConfig.Embedded(
        value("embedded", "kafkaPort", PORT, 9092),
        dataDir.isEmpty() ? null : Path.of(dataDir),
        value("embedded", "keepData", SWITCH, false));
  }

  private @Nullable Path optionalFile(String section, String name) {
    String file = value(section, name, ValueType.OPTIONAL_TEXT, "");
    return file.isEmpty() ? null : Path.of(file);
  }

  private OptionalInt optionalPort(String section, String name) {
    String port = value(section, name, ValueType.OPTIONAL_PORT, "");
    return port.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
  }

  private <T> T value(String section, String name, ValueType<T> type, T otherwise) {
    return sources.read(Key.of(section, name), type, otherwise);
  }
}
