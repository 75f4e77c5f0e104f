// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Who may send, how much, and by which proof. */
@org.jspecify.annotations.NullMarked
package io.tideboard.gateway.access;
