// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.bench;

/**
 * What it came to.
 *
 * @param parsed records of the topic read a second: the ceiling of a rebuild
 * @param recordBytes how long such a record is
 * @param inserted rows stored a second
 * @param bytes a row on disk
 * @param day milliseconds to read a queue's day, half of the times no more
 * @param dayP99 the same, ninety-nine of a hundred times
 * @param year milliseconds to read a queue's year, or all that there is
 * @param yearMost the longest of them
 * @param megabytes the most memory that the process ever had
 */
record HistoryReport(
    double parsed,
    double recordBytes,
    double inserted,
    double bytes,
    double day,
    double dayP99,
    double year,
    double yearMost,
    double megabytes) {}
