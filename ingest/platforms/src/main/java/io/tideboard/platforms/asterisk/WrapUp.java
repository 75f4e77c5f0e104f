// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.asterisk;

import io.tideboard.platforms.telephony.Told;
import java.util.Iterator;

/** After-call work that Asterisk will not announce the end of. Plain fields, as in {@link Call}. */
final class WrapUp {

  String id = "";
  String call = "";
  String queue = "";
  String agent = "";
  long endsAt;

  /** Ends those whose time has come. */
  static void end(PbxState state, long now, CallBook book, Told told) {
    for (Iterator<WrapUp> open = state.wrapUps.values().iterator(); open.hasNext(); ) {
      WrapUp wrapUp = open.next();
      if (wrapUp.endsAt <= now) {
        open.remove();
        book.wrappedUp(new Entry(wrapUp.id, wrapUp.endsAt, told), wrapUp);
      }
    }
  }
}
