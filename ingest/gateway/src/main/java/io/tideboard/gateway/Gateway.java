// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import io.tideboard.gateway.access.Access;
import io.tideboard.gateway.access.FileWatch;
import io.tideboard.gateway.access.TlsSettings;
import io.tideboard.gateway.admission.Admission;
import io.tideboard.gateway.admission.Pseudonyms;
import io.tideboard.gateway.hooks.Hooks;
import io.tideboard.gateway.http.EventIntake;
import io.tideboard.gateway.http.HookIntake;
import io.tideboard.gateway.http.HttpServer;
import io.tideboard.gateway.http.Pages;
import io.tideboard.gateway.http.ServerTls;
import io.tideboard.gateway.http.Service;
import io.tideboard.gateway.publish.EventCounters;
import io.tideboard.gateway.publish.EventLog;
import io.tideboard.gateway.pull.ConnectionMetrics;
import io.tideboard.gateway.pull.Connections;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events over HTTP, admits the valid ones, and answers when Kafka has acknowledged them:
 * decode, admit, publish, answer.
 */
public final class Gateway implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final int PSEUDONYM_KEY_BYTES = 32;

  /** How long a start waits for Kafka, before it goes on and answers 503 until Kafka is there. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpServer server;
  private final boolean encrypted;

  /** What ends it, in this order. */
  private final List<Runnable> closing;

  private Gateway(HttpServer server, boolean encrypted, List<Runnable> closing) {
    this.server = server;
    this.encrypted = encrypted;
    this.closing = closing;
  }

  /** Starts a gateway by the system's clock; see {@link #start(GatewaySettings, InstantSource)}. */
  public static Gateway start(GatewaySettings settings) {
    return start(settings, Clock.systemUTC());
  }

  /**
   * Starts a gateway. When Kafka cannot be reached within five seconds it starts all the same, and
   * is not ready until Kafka is.
   *
   * @param clock the time by which events are too old or in the future
   * @throws java.io.UncheckedIOException when it cannot listen
   * @throws IllegalArgumentException when it is to listen to everybody and nobody has a credential,
   *     or when a key or certificate cannot be used
   */
  public static Gateway start(GatewaySettings settings, InstantSource clock) {
    requireLoopbackOrCredentials(settings);
    Deque<Runnable> closing = new ArrayDeque<>();
    GatewayMetrics metrics = new GatewayMetrics();
    closing.push(metrics::close);
    FileWatch files = new FileWatch(settings.files(), metrics.registry());
    closing.push(files::close);
    try {
      Access access = new Access(settings.access(), clock);
      TlsSettings tls = settings.access().tls();
      ServerTls encrypted = tls == null ? null : new ServerTls(tls);
      EventLog log = EventLogs.open(settings, metrics.registry());
      closing.push(log::close);
      if (!log.awaitWritable(PATIENCE)) {
        LOG.warn("Kafka is not ready, events are refused until it is: {}", log.trouble());
      }
      Admission admission = new Admission(settings.rules(), pseudonyms(settings), clock);
      EventCounters counters = new EventCounters(metrics.registry());
      Connections connections =
          new Connections(admission, log, counters, new ConnectionMetrics(metrics.registry()));
      closing.push(connections::close);
      EventIntake intake = new EventIntake(admission, log, counters);
      Hooks known = new Hooks(access.hooks(), metrics.registry());
      HookIntake hooks = new HookIntake(known, intake, clock, settings.access().publicUrl());
      closing.push(hooks::close);
      Service service =
          new Service(
              settings.limits(),
              access,
              new Service.Intakes(intake, hooks),
              new Pages(log, metrics.registry()));
      metrics.show(service);
      HttpServer server = HttpServer.start(settings.bind(), service, encrypted);
      closing.push(server::close);
      settings.access().connections().forEach(connections::open);
      Renewals.watch(files, settings, new Renewals(access, known, encrypted));
      return new Gateway(server, encrypted != null, List.copyOf(closing));
    } catch (RuntimeException e) {
      closing.forEach(Runnable::run);
      throw e;
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** The port at which it listens. */
  public int port() {
    return address().getPort();
  }

  /**
   * Its root, such as {@code http://127.0.0.1:8080}; where it listens to all, from this machine.
   */
  public URI uri() {
    InetAddress address = address().getAddress();
    String host =
        address.isAnyLocalAddress()
            ? InetAddress.getLoopbackAddress().getHostAddress()
            : address.getHostAddress();
    String scheme = encrypted ? "https://" : "http://";
    return URI.create(scheme + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port());
  }

  /** Accepts nothing more, answers what is under way, and ends. */
  @Override
  public void close() {
    closing.forEach(Runnable::run);
  }

  /** Without a credential nobody can be told from anybody else, so only this machine may send. */
  private static void requireLoopbackOrCredentials(GatewaySettings settings) {
    if (settings.access().needsCredential()) {
      return;
    }
    if (!settings.bind().getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          settings.bind()
              + " as the address without any credential configured: expected a loopback address,"
              + " or a credential of a source");
    }
    LOG.info("No credential is configured: only this machine may send");
  }

  private static Pseudonyms pseudonyms(GatewaySettings settings) {
    byte[] key = settings.pseudonymKey();
    if (key == null) {
      LOG.warn("There is no pseudonym key: customers get other pseudonyms at the next start");
      key = new byte[PSEUDONYM_KEY_BYTES];
      new SecureRandom().nextBytes(key);
    }
    return new Pseudonyms(key);
  }
}
