// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
/**
 * Connections that are opened to telephone systems, and a log that is followed: what they say goes
 * as events into an {@link io.tideboard.connections.EventSink}, in order, and again until it is
 * acknowledged.
 */
@org.jspecify.annotations.NullMarked
package io.tideboard.connections;
