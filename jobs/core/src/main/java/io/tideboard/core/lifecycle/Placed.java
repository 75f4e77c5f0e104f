// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

/** What belongs to a queue on a channel. */
public sealed interface Placed permits FollowUp, QueueVisit, HandledLeg, ContactCourse, Score {

  /** The queue, or {@link QueueVisit#UNKNOWN}. */
  String queue();

  /** The channel as spelt on the wire, or {@link QueueVisit#UNKNOWN}. */
  String channel();
}
