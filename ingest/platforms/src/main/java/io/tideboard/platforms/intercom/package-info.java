// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * Intercom: its notifications, one a delivery.
 *
 * <table>
 * <caption>What becomes of its topics</caption>
 * <tr><th>topic</th><th>ours</th></tr>
 * <tr><td>{@code conversation.user.created}</td><td>created, message of the customer (no other topic
 *     tells the first one); queued, unless an AI agent takes part from the beginning</td></tr>
 * <tr><td>{@code conversation.admin.single.created}</td><td>created (outbound), message of the agent
 *     </td></tr>
 * <tr><td>{@code conversation.user.replied}</td><td>message of the customer; the first one after a
 *     close also reopened, queued</td></tr>
 * <tr><td>{@code conversation.admin.replied}, {@code conversation.operator.replied}</td><td>message of
 *     agent or bot, by who wrote it; of an agent also answered, unless the conversation is already
 *     closed: then the close tells it</td></tr>
 * <tr><td>{@code conversation.admin.assigned}, {@code .open.assigned}</td><td>to an admin: offered; to
 *     a team: transferred to its line, or escalated when a bot gave it away after an AI agent took
 *     part; to nobody: transferred to the line of its team. To a line only while the customer waits
 *     </td></tr>
 * <tr><td>{@code conversation.admin.closed}</td><td>answered (by the assignee, when an admin closed
 *     it), ended, wrapped up, resolved; closed by a bot, never replied to by an admin and resolved by
 *     the AI agent: ended, wrapped up, resolved, contained</td></tr>
 * <tr><td>{@code conversation.admin.opened}</td><td>reopened, queued</td></tr>
 * <tr><td>{@code conversation.admin.snoozed}, {@code .unsnoozed}</td><td>held, resumed</td></tr>
 * <tr><td>{@code conversation.rating.added}</td><td>feedback</td></tr>
 * <tr><td>{@code conversation.deleted}</td><td>ended by the system, wrapped up</td></tr>
 * <tr><td>{@code ticket.created}</td><td>created; queued in the line of its team</td></tr>
 * <tr><td>{@code ticket.contact.replied}, {@code ticket.admin.replied}</td><td>message; of an agent
 *     also answered</td></tr>
 * <tr><td>{@code ticket.admin.assigned}, {@code ticket.team.assigned}</td><td>offered; transferred to
 *     the team's line while nobody has it</td></tr>
 * <tr><td>{@code ticket.state.updated} to or from resolved, {@code ticket.resolved},
 *     {@code ticket.closed}</td><td>answered by the assignee, ended, wrapped up, resolved; from
 *     resolved: reopened, queued</td></tr>
 * <tr><td>{@code ticket.rating.provided}</td><td>feedback</td></tr>
 * <tr><td>{@code admin.away_mode_updated}, {@code admin.logged_in}</td><td>agent.state: away, or a
 *     break, training or meeting by the words of the reason; available otherwise</td></tr>
 * <tr><td>{@code admin.logged_out}</td><td>agent.state: offline</td></tr>
 * <tr><td>{@code ping}, notes, tags, reads, contacts and every other</td><td>ignored</td></tr>
 * </table>
 *
 * <p>Ids are those of notifications ({@code notif_...}), which a second attempt keeps. Two topics
 * that tell the same thing share an id: the two of an assignment that of the conversation's part,
 * those of a ticket's resolution that of the ticket and its second, reopening that of the close it
 * undoes, and a rating that of the conversation and the request, since a remark added later sends
 * it again.
 *
 * <p>Before it saves the address of a hook, Intercom asks for it with {@code HEAD}: whoever serves
 * the hook must answer that with 200, unsigned as it is. An answer of 410 ends the subscription and
 * one later than five seconds counts as failed; a failed delivery is tried once more after a
 * minute.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.intercom;
