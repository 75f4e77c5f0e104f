// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.gateway;

import io.tideboard.gateway.access.AccessSettings;
import io.tideboard.gateway.admission.AdmissionRules;
import io.tideboard.gateway.http.Limits;
import io.tideboard.gateway.publish.KafkaSettings;
import io.tideboard.gateway.spool.SpoolSettings;
import java.net.InetSocketAddress;
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

  private GatewaySettings(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /** The same, to be changed before anybody else sees it. */
  private GatewaySettings copy() {
    GatewaySettings copy = new GatewaySettings(kafka);
    copy.bind = bind;
    copy.rules = rules;
    copy.limits = limits;
    copy.pseudonymKey = pseudonymKey;
    copy.access = access;
    copy.spool = spool;
    return copy;
  }

  /** At 127.0.0.1:8080, into that Kafka, with the default rules and limits and no pseudonym key. */
  public static GatewaySettings of(KafkaSettings kafka) {
    return new GatewaySettings(kafka);
  }

  /** Where to listen; port 0 for any free one. */
  public GatewaySettings bindTo(InetSocketAddress bind) {
    GatewaySettings changed = copy();
    changed.bind = bind;
    return changed;
  }

  /** At that port of the same address; 0 for any free one. */
  public GatewaySettings onPort(int port) {
    return bindTo(new InetSocketAddress(bind.getAddress(), port));
  }

  /** Which Kafka, and how patiently. */
  public GatewaySettings with(KafkaSettings kafka) {
    GatewaySettings changed = copy();
    changed.kafka = kafka;
    return changed;
  }

  /** What may pass. */
  public GatewaySettings with(AdmissionRules rules) {
    GatewaySettings changed = copy();
    changed.rules = rules;
    return changed;
  }

  /** What bounds requests and connections. */
  public GatewaySettings with(Limits limits) {
    GatewaySettings changed = copy();
    changed.limits = limits;
    return changed;
  }

  /** Who may send. */
  public GatewaySettings with(AccessSettings access) {
    GatewaySettings changed = copy();
    changed.access = access;
    return changed;
  }

  /** Where events wait while Kafka is away. Without it they are refused meanwhile. */
  public GatewaySettings with(SpoolSettings spool) {
    GatewaySettings changed = copy();
    changed.spool = spool;
    return changed;
  }

  /**
   * The installation's secret under which customers are pseudonymised, at least 16 bytes. Without
   * one each start makes up its own, and a customer's pseudonyms differ from start to start.
   */
  public GatewaySettings withPseudonymKey(byte[] pseudonymKey) {
    GatewaySettings changed = copy();
    changed.pseudonymKey = pseudonymKey.clone();
    return changed;
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

  AccessSettings access() {
    return access;
  }

  byte @Nullable [] pseudonymKey() {
    return pseudonymKey;
  }
}
