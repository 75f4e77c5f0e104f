// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideboard.events.InvalidEvent;
import io.tideboard.platforms.connect.AmazonConnect;
import io.tideboard.platforms.genesys.GenesysCloud;
import io.tideboard.platforms.twilio.TwilioTaskRouter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a payload has become on its way: it is told, refused or ignored, and counted. */
class MutatedPayloadsTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Map<String, Platform> PLATFORMS =
      Map.of(
          "connect", new AmazonConnect(),
          "genesys", new GenesysCloud(),
          "twilio", new TwilioTaskRouter());

  private record Damaged(String fixture, List<Mutation> mutations) {}

  @Provide
  Arbitrary<Damaged> damaged() {
    Arbitrary<Mutation> mutations =
        Combinators.combine(Arbitraries.of(Mutation.Kind.class), Arbitraries.integers())
            .as(Mutation::new);
    return Combinators.combine(
            Arbitraries.of(fixtures(".json")), mutations.list().ofMinSize(1).ofMaxSize(4))
        .as(Damaged::new);
  }

  @Provide
  Arbitrary<String> anyFixture() {
    return Arbitraries.of(fixtures(""));
  }

  private static List<String> fixtures(String ending) {
    return Fixtures.ALL.entrySet().stream()
        .flatMap(folder -> folder.getValue().stream().map(file -> folder.getKey() + "/" + file))
        .filter(path -> path.endsWith(ending))
        .sorted()
        .toList();
  }

  @Property(tries = 4000)
  void whatIsDamagedIsToldRefusedOrIgnoredAndCounted(@ForAll("damaged") Damaged damaged)
      throws JsonProcessingException {
    JsonNode tree = MAPPER.readTree(Fixtures.text(damaged.fixture()));
    damaged.mutations().forEach(mutation -> mutation.apply(tree));
    Platform platform = platform(damaged.fixture());
    Translation whole = translate(platform, Fixtures.json(tree.toString()));
    if (whole == null) {
      return;
    }
    int events = 0;
    int refusedAndIgnored = 0;
    for (JsonNode entry : entries(platform, tree)) {
      String body = entry == tree ? tree.toString() : "[" + entry + "]";
      Translation alone = translate(platform, Fixtures.json(body));
      assertThat(alone).isNotNull();
      int told = alone.events().isEmpty() ? 0 : 1;
      assertThat(told + refusedAndIgnored(alone)).as("%s", alone).isEqualTo(1);
      events += alone.events().size();
      refusedAndIgnored += refusedAndIgnored(alone);
    }
    assertThat(whole.events()).hasSize(events);
    assertThat(refusedAndIgnored(whole)).isEqualTo(refusedAndIgnored);
  }

  /** Those of an array, those of a page of Twilio's, or the body itself. */
  private static List<JsonNode> entries(Platform platform, JsonNode tree) {
    List<JsonNode> entries = new ArrayList<>();
    if (tree.isArray()) {
      tree.forEach(entries::add);
    } else if (platform.name().equals("twilio") && page(tree) != null) {
      page(tree).forEach(entries::add);
    } else {
      entries.add(tree);
    }
    return entries;
  }

  private static JsonNode page(JsonNode tree) {
    JsonNode page = tree.has("events") ? tree.get("events") : tree.get("EVENTS");
    return page == null || !page.isArray() ? null : page;
  }

  private static int refusedAndIgnored(Translation translation) {
    return translation.refused().size()
        + translation.ignored().values().stream().mapToInt(Integer::intValue).sum();
  }

  @Property(tries = 1000)
  void whatIsCutShortIsRefusedOrTold(@ForAll("anyFixture") String fixture, @ForAll int at) {
    byte[] body = Fixtures.text(fixture).getBytes(StandardCharsets.UTF_8);
    byte[] cut = Arrays.copyOf(body, Math.floorMod(at, body.length));
    translate(platform(fixture), delivery(fixture, cut));
  }

  @Property(tries = 1000)
  void aByteThatFlippedIsRefusedOrTold(
      @ForAll("anyFixture") String fixture, @ForAll int at, @ForAll byte with) {
    byte[] body = Fixtures.text(fixture).getBytes(StandardCharsets.UTF_8);
    body[Math.floorMod(at, body.length)] = with;
    translate(platform(fixture), delivery(fixture, body));
  }

  @Property(tries = 500)
  void anyBytesAreRefusedOrTold(@ForAll("anyFixture") String fixture, @ForAll byte[] body) {
    translate(platform(fixture), delivery(fixture, body));
  }

  @Example
  void nestingBeyondMeasureIsRefused() {
    for (String open : List.of("[", "{\"a\":")) {
      for (Platform platform : PLATFORMS.values()) {
        assertThat(translate(platform, Fixtures.json(open.repeat(100_000)))).isNull();
      }
    }
  }

  private static Delivery delivery(String fixture, byte[] body) {
    String type =
        fixture.endsWith(".form") ? "application/x-www-form-urlencoded" : "application/json";
    return Fixtures.delivery(type, body);
  }

  private static Platform platform(String fixture) {
    Platform platform = PLATFORMS.get(fixture.substring(0, fixture.indexOf('/')));
    assertThat(platform).isNotNull();
    return platform;
  }

  /** Null when the body as a whole was refused. */
  private static Translation translate(Platform platform, Delivery delivery) {
    try {
      Translation translation = platform.translate(delivery);
      assertThat(platform.translate(delivery).events())
          .as("told again")
          .isEqualTo(translation.events());
      assertThat(translation.events())
          .allMatch(event -> event.header().source().equals(Fixtures.SOURCE));
      assertThat(translation.ignored().keySet()).allMatch(kind -> kind.length() <= 64);
      return translation;
    } catch (InvalidEvent e) {
      return null;
    }
  }
}
