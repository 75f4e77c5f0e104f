// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** When a queue visit is about to break, or breaks, the promise of its queue. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.breach;
