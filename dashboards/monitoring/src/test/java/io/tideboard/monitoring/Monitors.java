// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Prometheus and Alertmanager with the shipped files, in compressed time and at other ports. */
final class Monitors {

  private static final Pattern MAIL = Pattern.compile("(?s)    email_configs:.*\\z");
  private static final Pattern QUIET =
      Pattern.compile("(?s)    time_intervals:\\n.*?\\n\\nreceivers:");
  private static final int STALE_SECONDS = 6;

  private Monitors() {}

  static Server prometheus(Path directory, Map<String, Integer> targets, int alertmanager)
      throws IOException {
    Path rules = Files.createDirectories(directory.resolve("rules"));
    Compressed.rules(rules);
    Path thresholds = rules.resolve("thresholds.yml");
    Compressed.write(
        thresholds,
        Files.readString(thresholds)
            .replace("age_seconds, expr: \"30\"", "age_seconds, expr: \"" + STALE_SECONDS + "\""));
    String config =
        Compressed.text(Files.readString(Shipped.PROMETHEUS.resolve("prometheus.yml")))
            .replace("127.0.0.1:9093", "127.0.0.1:" + alertmanager);
    for (Map.Entry<String, Integer> target : targets.entrySet()) {
      config = config.replace("127.0.0.1:" + target.getKey(), "127.0.0.1:" + target.getValue());
    }
    Compressed.write(directory.resolve("prometheus.yml"), config);
    return Server.start(
        OutsideTool.PROMETHEUS,
        Server.freePort(),
        directory,
        List.of(
            "--config.file=prometheus.yml",
            "--storage.tsdb.path=" + directory.resolve("samples"),
            "--rules.alert.resend-delay=1s"));
  }

  static Server alertmanager(Path directory, Pager pager, int port) throws IOException {
    Path secrets = Files.createDirectories(directory.resolve("secrets"));
    Compressed.write(secrets.resolve("webhook-token"), Pager.TOKEN);
    String config =
        Compressed.text(Files.readString(Shipped.ALERTMANAGER.resolve("alertmanager.yml")))
            .replace("http://127.0.0.1:9099", pager.address());
    // No mail leaves a test, and its hours are quiet whatever the clock shows.
    config =
        MAIL.matcher(config)
            .replaceAll(
                "    webhook_configs:\n      - url: "
                    + pager.address()
                    + "/mails\n"
                    + "        http_config: {authorization: {credentials_file:"
                    + " secrets/webhook-token}}\n");
    config =
        QUIET
            .matcher(config)
            .replaceAll(
                "    time_intervals: [{weekdays: [\"sunday:saturday\"], location:"
                    + " Europe/Berlin}]\n\n"
                    + "receivers:");
    Compressed.write(directory.resolve("alertmanager.yml"), config);
    return Server.start(
        OutsideTool.ALERTMANAGER,
        port,
        directory,
        List.of(
            "--config.file=alertmanager.yml",
            "--storage.path=" + directory.resolve("notifications"),
            "--cluster.listen-address="));
  }

  /** An alert as Alertmanager's own API takes it. */
  static String alert(String name, String scope) {
    return "[{\"labels\":{\"alertname\":\"%s\",\"severity\":\"page\",\"scope\":\"%s\",\"queue\":\"%s\"}}]"
        .formatted(name, scope, name);
  }
}
