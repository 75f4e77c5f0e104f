// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.QueueStatus;
import io.tideboard.events.AgentState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a restart makes of episodes, and what is written down of them. */
class AlertRestartTest {

  private final Scene scene = new Scene();

  @Test
  void bookThatIsReadAgainGoesOnAsIfNothingHadBeen() {
    scene.agents(0, Map.of(AgentState.OFFLINE, 1));
    scene.queue(60, "voice", new Scene.Queue().waiting(1, 0));
    scene.queue(70, "voice", new Scene.Queue());
    scene.book = AlertJson.readBook(AlertJson.write(scene.book));
    assertThat(scene.book.wakeAt(scene.rules)).hasValue(Scene.second(130));
    scene.time(130);
    assertThat(scene.told).hasSize(2);
    scene.queue(200, "voice", new Scene.Queue().waiting(1, 165));
    assertThat(scene.last().origin().kind()).isEqualTo(AlertKind.NOBODY_SERVING);
  }

  @Test
  void episodeAndReadingSurviveTheirJson() {
    scene.queue(130, "voice", new Scene.Queue().waiting(1, 0).answered(10, 2, 40, 8));
    AlertEpisode opened = scene.last();
    assertThat(AlertJson.read(AlertJson.write(opened))).isEqualTo(opened);
    AlertEpisode closed = opened.close(CloseReason.CLEARED, Scene.second(200));
    assertThat(AlertJson.read(AlertJson.write(closed))).isEqualTo(closed);
    Reading reading = new Reading(new QueueKey("a/b", "voice"), 5, true, List.of());
    assertThat(AlertJson.readReading(AlertJson.write(reading))).isEqualTo(reading);
    assertThatThrownBy(() -> AlertJson.read(new byte[] {'{'}))
        .isInstanceOf(java.io.UncheckedIOException.class);
  }

  @Test
  void whatWasToldBeforeTheRestartIsNotToldAgainUnderAnotherId() {
    scene.queue(60, "voice", new Scene.Queue().waiting(1, 0));
    AlertEpisode before = scene.last();
    scene.told.clear();
    scene.book = new AlertBook();
    scene.book.adopt(List.of(before), Scene.second(75), scene.told::add);
    scene.queue(75, "voice", new Scene.Queue().waiting(1, 10));
    assertThat(scene.told).isEmpty();
    scene.queue(80, "voice", new Scene.Queue());
    scene.time(140);
    assertThat(scene.last().id()).isEqualTo(before.id());
    assertThat(scene.last().isOpen()).isFalse();
  }

  @Test
  void whatWasOverBeforeTheRestartIsOverThoughTheStateIsOlder() {
    scene.queue(60, "voice", new Scene.Queue().waiting(1, 0));
    byte[] checkpoint = AlertJson.write(scene.book);
    scene.queue(61, "voice", new Scene.Queue());
    scene.time(121);
    List<AlertEpisode> told = new ArrayList<>(List.of(scene.last()));
    scene.told.clear();
    scene.book = AlertJson.readBook(checkpoint);
    scene.book.adopt(told, Scene.second(122), scene.told::add);
    assertThat(scene.book.running).isEmpty();
    assertThat(scene.told).isEmpty();
  }

  @Test
  void calmThatHadBegunGoesOnAfterTheRestart() {
    scene.queue(60, "voice", new Scene.Queue().waiting(1, 0));
    AlertEpisode before = scene.last();
    scene.queue(70, "voice", new Scene.Queue());
    scene.book = AlertJson.readBook(AlertJson.write(scene.book));
    scene.book.adopt(List.of(before), Scene.second(90), scene.told::add);
    assertThat(scene.book.wakeAt(scene.rules)).hasValue(Scene.second(130));
  }

