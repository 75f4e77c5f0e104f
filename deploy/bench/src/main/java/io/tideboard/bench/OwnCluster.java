// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.embedded.EmbeddedKafka;
import io.tideboard.flink.EmbeddedFlink;

/** A broker and a Flink of the bench's own, for as long as something is measured on them. */
final class OwnCluster {

  private static final int PARTITIONS = 4;

  /** What is measured on them. */
  interface Measurement {
    void on(EmbeddedKafka kafka, EmbeddedFlink flink) throws Exception;
  }

  private OwnCluster() {}

  static void measure(int parallelism, Measurement measurement) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
      kafka.createTopics(PARTITIONS);
      try (EmbeddedFlink flink = EmbeddedFlink.start(parallelism)) {
        measurement.on(kafka, flink);
      }
    }
  }
}
