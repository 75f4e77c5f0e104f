// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Who may look at what, by which token. */
@org.jspecify.annotations.NullMarked
package io.tideboard.wallboard.access;
