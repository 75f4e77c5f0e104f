// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms.twilio;

import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.Delivery;
import io.tideboard.platforms.Secrets;
import io.tideboard.platforms.SignatureScheme;
import io.tideboard.platforms.support.Form;
import io.tideboard.platforms.support.Proof;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code X-Twilio-Signature}: Base64 of the HMAC-SHA1, under the account's token, of the address as
 * Twilio calls it and of each parameter of the form, sorted. A body of JSON is not signed itself;
 * its SHA-256 is a parameter of the address. No time is signed, so nothing is ever stale.
 *
 * <p>Behind a proxy the delivery's address must be the public one. Twilio signs some addresses with
 * their port and some without: both are tried.
 */
final class TwilioSignature implements SignatureScheme {

  private static final String HEADER = "x-twilio-signature";
  private static final String BODY_HASH = "bodySHA256";

  @Override
  public Verdict check(Delivery delivery, Secrets secrets, Instant now) {
    String header = delivery.header(HEADER);
    if (header == null) {
      return Verdict.UNSIGNED;
    }
    String parameters = signedParameters(delivery);
    byte[] given = parameters == null ? null : Proof.base64(header.trim());
    Verdict verdict = Verdict.FORGED;
    for (String url : spellings(delivery.url())) {
      byte[] signed = (url + parameters).getBytes(StandardCharsets.UTF_8);
      if (Proof.judge(given, secrets, secret -> Proof.hmac("HmacSHA1", secret, signed))
          == Verdict.GENUINE) {
        verdict = Verdict.GENUINE;
      }
    }
    return verdict;
  }

  /** What is signed beside the address; null when the body is not the one that is signed. */
  private static @Nullable String signedParameters(Delivery delivery) {
    String hash = bodyHash(delivery.url());
    if (hash != null) {
      byte[] said = Proof.hex(hash);
      return said != null && MessageDigest.isEqual(sha256(delivery.body()), said) ? "" : null;
    }
    try {
      return sorted(Form.of(delivery.text()));
    } catch (InvalidEvent e) {
      return null;
    }
  }

  private static String sorted(Form form) {
    Map<String, TreeSet<String>> byName = new TreeMap<>();
    for (Map.Entry<String, String> pair : form.pairs()) {
      byName.computeIfAbsent(pair.getKey(), name -> new TreeSet<>()).add(pair.getValue());
    }
    StringBuilder sorted = new StringBuilder();
    byName.forEach((name, values) -> values.forEach(value -> sorted.append(name).append(value)));
    return sorted.toString();
  }

  private static @Nullable String bodyHash(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return null;
    }
    int fragment = url.indexOf('#', query);
    String parameters = url.substring(query + 1, fragment < 0 ? url.length() : fragment);
    try {
      return Form.of(parameters).text(BODY_HASH);
    } catch (InvalidEvent e) {
      return null;
    }
  }

  /** The address as given, and with its port left out or, where it has none, put in. */
  private static List<String> spellings(String url) {
    List<String> spellings = new ArrayList<>(List.of(url));
    int scheme = url.indexOf("://");
    if (scheme > 0) {
      int host = scheme + 3;
      int end = endOfAuthority(url, host);
      int colon = url.lastIndexOf(':', end - 1);
      boolean hasPort = colon >= host && url.indexOf(']', colon) < 0;
      String port = url.startsWith("https") ? ":443" : ":80";
      spellings.add(
          hasPort
              ? url.substring(0, colon) + url.substring(end)
              : url.substring(0, end) + port + url.substring(end));
    }
    return spellings;
  }

  private static int endOfAuthority(String url, int host) {
    int end = host;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
