// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.http.Timeouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code slowhttptest} in its modes beside a sender that behaves: each of the latter's requests is
 * accepted, from another address, and of the slow connections nothing is left. How much longer the
 * sender waits meanwhile is a figure of {@code bench gateway}.
 */
class SlowAttackIT {

  private static final String CONNECTIONS = "300";

  @RegisterExtension
  static final Running running =
      Running.forAll(
          Limits.DEFAULT.with(
              new Timeouts(
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(3),
                  Duration.ofSeconds(4),
                  Duration.ofSeconds(5))));

  static Stream<Arguments> modes() {
    return Stream.of(
        Arguments.of("slow headers", List.of("-H", "-u", at("/v1/events"), "-x", "10")),
        Arguments.of(
            "slow body",
            List.of("-B", "-u", at("/v1/events"), "-f", "application/json", "-s", "8192")),
        Arguments.of(
            "slow read",
            List.of("-X", "-u", at("/metrics"), "-k", "10", "-w", "1", "-y", "8", "-z", "4")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modes")
  void whoBehavesIsServedBesideThoseWhoDawdle(String mode, List<String> arguments)
      throws IOException {
    Path tool = OutsideTool.at("/usr/bin/slowhttptest");
    List<String> command = new ArrayList<>(List.of(tool.toString()));
    command.addAll(List.of("-c", CONNECTIONS, "-r", CONNECTIONS, "-i", "1", "-l", "10"));
    command.addAll(arguments);
    Process attack = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (PlainSender sender = new PlainSender("127.0.0.2", running.gateway.address())) {
      double most = 0;
      for (int i = 0; attack.isAlive(); i++) {
        assertThat(sender.post(Told.queued(mode + " " + i)).status()).isEqualTo(202);
        most = Math.max(most, connections(sender.get("/metrics").body()));
      }
      String report = new String(attack.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(attack.exitValue()).as(report).isZero();
      assertThat(report).contains("YES").doesNotContain("NO\n");
      assertThat(most).as("connections at once").isGreaterThan(100);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> connections(sender.get("/metrics").body()) <= 2);
      await().until(() -> running.metric("tideboard_gateway_under_way_bytes") == 0);
    } finally {
      attack.destroy();
    }
  }

  private static double connections(String page) {
    String name = "tideboard_gateway_connections ";
    return page.lines()
        .filter(line -> line.startsWith(name))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
        .sum();
  }

  private static String at(String path) {
    return running.uri(path).toString();
  }
}
