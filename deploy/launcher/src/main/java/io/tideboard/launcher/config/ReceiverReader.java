// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.launcher.config;

import io.tideboard.core.alerts.AlertKind;
import io.tideboard.core.alerts.AlertSeverity;
import io.tideboard.core.calendar.OpeningHours;
import io.tideboard.paging.Alertmanager;
import io.tideboard.paging.PagerDuty;
import io.tideboard.paging.Receiver;
import io.tideboard.paging.Retry;
import io.tideboard.paging.Route;
import io.tideboard.paging.Target;
import io.tideboard.paging.Webhook;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads who is told of alerts: where, of what, and when. */
final class ReceiverReader {

  private static final Duration RESEND = Duration.ofMinutes(1);
  private static final ValueType<Duration> SOME_TIME =
      ValueType.DURATION.where("a duration above 0", time -> !time.isZero() && !time.isNegative());
  private static final ValueType<OpeningHours> HOURS =
      new ValueType<>(OpeningHours.EXPECTED, OpeningHours::parse);

  /** Unlike an address to which paths are added, one that may have a query. */
  private static final ValueType<URI> CALL =
      new ValueType<>(
          "an address such as https://hooks.example.org/tideboard",
          text -> {
            URI address = URI.create(text);
            boolean http = List.of("http", "https").contains(String.valueOf(address.getScheme()));
            if (!http || address.getHost() == null || address.getRawFragment() != null) {
              throw new IllegalArgumentException(text);
            }
            return address;
          });

  private final Sources sources;

  ReceiverReader(Sources sources) {
    this.sources = sources;
  }

  List<Receiver> read() {
    List<Receiver> receivers = new ArrayList<>();
    for (String name : sources.items(Key.RECEIVERS)) {
      receiver(name).ifPresent(receivers::add);
    }
    return receivers;
  }

  private Optional<Receiver> receiver(String name) {
    Key at = new Key(Key.RECEIVERS, name, "");
    List<Target> targets =
        Stream.of(webhook(at), pagerDuty(at), alertmanager(at)).flatMap(Optional::stream).toList();
    Route route = route(at);
    Retry retry = retry(at);
    boolean named = !name.isBlank() && !name.contains("/");
    if (!named) {
      sources.refuse(at, "a name without slashes");
    }
    if (targets.size() > 1
        || !says(at, "webhook.url", "pagerDuty.routingKey", "alertmanager.url")) {
      sources.refuse(at, "one of webhook, pagerDuty and alertmanager");
    }
    return targets.size() == 1 && named
        ? Optional.of(new Receiver(name, targets.get(0), route, retry))
        : Optional.empty();
  }

  private Optional<Target> webhook(Key at) {
    if (!says(at, "webhook.url", "webhook.secret", "webhook.nextSecret")) {
      return Optional.empty();
    }
    Optional<URI> url = sources.need(at.named("webhook.url"), CALL);
    List<byte[]> secrets = new ArrayList<>();
    for (String name : List.of("webhook.secret", "webhook.nextSecret")) {
      sources
          .read(at.named(name), ValueType.SECRET)
          .filter(secret -> !secret.isEmpty())
          .ifPresent(secret -> secrets.add(secret.bytes()));
    }
    return url.map(to -> new Webhook(to, secrets));
  }

  private Optional<Target> pagerDuty(Key at) {
    if (!says(at, "pagerDuty.url", "pagerDuty.routingKey")) {
      return Optional.empty();
    }
    URI url = sources.read(at.named("pagerDuty.url"), CALL).orElse(PagerDuty.EVENTS);
    return sources
        .need(at.named("pagerDuty.routingKey"), ValueType.PASSWORD)
        .map(key -> new PagerDuty(url, key.reveal()));
  }

  private Optional<Target> alertmanager(Key at) {
    if (!says(at, "alertmanager.url", "alertmanager.resend")) {
      return Optional.empty();
    }
    Duration resend = sources.read(at.named("alertmanager.resend"), SOME_TIME).orElse(RESEND);
    return sources
        .need(at.named("alertmanager.url"), ValueType.ADDRESS)
        .map(url -> new Alertmanager(URI.create(url), resend));
  }

  private Route route(Key at) {
    Route usual = Route.EVERYTHING;
    return new Route(
        sources.read(at.named("queues"), ValueType.TEXT).map(Route::queues).orElse(usual.queues()),
        sources
            .read(at.named("severity"), ValueType.oneOf(AlertSeverity.class))
            .orElse(usual.least()),
        sources.read(at.named("kinds"), ValueType.someOf(AlertKind.class)).orElse(Set.of()),
        sources.read(at.named("hours"), HOURS).orElse(usual.hours()),
        sources.read(at.named("timeZone"), ValueType.ZONE).orElse(ZoneId.of("UTC")));
  }

  private Retry retry(Key at) {
    Retry usual = Retry.DEFAULT;
    return new Retry(
        sources.read(at.named("timeout"), SOME_TIME).orElse(usual.timeout()),
        usual.first(),
        usual.most(),
        sources.read(at.named("giveUp"), SOME_TIME).orElse(usual.giveUp()));
  }

  private boolean says(Key at, String... names) {
    return sources.sayAnyOf(Stream.of(names).map(at::named).toArray(Key[]::new));
  }
}
