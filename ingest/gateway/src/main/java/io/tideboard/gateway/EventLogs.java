// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.tideboard.gateway.publish.EventLog;
import io.tideboard.gateway.publish.KafkaEventLog;
import io.tideboard.gateway.publish.OrderedSender;
import io.tideboard.gateway.spool.SpoolSettings;
import io.tideboard.gateway.spool.SpoolingEventLog;

/** The log that the settings ask for. */
final class EventLogs {

  private EventLogs() {}

  static EventLog open(GatewaySettings settings, MeterRegistry metrics) {
    EventLog kafka = new KafkaEventLog(settings.kafka(), metrics);
    SpoolSettings spool = settings.spool();
    if (spool == null) {
      return kafka;
    }
    try {
      return SpoolingEventLog.open(spool, kafka, new OrderedSender(settings.kafka()), metrics);
    } catch (RuntimeException e) {
      kafka.close();
      throw e;
    }
  }
}
