// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.tideboard.events.Event;
import io.tideboard.events.compact.CompactForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Speed and size of the compact form against plain JSON and against CBOR with the same fields under
 * the same names. Run {@link #main}; each line is one figure.
 */
public final class CodecBenchmark {

  private static final int ROUNDS = 7;
  private static final long ROUND_NANOS = 700_000_000L;
  private static final CBORFactory CBOR = new CBORFactory();

  private interface Encoding {
    byte[] encode(Event event) throws IOException;
  }

  private interface Decoding {
    Object decode(byte[] value) throws IOException;
  }

  private record Codec(String name, Encoding encoding, Decoding decoding) {}

  /**
   * One measured figure.
   *
   * @param name codec and what was measured
   * @param value the fastest round, or an average
   * @param unit events/s, bytes/event
   */
  public record Figure(String name, double value, String unit) {}

  private final Consumer<Figure> report;
  private final List<Event> events = BenchmarkEvents.ofCalls(200);

  private CodecBenchmark(Consumer<Figure> report) {
    this.report = report;
  }

  public static void main(String[] args) throws IOException {
    run(
        figure ->
            System.out.printf(
                Locale.ROOT, "%-28s %,14.0f %s%n", figure.name, figure.value, figure.unit));
  }

  /** Measures everything, which takes a minute or two, and tells each figure as it is known. */
  public static void run(Consumer<Figure> report) throws IOException {
    CodecBenchmark benchmark = new CodecBenchmark(report);
    Instant received = Instant.parse("2026-03-02T12:00:00Z");
    EventDecoder json = new EventDecoder("nobody");
    benchmark.measure(new Codec("json", EventEncoder::plain, json::decodeOne));
    benchmark.measure(new Codec("cbor", CodecBenchmark::encodeCbor, CodecBenchmark::decodeCbor));
    benchmark.measure(
        new Codec("compact", event -> CompactForm.encode(event, received), CompactForm::decode));
    benchmark.batches(json, EventFormat.JSON);
    benchmark.batches(json, EventFormat.NDJSON);
    benchmark.batches(json, EventFormat.CLOUDEVENT_BATCH);
  }

  private void measure(Codec codec) throws IOException {
    List<byte[]> values = new ArrayList<>();
    for (Event event : events) {
      values.add(codec.encoding.encode(event));
    }
    double bytes = values.stream().mapToInt(value -> value.length).average().orElseThrow();
    report.accept(new Figure(codec.name + " size", bytes, "bytes/event"));
    rate(
        codec.name + " encode",
        () -> {
          int sum = 0;
          for (Event event : events) {
            sum += codec.encoding.encode(event).length;
          }
          return sum;
        });
    rate(
        codec.name + " decode",
        () -> {
          int sum = 0;
          for (byte[] value : values) {
            sum += System.identityHashCode(codec.decoding.decode(value)) & 1;
          }
          return sum;
        });
  }

  private void batches(EventDecoder decoder, EventFormat format) throws IOException {
    byte[] body = EventEncoder.batch(format, events);
    rate("batch " + format + " decode", () -> decoder.decode(format, body, 0, body.length).size());
  }

  private interface Round {
    int run() throws IOException;
  }

  /**
   * The fastest round, after two for the compiler: what disturbs a measurement only ever slows it.
   */
  private void rate(String name, Round round) throws IOException {
    double fastest = 0;
    long sink = 0;
    long allocated = 0;
    for (int i = -2; i < ROUNDS; i++) {
      long passes = 0;
      long before = allocatedBytes();
      long start = System.nanoTime();
      long now;
      do {
        sink += round.run();
        passes++;
        now = System.nanoTime();
      } while (now - start < ROUND_NANOS);
      allocated = (allocatedBytes() - before) / (passes * events.size());
      fastest = i < 0 ? 0 : Math.max(fastest, passes * events.size() * 1e9 / (now - start));
    }
    if (sink == 42) {
      System.err.println("a result nobody expects, so that no work can be left out");
    }
    report.accept(new Figure(name, fastest, "events/s"));
    report.accept(new Figure(name + " allocates", allocated, "bytes/event"));
  }

  private static long allocatedBytes() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static byte[] encodeCbor(Event event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator cbor = CBOR.createGenerator(out)) {
      EventEncoder.plain(event, cbor);
    }
    return out.toByteArray();
  }

  private static Event decodeCbor(byte[] value) throws IOException {
    try (JsonParser parser = CBOR.createParser(value)) {
      parser.nextToken();
      EventReader reader = new EventReader();
      reader.object(parser);
      return reader.event("nobody", false);
    }
  }
}
