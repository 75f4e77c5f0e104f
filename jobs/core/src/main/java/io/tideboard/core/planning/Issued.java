// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.core.planning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What has been sent of the days after today, in little room: a fingerprint of each row, to know
 * whether another one says anything new, and what was forecast a week before.
 */
final class Issued {

  private static final long[] NO_STARTS = {};
  private static final int[] NO_PRINTS = {};
  private static final float[] NO_WEEKS = {};

  private long[] starts = NO_STARTS;
  private int[] prints = NO_PRINTS;
  private float[] weeks = NO_WEEKS;

  /** Nothing sent yet. */
  boolean isEmpty() {
    return starts.length == 0;
  }

  /** Whether the row of that interval, as it was sent, had that fingerprint. */
  boolean sent(long start, int print) {
    int at = Arrays.binarySearch(starts, start);
    return at >= 0 && prints[at] == print;
  }

  /** What was sent of an interval; 0 where nothing was. */
  int print(long start) {
    int at = Arrays.binarySearch(starts, start);
    return at < 0 ? 0 : prints[at];
  }

  /** What was forecast of an interval a week before; NaN where nothing was. */
  double week(long start) {
    int at = Arrays.binarySearch(starts, start);
    return at < 0 ? Double.NaN : weeks[at];
  }

  /** In place of everything before. */
  void replace(long[] starts, int[] prints, float[] weeks) {
    this.starts = starts;
    this.prints = prints;
    this.weeks = weeks;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(starts.length);
    for (int i = 0; i < starts.length; i++) {
      out.writeLong(starts[i]);
      out.writeInt(prints[i]);
      out.writeFloat(weeks[i]);
    }
  }

  static Issued read(DataInput in) throws IOException {
    Issued issued = new Issued();
    int size = in.readInt();
    issued.starts = new long[size];
    issued.prints = new int[size];
    issued.weeks = new float[size];
    for (int i = 0; i < size; i++) {
      issued.starts[i] = in.readLong();
      issued.prints[i] = in.readInt();
      issued.weeks[i] = in.readFloat();
    }
    return issued;
  }
}
