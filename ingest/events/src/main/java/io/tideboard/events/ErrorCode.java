// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

/**
 * Why an event was refused: a closed list, the same in the gateway's answers, topics and metrics.
 */
public enum ErrorCode implements WireName {
  /** Not JSON, or nested too deeply. */
  MALFORMED_JSON,
  /** JSON, but not an object where an event was expected. */
  NOT_AN_OBJECT,
  /** A field that this type of event needs is absent, null or empty. */
  MISSING_FIELD,
  /** A string, list or map is longer than its limit. */
  TOO_LONG,
  /** A field holds another JSON type than it should. */
  WRONG_TYPE,
  /** A field holds a value outside its set or range. */
  INVALID_VALUE,
  /** The event's type is not known. */
  UNKNOWN_TYPE,
  /** A time is not RFC 3339. */
  INVALID_TIME,
  /** A time says no offset, so nobody knows when it was. */
  TIME_WITHOUT_OFFSET,
  /** The event claims to be further in the future than the gateway tolerates. */
  TIME_IN_FUTURE,
  /** The event is older than the allowed lateness. */
  TOO_LATE,
  /** The event names another source than its sender's credential. */
  WRONG_SOURCE
}
