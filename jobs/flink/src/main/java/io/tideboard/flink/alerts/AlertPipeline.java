// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.alerts;

import io.tideboard.core.alerts.Reading;
import io.tideboard.flink.live.Publication;
import io.tideboard.flink.state.Types;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The alerts of queues, as part of the live job. */
public final class AlertPipeline {

  private AlertPipeline() {}

  /** Turns what rules find of queues and teams into episodes. */
  public static DataStream<Publication> of(DataStream<Reading> readings, AlertSettings settings) {
    return readings
        .keyBy(reading -> reading.key().queue(), BasicTypeInfo.STRING_TYPE_INFO)
        .process(new AlertFunction(settings), Types.PUBLICATION)
        .name("alerts")
        .uid("alerts");
  }
}
