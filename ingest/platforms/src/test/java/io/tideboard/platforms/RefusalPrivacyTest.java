// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.connect.AmazonConnect;
import io.tideboard.platforms.genesys.GenesysCloud;
import io.tideboard.platforms.twilio.TwilioTaskRouter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A refusal is logged and published: a customer's number at a wrong place must not be in it. */
class RefusalPrivacyTest {

  private static final String NUMBER = "+15550100";

  @Test
  void aCustomerThatCannotBeReadIsLeftOutAndNotShown() {
    String record =
        Fixtures.text("connect/record.json")
            .replaceAll("(?s)\"CustomerEndpoint\": \\{.*?}", "\"CustomerEndpoint\": \"+15550100\"");
    String call =
        Fixtures.text("genesys/acd-start.json")
            .replace("\"ani\": \"tel:+15550100\"", "\"callbackNumbers\": \"+15550100\"");
    String conversation =
        Fixtures.text("genesys/conversation.json")
            .replace("\"address\": \"tel:+15550100\"", "\"address\": [\"+15550100\"]");
    requireHidden(new AmazonConnect(), Fixtures.json(record));
    requireHidden(new GenesysCloud(), Fixtures.json(call));
    requireHidden(new GenesysCloud(), Fixtures.json(conversation));
  }

  private static void requireHidden(Platform platform, Delivery delivery) {
    assertThat(delivery.text()).contains(NUMBER);
    Translation translation = platform.translate(delivery);
    assertThat(translation.refused()).isEmpty();
    assertThat(translation.events()).isNotEmpty();
    assertThat(translation.toString()).doesNotContain(NUMBER);
  }

  @Test
  void aFormThatCannotBeDecodedIsNotShown() {
    assertHidden(new TwilioTaskRouter(), Fixtures.form("EventType=x&From=+15550100%zz"));
  }

  @Test
  void aRecordThatCannotBeUnpackedIsNotShown() {
    assertHidden(
        new AmazonConnect(), Fixtures.json("{\"partitionKey\": \"a\", \"data\": \"?+15550100\"}"));
  }

  private static void assertHidden(Platform platform, Delivery delivery) {
    List<InvalidEvent> refused;
    try {
      refused = platform.translate(delivery).refused();
    } catch (InvalidEvent e) {
      refused = List.of(e);
    }
    assertThat(refused)
        .hasSize(1)
        .allSatisfy(why -> assertThat(why.getMessage() + why.value()).doesNotContain("15550100"));
  }
}
