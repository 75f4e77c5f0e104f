// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events.compact;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One nested message: an attribute, a capacity, or one entry of a snapshot. Their fields have tags
 * that do not collide, so that one reader does for all.
 */
final class CompactEntry {

  private static final int NAME = 1 << 3 | 2;
  private static final int CHANNEL = 1 << 3;
  private static final int TEXT = 2 << 3 | 2;
  private static final int NUMBER = 2 << 3;
  private static final int SINCE_OF_WAITING = 2 << 3 | 1;
  private static final int SINCE_OF_STANDING = 3 << 3 | 1;
  private static final int QUEUE = 4 << 3 | 2;

  private String name = "";
  private String text = "";
  private int channel;
  private int number;
  private long since;
  private List<String> queues = List.of();

  CompactEntry(CodedInputStream in) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (tag) {
        case NAME -> name = in.readStringRequireUtf8();
        case CHANNEL -> channel = in.readInt32();
        case TEXT -> text = in.readStringRequireUtf8();
        case NUMBER -> number = in.readInt32();
        case SINCE_OF_WAITING, SINCE_OF_STANDING -> since = in.readFixed64();
        case QUEUE -> {
          queues = queues.isEmpty() ? new ArrayList<>() : queues;
          queues.add(in.readStringRequireUtf8());
        }
        default -> in.skipField(tag);
      }
    }
    in.popLimit(outer);
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  int channel() {
    return channel;
  }

  int number() {
    return number;
  }

  Instant since() {
    return Micros.toInstant(since);
  }

  List<String> queues() {
    return queues;
  }
}
