// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.admission;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms of customers: HMAC-SHA256 under a key of the installation, after normalisation, so
 * that one customer has one pseudonym however a sender writes the number or the address. Without
 * the key nobody can tell who it is, nor try all numbers.
 */
public final class Pseudonyms {

  /** Characters of a pseudonym: 256 bits in base64 for URLs. */
  public static final int LENGTH = 43;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY = 16;

  /** A national or international number with the separators that people write. */
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9\\s().\\-/\u00a0]+");

  private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-/\u00a0]");

  /** The trunk zero that is dialled only inside a country, as in +49 (0)30. */
  private static final Pattern TRUNK_ZERO = Pattern.compile("^(\\+|00)(.*?)\\(0\\)");

  /** The longest number of E.164, and the shortest that somebody outside a company has. */
  private static final int MOST_DIGITS = 15;

  private static final int FEWEST_DIGITS = 7;

  private final ThreadLocal<Mac> mac;

  /**
   * Under that key.
   *
   * @param key a secret of at least 16 bytes
   */
  public Pseudonyms(byte[] key) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          key.length + " bytes of pseudonym key: expected at least " + SHORTEST_KEY);
    }
    SecretKeySpec spec = new SecretKeySpec(key, ALGORITHM);
    this.mac = ThreadLocal.withInitial(() -> initialised(spec));
  }

  /** The pseudonym of a customer key as a sender wrote it. */
  public String of(String customer) {
    return of(normalised(customer).getBytes(StandardCharsets.UTF_8));
  }

  /** A keyed fingerprint of any bytes: tells equals, gives nothing away, cannot be guessed. */
  public String of(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.get().doFinal(bytes));
  }

  /** Numbers in E.164, addresses in lower case, anything else without surrounding blanks. */
  static String normalised(String customer) {
    String key = customer.strip();
    if (key.indexOf('@') >= 0) {
      return key.toLowerCase(Locale.ROOT);
    }
    if (!NUMBER.matcher(key).matches()) {
      return key;
    }
    String dialled =
        SEPARATORS.matcher(TRUNK_ZERO.matcher(key).replaceFirst("$1$2")).replaceAll("");
    boolean international = dialled.startsWith("+") || dialled.startsWith("00");
    String digits = dialled.substring(dialled.startsWith("00") ? 2 : international ? 1 : 0);
    if (digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS) {
      return key;
    }
    return international ? "+" + digits : digits;
  }

  private static Mac initialised(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(ALGORITHM + " is missing from this Java", e);
    }
  }
}
