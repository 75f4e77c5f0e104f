// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/** What is known now: the latest of every queue, interval and breach, and what time it is. */
@org.jspecify.annotations.NullMarked
package io.tideboard.wallboard.board;
