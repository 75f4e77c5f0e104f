// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.twilio;

import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Platform;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.support.Entries;
import io.tideboard.platforms.support.Form;
import io.tideboard.platforms.support.JsonBody;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.Payload;
import java.util.List;
import java.util.Locale;

/**
 * Twilio TaskRouter. Event callbacks are a form with one event, told once and lost when it fails.
 * Event Streams send arrays of CloudEvents, at least once and in any order. Events that are fetched
 * afterwards from the REST interface are understood too, so that both can be filled up.
 */
public final class TwilioTaskRouter implements Platform {

  private final Names names;

  /** Queues and workers named as the events name them. */
  public TwilioTaskRouter() {
    this(Names.AS_SENT);
  }

  /** Queues and workers under names told by the installation, by their SIDs. */
  public TwilioTaskRouter(Names names) {
    this.names = names;
  }

  @Override
  public String name() {
    return "twilio";
  }

  @Override
  public SignatureScheme signature() {
    return new TwilioSignature();
  }

  @Override
  public Translation translate(Delivery delivery) {
    Entries entries = new Entries();
    if (isJson(delivery)) {
      readAll(JsonBody.entries(delivery.body()), delivery.source(), entries);
    } else {
      read(TaskRouterEvent.of(Form.of(delivery.text())), delivery.source(), entries);
    }
    return entries.translation();
  }

  /** By its type, or by its first character when the type is missing or says neither. */
  private static boolean isJson(Delivery delivery) {
    String type = delivery.header("content-type");
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
    if (lower.contains("json")) {
      return true;
    }
    if (lower.startsWith("application/x-www-form-urlencoded")) {
      return false;
    }
    for (byte b : delivery.body()) {
      if (b > ' ') {
        return b == '[' || b == '{';
      }
    }
    return false;
  }

  private void readAll(List<JsonBody.Entry> all, String source, Entries entries) {
    for (JsonBody.Entry entry : all) {
      try {
        read(entry.payload(), source, entries);
      } catch (InvalidEvent e) {
        entries.refuse(e);
      }
    }
  }

  /** One event, or a page of them as the REST interface gives. */
  private void read(Payload payload, String source, Entries entries) {
    if (payload.has("events")) {
      readAll(payload.entries("events"), source, entries);
    } else {
      read(TaskRouterEvent.of(payload), source, entries);
    }
  }

  private void read(TaskRouterEvent event, String source, Entries entries) {
    entries.read(event.type(), () -> new TaskEvents(event, source, names).events());
  }
}
