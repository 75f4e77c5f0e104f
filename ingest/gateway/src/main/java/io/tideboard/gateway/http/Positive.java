// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

final class Positive {

  private Positive() {}

  static void require(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(value + " as " + name + ": expected more than 0");
    }
  }
}
