// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * What is the same for every mutable value of ours: it is copied, by way of its bytes, while a
 * checkpoint reads it.
 *
 * @param <T> a mutable value
 */
public abstract class MutableSerializer<T> extends CoreSerializer<T> {

  private static final int USUAL_BYTES = 1024;

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public T copy(T from) {
    try {
      DataOutputSerializer bytes = new DataOutputSerializer(USUAL_BYTES);
      serialize(from, bytes);
      return deserialize(new DataInputDeserializer(bytes.getSharedBuffer(), 0, bytes.length()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy in memory", e);
    }
  }
}
