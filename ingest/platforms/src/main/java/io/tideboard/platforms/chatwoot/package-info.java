// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * Chatwoot: the webhooks of an account or of an API inbox.
 *
 * <table>
 * <caption>What becomes of its events</caption>
 * <tr><th>event</th><th>ours</th></tr>
 * <tr><td>{@code conversation_created}</td><td>created; queued when open (pending is with a bot);
 *     offered when it has an assignee</td></tr>
 * <tr><td>status to open, from resolved</td><td>reopened, queued</td></tr>
 * <tr><td>status to open, from pending</td><td>escalated, when no agent has replied yet: the bot
 *     hands over. Otherwise ignored: an agent had set it aside</td></tr>
 * <tr><td>status to open, from snoozed</td><td>resumed</td></tr>
 * <tr><td>status to open, releases that do not tell from what</td><td>reopened, queued: what is open
 *     from its beginning never changes to open otherwise, unless a bot is connected</td></tr>
 * <tr><td>status to resolved</td><td>answered by the assignee unless nobody ever replied, ended,
 *     wrapped up, resolved; from pending with no reply of an agent: ended, wrapped up, resolved,
 *     contained</td></tr>
 * <tr><td>status to snoozed</td><td>held; from resolved also reopened</td></tr>
 * <tr><td>status to pending</td><td>reopened from resolved, otherwise ignored</td></tr>
 * <tr><td>assignee changed</td><td>offered; none any more: transferred back to the line, while the
 *     customer waits</td></tr>
 * <tr><td>team changed</td><td>transferred to the team's line, while the customer waits</td></tr>
 * <tr><td>{@code message_created}, incoming</td><td>message of the customer</td></tr>
 * <tr><td>{@code message_created}, outgoing</td><td>message of agent or bot; of an agent also
 *     answered, unless the conversation is already resolved: then the change of status tells it.
 *     Private notes, activities and templates are ignored</td></tr>
 * <tr><td>{@code message_updated} of a survey</td><td>feedback</td></tr>
 * <tr><td>every other</td><td>ignored</td></tr>
 * </table>
 *
 * <p>Traps. A change of status comes as {@code conversation_status_changed}, as {@code
 * conversation_updated}, or as both, and messages come twice when they are written fast: ids are of
 * what happened (the message's id; the conversation's id with the new value and {@code
 * updated_at}), not of the delivery, so that both are one. Only of releases without {@code
 * updated_at} is the delivery's own id taken, where there is one. Times are ISO in one place, whole
 * epochs in another and epochs with a fraction in a third. The last message inside {@code
 * conversation_created} is often not the first one, so nothing is read from it.
 *
 * <p>Queues are teams by name, and inboxes as {@code source:inbox-1}, because the events of
 * conversations do not tell an inbox's name; agents are {@code source:agent-1}; both as the
 * installation names them, where it does.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.chatwoot;
