// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {

  @TempDir Path directory;

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private Path file;
  private volatile String read = "";
  private FileWatch watch;

  @BeforeEach
  void start() throws IOException {
    file = Files.writeString(directory.resolve("keys"), "first");
    watch = new FileWatch(List.of(file), metrics);
    watch.over("keys", List.of(file), this::read);
  }

  @AfterEach
  void stop() {
    watch.close();
  }

  @Test
  void aChangeBetweenTheFirstReadingAndTheStartIsNotMissed() throws IOException {
    Files.writeString(file, "second!");
    watch.start();
    await().until(() -> read.equals("second!"));
    assertThat(outcomes("taken")).isEqualTo(1);
  }

  @Test
  void contentThatIsNoGoodIsTriedAgainWhenItChangesAgain() throws IOException {
    watch.start();
    Files.writeString(file, "bad");
    await().until(() -> outcomes("kept") == 1);
    Files.writeString(file, "good again");
    await().until(() -> read.equals("good again"));
  }

  @Test
  void aFileThatIsReplacedByAnotherOfItsNameHasChanged() throws IOException {
    watch.start();
    Path next = Files.writeString(directory.resolve("next"), "other");
    Files.delete(file);
    Files.createSymbolicLink(file, next);
    await().until(() -> read.equals("other"));
  }

  private void read() {
    try {
      String text = Files.readString(file);
      if (text.equals("bad")) {
        throw new IllegalArgumentException("'bad': expected something good");
      }
      read = text;
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private double outcomes(String outcome) {
    return metrics.get("tideboard.gateway.renewals").tag("outcome", outcome).counter().count();
  }
}
