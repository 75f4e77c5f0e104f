// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import com.nimbusds.jose.Algorithm;
import java.nio.file.Path;
import java.util.List;

/**
 * Which tokens are believed. Their subject is the source.
 *
 * @param algorithm the only one by which they may be signed, such as {@code RS256} or {@code ES256}
 * @param issuer who must have issued them
 * @param audience for whom they must be
 * @param keys a file with the issuer's public key in PEM, or its keys as a JWK set
 */
public record JwtSettings(String algorithm, String issuer, String audience, Path keys) {

  /** The algorithms that there are. */
  public static final List<String> ALGORITHMS =
      IssuerKeys.ALGORITHMS.stream().map(Algorithm::getName).toList();
}
