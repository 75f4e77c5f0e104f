// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Keys that are shown, and the hashes that are kept of them: the same at every door. */
@org.jspecify.annotations.NullMarked
package io.tideboard.events.access;
