// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.processes;

import io.tideboard.embedded.BrokerOptions;
import io.tideboard.embedded.EmbeddedKafka;
import java.nio.file.Path;

/** A broker as a process of its own: port and data directory are its arguments. */
final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    int port = Integer.parseInt(arguments[0]);
    EmbeddedKafka kafka =
        EmbeddedKafka.start(BrokerOptions.keptIn(Path.of(arguments[1])).onPort(port));
    kafka.createTopics(2);
    ChildProcess.isUp();
  }
}
