// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideboard.gateway.http.Senders.Sender;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class SendersTest {

  private final Senders senders = new Senders(new LoadLimits(3, 2, 100, 60, 64));

  @Test
  void oneAddressHasOnlyItsShareOfConnections() throws UnknownHostException {
    assertThat(senders.connected(address(1))).isNotNull();
    assertThat(senders.connected(address(1))).isNotNull();
    assertThat(senders.connected(address(1))).isNull();
    assertThat(senders.connected(address(2))).isNotNull();
    assertThat(senders.connected(address(3))).isNull();
    assertThat(senders.connections()).isEqualTo(3);
  }

  @Test
  void aConnectionThatEndsMakesRoom() throws UnknownHostException {
    Sender first = senders.connected(address(1));
    senders.connected(address(1));
    first.disconnected();
    assertThat(senders.connected(address(1))).isNotNull();
    assertThat(senders.connections()).isEqualTo(2);
  }

  @Test
  void whoTakesTooMuchIsToldApartFromAllTogether() throws UnknownHostException {
    Sender first = senders.connected(address(1));
    Sender second = senders.connected(address(2));
    assertThat(first.take(61)).isEqualTo(RequestError.TOO_MANY_REQUESTS);
    assertThat(first.take(60)).isNull();
    assertThat(second.take(41)).isEqualTo(RequestError.OVERLOADED);
    assertThat(second.take(40)).isNull();
    assertThat(senders.bytesUnderWay()).isEqualTo(100);
    first.give(60);
    assertThat(second.take(20)).isNull();
    assertThat(senders.bytesUnderWay()).isEqualTo(60);
  }

  private static InetAddress address(int last) throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
  }
}
