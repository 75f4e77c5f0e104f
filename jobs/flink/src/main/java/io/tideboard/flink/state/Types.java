// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.flink.state;

import io.tideboard.core.queue.QueueBoard;
import io.tideboard.flink.live.Control;
import io.tideboard.flink.live.CustomerNews;
import io.tideboard.flink.live.EventBundle;
import io.tideboard.flink.live.KeyedEvent;
import io.tideboard.flink.live.Publication;
import io.tideboard.flink.live.QueueChange;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Everything that travels between operators or stays in state: nothing goes through Kryo. */
public final class Types {

  public static final TypeInformation<KeyedEvent> KEYED_EVENT =
      new CoreType<>(KeyedEvent.class, KeyedEventSerializer.INSTANCE);
  public static final TypeInformation<EventBundle> EVENT_BUNDLE =
      new CoreType<>(EventBundle.class, EventBundleSerializer.INSTANCE);
  public static final TypeInformation<Control> CONTROL =
      new CoreType<>(Control.class, ControlSerializer.INSTANCE);
  public static final TypeInformation<QueueChange> QUEUE_CHANGE =
      new CoreType<>(QueueChange.class, QueueChangeSerializer.INSTANCE);
  public static final TypeInformation<Publication> PUBLICATION =
      new CoreType<>(Publication.class, PublicationSerializer.INSTANCE);
  public static final TypeInformation<QueueBoard> QUEUE_BOARD =
      new CoreType<>(QueueBoard.class, QueueBoardSerializer.INSTANCE);

  public static final TypeInformation<CustomerNews> CUSTOMER_NEWS =
      new CoreType<>(CustomerNews.class, CustomerNewsSerializer.INSTANCE);

  private Types() {}
}
