// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.wallboard.http;

import io.tideboard.events.WireName;

/** How a list is written. */
enum ListFormat implements WireName {
  JSON,
  CSV
}
