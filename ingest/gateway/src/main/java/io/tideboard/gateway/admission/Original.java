// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideboard.events.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refused event as it came, with pseudonyms in the place of customer keys and without comments.
 *
 * @param source the source it names, or the one of events that name none
 * @param text its JSON, customers pseudonymised
 * @param customers the customer keys that stood in it; not to be stored
 */
record Original(String source, String text, List<String> customers) {

  /** What stands in the place of a comment. */
  private static final String WITHHELD = "(withheld)";

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // A second member of the same name would vanish together with the first one's pseudonym.
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  /** Reads a JSON object; null when the bytes are no such thing, or nothing safe can be kept. */
  static @Nullable Original read(byte[] bytes, Pseudonyms pseudonyms) {
    try {
      if (JSON.readTree(bytes) instanceof ObjectNode object) {
        List<String> customers = new ArrayList<>();
        replaceCustomers(object, pseudonyms, customers);
        String text = object.toString();
        // The same key may stand in another field, where nobody would look for it.
        return customers.stream().anyMatch(text::contains)
            ? null
            : new Original(sourceOf(object), text, customers);
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Whether a field, as a dotted path, holds a customer key. */
  static boolean isCustomer(@Nullable String field) {
    return field != null
        && field.substring(field.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).equals("customer");
  }

  /** Whether a field, as a dotted path, holds customers' own words. */
  static boolean isComment(@Nullable String field) {
    return field != null
        && field.substring(field.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).equals("comment");
  }

  private static void replaceCustomers(
      JsonNode node, Pseudonyms pseudonyms, List<String> customers) {
    if (node instanceof ObjectNode object) {
      for (var member : object.properties()) {
        if (isCustomer(member.getKey()) && !member.getValue().isNull()) {
          String customer = member.getValue().asText();
          if (!customer.isEmpty()) {
            customers.add(customer);
          }
          // Whatever has another shape than a text is replaced as a whole.
          member.setValue(
              object.textNode(
                  pseudonyms.of(customer.isEmpty() ? member.getValue().toString() : customer)));
        } else if (isComment(member.getKey()) && !member.getValue().isNull()) {
          member.setValue(object.textNode(WITHHELD));
        } else {
          replaceCustomers(member.getValue(), pseudonyms, customers);
        }
      }
    } else {
      node.forEach(element -> replaceCustomers(element, pseudonyms, customers));
    }
  }

  private static String sourceOf(ObjectNode object) {
    String source = object.path("source").asText();
    boolean usable = !source.isEmpty() && source.length() <= Limits.ID;
    return usable ? source : Caller.ANONYMOUS.source();
  }
}
