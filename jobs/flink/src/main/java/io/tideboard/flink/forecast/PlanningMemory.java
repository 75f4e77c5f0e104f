// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.forecast;

import io.tideboard.core.agents.Plan;
import io.tideboard.core.planning.PlanningTerms;
import io.tideboard.core.planning.QueueSchedule;
import io.tideboard.core.planning.Schedule;
import io.tideboard.core.queue.LiveCatalog;
import io.tideboard.core.queue.QueueCatalog;
import io.tideboard.flink.live.Control;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every queue's terms and schedule, once a subtask. */
final class PlanningMemory {

  private static final Logger LOG = LoggerFactory.getLogger(PlanningMemory.class);

  private final LiveCatalog catalog;
  private final Map<String, PlanningTerms> terms = new HashMap<>();
  private final Map<String, QueueSchedule> schedules = new HashMap<>();

  PlanningMemory(QueueCatalog file) {
    this.catalog = new LiveCatalog(file);
  }

  PlanningTerms terms(String queue) {
    return terms.computeIfAbsent(queue, its -> PlanningTerms.of(catalog.of(its)));
  }

  Schedule schedule(String queue) {
    QueueSchedule known = schedules.get(queue);
    return known == null ? Schedule.NONE : known;
  }

  /** A queue's definition has changed. */
  void define(Control control) {
    try {
      catalog.change(control.key(), control.value());
      terms.remove(control.key());
    } catch (IllegalArgumentException e) {
      LOG.warn("{}: {}: {}", control.topic(), control.key(), e.getMessage());
    }
  }

  /** Somebody is planned. Whether that is news. */
  boolean plan(Control control) {
    return schedules
        .computeIfAbsent(control.key(), queue -> new QueueSchedule())
        .take(plan(control.value()));
  }

  /** The key under which a plan is kept. */
  static String keyOf(Control control) {
    return control.key() + "/" + plan(control.value()).start();
  }

  /** Forgets plans that were over before then; tells the keys under which they are kept. */
  void forgetBefore(long horizon, Consumer<String> forgotten) {
    schedules.forEach(
        (queue, schedule) ->
            schedule.forgetBefore(horizon, start -> forgotten.accept(queue + "/" + start)));
  }

  static byte[] bytes(Plan plan) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(40);
    try {
      plan.write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return bytes.toByteArray();
  }

  private static Plan plan(byte[] bytes) {
    try {
      return Plan.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read from memory", e);
    }
  }
}
