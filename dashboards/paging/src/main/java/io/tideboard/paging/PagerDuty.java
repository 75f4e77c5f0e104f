// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.core.alerts.AlertEpisode;
import io.tideboard.core.alerts.AlertJson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;

/**
 * PagerDuty's Events API v2. The page's id is the deduplication key: what is sent twice is one
 * incident, and an escalation makes the incident critical instead of opening another.
 *
 * @param url where events go, such as {@link #EVENTS}
 * @param routingKey the integration's key, a secret
 */
public record PagerDuty(URI url, String routingKey) implements Target {

  /** Where PagerDuty takes events. */
  public static final URI EVENTS = URI.create("https://events.pagerduty.com/v2/enqueue");

  private static final int LONGEST_SUMMARY = 1024;

  @Override
  public HttpRequest request(Notice notice, Instant now) {
    AlertEpisode episode = notice.episode();
    ObjectNode json = Json.object();
    json.put("routing_key", routingKey);
    json.put("event_action", notice.kind() == NoticeKind.CLOSED ? "resolve" : "trigger");
    json.put("dedup_key", notice.page());
    if (notice.kind() != NoticeKind.CLOSED) {
      String summary = Summary.of(episode);
      ObjectNode payload = json.putObject("payload");
      payload.put("summary", summary.substring(0, Math.min(LONGEST_SUMMARY, summary.length())));
      payload.put("source", "tideboard");
      payload.put("severity", episode.severity().wire());
      payload.put("timestamp", Json.time(episode.origin().openedAt()));
      payload.put("component", episode.origin().queue());
      payload.put("group", episode.origin().kind().cause().wire());
      payload.put("class", episode.origin().kind().wire());
      payload.set("custom_details", AlertJson.tree(episode));
    }
    return Json.post(url, Json.bytes(json)).build();
  }

  @Override
  public boolean keepsRecords() {
    return false;
  }

  @Override
  public String toString() {
    return "PagerDuty[" + url.getHost() + "]";
  }
}
