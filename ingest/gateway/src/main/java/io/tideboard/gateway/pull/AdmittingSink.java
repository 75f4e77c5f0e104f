// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.pull;

import io.tideboard.connections.EventSink;
import io.tideboard.events.Event;
import io.tideboard.gateway.admission.Admission;
import io.tideboard.gateway.admission.Admitted;
import io.tideboard.gateway.admission.Caller;
import io.tideboard.gateway.admission.Translated;
import io.tideboard.gateway.admission.Verdict;
import io.tideboard.gateway.publish.EventCounters;
import io.tideboard.gateway.publish.EventLog;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where a connection's events go: the way of all events. */
final class AdmittingSink implements EventSink {

  private final Admission admission;
  private final EventLog log;
  private final EventCounters counters;
  private final Caller caller;

  AdmittingSink(Admission admission, EventLog log, EventCounters counters, Caller caller) {
    this.admission = admission;
    this.log = log;
    this.counters = counters;
    this.caller = caller;
  }

  @Override
  public CompletionStage<Receipt> send(List<Event> events) {
    if (log.trouble() != null) {
      // Not even tried, so not counted: a connection asks again and again until Kafka is back.
      return CompletableFuture.completedFuture(Receipt.REFUSED);
    }
    Admitted admitted = admission.admit(Translated.of(events), caller);
    Verdict verdict = admitted.verdict();
    CompletableFuture<Receipt> receipt = new CompletableFuture<>();
    log.append(
        admitted,
        failure -> {
          counters.settled(verdict, failure == null);
          receipt.complete(failure == null ? Receipt.ACKNOWLEDGED : Receipt.REFUSED);
        });
    return receipt;
  }
}
