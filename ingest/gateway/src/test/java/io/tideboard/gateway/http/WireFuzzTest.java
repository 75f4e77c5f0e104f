// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.tideboard.gateway.access.Access;
import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.admission.Admission;
import io.tideboard.gateway.admission.AdmissionRules;
import io.tideboard.gateway.admission.Admitted;
import io.tideboard.gateway.admission.Pseudonyms;
import io.tideboard.gateway.hooks.Hooks;
import io.tideboard.gateway.publish.EventCounters;
import io.tideboard.gateway.publish.EventLog;
import io.tideboard.gateway.publish.PageRegistry;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Anything on the wire, in pieces: HTTP, bodies that are compressed or come in chunks, and frames
 * of a WebSocket. Nothing comes of it but answers and the connection's end, and nothing stays
 * charged.
 */
class WireFuzzTest {

  private static final String POST = "POST /v1/events HTTP/1.1\r\nHost: t\r\n";

  /** What a fuzzer would take long to come upon. */
  private static final List<String> BEGINNINGS =
      List.of(
          "",
          POST + "Content-Type: application/json\r\nContent-Length: 40\r\n\r\n",
          POST + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n",
          POST
              + "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"
              + "Content-Length: 40\r\n\r\n\u001f\u008b\u0008",
          "POST /v1/hooks/zendesk/desk HTTP/1.1\r\nHost: t\r\nContent-Length: 20\r\n\r\n",
          "GET /v1/events HTTP/1.1\r\nHost: t\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
              + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");

  private static final Service SERVICE = service();

  @FuzzTest(maxDuration = "6s")
  void whateverArrivesIsAnsweredOrEndsTheConnection(FuzzedDataProvider data) {
    Senders senders = SERVICE.senders();
    EmbeddedChannel channel = new EmbeddedChannel();
    Deadlines deadlines = new Deadlines(SERVICE.limits().timeouts());
    var sender = Objects.requireNonNull(senders.connected(InetAddress.getLoopbackAddress()));
    channel
        .pipeline()
        .addLast(
            deadlines,
            StrictHttp.decoder(SERVICE.limits().sizes()),
            new io.netty.handler.codec.http.HttpResponseEncoder(),
            new Connection(SERVICE, sender, deadlines, channel));
    byte[] beginning = data.pickValue(BEGINNINGS).getBytes(StandardCharsets.ISO_8859_1);
    take(channel, beginning);
    while (data.remainingBytes() > 0) {
      take(channel, data.consumeBytes(data.consumeInt(1, 200)));
    }
    channel.finishAndReleaseAll();
    channel.checkException();
    assertThat(SERVICE.bytesUnderWay()).isZero();
    assertThat(senders.connections()).isZero();
  }

  private static void take(EmbeddedChannel channel, byte[] bytes) {
    if (channel.isOpen()) {
      channel.writeInbound(Unpooled.copiedBuffer(bytes));
    }
    for (ByteBuf sent = channel.readOutbound(); sent != null; sent = channel.readOutbound()) {
      sent.release();
    }
  }

  private static Service service() {
    PageRegistry metrics = new PageRegistry();
    Clock clock = Clock.systemUTC();
    EventLog log = new AcknowledgingLog();
    EventIntake intake =
        new EventIntake(
            new Admission(AdmissionRules.DEFAULT, new Pseudonyms(new byte[32]), clock),
            log,
            new EventCounters(metrics));
    HookIntake hooks = new HookIntake(new Hooks(Map.of(), metrics), intake, clock, null);
    return new Service(
        Limits.DEFAULT.with(SizeLimits.DEFAULT.withBodies(1000, 5000)),
        new Access(AccessSettings.OPEN, clock),
        new Service.Intakes(intake, hooks),
        new Pages(log, metrics));
  }

  /** Everything is durable at once. */
  private static final class AcknowledgingLog implements EventLog {

    @Override
    public void append(Admitted admitted, Outcome outcome) {
      outcome.settled(null);
    }

    @Override
    public String trouble() {
      return null;
    }

    @Override
    public boolean awaitWritable(Duration longest) {
      return true;
    }

    @Override
    public void close() {}
  }
}
