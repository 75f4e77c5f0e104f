// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.access.KeyHash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  /** Nothing listens there: it is reserved. */
  private static final String NOWHERE = "127.0.0.1:1";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "gateway",
        "job",
        "wallboard",
        "simulate",
        "replay",
        "batch",
        "staffing",
        "backtest",
        "tail",
        "check-config",
        "api-key",
        "bench",
        "version"
      })
  void everyCommandExplainsItself(String command) {
    Ran ran = Ran.command(command, "--help");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).startsWith("Usage: tideboard " + command).contains("--help");
    assertThat(Ran.command().out()).contains("  " + command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"job", "gateway", "latency"})
  void everyBenchCanBeRunAloneAndTakesWhatAllShare(String part) {
    Ran ran = Ran.command("bench", part, "--help");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).startsWith("Usage: tideboard bench " + part).contains("--json");
    assertThat(Ran.command("bench", "--help").out()).contains("  " + part);
  }

  @Test
  void aMadeKeyHashesToWhatIsPrintedBesideIt() {
    Ran ran = Ran.command("api-key");
    assertThat(ran.exitCode()).isZero();
    List<String> lines = ran.out().lines().toList();
    String key = lines.get(0).substring("key   ".length());
    assertThat(key).hasSizeGreaterThanOrEqualTo(43);
    assertThat(lines.get(1)).isEqualTo("hash  " + KeyHash.of(key).text());
    assertThat(Ran.command("api-key").out()).doesNotContain(key);
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(Ran.command("version").out())
        .matches("(?s)Tideboard \\d+\\.\\d+\\.\\d+, Java 1?\\d.*");
    assertThat(Ran.command("--version").out()).matches("(?s)Tideboard \\d+\\.\\d+\\.\\d+\\s*");
  }

  @Test
  void anUnknownCommandIsAUsageError() {
    Ran ran = Ran.command("wallbaord");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("wallbaord").contains("wallboard");
  }

  @Test
  void anUnknownFlagIsAUsageError() {
    assertThat(Ran.command("up", "--gateway-prot", "1").exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aUsageErrorIsShortAndSaysWhereHelpIs() {
    Ran ran = Ran.command("up", "--gateway-prot", "1");
    assertThat(ran.err().lines())
        .containsExactly(
            "Unknown options: '--gateway-prot', '1'",
            "Possible solutions: --gateway-host, --gateway-port",
            "tideboard up --help shows what can be said.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | demo --speed -1 | '-1' as --speed: expected a number of times real time, or max",
        "2 | replay --events e --to 127.0.0.1:80 | '127.0.0.1:80' as --to: expected an address such",
        "2 | replay --events e --to http://h --patience soon | 'soon' as --patience: expected a du",
        "2 | replay --events e --to http://h --lead 0s | 'PT0S' in lead: expected a time above 0",
        "2 | replay --events e --to http://h --start soon | 'soon' as --start: expected now, or a",
        "2 | replay --events e --to http://h --key-file no.key | 'no.key' as --key-file: expected a",
        "2 | simulate --out e --from 25:00 | '25:00' as --from: expected a time of day such as 09",
        "2 | job --flink jobmanager | 'jobmanager' as --flink: expected an address such as http:/",
        "2 | staffing --contacts -1 --aht 3m | '-1' as --contacts: expected a number from 0 to 10",
        "2 | staffing --contacts 1 --aht 3 | '3' as --aht: expected a duration such as 250ms, 20s",
        "2 | staffing --contacts 1 --aht 0s | '0s' as --aht: expected more than 0: a duration",
        "2 | staffing --contacts 1 --aht 3m --target 80 | '80' as --target: expected a share above",
        "2 | staffing --contacts 1 --aht 3m --shrinkage 1 | '1' as --shrinkage: expected a share f",
        "2 | staffing --contacts 1 --aht 3m --agents few | 'few' as --agents: expected a number fr",
        "3 | gateway --bootstrap kafka | --bootstrap: kafka.bootstrap: 'kafka': expected host:port",
        "3 | check-config --config . | --config: '.': expected a file that can be read (",
        "3 | check-config --config no.yaml | --config: 'no.yaml': expected a file that can be rea",
        "3 | simulate --out e --scenario no.yaml | no.yaml: expected a file that can be read (it d",
        "3 | batch --calls c --mapping no.yaml --out e | no.yaml: expected a file that can be read",
        "1 | batch --events no.ndjson --out e | no.ndjson: expected a file that can be read (it do",
        "1 | simulate --out . | '.' as --out: expected a file that can be written (",
        "1 | up --any-ports --data-dir pom.xml | 'pom.xml' cannot hold the data (it is a file): choose anothe",
        "3 | up --gateway-host 192.0.2.1 | --gateway-host: gateway.host: '192.0.2.1': expected 127",
        "3 | up --wallboard-host 192.0.2.1 | --wallboard-host: wallboard.host: '192.0.2.1': expected 127",
      })
  void wrongInputIsNamedWithWhatWasExpected(int exitCode, String command, String begin) {
    Ran ran =
        Ran.command(
            command
                .replace("--out e", "--out " + directory)
                .replace("--any-ports", "--gateway-port 0 --wallboard-port 0 --kafka-port 0")
                .split(" "));
    assertThat(ran.err()).startsWith(begin).hasLineCount(1);
    assertThat(ran.exitCode()).isEqualTo(exitCode);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aMappingThatIsNoYamlIsAConfigurationErrorInOneLine() throws IOException {
    Path mapping = Files.writeString(directory.resolve("m.yaml"), "source: [\n");
    Ran ran = Ran.command("batch", "--calls", "c", "--mapping", mapping.toString(), "--out", "out");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(ran.err())
        .isEqualToIgnoringNewLines(
            mapping + ":2: not YAML: expected the node content, but found '<stream end>'");
  }

  @Test
  void resultsThatCannotBeWrittenAreNamed() throws IOException {
    Path events = Files.writeString(directory.resolve("e.ndjson"), EVENT);
    Path table = directory.resolve("out/intervals-event.csv");
    Files.createDirectories(table);
    Ran ran =
        Ran.command("batch", "--events", events.toString(), "--out", table.getParent().toString());
    assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err()).contains(table + ": expected a file that can be written (");
  }

  @Test
  void theConfigurationThatHoldsIsPrinted() throws IOException {
    Path file = Files.writeString(directory.resolve("t.yaml"), "gateway: {port: 81}\n");
    Ran ran =
        Ran.command("check-config", "--config", file.toString(), "--set", "defaults.threshold=45s");
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("port: 81").contains("threshold: 45s");
  }

  @Test
  void aConfigurationThatCannotBeUsedSaysWhatIsWrongAndNothingElse() throws IOException {
    Path file = Files.writeString(directory.resolve("t.yaml"), "gateway: {prot: 81}\n");
    Ran ran = Ran.command("check-config", "--config", file.toString());
    assertThat(ran.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .containsExactly(
            file + ":1: gateway.prot: '81': expected a known key, the nearest is gateway.port");
  }

  @Test
  void aBadValueOfAFlagIsAConfigurationErrorThatNamesTheFlag() {
    Ran ran = Ran.command("up", "--gateway-port", "eighty");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(ran.err()).startsWith("--gateway-port: gateway.port: 'eighty': expected a whole");
  }

  @Test
  void aPortInUseIsNamedWithTheFlagThatChoosesAnother() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      Ran ran = Ran.command("up", "--gateway-port", port);
      assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
      assertThat(ran.err()).contains("port " + port).contains("--gateway-port").hasLineCount(1);
    }
  }

  @Test
  void aGatewayThatIsNotThereCannotBeReached() throws IOException {
    Path events = Files.writeString(directory.resolve("e.ndjson"), EVENT);
    Ran ran =
        Ran.command(
            "replay",
            "--events",
            events.toString(),
            "--to",
            "http://" + NOWHERE,
            "--patience",
            "100ms");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ran.err()).contains(NOWHERE).contains("nobody listens there");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = directory.resolve("missing.ndjson");
    Ran ran = Ran.command("batch", "--events", missing.toString(), "--out", directory.toString());
    assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(ran.err()).contains(missing.toString()).doesNotContain("\tat ");
  }

  @Test
  void callsNeedAMapping() {
    Ran ran = Ran.command("batch", "--calls", "calls.csv", "--out", directory.toString());
    assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err()).contains("--mapping");
  }

  @Test
  void aSimulationGoesEitherToAFileOrToAGateway() {
    assertThat(Ran.command("simulate").exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(Ran.command("simulate", "--out", "x", "--to", "http://" + NOWHERE).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void theSameSeedSimulatesTheSameEvents() throws IOException {
    assertThat(simulated("7")).hasSize(500).isEqualTo(simulated("7"));
    assertThat(simulated("8")).isNotEqualTo(simulated("7"));
  }

  private java.util.List<String> simulated(String seed) throws IOException {
    Path file = directory.resolve("simulated.ndjson");
    Ran ran = Ran.command("simulate", "--seed", seed, "--events", "500", "--out", file.toString());
    assertThat(ran.exitCode()).isZero();
    return Files.readAllLines(file);
  }

  private static final String EVENT =
      """
      {"id":"1","source":"t","type":"interaction.created","time":"2026-03-02T09:00:00Z",\
      "interaction":"c1","channel":"voice"}
      """;
}
