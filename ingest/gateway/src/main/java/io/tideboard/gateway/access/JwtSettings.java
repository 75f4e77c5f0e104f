// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import java.nio.file.Path;

/**
 * Which tokens are believed. Their subject is the source.
 *
 * @param algorithm the only one by which they may be signed, such as {@code RS256} or {@code ES256}
 * @param issuer who must have issued them
 * @param audience for whom they must be
 * @param keys a file with the issuer's public key in PEM, or its keys as a JWK set
 */
public record JwtSettings(String algorithm, String issuer, String audience, Path keys) {}
