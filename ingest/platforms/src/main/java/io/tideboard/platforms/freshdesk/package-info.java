// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * Freshdesk: webhooks of automation rules, whose shape their author chooses.
 *
 * <p>The template to paste into each rule (encoding JSON, content <i>advanced</i>), with the rule's
 * own event in place of {@code ticket_created}:
 *
 * <pre>{@code
 * {"event": "ticket_created",
 *  "ticket_id": "{{ticket.id}}",
 *  "updated_at": "{{ticket.updated_at}}",
 *  "status": "{{ticket.status}}",
 *  "source": "{{ticket.source}}",
 *  "priority": "{{ticket.priority}}",
 *  "group_name": "{{ticket.group.name}}",
 *  "agent_email": "{{ticket.agent.email}}",
 *  "requester_email": "{{ticket.requester.email}}",
 *  "triggered_event": "{{triggered_event}}"}
 * }</pre>
 *
 * <p>Every placeholder stands in quotation marks, and none of a subject, description or comment:
 * Freshdesk pastes them as they are, and a quotation mark in one makes the whole body unreadable.
 * The ticket may also stand in {@code ticket} or {@code freshdesk_webhook}, names may begin with
 * {@code ticket_} and be spelt in any case, and the agent may be an object with name and e-mail:
 * fields are looked up tolerantly. A body without {@code event} is read by its {@code
 * triggered_event}, such as <code>{status:{from:2,to:4}}</code>.
 *
 * <table>
 * <caption>What becomes of which event</caption>
 * <tr><th>{@code event}, or {@code triggered_event}</th><th>ours</th></tr>
 * <tr><td>{@code ticket_created}, {@code ticket_action:created}</td><td>created; message of the
 *     customer and queued, unless its source is an outbound e-mail; offered when it has an agent</td>
 *     </tr>
 * <tr><td>{@code customer_replied}</td><td>message of the customer</td></tr>
 * <tr><td>{@code agent_replied}, {@code reply_sent}, {@code note_type:public}</td><td>message of the
 *     agent; answered, unless the ticket is already resolved</td></tr>
 * <tr><td>{@code agent_assigned}, {@code responder_id}</td><td>offered; without an agent, transferred
 *     back to the group while open</td></tr>
 * <tr><td>{@code group_changed}, {@code group_id}</td><td>transferred to the group, while open and
 *     without an agent</td></tr>
 * <tr><td>{@code ticket_resolved}, {@code ticket_closed}, status to resolved or closed</td>
 *     <td>answered by the agent, ended, wrapped up, resolved; from resolved to closed: ignored</td>
 *     </tr>
 * <tr><td>{@code ticket_reopened}, status from resolved or closed</td><td>reopened, queued</td></tr>
 * <tr><td>{@code ticket_deleted}, {@code ticket_marked_spam}</td><td>ended by the system, wrapped up
 *     </td></tr>
 * <tr><td>{@code ticket_rated} with {@code rating}, {@code customer_feedback}</td><td>feedback: 103
 *     to −103 and 1 to 5 are both understood, the survey's words in {@code comment}</td></tr>
 * <tr><td>every other</td><td>ignored</td></tr>
 * </table>
 *
 * <p>Freshdesk gives no id to what it tells and tries again after 5, 30 and 60 minutes: an event is
 * known by its ticket, {@code updated_at} and the event, which a second attempt repeats. Queues are
 * groups by name ({@code source:unassigned} without one), agents are their e-mail addresses.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.freshdesk;
