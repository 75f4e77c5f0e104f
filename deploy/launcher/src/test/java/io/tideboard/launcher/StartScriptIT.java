// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartScriptIT {

  @TempDir Path directory;

  @Test
  void runsFromAnyDirectoryAndThroughALink() throws Exception {
    Path script = BuiltTree.in(directory).script();
    Path link = Files.createSymbolicLink(directory.resolve("a link"), script);

    Ended ended = run(Map.of(), link.toString(), "check-config", "--set", "gateway.port=81");

    assertThat(ended.err).isEmpty();
    assertThat(ended.exitCode).isZero();
    assertThat(ended.out).contains("port: 81").contains("App care:");
  }

  @Test
  void buildsWhatHasNotBeenBuilt() throws Exception {
    Path script = BuiltTree.withoutBuild(directory).script();
    String built = BuiltTree.TARGET.toString();
    Path tools =
        maven("3.9.1", "ln -s '" + built + "/lib' '" + built + "'/*.jar deploy/launcher/target");

    Ended ended = run(Map.of("PATH", tools + ":" + System.getenv("PATH")), script, "version");

    assertThat(ended.err).contains("Building Tideboard").contains("Built in");
    assertThat(ended.exitCode).isZero();
    assertThat(Files.readString(tools.resolve("arguments")))
        .contains("-Pquick", "package", "-pl deploy/launcher -am");
    assertThat(run(Map.of(), script, "version").err).isEmpty();
  }

  @Test
  void onlyTheBenchHasItsPeersBuilt() throws Exception {
    Path script = BuiltTree.withoutBuild(directory).script();
    Path tools =
        maven(
            "3.9.1",
            "ln -sf '"
                + BuiltTree.TARGET
                + "/lib' '"
                + BuiltTree.TARGET
                + "'/*.jar deploy/launcher/target\n"
                + "case $* in *peers*) mkdir -p deploy/peers/target/lib ;; esac");
    Map<String, String> environment = Map.of("PATH", tools + ":" + System.getenv("PATH"));
    run(environment, script, "version");

    Ended ended = run(environment, script, "bench", "--help");

    assertThat(ended.exitCode).isZero();
    assertThat(Files.readString(tools.resolve("arguments")))
        .contains("-pl deploy/launcher,deploy/peers -am");
    assertThat(run(Map.of(), script, "bench", "--help").err).isEmpty();
    assertThat(run(Map.of(), script, "version").err).isEmpty();
  }

  @Test
  void aBuildThatFailsEndsTheCommand() throws Exception {
    Path script = BuiltTree.withoutBuild(directory).script();
    Path tools = maven("3.9.1", "echo 'it does not compile'; exit 1");

    Ended ended = run(Map.of("PATH", tools + ":" + System.getenv("PATH")), script, "version");

    assertThat(ended.exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err).contains("it does not compile").contains("the build failed");
    assertThat(ended.out).isEmpty();
  }

  @Test
  void aMavenThatIsTooOldIsNamed() throws Exception {
    Path script = BuiltTree.withoutBuild(directory).script();
    Path tools = maven("3.6.3", "exit 1");

    Ended ended = run(Map.of("PATH", tools + ":" + System.getenv("PATH")), script, "version");

    assertThat(ended.exitCode).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.err).contains("mvn is version 3.6.3: expected 3.8.7 or later");
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws Exception {
    Path script = BuiltTree.withoutBuild(directory).script();
    Path home = directory.resolve("old java");
    executable(home.resolve("bin/java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

    Ended ended = run(Map.of("JAVA_HOME", home.toString()), script, "version");

    assertThat(ended.exitCode).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.err).contains("is version 11.0.2: expected 17 or later");
  }

  @Test
  void aWrongJavaHomeIsNamed() throws Exception {
    Path script = BuiltTree.withoutBuild(directory).script();
    Ended ended = run(Map.of("JAVA_HOME", "/nowhere"), script, "version");

    assertThat(ended.exitCode).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.err).contains("JAVA_HOME is '/nowhere'");
  }

  @Test
  void theDemoMovesNumbersAndLeavesNothing() throws Exception {
    try (Running demo = start("demo", "--speed", "600")) {
      String wallboard = demo.awaitLine("  wallboard  ");
      Path data = Path.of(demo.awaitLine("  data       ").split(",", -1)[0]);
      assertThat(data).isDirectory();
      WallboardClient client = new WallboardClient(wallboard);
      await().atMost(1, TimeUnit.MINUTES).until(() -> client.offeredToday() > 0);
      long before = client.offeredToday();
      await().atMost(1, TimeUnit.MINUTES).until(() -> client.offeredToday() > before);

      assertThat(demo.interrupt()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(demo.otherLines()).anySatisfy(line -> assertThat(line).endsWith("  stopped"));
      assertThat(demo.leftBehind()).isEmpty();
      assertThat(demo.hasChildren()).isFalse();
    }
  }

  @Test
  void whatIsEndedWhileItStartsLeavesNothing() throws Exception {
    try (Running up = start("up")) {
      up.awaitLine("Kafka is up");
      assertThat(up.interrupt()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(up.leftBehind()).isEmpty();
    }
  }

  @Test
  void aServiceManagerIsToldThatItWasObeyed() throws Exception {
    try (Running up = start("up")) {
      up.awaitLine("Ctrl-C ends it.");
      assertThat(up.terminate()).isEqualTo(128 + 15);
      assertThat(up.leftBehind()).isEmpty();
    }
  }

  @Test
  void aBatchThatIsInterruptedLeavesNothing() throws Exception {
    Path script = BuiltTree.in(directory).script();
    Path log = directory.resolve("day.ndjson");
    Ran.command("simulate", "--out", log.toString());
    String out = directory.resolve("out").toString();
    try (Running batch =
        Running.start(script, directory, "batch", "--events", log.toString(), "--out", out)) {
      batch.awaitLine("running");
      await().until(() -> !batch.leftBehind().isEmpty());
      assertThat(batch.interrupt()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(batch.leftBehind()).isEmpty();
    }
  }

  /** All in one process, on free ports. */
  private Running start(String... command) throws IOException {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--gateway-port", "0", "--wallboard-port", "0", "--kafka-port", "0"));
    return Running.start(BuiltTree.in(directory).script(), directory, all.toArray(String[]::new));
  }

  /** A Maven of that version, that builds by running {@code build}. */
  private Path maven(String version, String build) throws IOException {
    Path tools = directory.resolve("tools");
    executable(
        tools.resolve("mvn"),
        """
        if [ "$1" = --version ]; then
          echo 'Apache Maven %s (of the test)'
          exit
        fi
        echo "$@" > '%s/arguments'
        %s
        """
            .formatted(version, tools, build));
    return tools;
  }

  private static void executable(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private record Ended(int exitCode, String out, String err) {}

  private Ended run(Map<String, String> environment, Object... command) throws Exception {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command).stream().map(Object::toString).toList())
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new Ended(exitCode, Files.readString(out), Files.readString(err));
  }
}
