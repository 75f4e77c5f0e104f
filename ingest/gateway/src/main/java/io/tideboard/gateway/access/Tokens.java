// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.tideboard.events.access.KeyHash;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Believes tokens of one issuer, for one audience, signed by one algorithm, that say when they
 * expire. What was believed once is remembered until then, because a signature costs more than a
 * request.
 */
final class Tokens {

  private static final int MOST_REMEMBERED = 1000;
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  /** For clocks that differ, as the library has it. */
  private static final Duration SKEW =
      Duration.ofSeconds(DefaultJWTClaimsVerifier.DEFAULT_MAX_CLOCK_SKEW_SECONDS);

  /** Of whom a believed token speaks, and until when. */
  record Believed(String subject, Instant until) {

    /** Whether it still does. */
    boolean holds(Instant now) {
      return now.isBefore(until.plus(SKEW));
    }
  }

  private final JwtSettings settings;
  private final InstantSource clock;
  private volatile DefaultJWTProcessor<SecurityContext> processor;
  private final Map<KeyHash, Believed> believed =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<KeyHash, Believed> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  Tokens(JwtSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.processor = processor();
  }

  /** Reads the issuer's keys anew, and believes nothing any more that they do not prove. */
  void renew() {
    DefaultJWTProcessor<SecurityContext> renewed = processor();
    synchronized (believed) {
      processor = renewed;
      believed.clear();
    }
  }

  private DefaultJWTProcessor<SecurityContext> processor() {
    DefaultJWTProcessor<SecurityContext> made = new DefaultJWTProcessor<>();
    JWSAlgorithm algorithm = IssuerKeys.algorithm(settings.algorithm());
    made.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
    made.setJWSKeySelector(IssuerKeys.read(settings.keys(), algorithm));
    JWTClaimsSet issued = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
    made.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(settings.audience(), issued, Set.of("sub", "exp")) {
          @Override
          protected Date currentTime() {
            return Date.from(clock.instant());
          }
        });
    return made;
  }

  /** Whether it has three parts, as tokens have and keys have not. */
  static boolean looksLikeOne(String text) {
    int first = text.indexOf('.');
    return first > 0 && text.indexOf('.', first + 1) > 0;
  }

  /**
   * Of whom a token speaks.
   *
   * @throws AccessDenied when it is not to be believed
   */
  Believed believe(String token) {
    KeyHash hash = KeyHash.of(token);
    synchronized (believed) {
      Believed known = believed.get(hash);
      if (known != null && clock.instant().isBefore(known.until())) {
        return known;
      }
    }
    DefaultJWTProcessor<SecurityContext> by = processor;
    JWTClaimsSet claims = verified(token, by);
    Believed now = new Believed(claims.getSubject(), claims.getExpirationTime().toInstant());
    synchronized (believed) {
      if (by == processor) { // else its keys may be no longer those that prove it
        believed.put(hash, now);
      }
    }
    return now;
  }

  private static JWTClaimsSet verified(String token, DefaultJWTProcessor<SecurityContext> by) {
    @Nullable JWTClaimsSet claims;
    try {
      claims = by.process(token, null);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw AccessDenied.unknown(
          "a token that is not believed ("
              + e.getMessage()
              + "): expected one of the configured issuer, for this audience, not expired");
    }
    if (claims == null || claims.getSubject().isEmpty()) {
      throw AccessDenied.unknown("a token without a subject: expected a source");
    }
    return claims;
  }
}
