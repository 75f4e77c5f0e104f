// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.events.WireName;

/** How a table is written. */
enum TableFormat implements WireName {
  JSON,
  CSV
}
