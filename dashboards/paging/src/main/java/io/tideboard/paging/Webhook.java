// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.core.alerts.AlertJson;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;

/**
 * A webhook, signed as Standard Webhooks are when there is a secret.
 *
 * @param secrets none for no signature; two while one replaces the other
 */
public record Webhook(URI url, List<byte[]> secrets) implements Target {

  public Webhook {
    secrets = List.copyOf(secrets);
  }

  @Override
  public HttpRequest request(Notice notice, Instant now) {
    byte[] body = body(notice);
    HttpRequest.Builder request = Json.post(url, body);
    Signature signature = new Signature(notice.deliveryId(), now, body);
    request.header(Signature.ID, notice.deliveryId());
    request.header(Signature.TIMESTAMP, String.valueOf(now.getEpochSecond()));
    if (!secrets.isEmpty()) {
      request.header(Signature.SIGNATURE, signature.by(secrets));
    }
    return request.build();
  }

  private static byte[] body(Notice notice) {
    ObjectNode json = Json.object();
    json.put("type", "alert." + notice.kind().wire());
    json.put("timestamp", Json.time(notice.episode().changedAt()));
    ObjectNode data = AlertJson.tree(notice.episode());
    // The id under which it was opened, should the job have told it again under another.
    data.put("id", notice.page());
    data.put("summary", Summary.of(notice.episode()));
    json.set("data", data);
    return Json.bytes(json);
  }

  @Override
  public boolean keepsRecords() {
    return true;
  }

  @Override
  public String toString() {
    return "Webhook[" + url.getHost() + ", " + secrets.size() + " secrets]";
  }
}
