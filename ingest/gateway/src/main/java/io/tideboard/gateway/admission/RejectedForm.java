// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.events.Event;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.json.EventEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * How a refused event is kept: one JSON object with the reason and the original. Customer keys in
 * an original that can be read are replaced by pseudonyms; of one that cannot be read only its
 * length and a keyed fingerprint are kept, because nobody can tell where in it a customer stands.
 */
final class RejectedForm {

  /** Longer originals are kept by length and fingerprint only. */
  private static final int LONGEST_ORIGINAL = 64 * 1024;

  private static final String WITHHELD = "withheld, because it may show a customer key";

  private final Pseudonyms pseudonyms;

  RejectedForm(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /** Of bytes that hold no valid event. */
  EventRecord of(Refusal refusal, Instant receivedAt, byte[] bytes, Caller caller) {
    Original original = bytes.length > LONGEST_ORIGINAL ? null : Original.read(bytes, pseudonyms);
    if (original == null) {
      return withheld(refusal, receivedAt, trace(bytes), caller);
    }
    String source = caller.blamed(original.source());
    ObjectNode form = form(refusal, receivedAt, source);
    reason(form, refusal.why(), original.customers());
    form.put("original", original.text());
    return record(source, form);
  }

  /** What is kept of an original that is not. */
  Trace trace(byte[] bytes) {
    return new Trace(bytes.length, pseudonyms.of(bytes));
  }

  /**
   * @param length in bytes
   * @param fingerprint the same for the same bytes, and nothing else can be told from it
   */
  record Trace(int length, String fingerprint) {}

  /** Of something that may show a customer anywhere. */
  EventRecord withheld(Refusal refusal, Instant receivedAt, Trace original, Caller caller) {
    ObjectNode form = form(refusal, receivedAt, caller.source());
    form.put("message", WITHHELD);
    form.put("originalLength", original.length());
    form.put("originalFingerprint", original.fingerprint());
    return record(caller.source(), form);
  }

  /** Of a valid event, already pseudonymised, that the rules refuse. */
  EventRecord of(Refusal refusal, Instant receivedAt, Event event, Caller caller) {
    String source = caller.blamed(event.header().source());
    byte[] plain = EventEncoder.plain(event);
    ObjectNode form = form(refusal, receivedAt, source);
    reason(form, refusal.why(), List.of());
    if (plain.length > LONGEST_ORIGINAL) {
      form.put("originalLength", plain.length);
      form.put("originalFingerprint", pseudonyms.of(plain));
    } else {
      form.put("original", new String(plain, StandardCharsets.UTF_8));
    }
    return record(source, form);
  }

  private static ObjectNode form(Refusal refusal, Instant receivedAt, String source) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("code", refusal.why().code().wire());
    form.put("source", source);
    form.put("receivedAt", receivedAt.toString());
    return form;
  }

  private static void reason(ObjectNode form, InvalidEvent why, List<String> customers) {
    String message = String.valueOf(why.getMessage());
    String field = why.field();
    form.put("field", field);
    if (Original.isCustomer(field)
        || Original.isComment(field)
        || customers.stream().anyMatch(message::contains)) {
      form.put("message", WITHHELD);
    } else {
      form.put("message", message);
      form.put("value", why.value());
    }
  }

  private static EventRecord record(String source, ObjectNode form) {
    return EventRecord.of(source, form.toString().getBytes(StandardCharsets.UTF_8));
  }
}
