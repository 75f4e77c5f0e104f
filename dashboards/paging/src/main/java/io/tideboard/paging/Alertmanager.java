// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.events.Rfc3339;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Alertmanager's own API v2. An alert there is its labels, and it is over when nobody repeats it,
 * so it is told to end some time after the next reminder. With an escalation the warning ends in
 * the same call in which the critical alert begins.
 *
 * @param url its root, such as {@code http://alertmanager:9093}
 * @param resend how often what is open is repeated, above 0
 */
public record Alertmanager(URI url, Duration resend) implements Target {

  /** How many reminders may be missed. As Prometheus does. */
  private static final int MISSED = 4;

  @Override
  public HttpRequest request(Notice notice, Instant now) {
    Instant later = now.plus(resend.multipliedBy(MISSED));
    boolean over = notice.kind() == NoticeKind.CLOSED;
    ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
    alerts.add(alert(notice, notice.episode().severity(), over ? now : later));
    if (notice.before() != notice.episode().severity()) {
      alerts.add(alert(notice, notice.before(), now));
    }
    String root = url.toString().replaceAll("/+$", "");
    return Json.post(URI.create(root + "/api/v2/alerts"), Json.bytes(alerts)).build();
  }

  private static ObjectNode alert(Notice notice, AlertSeverity severity, Instant endsAt) {
    AlertEpisode episode = notice.episode();
    ObjectNode alert = JsonNodeFactory.instance.objectNode();
    alert.put("startsAt", Json.time(episode.origin().openedAt()));
    alert.put("endsAt", Rfc3339.format(endsAt));
    ObjectNode labels = alert.putObject("labels");
    labels.put("alertname", Summary.name(episode.origin().kind()));
    labels.put("severity", severity.wire());
    labels.put("cause", episode.origin().kind().cause().wire());
    if (!episode.origin().queue().isEmpty()) {
      labels.put("queue", episode.origin().queue());
      labels.put("channel", episode.origin().channel());
    }
    ObjectNode annotations = alert.putObject("annotations");
    annotations.put("summary", Summary.of(episode));
    annotations.put("episode", notice.page());
    return alert;
  }

  @Override
  public boolean keepsRecords() {
    return false;
  }

  @Override
  public Optional<Duration> reminder() {
    return Optional.of(resend);
  }
}
