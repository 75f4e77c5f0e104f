// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.followup;

import io.tideboard.core.lifecycle.Fact;
import io.tideboard.core.lifecycle.FollowUp;
import io.tideboard.core.wire.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of one customer that are over: which of those that were resolved were followed by a
 * further contact. Whatever the order in which they become known, the facts add up to the same.
 */
public final class CustomerContacts {

  private final Map<Long, ClosedContact> contacts = new LinkedHashMap<>(2);

  /**
   * Takes a contact as it is now, and tells what follows for it and the others.
   *
   * @param window within which after its resolution, in microseconds, a further contact shows that
   *     it was not the last
   */
  public void take(ClosedContact contact, long window, Consumer<Fact> facts) {
    ClosedContact before = contacts.get(contact.id());
    ClosedContact after = contact.isWithdrawn() ? null : contact;
    FollowUp was = before == null ? null : followUp(before, window);
    for (ClosedContact other : contacts.values()) {
      boolean followed = before != null && other.isFollowedBy(before, window);
      boolean follows = after != null && other.isFollowedBy(after, window);
      if (other != before && followed != follows && !isFollowed(other, window, before)) {
        facts.accept(new Fact.FollowUpRevised(told(other, followed), told(other, follows)));
      }
    }
    if (after == null) {
      contacts.remove(contact.id());
    } else {
      contacts.put(contact.id(), after);
    }
    FollowUp is = after == null ? null : followUp(after, window);
    if (!Objects.equals(was, is)) {
      facts.accept(new Fact.FollowUpRevised(was, is));
    }
  }

  /** What is told of a contact; null unless it was resolved. */
  private @Nullable FollowUp followUp(ClosedContact contact, long window) {
    return told(contact, isFollowed(contact, window, null));
  }

  private static @Nullable FollowUp told(ClosedContact contact, boolean followed) {
    return contact.isResolved()
        ? new FollowUp(
            contact.queue(), contact.channel(), contact.arrivedAt(), contact.resolvedAt(), followed)
        : null;
  }

  /** Whether a further contact followed, be it not that one. */
  private boolean isFollowed(ClosedContact contact, long window, @Nullable ClosedContact but) {
    for (ClosedContact other : contacts.values()) {
      if (other != contact && other != but && contact.isFollowedBy(other, window)) {
        return true;
      }
    }
    return false;
  }

  /** Forgets contacts of which nothing is known after that instant; what was told stays. */
  public void forgetBefore(long instant) {
    contacts.values().removeIf(contact -> contact.last() <= instant);
  }

  /** The last instant that is known of the contact of which that is longest ago. */
  public long first() {
    long first = Long.MAX_VALUE;
    for (ClosedContact contact : contacts.values()) {
      first = Math.min(first, contact.last());
    }
    return first;
  }

  /** Whether nothing is left to remember. */
  public boolean isEmpty() {
    return contacts.isEmpty();
  }

  /** Writes the state. */
  public void write(DataOutput out) throws IOException {
    Varint.write(out, contacts.size());
    for (ClosedContact contact : contacts.values()) {
      contact.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static CustomerContacts read(DataInput in) throws IOException {
    CustomerContacts customer = new CustomerContacts();
    for (int i = Varint.readInt(in); i > 0; i--) {
      ClosedContact contact = ClosedContact.read(in);
      customer.contacts.put(contact.id(), contact);
    }
    return customer;
  }
}
