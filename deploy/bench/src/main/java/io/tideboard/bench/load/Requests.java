// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench.load;

import io.netty.buffer.ByteBuf;

/** Complete requests, head and body, ready to be written. Only for the generator's event loop. */
interface Requests {

  /** The next one, to be released by whoever takes it. */
  ByteBuf next();
}
