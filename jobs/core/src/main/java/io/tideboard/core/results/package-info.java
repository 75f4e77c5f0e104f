// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What the jobs publish, and how it is written. */
@org.jspecify.annotations.NullMarked
package io.tideboard.core.results;
