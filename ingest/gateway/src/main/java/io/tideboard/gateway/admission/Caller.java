// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import io.tideboard.events.ErrorCode;
import io.tideboard.events.EventHeader;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.json.EventDecoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** On whose behalf events come, and so which source they are of and how many may come. */
public final class Caller {

  /** Somebody who needs no credential, and may say any source. */
  public static final Caller ANONYMOUS =
      new Caller("anonymous", false, Quota.UNLIMITED, () -> true);

  private final String source;
  private final boolean bound;
  private final Quota quota;
  private final BooleanSupplier valid;
  private final byte[] bytes;
  private final EventDecoder decoder;

  private Caller(String source, boolean bound, Quota quota, BooleanSupplier valid) {
    this.source = source;
    this.bound = bound;
    this.quota = quota;
    this.valid = valid;
    this.bytes = source.getBytes(StandardCharsets.UTF_8);
    this.decoder = new EventDecoder(source);
  }

  private Caller(Caller same, BooleanSupplier valid) {
    this.source = same.source;
    this.bound = same.bound;
    this.quota = same.quota;
    this.valid = valid;
    this.bytes = same.bytes;
    this.decoder = same.decoder;
  }

  /** Whoever has proved to be that source: its events are of that source and of no other. */
  public static Caller of(String source, Quota quota) {
    return new Caller(source, true, quota, () -> true);
  }

  /** The same without a quota. */
  public static Caller of(String source) {
    return of(source, Quota.UNLIMITED);
  }

  /** The same, as long as its credential holds. */
  public Caller validWhile(BooleanSupplier valid) {
    return new Caller(this, valid);
  }

  /** Whether its credential still holds, for whoever stays connected. */
  public boolean isValid() {
    return valid.getAsBoolean();
  }

  /** The source of events that name none. */
  public String source() {
    return source;
  }

  /** How much it may send. */
  public Quota quota() {
    return quota;
  }

  /** Its source in UTF-8. Not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** Whether its events can be of its own source only. */
  boolean isBound() {
    return bound;
  }

  EventDecoder decoder() {
    return decoder;
  }

  /** The source under which a refused event is kept that claims to be of that one. */
  String blamed(String claimed) {
    return bound ? source : claimed;
  }

  /**
   * Requires that it may tell of that event.
   *
   * @throws InvalidEvent {@code wrong_source}
   */
  void require(EventHeader header) {
    if (bound && !header.source().equals(source)) {
      throw new InvalidEvent(
          ErrorCode.WRONG_SOURCE,
          "source",
          header.source(),
          "'" + source + "', which is the credential's, or none");
    }
  }
}
