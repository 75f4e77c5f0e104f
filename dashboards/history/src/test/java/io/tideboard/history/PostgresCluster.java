// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL of its own for the tests: Debian's, in a temporary directory, on a free port of this
 * machine. It refuses to run as root, so there it runs as the user {@code postgres}.
 */
final class PostgresCluster {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final String USER = "postgres";

  private static PostgresCluster shared;

  private final Path programs;
  private final Path directory;
  private final int port;

  private PostgresCluster(Path programs) throws IOException {
    this.programs = programs;
    this.directory = Files.createTempDirectory("tideboard-postgres-");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
  }

  /**
   * The one that all tests share. Without PostgreSQL they fail in continuous integration, and are
   * skipped elsewhere.
   */
  static synchronized PostgresCluster shared() {
    if (shared == null) {
      Path programs = programs().orElseGet(PostgresCluster::missing);
      try {
        PostgresCluster cluster = new PostgresCluster(programs);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::remove));
        cluster.make();
        cluster.start();
        shared = cluster;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  private static Path missing() {
    String message = DEBIAN + "/*/bin/initdb is missing: what needs PostgreSQL is NOT TESTED";
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(message);
    }
    System.err.println("SKIPPED: " + message);
    return abort(message);
  }

  private static Optional<Path> programs() {
    if (!Files.isDirectory(DEBIAN)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make() throws IOException {
    if (isRoot()) {
      Files.setOwner(
          directory,
          directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
    }
    run("initdb", "-D", data(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync");
  }

  void start() {
    String options =
        "-c listen_addresses=127.0.0.1 -p "
            + port
            + " -k "
            + directory
            + " -c fsync=off -c shared_buffers=32MB -c max_connections=40";
    run("pg_ctl", "-D", data(), "-w", "-l", directory + "/log", "-o", options, "start");
  }

  /** As if the power had failed. */
  void crash() {
    run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
  }

  /** A new database with nothing in it. */
  HistorySettings.Database database(String name) {
    try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new HistorySettings.Database(url(name), USER, "unused");
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private String data() {
    return directory + "/data";
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private void run(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", USER, "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = directory.resolveSibling(directory.getFileName() + ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " failed: " + Files.readString(output));
      }
      Files.delete(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void remove() {
    crash();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
