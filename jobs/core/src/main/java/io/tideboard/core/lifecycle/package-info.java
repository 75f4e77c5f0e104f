// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** How one interaction runs: its history, the queue visits and handled legs that follow from it. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.lifecycle;
