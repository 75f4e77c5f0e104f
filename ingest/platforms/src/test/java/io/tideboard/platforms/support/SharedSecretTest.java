// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedSecretTest {

  private static final Secrets SECRETS =
      new Secrets(List.of(bytes("open sesame"), bytes("old sesame")));

  private final SharedSecret scheme = new SharedSecret("x-api-key");

  @ParameterizedTest
  @CsvSource({
    "x-api-key,open sesame,GENUINE",
    "x-api-key,old sesame,GENUINE",
    "x-api-key,open sesam,FORGED",
    "x-api-key,'',FORGED",
    "authorization,Bearer open sesame,GENUINE",
    "authorization,bearer old sesame,GENUINE",
    "authorization,Bearer sesame,FORGED",
    "authorization,Basic YW55b25lOm9wZW4gc2VzYW1l,GENUINE",
    "authorization,Basic OnNlc2FtZQ==,FORGED",
    "authorization,Basic b3BlbiBzZXNhbWU=,FORGED",
    "authorization,Basic !!!,FORGED",
    "authorization,Digest open sesame,FORGED",
    "x-other,open sesame,UNSIGNED"
  })
  void theSecretItselfIsTheProof(String header, String value, Verdict verdict) {
    assertThat(check(Map.of(header, value))).isEqualTo(verdict);
  }

  @Test
  void aHeaderOfItsOwnComesBeforeAuthorization() {
    assertThat(check(Map.of("x-api-key", "wrong", "authorization", "Bearer open sesame")))
        .isEqualTo(Verdict.FORGED);
  }

  private Verdict check(Map<String, String> headers) {
    Delivery delivery = new Delivery("pbx-1", "https://x", headers, new byte[0]);
    return scheme.check(delivery, SECRETS, Instant.EPOCH);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
