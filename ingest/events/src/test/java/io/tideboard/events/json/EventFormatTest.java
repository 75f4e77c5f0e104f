// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormatTest {

  @ParameterizedTest
  @CsvSource({
    "application/json, JSON",
    "Application/JSON ; charset=utf-8, JSON",
    "application/x-ndjson, NDJSON",
    "application/cloudevents+json;charset=UTF-8, CLOUDEVENT",
    "application/cloudevents-batch+json, CLOUDEVENT_BATCH"
  })
  void theContentTypeNamesTheFormat(String contentType, EventFormat format) {
    assertThat(EventFormat.ofContentType(contentType)).isEqualTo(format);
    assertThat(EventFormat.ofContentType(format.contentType())).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/plain", "application/jsonx", "application", ";"})
  void otherContentTypesNameNone(String contentType) {
    assertThat(EventFormat.ofContentType(contentType)).isNull();
  }
}
