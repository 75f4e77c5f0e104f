// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.connections;

/** A connection that was opened to a platform, and is opened again whenever it breaks. */
public interface PlatformConnection extends AutoCloseable {

  /** The source of its events. */
  String source();

  /** How it stands now. May be asked from any thread. */
  ConnectionStatus status();

  /** Reads nothing more, waits a little for what is under way to be acknowledged, and ends. */
  @Override
  void close();
}
