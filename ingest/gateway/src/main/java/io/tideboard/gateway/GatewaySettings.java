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

  private final InetSocketAddress bind;
  private final KafkaSettings kafka;
  private final AdmissionRules rules;
  private final Limits limits;
  private final byte @Nullable [] pseudonymKey;
  private final AccessSettings access;
  private final @Nullable SpoolSettings spool;

  private GatewaySettings(
      InetSocketAddress bind,
      KafkaSettings kafka,
      AdmissionRules rules,
      Limits limits,
      byte @Nullable [] pseudonymKey,
      AccessSettings access,
      @Nullable SpoolSettings spool) {
    this.bind = bind;
    this.kafka = kafka;
    this.rules = rules;
    this.limits = limits;
    this.pseudonymKey = pseudonymKey;
    this.access = access;
    this.spool = spool;
  }

  /** At 127.0.0.1:8080, into that Kafka, with the default rules and limits and no pseudonym key. */
  public static GatewaySettings of(KafkaSettings kafka) {
    return new GatewaySettings(
        new InetSocketAddress(HOST, PORT),
        kafka,
        AdmissionRules.DEFAULT,
        Limits.DEFAULT,
        null,
        AccessSettings.OPEN,
        null);
  }

  /** Where to listen; port 0 for any free one. */
  public GatewaySettings bindTo(InetSocketAddress bind) {
    return new GatewaySettings(bind, kafka, rules, limits, pseudonymKey, access, spool);
  }

  /** At that port of the same address; 0 for any free one. */
  public GatewaySettings onPort(int port) {
    return bindTo(new InetSocketAddress(bind.getAddress(), port));
  }

  /** Which Kafka, and how patiently. */
  public GatewaySettings with(KafkaSettings kafka) {
    return new GatewaySettings(bind, kafka, rules, limits, pseudonymKey, access, spool);
  }

  /** What may pass. */
  public GatewaySettings with(AdmissionRules rules) {
    return new GatewaySettings(bind, kafka, rules, limits, pseudonymKey, access, spool);
  }

  /** What bounds requests and connections. */
  public GatewaySettings with(Limits limits) {
    return new GatewaySettings(bind, kafka, rules, limits, pseudonymKey, access, spool);
  }

  /** Who may send. */
  public GatewaySettings with(AccessSettings access) {
    return new GatewaySettings(bind, kafka, rules, limits, pseudonymKey, access, spool);
  }

  /**
   * The installation's secret under which customers are pseudonymised, at least 16 bytes. Without
   * one each start makes up its own, and a customer's pseudonyms differ from start to start.
   */
  public GatewaySettings withPseudonymKey(byte[] pseudonymKey) {
    return new GatewaySettings(bind, kafka, rules, limits, pseudonymKey.clone(), access, spool);
  }

  /** Where events wait while Kafka is away. Without it they are refused meanwhile. */
  public GatewaySettings with(SpoolSettings spool) {
    return new GatewaySettings(bind, kafka, rules, limits, pseudonymKey, access, spool);
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
