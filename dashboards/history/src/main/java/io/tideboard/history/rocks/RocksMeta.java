// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.rocks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tideboard.history.Progress;
import io.tideboard.history.StoreUnavailable;
import io.tideboard.history.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands beside the rows, under one key that is before all of theirs.
 *
 * @param format of keys and values
 * @param vocabulary what the numbers in the values mean
 * @param number of the source among all that there were
 * @param source how far was read of which source
 * @param next by partition
 */
record RocksMeta(
    @JsonProperty("format") int format,
    @JsonProperty("vocabulary") String vocabulary,
    @JsonProperty("number") int number,
    @JsonProperty("source") String source,
    @JsonProperty("next") Map<Integer, Long> next) {

  static final byte[] KEY = "\0meta".getBytes(StandardCharsets.UTF_8);

  private static final int FORMAT = 1;
  private static final JsonMapper JSON = new JsonMapper();

  static final RocksMeta NEW = new RocksMeta(FORMAT, Vocabulary.text(), 0, "", Map.of());

  /**
   * @param where the directory, for the message
   * @throws StoreUnavailable when another version wrote it, that does what this one cannot
   */
  static RocksMeta read(byte[] value, String where) {
    try {
      RocksMeta meta = JSON.readValue(value, RocksMeta.class);
      if (meta.format > FORMAT) {
        throw new StoreUnavailable(
            where
                + " has format "
                + meta.format
                + ", of a newer version of Tideboard: expected "
                + FORMAT
                + ". Use that version, or another directory: the rows are read anew from Kafka",
            null);
      }
      Vocabulary.check(meta.vocabulary, where);
      return meta;
    } catch (IOException e) {
      throw new StoreUnavailable(where + " holds something else than interval rows", e);
    }
  }

  byte[] bytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(this + " cannot be written", e);
    }
  }

  Progress progress() {
    return new Progress(source, next);
  }

  /** With that progress; another source gets the next number, and begins anew. */
  RocksMeta with(Progress reached) {
    boolean same = reached.source().equals(source);
    Map<Integer, Long> furthest = new HashMap<>(same ? next : Map.of());
    reached.next().forEach((partition, offset) -> furthest.merge(partition, offset, Math::max));
    return new RocksMeta(
        FORMAT, Vocabulary.text(), same ? number : number + 1, reached.source(), furthest);
  }
}
