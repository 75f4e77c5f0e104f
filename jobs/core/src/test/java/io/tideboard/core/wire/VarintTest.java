// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class VarintTest {

  @Property(tries = 500)
  void everyNumberComesBack(@ForAll long number) throws IOException {
    assertThat(read(written(number))).isEqualTo(number);
  }

  @Example
  void smallNumbersOfEitherSignTakeOneByte() throws IOException {
    assertThat(written(63)).hasSize(1);
    assertThat(written(-64)).hasSize(1);
    assertThat(written(64)).hasSize(2);
  }

  @Example
  void endlessNumberIsRefused() {
    byte[] endless = new byte[20];
    Arrays.fill(endless, (byte) 0xFF);
    assertThatThrownBy(() -> read(endless)).isInstanceOf(IOException.class);
  }

  private static byte[] written(long number) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Varint.write(new DataOutputStream(bytes), number);
    return bytes.toByteArray();
  }

  private static long read(byte[] bytes) throws IOException {
    return Varint.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
