// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script in a copy of the tree whose path has blanks, with what was built here. */
class StartScriptIT {

  private static final Path BUILT = Path.of("target").toAbsolutePath();

  @TempDir Path directory;
  private Path root;
  private Path script;

  @BeforeEach
  void tree() throws IOException {
    root = directory.resolve("a tree with blanks");
    Files.createDirectories(root.resolve("deploy/launcher"));
    copy("pom.xml");
    copy("deploy/tideboard.yaml");
    script = copy("deploy/tideboard");
  }

  @Test
  void runsFromAnyDirectoryAndThroughALink() throws Exception {
    Files.createSymbolicLink(root.resolve("deploy/launcher/target"), BUILT);
    Path link = Files.createSymbolicLink(directory.resolve("a link"), script);

    Ended ended = run(Map.of(), link.toString(), "check-config", "--set", "gateway.port=81");

    assertThat(ended.err).isEmpty();
    assertThat(ended.exitCode).isZero();
    assertThat(ended.out).contains("port: 81").contains("App care:");
  }

  @Test
  void buildsWhatHasNotBeenBuilt() throws Exception {
    Path tools =
        maven("3.9.1", "ln -s '" + BUILT + "/lib' '" + BUILT + "'/*.jar deploy/launcher/target");

    Ended ended = run(Map.of("PATH", tools + ":" + System.getenv("PATH")), script, "version");

    assertThat(ended.err).contains("Building Tideboard").contains("Built in");
    assertThat(ended.exitCode).isZero();
    assertThat(Files.readString(tools.resolve("arguments")))
        .contains("-Pquick", "package", "-pl deploy/launcher -am");
    assertThat(run(Map.of(), script, "version").err).isEmpty();
  }

  @Test
  void onlyTheBenchHasItsPeersBuilt() throws Exception {
    Path tools =
        maven(
            "3.9.1",
            "ln -sf '"
                + BUILT
                + "/lib' '"
                + BUILT
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
    Path tools = maven("3.9.1", "echo 'it does not compile'; exit 1");

    Ended ended = run(Map.of("PATH", tools + ":" + System.getenv("PATH")), script, "version");

    assertThat(ended.exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(ended.err).contains("it does not compile").contains("the build failed");
    assertThat(ended.out).isEmpty();
  }

  @Test
  void aMavenThatIsTooOldIsNamed() throws Exception {
    Path tools = maven("3.6.3", "exit 1");

    Ended ended = run(Map.of("PATH", tools + ":" + System.getenv("PATH")), script, "version");

    assertThat(ended.exitCode).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.err).contains("mvn is version 3.6.3: expected 3.8.7 or later");
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws Exception {
    Path home = directory.resolve("old java");
    executable(home.resolve("bin/java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

    Ended ended = run(Map.of("JAVA_HOME", home.toString()), script, "version");

    assertThat(ended.exitCode).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.err).contains("is version 11.0.2: expected 17 or later");
  }

  @Test
  void aWrongJavaHomeIsNamed() throws Exception {
    Ended ended = run(Map.of("JAVA_HOME", "/nowhere"), script, "version");

    assertThat(ended.exitCode).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(ended.err).contains("JAVA_HOME is '/nowhere'");
  }

  @Test
  void theDemoMovesNumbersAndLeavesNothing() throws Exception {
    Files.createSymbolicLink(root.resolve("deploy/launcher/target"), BUILT);
    Process demo =
        new ProcessBuilder(
                script.toString(),
                "demo",
                "--gateway-port",
                "0",
                "--wallboard-port",
                "0",
                "--kafka-port",
                "0",
                "--speed",
                "600")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = demo.inputReader(StandardCharsets.UTF_8)) {
      String wallboard = awaitLine(out, "  wallboard  ");
      Path data = Path.of(awaitLine(out, "  data       ").split(",", -1)[0]);
      assertThat(data).isDirectory();
      WallboardClient client = new WallboardClient(wallboard);
      await().atMost(1, TimeUnit.MINUTES).until(() -> client.offeredToday() > 0);
      long before = client.offeredToday();
      await().atMost(1, TimeUnit.MINUTES).until(() -> client.offeredToday() > before);

      demo.toHandle().destroy(); // as Process.destroy would, but leaving its output readable

      assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(out.lines()).anySatisfy(line -> assertThat(line).endsWith("  stopped"));
      assertThat(data).doesNotExist();
      assertThat(demo.descendants()).isEmpty();
    } finally {
      demo.destroyForcibly();
    }
  }

  private static String awaitLine(BufferedReader out, String start) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(start)) {
        return line.substring(start.length());
      }
    }
    throw new AssertionError("the demo ended without a line '" + start + "'");
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

  /** With its time of change, by which the script decides whether to build. */
  private Path copy(String file) throws IOException {
    Path from = Path.of("..", "..").resolve(file);
    return Files.copy(from, root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
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
