// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * What help desks have in common, in the words of a contact center.
 *
 * <p>A desk's conversation waits in a line (a group, a team, an inbox) until somebody writes back:
 * assigning it is an <i>offer</i>, the first reply is the <i>answer</i>, since a desk assigns
 * within milliseconds what nobody reads for hours, and a service level over assignments would
 * always be 1. A conversation handed from one agent to another is offered to the other, whose first
 * reply takes it over: a desk does not tell whether the customer is being served or still waits,
 * and a transfer told too early would let the wait flow out. Only a move to another line is a
 * transfer.
 *
 * <p>Whoever settles a conversation has served it: the answer is told once more with the end, at
 * the same instant, since a desk tells a reply that settles (the most frequent of all) as settled.
 * For a conversation that was answered before, the second answer of the same agent says nothing
 * new. Wrap-up is over with the end: what an agent writes down at a desk is written before.
 *
 * <p>Texts of messages, subjects and notes are never read into an event. Only the comment of a
 * survey is, in the field that the gateway masks.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.desk;
