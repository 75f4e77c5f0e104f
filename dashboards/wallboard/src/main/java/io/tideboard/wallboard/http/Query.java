// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.core.clock.Micros;
import io.tideboard.events.Channel;
import io.tideboard.events.InvalidEvent;
import io.tideboard.events.Rfc3339;
import io.tideboard.events.WireName;
import io.tideboard.wallboard.table.Decimal;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a request. Whatever is wrong with one is a {@link Refusal} that names it. */
final class Query {

  private static final String UNKNOWN_CHANNEL = "unknown";

  private final MultiMap parameters;

  private Query(MultiMap parameters) {
    this.parameters = parameters;
  }

  /**
   * The parameters of a call that knows only these.
   *
   * @throws Refusal when there is another one, or one of them twice
   */
  static Query of(RoutingContext request, String... known) {
    Query query = ofLists(request, known);
    for (String name : query.parameters.names()) {
      List<String> values = query.parameters.getAll(name);
      if (values.size() > 1) {
        throw Refusal.of(RequestError.INVALID_VALUE, name, String.join(", ", values), "one value");
      }
    }
    return query;
  }

  /**
   * The parameters of a call that knows only these, each as often as one likes.
   *
   * @throws Refusal when there is another one
   */
  static Query ofLists(RoutingContext request, String... known) {
    MultiMap parameters = request.queryParams();
    for (String name : parameters.names()) {
      if (!Set.of(known).contains(name)) {
        throw Refusal.of(
            RequestError.UNKNOWN_PARAMETER,
            name,
            String.valueOf(parameters.get(name)),
            known.length == 0 ? "no parameters" : "only " + String.join(", ", known));
      }
    }
    return new Query(parameters);
  }

  @Nullable String text(String name) {
    return parameters.get(name);
  }

  /** Every value of a parameter, in the order in which they were given. */
  List<String> all(String name) {
    return parameters.getAll(name);
  }

  /** A channel as spelt on the wire, or null. */
  @Nullable String channel(String name) {
    String value = parameters.get(name);
    if (value == null || value.equals(UNKNOWN_CHANNEL)) {
      return value;
    }
    return constant(Channel.class, name, Channel.VOICE).wire();
  }

  /** A time in microseconds. */
  long time(String name, long absent) {
    String value = parameters.get(name);
    try {
      return value == null ? absent : Micros.of(Rfc3339.parse(name, value));
    } catch (InvalidEvent e) {
      throw Refusal.of(e);
    }
  }

  /** A number within bounds. */
  double number(String name, double least, double most, double absent) {
    String value = parameters.get(name);
    if (value == null) {
      return absent;
    }
    try {
      double number = Double.parseDouble(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, as a number out of bounds is.
    }
    throw Refusal.of(
        RequestError.INVALID_VALUE,
        name,
        value,
        "a number from " + Decimal.of(least) + " to " + Decimal.of(most));
  }

  /** A date such as 2026-03-02, or null. */
  @Nullable LocalDate date(String name) {
    String value = parameters.get(name);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw Refusal.of(RequestError.INVALID_VALUE, name, value, "a date such as 2026-03-02");
    }
  }

  /** One of a closed list. */
  <E extends Enum<E> & WireName> E constant(Class<E> type, String name, E absent) {
    String value = parameters.get(name);
    try {
      return value == null ? absent : WireName.parse(type, name, value);
    } catch (InvalidEvent e) {
      throw Refusal.of(e);
    }
  }
}
