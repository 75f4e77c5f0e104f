// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.admission.AdmissionRules;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.publish.KafkaSettings;
import io.tideboard.gateway.spool.SpoolSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How a gateway is set up. Immutable; begin with {@link #of} and change what should differ. */
public final class GatewaySettings {

  private static final String HOST = "127.0.0.1";
  private static final int PORT = 8080;

  private InetSocketAddress bind = new InetSocketAddress(HOST, PORT);
  private KafkaSettings kafka;
  private AdmissionRules rules = AdmissionRules.DEFAULT;
  private Limits limits = Limits.DEFAULT;
  private byte @Nullable [] pseudonymKey;
  private AccessSettings access = AccessSettings.OPEN;
  private @Nullable SpoolSettings spool;
  private @Nullable SourcesFile sourcesFile;

  private GatewaySettings(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /** The same but for that change, made before anybody else sees it. */
  private GatewaySettings but(Consumer<GatewaySettings> change) {
    GatewaySettings copy = new GatewaySettings(kafka);
    copy.bind = bind;
    copy.rules = rules;
    copy.limits = limits;
    copy.pseudonymKey = pseudonymKey;
    copy.access = access;
    copy.spool = spool;
    copy.sourcesFile = sourcesFile;
    change.accept(copy);
    return copy;
  }

  /** At 127.0.0.1:8080, into that Kafka, with the default rules and limits and no pseudonym key. */
  public static GatewaySettings of(KafkaSettings kafka) {
    return new GatewaySettings(kafka);
  }

  /** Where to listen; port 0 for any free one. */
  public GatewaySettings bindTo(InetSocketAddress bind) {
    return but(changed -> changed.bind = bind);
  }

  /** At that port of the same address; 0 for any free one. */
  public GatewaySettings onPort(int port) {
    return bindTo(new InetSocketAddress(bind.getAddress(), port));
  }

  /** Which Kafka, and how patiently. */
  public GatewaySettings with(KafkaSettings kafka) {
    return but(changed -> changed.kafka = kafka);
  }

  /** What may pass. */
  public GatewaySettings with(AdmissionRules rules) {
    return but(changed -> changed.rules = rules);
  }

  /** What bounds requests and connections. */
  public GatewaySettings with(Limits limits) {
    return but(changed -> changed.limits = limits);
  }

  /** Who may send. */
  public GatewaySettings with(AccessSettings access) {
    return but(changed -> changed.access = access);
  }

  /** Where events wait while Kafka is away. Without it they are refused meanwhile. */
  public GatewaySettings with(SpoolSettings spool) {
    return but(changed -> changed.spool = spool);
  }

  /** Where the sources stand, to be taken anew when that file changes. */
  public GatewaySettings with(SourcesFile sourcesFile) {
    return but(changed -> changed.sourcesFile = sourcesFile);
  }

  /**
   * The installation's secret under which customers are pseudonymised, at least 16 bytes. Without
   * one each start makes up its own, and a customer's pseudonyms differ from start to start.
   */
  public GatewaySettings withPseudonymKey(byte[] pseudonymKey) {
    return but(changed -> changed.pseudonymKey = pseudonymKey.clone());
  }

  InetSocketAddress bind() {
    return bind;
  }

  KafkaSettings kafka() {
    return kafka;
  }

  AdmissionRules rules() {
    return rules;
  }

  Limits limits() {
    return limits;
  }

  @Nullable SpoolSettings spool() {
    return spool;
  }

  @Nullable SourcesFile sourcesFile() {
    return sourcesFile;
  }

  /** The files whose changes are noticed. */
  List<Path> files() {
    List<Path> files = new ArrayList<>(access.files());
    if (sourcesFile != null) {
      files.add(sourcesFile.file());
    }
    return files;
  }

  AccessSettings access() {
    return access;
  }

  byte @Nullable [] pseudonymKey() {
    return pseudonymKey;
  }
}
