// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** A queue, how it is defined, and how it stands now. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.queue;
