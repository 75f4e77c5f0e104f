// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sender shows.
 *
 * @param authorization every {@code Authorization} header
 * @param keys every {@code X-Api-Key} header
 * @param certificate the common name of its client certificate, which was checked; null without one
 */
public record Credential(
    List<String> authorization, List<String> keys, @Nullable String certificate) {

  /** Without what it shows. */
  @Override
  public String toString() {
    return "a credential";
  }
}
