// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * Sends requests to a gateway from a process of its own, so that what is measured does not share a
 * heap, a compiler or a garbage collector with what measures it.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.bench.load;
