// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** The wallboard's service: its settings, its start and its end. */
@org.jspecify.annotations.NullMarked
package io.tideboard.wallboard;
