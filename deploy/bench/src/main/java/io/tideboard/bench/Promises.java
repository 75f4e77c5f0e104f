// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.core.queue.QueueDefinition;
import java.time.Duration;
import java.util.Map;

/** What a center promises: seconds on the phone, hours by mail. */
final class Promises {

  static final QueueCatalog OF_A_CENTER = catalog(Duration.ofHours(8));

  /** Of a center that answers e-mails when it likes. */
  static final QueueCatalog PATIENT = catalog(Duration.ofDays(365));

  private Promises() {}

  private static QueueCatalog catalog(Duration byMail) {
    QueueDefinition usual = QueueDefinition.DEFAULT;
    Map<String, Duration> byChannel =
        Map.of(
            "chat", Duration.ofSeconds(60),
            "messaging", Duration.ofMinutes(15),
            "sms", Duration.ofMinutes(15),
            "app", Duration.ofMinutes(5),
            "in_person", Duration.ofMinutes(10),
            "social", Duration.ofHours(1),
            "email", byMail,
            "forum", Duration.ofHours(24));
    return new QueueCatalog(
        Map.of(),
        new QueueDefinition(
            usual.threshold(),
            byChannel,
            usual.target(),
            usual.formula(),
            usual.shortAbandon(),
            usual.atRiskShare(),
            usual.timeZone(),
            usual.dayStart(),
            usual.interval(),
            OpeningHours.ALWAYS,
            Map.of(),
            null,
            Duration.ofMinutes(10)));
  }
}
