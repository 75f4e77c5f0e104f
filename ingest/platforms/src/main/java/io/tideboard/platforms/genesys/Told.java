// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.genesys;

import io.tideboard.platforms.support.Names;
import io.tideboard.platforms.support.Payload;
import org.jspecify.annotations.Nullable;

/** One event's body, with what is needed to read it. */
record Told(Payload body, Topic topic, String source, Names names) {

  @Nullable String name(@Nullable String id) {
    return names.of(id, null);
  }
}
