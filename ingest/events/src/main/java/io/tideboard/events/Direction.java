// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

/** Who reached out: the customer (inbound) or the company (outbound). */
public enum Direction implements WireName {
  INBOUND,
  OUTBOUND
}
