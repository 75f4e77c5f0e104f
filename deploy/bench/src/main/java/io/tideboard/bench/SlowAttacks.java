// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.bench.load.LoadOrder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code slowhttptest} in its modes with 1000 connections (100 that read slowly), and how long the
 * requests of a sender take meanwhile that behaves: 500 a second with one event each, against the
 * same without an attack, all in turn, the median of three rounds. The tool runs at the lowest
 * priority: an attacker has a machine of its own, and would here take the processor from those whom
 * it attacks.
 */
final class SlowAttacks {

  private static final Path TOOL = Path.of("/usr/bin/slowhttptest");
  private static final String CONNECTIONS = "1000";
  private static final String UNDISTURBED = "undisturbed";
  private static final int ROUNDS = 3;
  private static final int SECONDS = 8;
  private static final int PER_SECOND = 500;
  private static final int SENDING = 8;

  private final int port;
  private final LoadProcess load;

  SlowAttacks(int port, LoadProcess load) {
    this.port = port;
    this.load = load;
  }

  void measure(FigureSheet sheet) throws IOException, InterruptedException {
    if (!Files.isExecutable(TOOL)) {
      System.err.println(TOOL + " is missing: attacks by slow connections are NOT MEASURED");
      return;
    }
    Map<String, Rounds> rounds = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      rounds.computeIfAbsent(UNDISTURBED, none -> new Rounds()).add(p99());
      for (Map.Entry<String, List<String>> mode : modes().entrySet()) {
        Process attack = attack(mode.getValue());
        try {
          rounds.computeIfAbsent(mode.getKey(), none -> new Rounds()).add(p99());
        } finally {
          ChildProcess.stop(attack);
        }
      }
    }
    Figure undisturbed = figure(UNDISTURBED, Objects.requireNonNull(rounds.remove(UNDISTURBED)));
    sheet.add(undisturbed);
    rounds.forEach((mode, p99) -> sheet.add(figure(mode, p99).against(undisturbed)));
  }

  private static Figure figure(String mode, Rounds p99) {
    return Figure.of("gateway." + mode + ".p99", p99.median(), "ms");
  }

  private double p99() throws IOException {
    return load.run(LoadOrder.steady(1, PER_SECOND, SECONDS).over(SENDING)).p99Millis();
  }

  private Map<String, List<String>> modes() {
    String root = "http://127.0.0.1:" + port;
    Map<String, List<String>> modes = new LinkedHashMap<>();
    modes.put("slow-headers", List.of("-H", "-u", root + "/v1/events", "-x", "10"));
    modes.put(
        "slow-body",
        List.of("-B", "-u", root + "/v1/events", "-f", "application/json", "-s", "8192"));
    modes.put(
        "slow-read",
        // As many as one address may have unread: the load comes from that address, too.
        List.of(
            "-X",
            "-u",
            root + "/metrics",
            "-c",
            "100",
            "-k",
            "4",
            "-w",
            "1",
            "-y",
            "8",
            "-z",
            "4"));
    return modes;
  }

  private static Process attack(List<String> mode) throws IOException {
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19", TOOL.toString()));
    command.addAll(
        List.of(
            "-c", CONNECTIONS, "-r", CONNECTIONS, "-i", "1", "-l", String.valueOf(SECONDS + 3)));
    command.addAll(mode);
    return ChildProcess.start(new ProcessBuilder(command).redirectOutput(Redirect.DISCARD));
  }
}
