// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.queue;

/** Something that happened at an instant, to be counted wherever that instant belongs. */
@FunctionalInterface
interface Happening {

  void book(Booking to);
}
