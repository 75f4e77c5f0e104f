// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.KeyValue;

/** A row as it is written: JSON, under a key of queue and start. */
final class ResultRow {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ResultRow() {}

  static KeyValue<String, byte[]> of(QueueInterval interval, Counts counts) {
    int ended = counts.answered() + counts.abandoned();
    ObjectNode row =
        JSON.createObjectNode()
            .put("queue", interval.queue())
            .put("start", interval.start())
            .put("offered", counts.offered())
            .put("answered", counts.answered())
            .put("answeredWithin", counts.answeredWithin())
            .put("abandoned", counts.abandoned())
            .put("waiting", counts.waiting());
    row.put(
        "serviceLevel", ended == 0 ? null : (Double) ((double) counts.answeredWithin() / ended));
    return KeyValue.pair(
        interval.queue() + "/" + interval.start(), row.toString().getBytes(StandardCharsets.UTF_8));
  }
}
