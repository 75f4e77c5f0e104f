// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.Event;
import io.tideboard.events.InteractionChange.Feedback;
import io.tideboard.events.InteractionEvent;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.compact.CompactForm;
import io.tideboard.events.compact.Micros;
import io.tideboard.events.direct.DirectEvent;
import io.tideboard.events.json.Decoded;
import io.tideboard.events.json.EventDecoder;
import io.tideboard.events.json.EventFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may pass: decodes a body, checks each event against the rules and the clock,
 * replaces customer keys by pseudonyms, and encodes what is to be written. Opens no file and no
 * connection. For any number of threads.
 */
public final class Admission {

  /** Bodies up to this size are counted by decoding them, larger ones before. */
  private static final int DECODED_UNCOUNTED = 64 * 1024;

  private final AdmissionRules rules;
  private final Pseudonyms pseudonyms;
  private final InstantSource wall;
  private final ReceptionClock clock;
  private final TimeWindow window;
  private final Comments comments;
  private final RejectedForm rejectedForm;

  /** Those of another depth than the callers' own, by source. */
  private final Map<String, EventDecoder> decoders = new ConcurrentHashMap<>();

  private final ThreadLocal<UsualEvents> usualEvents = ThreadLocal.withInitial(UsualEvents::new);

  /**
   * @param wall the gateway's clock
   */
  public Admission(AdmissionRules rules, Pseudonyms pseudonyms, InstantSource wall) {
    this.rules = rules;
    this.pseudonyms = pseudonyms;
    this.wall = wall;
    this.clock =
        rules.eventTime() ? ReceptionClock.replay(wall, rules) : ReceptionClock.live(wall, rules);
    this.window = new TimeWindow(rules);
    this.comments = new Comments(rules.comments());
    this.rejectedForm = new RejectedForm(pseudonyms);
  }

  /** Decides about the events of one body, from somebody without a credential. */
  public Admitted admit(Body body) {
    return admit(body, Caller.ANONYMOUS);
  }

  /**
   * Decides about the events of one body.
   *
   * @throws TooManyEvents when there are more than the rules allow
   */
  public Admitted admit(Body body, Caller caller) {
    // In a replay an event's time depends on its source's, so each is looked at closely.
    if (!rules.eventTime()) {
      Decision decision = new Decision(body, caller);
      if (usualEvents.get().tell(body, caller, decoder(caller), decision)) {
        return decision.admitted();
      }
    }
    return closely(body, caller);
  }

  /** The same without the short way: slower, and the measure of what it may do. */
  Admitted closely(Body body, Caller caller) {
    if (body.length() > DECODED_UNCOUNTED) {
      requireFew(EventCount.of(body.format(), body.bytes(), body.length()));
    }
    List<Decoded> events;
    try {
      events = decode(body, decoder(caller));
    } catch (InvalidEvent why) {
      return unreadable(body, why, caller);
    }
    requireFew(events.size());
    Decision decision = new Decision(body, caller);
    events.forEach(decision::take);
    return decision.admitted();
  }

  /**
   * Decides about what was made of a platform's own words. Refusals are counted from 0, first the
   * events and then what had become none.
   */
  public Admitted admit(Translated told, Caller caller) {
    Decision decision = new Decision(Body.of(EventFormat.JSON, told.original()), caller);
    told.events().forEach(decision::take);
    List<InvalidEvent> refused =
        told.unreadable() == null ? told.refused() : List.of(told.unreadable());
    if (!refused.isEmpty()) {
      decision.withhold(refused, rejectedForm.trace(told.original()));
    }
    return decision.admitted().as(told.unreadable());
  }

  /**
   * Requires a body of JSON to be no larger than a decoder can be asked to read.
   *
   * @throws TooManyEvents when its outermost array has more elements than the rules allow
   */
  public void requireFew(Body body) {
    requireFew(EventCount.of(EventFormat.JSON, body.bytes(), body.length()));
  }

  private EventDecoder decoder(Caller caller) {
    return rules.maxDepth() == EventDecoder.DEEPEST
        ? caller.decoder()
        : decoders.computeIfAbsent(
            caller.source(), source -> new EventDecoder(source, rules.maxDepth()));
  }

