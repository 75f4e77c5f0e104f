// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.freshdesk;

import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Platform;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.Translation;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Entries;
import io.tideboard.platforms.support.JsonBody;
import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.SharedSecret;
import java.util.List;

/** Freshdesk's webhooks; the package's documentation has the template for its rules. */
public final class Freshdesk implements Platform {

  /** Where a rule puts the secret, when it does not use basic authentication. */
  public static final String HEADER = "x-tideboard-token";

  private final Names names;

  /** With groups and agents under the names that tickets have. */
  public Freshdesk() {
    this(Names.AS_SENT);
  }

  /** With groups and agents under the names that the installation tells. */
  public Freshdesk(Names names) {
    this.names = names;
  }

  @Override
  public String name() {
    return "freshdesk";
  }

  @Override
  public SignatureScheme signature() {
    return new SharedSecret(HEADER);
  }

  @Override
  public Translation translate(Delivery delivery) {
    Scope scope = new Scope(delivery.source(), names);
    Fields fields = new Fields(JsonBody.object(delivery.body()));
    List<Change> changes = Change.in(fields);
    Entries entries = new Entries();
    for (Change change : changes) {
      entries.read(change.name(), () -> new TicketChange(change, fields, scope).events());
    }
    if (changes.isEmpty()) {
      entries.ignore("unnamed");
    }
    return entries.translation();
  }
}