  @Test
  void ofTwoEpisodesOfOneCauseTheEarlierGoesOn() {
    AlertEpisode first = episode(60);
    AlertEpisode second = episode(64);
    scene.book.adopt(List.of(second, first), Scene.second(70), scene.told::add);
    assertThat(scene.told).hasSize(1);
    assertThat(scene.last().id()).isEqualTo(second.id());
    assertThat(scene.last().closed()).isEqualTo(CloseReason.SUPERSEDED);
  }

  private static AlertEpisode episode(double second) {
    Symptom symptom =
        new Symptom(AlertKind.WAITING, "voice", AlertSeverity.WARNING, 7, 5, Scene.second(second));
    return AlertEpisode.open("sales", symptom, Scene.second(second));
  }

  @Test
  void nextChangeIsTheNextLimitThatTheOldestContactReaches() {
    QueueKey key = new QueueKey("sales", "voice");
    assertThat(next(new Scene.Queue().status(key, Scene.second(1)))).isEmpty();
    Scene.Queue waiting = new Scene.Queue().waiting(1, 0);
    assertThat(next(waiting.status(key, Scene.second(1)))).hasValue(Scene.second(30));
    assertThat(next(waiting.status(key, Scene.second(30)))).hasValue(Scene.second(60));
    assertThat(next(waiting.status(key, Scene.second(61)))).hasValue(Scene.second(120));
    assertThat(next(waiting.status(key, Scene.second(120)))).isEmpty();
    QueueKey bot = new QueueKey("sales", "bot");
    assertThat(next(waiting.status(bot, Scene.second(1)))).hasValue(Scene.second(60));
  }

  private java.util.OptionalLong next(QueueStatus status) {
    return QueueWatch.nextChange(status, scene.definition, scene.rules);
  }

  @Test
  void readingsWithTheSameLevelsSayNothingNew() {
    QueueKey key = new QueueKey("sales", "voice");
    Reading one = read(new Scene.Queue().waiting(1, 0).status(key, Scene.second(60)));
    Reading two = read(new Scene.Queue().waiting(1, 0).status(key, Scene.second(65)));
    Reading critical = read(new Scene.Queue().waiting(1, 0).status(key, Scene.second(120)));
    assertThat(one.levels()).isEqualTo(two.levels()).isNotEqualTo(critical.levels());
  }

  private Reading read(QueueStatus status) {
    return QueueWatch.read(status, scene.definition, scene.rules);
  }

  @Test
  void rulesOfNonsenseAreRefusedWithWhatWasExpected() {
    assertThatThrownBy(() -> new Limits(-1, 0)).hasMessageContaining("expected 0 or more");
    assertThatThrownBy(() -> new Limits(3, 2)).hasMessageContaining("no less than");
    assertThatThrownBy(() -> new AlertRules.Surge(-1, 1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new AlertRules.Guard(0, 1)).hasMessageContaining("1 or more");
    assertThatThrownBy(() -> new AlertRules.Calm(0, Duration.ZERO)).hasMessageContaining("share");
    assertThatThrownBy(() -> new AlertRules.Calm(1, Duration.ofSeconds(-1)))
        .hasMessageContaining("0 or more");
    assertThatThrownBy(
            () ->
                new AlertRules(
                    Limits.NEVER,
                    Limits.NEVER,
                    Limits.NEVER,
                    Limits.NEVER,
                    -1,
                    AlertRules.DEFAULT.surge(),
                    AlertRules.DEFAULT.guard(),
                    AlertRules.DEFAULT.calm()))
        .hasMessageContaining("-1.0 as nobodyServing");
    AlertCatalog catalog =
        new AlertCatalog(
            Map.of("sales", AlertRules.DEFAULT.withWaiting(new Limits(5, 9))), AlertRules.DEFAULT);
    assertThat(catalog.of("sales").waiting().warning()).isEqualTo(5);
    assertThat(catalog.of("claims")).isEqualTo(AlertRules.DEFAULT);
    assertThat(AlertKind.WAITING.definition()).endsWith(".");
  }
}
