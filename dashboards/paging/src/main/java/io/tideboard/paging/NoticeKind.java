// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.paging;

import io.tideboard.events.WireName;

/** What a receiver is told of an episode. */
public enum NoticeKind implements WireName {
  OPENED,
  ESCALATED,
  CLOSED,
  /** It is still open: for receivers that forget what they are not reminded of. */
  REMINDED
}
