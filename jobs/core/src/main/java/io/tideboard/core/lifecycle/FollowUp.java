// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.lifecycle;

/**
 * What became of a resolved contact whose customer is known. Belongs to the queue in which the
 * contact was offered first.
 *
 * @param arrivedAt when it was first offered, or began, in microseconds
 * @param resolvedAt when it was resolved
 * @param followed whether the customer had to come again about the same
 */
public record FollowUp(
    String queue, String channel, long arrivedAt, long resolvedAt, boolean followed)
    implements Placed {}
