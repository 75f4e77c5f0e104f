// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.events.ErrorCode;
import io.tideboard.events.InvalidEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedFormTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String SECRET = "Erika@example.org";

  private final Pseudonyms pseudonyms =
      new Pseudonyms("a secret of the installation".getBytes(StandardCharsets.UTF_8));
  private final RejectedForm form = new RejectedForm(pseudonyms);

  @Test
  void theOriginalIsKeptWithAPseudonymInTheCustomersPlace() {
    JsonNode kept =
        kept("{\"id\":\"a\",\"source\":\"pbx\",\"customer\":\"" + SECRET + "\"}", unknownType());
    JsonNode original = json(kept.get("original").asText());
    assertThat(original.get("id").asText()).isEqualTo("a");
    assertThat(original.get("customer").asText()).isEqualTo(pseudonyms.of(SECRET));
    assertThat(kept.get("code").asText()).isEqualTo("unknown_type");
    assertThat(kept.get("field").asText()).isEqualTo("type");
    assertThat(kept.get("value").asText()).isEqualTo("x");
    assertThat(kept.get("source").asText()).isEqualTo("pbx");
    assertThat(kept.get("receivedAt").asText()).isEqualTo("2026-03-01T12:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"customer\":\"Erika@example.org\"}",
        "{\"data\":{\"customer\":\"Erika@example.org\"}}",
        "{\"data\":[{\"Customer\":\"Erika@example.org\"}]}",
        "{\"customer\":{\"mail\":\"Erika@example.org\"}}",
        "{\"customer\":[\"Erika@example.org\"]}",
        "{\"customer\":\"Erika@example.org\",\"customer\":\"other\"}",
        "{\"customer\":\"Erika@example.org\",\"id\":\"of Erika@example.org\"}",
        "{\"source\":\"Erika@example.org\",\"customer\":\"Erika@example.org\"}",
        "{\"customer\":\"Erika@example.org\"} trailing",
        "{\"customer\":\"Erika@example.org\"",
        "\"Erika@example.org\"",
        "[\"Erika@example.org\"]",
        "Erika@example.org"
      })
  void noCustomerIsKeptInClearWhereverItStands(String original) {
    EventRecord record =
        form.of(
            refusal(unknownType()),
            NOW,
            original.getBytes(StandardCharsets.UTF_8),
            Caller.ANONYMOUS);
    assertThat(record.key()).asString(StandardCharsets.UTF_8).doesNotContainIgnoringCase("erika");
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .doesNotContainIgnoringCase("erika");
  }

  @Test
  void whatCannotBeReadIsKeptByLengthAndFingerprint() {
    JsonNode kept = kept("{\"id\":", unknownType());
    assertThat(kept.get("originalLength").asInt()).isEqualTo(6);
    assertThat(kept.get("originalFingerprint").asText())
        .isEqualTo(pseudonyms.of("{\"id\":".getBytes(StandardCharsets.UTF_8)));
    assertThat(kept.has("original")).isFalse();
    assertThat(kept.get("source").asText()).isEqualTo("anonymous");
  }

  @Test
  void aReasonThatShowsACustomerIsWithheld() {
    InvalidEvent tooLong =
        new InvalidEvent(ErrorCode.TOO_LONG, "customer", SECRET, "at most 256 characters");
    JsonNode kept = kept("{\"customer\":\"" + SECRET + "\"}", tooLong);
    assertThat(kept.get("code").asText()).isEqualTo("too_long");
    assertThat(kept.get("message").asText()).contains("withheld");
    assertThat(kept.has("value")).isFalse();
  }

  @Test
  void aLongOriginalIsNotKept() {
    JsonNode kept = kept("{\"id\":\"" + "x".repeat(70_000) + "\"}", unknownType());
    assertThat(kept.has("original")).isFalse();
    assertThat(kept.get("originalLength").asInt()).isEqualTo(70_009);
  }

  private JsonNode kept(String original, InvalidEvent why) {
    EventRecord record =
        form.of(refusal(why), NOW, original.getBytes(StandardCharsets.UTF_8), Caller.ANONYMOUS);
    return json(new String(record.value(), StandardCharsets.UTF_8));
  }

  private static Refusal refusal(InvalidEvent why) {
    return new Refusal(0, null, why);
  }

  private static InvalidEvent unknownType() {
    return new InvalidEvent(ErrorCode.UNKNOWN_TYPE, "type", "x", "a type");
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }
}
