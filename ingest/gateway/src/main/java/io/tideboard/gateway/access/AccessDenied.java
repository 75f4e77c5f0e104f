// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

/** Somebody may not send. An answer to a sender, so without a stack trace. */
public final class AccessDenied extends RuntimeException {

  private final boolean genuine;

  private AccessDenied(boolean genuine, String message) {
    super(message, null, false, false);
    this.genuine = genuine;
  }

  /** There is no credential, or none that can be believed. */
  static AccessDenied unknown(String expected) {
    return new AccessDenied(false, expected);
  }

  /** The credential is genuine, but of somebody who may not send. */
  static AccessDenied stranger(String expected) {
    return new AccessDenied(true, expected);
  }

  /** Whether the credential was genuine. */
  public boolean isGenuine() {
    return genuine;
  }
}
