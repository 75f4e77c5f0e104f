// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A notifier in a process of its own, to be killed. */
final class NotifierMain {

  private NotifierMain() {}

  /**
   * @param args where Kafka is, and the receiver's address
   */
  public static void main(String[] args) throws InterruptedException {
    Notifier.start(NotifierIT.settings(args[0], URI.create(args[1])), new SimpleMeterRegistry());
    new CountDownLatch(1)
        .await(Duration.ofMinutes(5).toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
  }

  static Process start(String bootstrapServers, URI receiver) throws java.io.IOException {
    return new ProcessBuilder(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NotifierMain.class.getName(),
                bootstrapServers,
                receiver.toString()))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
