// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Platform;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.standard.StandardWebhooks;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whoever does not know the secret proves nothing, whatever is sent, and breaks nothing. */
class ProofFuzzTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");

  private static final List<String> HEADERS =
      List.of(
          "x-zendesk-webhook-signature",
          "x-zendesk-webhook-signature-timestamp",
          "x-chatwoot-signature",
          "x-chatwoot-timestamp",
          "x-hub-signature",
          "x-tideboard-token",
          "authorization",
          StandardWebhooks.ID,
          StandardWebhooks.TIMESTAMP,
          StandardWebhooks.SIGNATURE);

  private static final List<SignatureScheme> SCHEMES = schemes();

  /** Another one in every run, so that no corpus can come to know it. */
  private static final Secrets SECRETS = new Secrets(List.of(random(), random()));

  private static List<SignatureScheme> schemes() {
    List<SignatureScheme> schemes = new ArrayList<>();
    schemes.add(new StandardWebhooks());
    DeskFixture.DESKS.stream().map(Platform::signature).forEach(schemes::add);
    return schemes;
  }

  private static byte[] random() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  @FuzzTest(maxDuration = "5s")
  void nothingIsGenuineWithoutTheSecret(FuzzedDataProvider data) {
    SignatureScheme scheme = data.pickValue(SCHEMES);
    Map<String, String> headers = new HashMap<>();
    for (String header : HEADERS) {
      if (data.consumeBoolean()) {
        headers.put(header, data.consumeString(200));
      }
    }
    String url = "https://center.example/v1/hooks/x/y?" + data.consumeString(100);
    Delivery delivery = new Delivery("y", url, headers, data.consumeRemainingAsBytes());

    assertThat(scheme.check(delivery, SECRETS, NOW)).isNotEqualTo(SignatureScheme.Verdict.GENUINE);
  }
}
