// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

/** What a session hangs on. */
record Wiring(TcpLink link, Courier courier, Counters counters) {}
