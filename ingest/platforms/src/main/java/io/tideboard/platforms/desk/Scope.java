// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import io.tideboard.platforms.support.Ids;
import io.tideboard.platforms.support.Names;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names within one source. Desks count from 1, so that ticket 35 of one and conversation 35 of
 * another would be the same interaction: what has nothing but such an id is named {@code
 * source:35}. The installation may tell better names, by {@code group-98738}, {@code inbox-1},
 * {@code team-3}, {@code agent-10011} or {@code unassigned}.
 *
 * @param source the source that the hook's address names
 * @param names what the installation tells
 */
public record Scope(String source, Names names) {

  /** The line of what no group or team has taken yet. */
  public static final String UNASSIGNED = "unassigned";

  /** The interaction that a ticket or conversation of that id is. */
  public String interaction(String id) {
    return Ids.of(source, id);
  }

  /** The agent of that id; null when there is none. */
  public @Nullable String agent(@Nullable String id) {
    return id == null ? null : named("agent-" + id, null);
  }

  /** The customer of that id, for whom the desk tells neither an address nor a number. */
  public @Nullable String customer(@Nullable String id) {
    return id == null ? null : Ids.of(source, "customer-" + id);
  }

  /**
   * The queue of that kind and id.
   *
   * @param kind such as {@code group}
   * @param name as the payload has it; null when it has none
   */
  public String queue(String kind, String id, @Nullable String name) {
    return named(kind + "-" + id, name);
  }

  /** The queue of what no group or team has taken yet. */
  public String unassigned() {
    return named(UNASSIGNED, null);
  }

  /** What a payload knows by its name alone. */
  public String known(String kind, String name) {
    return Objects.requireNonNull(names.of(kind + "-" + name, name));
  }

  private String named(String key, @Nullable String name) {
    String known = name == null || name.isBlank() ? Ids.of(source, key) : name;
    return Objects.requireNonNull(names.of(key, known));
  }
}
