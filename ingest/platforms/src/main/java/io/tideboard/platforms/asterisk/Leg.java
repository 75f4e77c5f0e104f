// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.platforms.telephony.EventIds;

/**
 * Whom a message is about, as Asterisk names them; empty where it names nobody.
 *
 * @param call the unique id of the caller's channel
 */
record Leg(String call, String queue, String agent) {

  Leg {
    call = EventIds.fit(call);
    queue = EventIds.fit(queue);
    agent = EventIds.fit(agent);
  }
}
