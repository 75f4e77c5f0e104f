// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * Zendesk: its ticket, messaging and agent availability events, as the Events API posts them to a
 * webhook. One delivery is one event; an array of them is read as well.
 *
 * <table>
 * <caption>What becomes of its events ({@code zen:event-type:} left out)</caption>
 * <tr><th>event</th><th>ours</th></tr>
 * <tr><td>{@code ticket.created}</td><td>created; queued when new or open and written by the
 *     requester; offered when it has an assignee</td></tr>
 * <tr><td>{@code ticket.comment_added}, public</td><td>message of customer or agent (or bot, when
 *     the system wrote it); of an agent also answered, unless the ticket is already solved: then the
 *     change of status tells it. Private notes are ignored</td></tr>
 * <tr><td>{@code messaging_ticket.message_added}</td><td>message of customer, agent or bot; of an
 *     agent also answered</td></tr>
 * <tr><td>{@code ticket.agent_assignment_changed}</td><td>offered; transferred back to the group
 *     when the ticket has no assignee any more while it is new or open</td></tr>
 * <tr><td>{@code ticket.group_assignment_changed}</td><td>transferred to the group, when nobody is
 *     assigned while it is new or open; otherwise ignored: the group came along with its agent</td>
 *     </tr>
 * <tr><td>{@code ticket.status_changed}</td><td>to solved: answered (by the assignee, when an agent
 *     solved it), ended, wrapped up, resolved. From solved or closed: reopened, and queued when new
 *     or open. To closed without having been solved: ended, wrapped up. To and from on-hold: held,
 *     resumed. From pending or on-hold to open without an assignee: queued</td></tr>
 * <tr><td>{@code ticket.merged soft_deleted permanently_deleted marked_as_spam}</td><td>ended by the
 *     system, wrapped up</td></tr>
 * <tr><td>{@code agent.unified_state_changed}</td><td>agent.state</td></tr>
 * <tr><td>{@code agent.state_changed}</td><td>agent.state, the channel as its reason. It is the state
 *     on one channel only: where agents have a unified state, subscribe to that and not to this
 *     </td></tr>
 * <tr><td>{@code agent.work_item_added}, {@code _updated}</td><td>offered, answered or declined, by
 *     the reason</td></tr>
 * <tr><td>{@code agent.work_item_removed}</td><td>declined, or wrapped up, by the reason</td></tr>
 * <tr><td>every other</td><td>ignored</td></tr>
 * </table>
 *
 * <p>Queues are groups ({@code source:group-98738}, or what the installation names it), agents are
 * {@code source:agent-10011}, interactions {@code source:35436}. Ids are the event's own, so that a
 * retry changes nothing. Times are the event's, for agents that of their change: Zendesk promises
 * no order, not even within the sequence of one update.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.zendesk;
