// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.processes;

import io.tideboard.gateway.Gateway;
import io.tideboard.gateway.GatewaySettings;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.LoadLimits;
import io.tideboard.gateway.publish.KafkaSettings;
import io.tideboard.gateway.spool.SpoolSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A gateway as a process of its own: its port, its Kafka and, where there is one, the directory of
 * its spool are its arguments.
 */
final class GatewayMain {

  private GatewayMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    GatewaySettings settings =
        GatewaySettings.of(
                KafkaSettings.of(arguments[1]).withDeliveryTimeout(Duration.ofSeconds(2)))
            .onPort(Integer.parseInt(arguments[0]))
            .with(Limits.DEFAULT.with(LoadLimits.DEFAULT.withConnections(10_100, 2_100)))
            .withPseudonymKey("a key for the chaos".getBytes(StandardCharsets.US_ASCII));
    if (arguments.length > 2) {
      settings = settings.with(new SpoolSettings(Path.of(arguments[2]), 1L << 30));
    }
    Gateway.start(settings);
    ChildProcess.isUp();
  }
}