  private static List<Decoded> decode(Body body, EventDecoder decoder) {
    if (body.attributes() != null) {
      return List.of(decoder.decodeBinary(body.attributes(), body.bytes(), 0, body.length()));
    }
    return decoder.decode(body.format(), body.bytes(), 0, body.length());
  }

  private void requireFew(int events) {
    if (events > rules.maxEvents()) {
      throw new TooManyEvents(rules.maxEvents());
    }
  }

  private Admitted unreadable(Body body, InvalidEvent why, Caller caller) {
    Refusal refusal = new Refusal(0, null, why);
    byte[] original = Arrays.copyOf(body.bytes(), body.length());
    EventRecord rejected = rejectedForm.of(refusal, wall.instant(), original, caller);
    return new Admitted(List.of(), List.of(refusal), List.of(rejected), why);
  }

  /** The decision about one body, event by event. */
  private final class Decision implements UsualEvents.Visitor {
    private final Body body;
    private final Caller caller;
    private final long now = Micros.of(wall.instant());
    private final List<EventRecord> accepted = new ArrayList<>();
    private List<Refusal> refused = List.of();
    private List<EventRecord> rejected = List.of();

    Decision(Body body, Caller caller) {
      this.body = body;
      this.caller = caller;
    }

    Admitted admitted() {
      return new Admitted(accepted, refused, rejected, null);
    }

    @Override
    public boolean take(DirectEvent event) {
      requireFew(accepted.size() + refused.size() + 1);
      if (!window.holds(event.occurredAt(), now)
          || (caller.isBound() && !event.isOf(caller.bytes()))) {
        return false;
      }
      String customer = event.customer();
      String pseudonym = customer == null ? null : pseudonyms.of(customer);
      accepted.add(new EventRecord(event.key(), event.compact(now, pseudonym)));
      return true;
    }

    @Override
    public void take(Decoded event) {
      int index = accepted.size() + refused.size();
      requireFew(index + 1);
      if (event instanceof Decoded.Valid valid) {
        take(index, pseudonymised(valid.event()));
      } else if (event instanceof Decoded.Refused no) {
        Refusal refusal = new Refusal(index, no.id(), no.why());
        byte[] original = Arrays.copyOfRange(body.bytes(), no.from(), no.to());
        refuse(refusal, rejectedForm.of(refusal, wall.instant(), original, caller));
      }
    }

    void take(Event event) {
      take(accepted.size() + refused.size(), pseudonymised(event));
    }

    /** Refuses, and keeps nothing of what was said but where it came from. */
    void withhold(List<InvalidEvent> reasons, RejectedForm.Trace original) {
      for (InvalidEvent why : reasons) {
        Refusal refusal = new Refusal(accepted.size() + refused.size(), null, why);
        refuse(refusal, rejectedForm.withheld(refusal, wall.instant(), original, caller));
      }
    }

    private void take(int index, Event event) {
      try {
        caller.require(event.header());
        Instant receivedAt = clock.receive(event.header());
        byte[] value = CompactForm.encode(event, receivedAt);
        accepted.add(EventRecord.of(event.key(), RecordSize.checked(value)));
      } catch (InvalidEvent why) {
        Refusal refusal = new Refusal(index, event.header().id(), why);
        refuse(refusal, rejectedForm.of(refusal, wall.instant(), event, caller));
      }
    }

    private void refuse(Refusal refusal, EventRecord record) {
      if (refused.isEmpty()) {
        refused = new ArrayList<>();
        rejected = new ArrayList<>();
      }
      refused.add(refusal);
      rejected.add(record);
    }
  }

  /** The same event without anything by which its customer could be known. */
  private Event pseudonymised(Event event) {
    if (!(event instanceof InteractionEvent ofInteraction)) {
      return event;
    }
    InteractionEvent discreet = ofInteraction;
    @Nullable String customer = ofInteraction.contact().customer();
    if (customer != null) {
      discreet = discreet.withCustomer(pseudonyms.of(customer));
    }
    if (discreet.change() instanceof Feedback told && told.comment() != null) {
      Feedback masked =
          new Feedback(told.kind(), told.score(), comments.of(told.comment()), told.sentiment());
      discreet = new InteractionEvent(discreet.header(), discreet.contact(), masked);
    }
    return discreet;
  }
}
