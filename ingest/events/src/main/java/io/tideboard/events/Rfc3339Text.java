// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.events;

import java.nio.charset.StandardCharsets;

/** Writes times of the years 1970 to 9998. */
final class Rfc3339Text {

  private static final int SECONDS_A_DAY = 86_400;

  private final byte[] text;
  private int at;

  private Rfc3339Text(int length) {
    text = new byte[length];
  }

  static String of(long second, int micros) {
    int fraction = micros == 0 ? 0 : micros % 1000 == 0 ? 4 : 7;
    Rfc3339Text time = new Rfc3339Text("2026-03-02T09:30:00Z".length() + fraction);
    time.date((int) (second / SECONDS_A_DAY));
    time.timeOfDay((int) (second % SECONDS_A_DAY));
    if (fraction > 0) {
      time.put('.');
      time.threeDigits(micros / 1000);
    }
    if (fraction == 7) {
      time.threeDigits(micros % 1000);
    }
    time.put('Z');
    return new String(time.text, StandardCharsets.ISO_8859_1);
  }

  /** By H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March. */
  private void date(int epochDay) {
    int day = epochDay + 719_468;
    int era = day / 146_097;
    int dayOfEra = day % 146_097;
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int monthFromMarch = (5 * dayOfYear + 2) / 153;
    int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
    int year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
    twoDigits(year / 100);
    twoDigits(year % 100);
    put('-');
    twoDigits(month);
    put('-');
    twoDigits(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    put('T');
  }

  private void timeOfDay(int second) {
    twoDigits(second / 3600);
    put(':');
    twoDigits(second / 60 % 60);
    put(':');
    twoDigits(second % 60);
  }

  private void threeDigits(int value) {
    put((char) ('0' + value / 100));
    twoDigits(value % 100);
  }

  private void twoDigits(int value) {
    put((char) ('0' + value / 10));
    put((char) ('0' + value % 10));
  }

  private void put(char c) {
    text[at++] = (byte) c;
  }
}
