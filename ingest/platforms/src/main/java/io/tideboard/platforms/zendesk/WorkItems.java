// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.zendesk;

import io.tideboard.events.DeclineReason;
import io.tideboard.events.Event;
import io.tideboard.platforms.desk.DeskCase;
import io.tideboard.platforms.desk.Fact;
import io.tideboard.platforms.desk.Scope;
import io.tideboard.platforms.support.Payload;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A ticket, conversation or call that is offered to an agent and leaves the agent again: {@code
 * agent.work_item_*}. The id of the work item is that of its ticket. Reasons are known by the words
 * in them, because the list of them is not published.
 */
final class WorkItems {

  private WorkItems() {}

  static List<Event> told(ZendeskEvent event, Scope scope) {
    Payload change = event.event();
    String reason = upper(change.text("reason"));
    return switch (event.kind()) {
      case "agent.work_item_added" -> added(reason, item(event, scope), agent(event, scope));
      case "agent.work_item_updated" -> {
        DeclineReason declined = declined(reason);
        yield reason.contains("ACCEPT") && declined == null
            ? item(event, scope).answeredBy(agent(event, scope)).events()
            : declined(declined, event, scope);
      }
      case "agent.work_item_removed" ->
          settled(reason)
              ? item(event, scope).wrappedUpBy(agent(event, scope)).events()
              : declined(declined(reason), event, scope);
      default -> List.of();
    };
  }

  private static List<Event> added(String reason, DeskCase item, String agent) {
    return reason.contains("ACCEPT")
        ? item.answeredBy(agent).events()
        : item.offeredTo(agent).events();
  }

  private static List<Event> declined(
      @Nullable DeclineReason why, ZendeskEvent event, Scope scope) {
    return why == null ? List.of() : item(event, scope).declined(agent(event, scope), why).events();
  }

  private static @Nullable DeclineReason declined(String reason) {
    if (reason.contains("DECLINE") || reason.contains("REJECT")) {
      return DeclineReason.REJECTED;
    }
    boolean unanswered =
        reason.contains("TIMEOUT")
            || reason.contains("TIMED_OUT")
            || reason.contains("EXPIRE")
            || reason.contains("MISSED")
            || reason.contains("NOT_ACCEPTED");
    return unanswered ? DeclineReason.NO_ANSWER : null;
  }

  private static boolean settled(String reason) {
    return reason.contains("SOLVED") || reason.contains("CLOSED") || reason.contains("ENDED");
  }

  private static DeskCase item(ZendeskEvent event, Scope scope) {
    Payload change = event.event();
    String id = change.neededText("work_item_id");
    return new DeskCase(
            new Fact(scope.source(), event.id(), event.changedAt()),
            scope.interaction(id.substring(id.lastIndexOf(':') + 1)))
        .on(ZendeskChannel.ofWork(change.text("channel")));
  }

  private static String agent(ZendeskEvent event, Scope scope) {
    return AgentEvents.agent(event, scope);
  }

  private static String upper(@Nullable String reason) {
    return reason == null ? "" : reason.toUpperCase(Locale.ROOT).replace(' ', '_');
  }
}
