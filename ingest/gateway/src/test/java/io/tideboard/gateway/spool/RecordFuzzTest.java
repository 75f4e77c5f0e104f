// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands on a disk is a record that was written, or none. */
class RecordFuzzTest {

  static Stream<byte[]> records() {
    return Stream.of("a", "ab").map(text -> Disk.record(text).written().array());
  }

  @MethodSource("records")
  @FuzzTest(maxDuration = "3s")
  void onlyWhatWasWrittenIsRead(byte[] bytes) throws IOException {
    if (bytes.length < SpoolRecord.PREFIX_BYTES) {
      return;
    }
    int body = SpoolRecord.bodyBytes(ByteBuffer.wrap(bytes).getInt());
    int size = SpoolRecord.PREFIX_BYTES + body;
    if (body >= 0 && size <= bytes.length) {
      SpoolRecord record = SpoolRecord.read(bytes, 0, size);
      if (record != null) {
        assertThat(record.written().array()).isEqualTo(Arrays.copyOf(bytes, size));
      }
    }
  }
}
