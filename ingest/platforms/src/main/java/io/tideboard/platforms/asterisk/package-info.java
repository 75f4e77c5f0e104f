// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * Asterisk's app_queue, by either of its voices: the manager interface ({@link
 * io.tideboard.platforms.asterisk.ManagerEvents}) or the queue log ({@link
 * io.tideboard.platforms.asterisk.QueueLogEvents}). Both tell the same story through {@code
 * CallBook}. A site uses one of them for a source: their ids differ, so that both would count
 * twice.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.platforms.asterisk;
