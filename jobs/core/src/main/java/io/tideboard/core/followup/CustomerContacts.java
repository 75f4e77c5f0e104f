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
    Map<Long, FollowUp> before = followUps(window);
    if (contact.isWithdrawn()) {
      contacts.remove(contact.id());
    } else {
      contacts.put(contact.id(), contact);
    }
    Map<Long, FollowUp> after = followUps(window);
    Map<Long, FollowUp> all = new LinkedHashMap<>(before);
    all.putAll(after);
    for (Long id : all.keySet()) {
      if (!Objects.equals(before.get(id), after.get(id))) {
        facts.accept(new Fact.FollowUpRevised(before.get(id), after.get(id)));
      }
    }
  }

  private Map<Long, FollowUp> followUps(long window) {
    Map<Long, FollowUp> all = new LinkedHashMap<>();
    for (ClosedContact each : contacts.values()) {
      if (each.isResolved()) {
        boolean followed = false;
        for (ClosedContact other : contacts.values()) {
          followed |= other != each && each.isFollowedBy(other, window);
        }
        all.put(
            each.id(),
            new FollowUp(
                each.queue(), each.channel(), each.arrivedAt(), each.resolvedAt(), followed));
      }
    }
    return all;
  }

  /** Forgets contacts of which nothing is known after that instant; what was told stays. */
  public void forgetBefore(long instant) {
    contacts.values().removeIf(contact -> contact.last() <= instant);
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
