// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import java.time.Instant;

/** Events as a sender tells them. */
final class Told {

  private Told() {}

  /** An event of now. */
  static String queued(String id) {
    return queued(id, Instant.now());
  }

  static String queued(String id, Instant time) {
    return """
    {"id":"%s","source":"pbx","type":"interaction.queued","time":"%s",\
    "interaction":"contact-%s","channel":"voice","queue":"sales"}"""
        .formatted(id, time, id);
  }

  static String queuedBy(String id, String customer) {
    return """
    {"id":"%s","source":"pbx","type":"interaction.queued","time":"%s",\
    "interaction":"contact-%s","channel":"voice","queue":"sales","customer":"%s"}"""
        .formatted(id, Instant.now(), id, customer);
  }

  static String cloudEvent(String id) {
    return """
    {"specversion":"1.0","id":"%s","source":"pbx","type":"io.tideboard.interaction.queued",\
    "time":"%s","subject":"contact-%s","data":{"channel":"voice","queue":"sales"}}"""
        .formatted(id, Instant.now(), id);
  }
}
