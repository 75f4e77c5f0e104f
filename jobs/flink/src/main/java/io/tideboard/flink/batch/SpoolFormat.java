// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.batch;

import io.tideboard.flink.live.KeyedEvent;
import io.tideboard.flink.state.Types;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a spool into Flink. */
final class SpoolFormat extends SimpleStreamFormat<KeyedEvent> {

  @Override
  public Reader<KeyedEvent> createReader(Configuration config, FSDataInputStream stream) {
    return new SpoolReader(new DataInputStream(new BufferedInputStream(stream, 1 << 16)));
  }

  @Override
  public TypeInformation<KeyedEvent> getProducedType() {
    return Types.KEYED_EVENT;
  }

  private record SpoolReader(DataInputStream in) implements StreamFormat.Reader<KeyedEvent> {
    @Override
    public @Nullable KeyedEvent read() throws IOException {
      return EventSpool.read(in);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
