// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What platforms say of themselves, to repair what was missed: their lists, and their restarts. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.repair;
