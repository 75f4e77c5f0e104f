// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** Reads the topics of results into the board. */
@org.jspecify.annotations.NullMarked
package io.tideboard.wallboard.feed;
