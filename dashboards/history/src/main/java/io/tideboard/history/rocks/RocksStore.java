// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.rocks;

import io.tideboard.core.agents.TeamRow;
import io.tideboard.core.agents.TeamStatus;
import io.tideboard.core.clock.Micros;
import io.tideboard.core.queue.QueueKey;
import io.tideboard.core.results.Basis;
import io.tideboard.core.results.IntervalRow;
import io.tideboard.history.IntervalStore;
import io.tideboard.history.KeyOrder;
import io.tideboard.history.Period;
import io.tideboard.history.Progress;
import io.tideboard.history.RowBatch;
import io.tideboard.history.RowChange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Rows in RocksDB. A batch is one write, and so is whole or not there at all after a crash; it is
 * not forced to the disk, since after a power failure what is missing is read again from the
 * progress that is missing with it.
 */
public final class RocksStore implements IntervalStore {

  private static final int SEVERAL = 200;

  /** What is read of a longer period is not kept in memory: nobody asks for a year again soon. */
  private static final long WEEK = Micros.of(Duration.ofDays(7));

  private final RocksFiles files;
  private RocksMeta meta;

  private RocksStore(RocksFiles files) {
    this.files = files;
    byte[] written = files.call(db -> db.get(RocksMeta.KEY));
    this.meta = written == null ? RocksMeta.NEW : RocksMeta.read(written, files.toString());
  }

  /**
   * The store in that directory, made where there is none.
   *
   * @param cache how many bytes of memory it may take, beside the heap
   */
  public static RocksStore open(Path directory, long cache) {
    return open(RocksFiles.open(directory, cache));
  }

  /** A store that is deleted when it is closed. */
  public static RocksStore temporary(long cache) {
    return open(RocksFiles.temporary(cache));
  }

  private static RocksStore open(RocksFiles files) {
    try {
      return new RocksStore(files);
    } catch (RuntimeException e) {
      files.close();
      throw e;
    }
  }

  @Override
  public synchronized Progress progress() {
    return meta.progress();
  }

  @Override
  public synchronized void upsert(RowBatch batch) {
    RocksMeta reached = meta.with(batch.reached());
    List<RowChange> changes = batch.after(meta.progress());
    files.call(
        db -> {
          try (WriteBatch writes = new WriteBatch();
              WriteOptions options = new WriteOptions()) {
            for (RowChange change : changes) {
              writes.merge(key(change), RowValue.of(reached.number(), change));
            }
            writes.put(RocksMeta.KEY, reached.bytes());
            db.write(options, writes);
          }
          return reached;
        });
    meta = reached;
  }

  private static byte[] key(RowChange change) {
    if (change instanceof RowChange.OfQueue its) {
      return RowKey.at(RowKey.of(its.row().basis(), its.row().key()), change.start());
    }
    return RowKey.at(RowKey.ofTeam(((RowChange.OfTeam) change).row().queue()), change.start());
  }

  @Override
  public NavigableSet<QueueKey> keys(Basis basis, @Nullable String queue) {
    NavigableSet<QueueKey> keys = new TreeSet<>(KeyOrder.ORDER);
    for (byte[] prefix : prefixes(RowKey.of(basis), queue)) {
      QueueKey key = RowKey.named(prefix);
      if (isCounted(key, basis)) {
        keys.add(key);
      }
    }
    for (byte[] prefix : prefixes(RowKey.ofTeams(), queue)) {
      keys.add(new QueueKey(RowKey.named(prefix).queue(), TeamStatus.EVERY_CHANNEL));
    }
    return keys;
  }

  /** Whether any row counts anything: mostly the first one does. */
  private boolean isCounted(QueueKey key, Basis basis) {
    int most = 1;
    Period left = Period.ALWAYS;
    while (true) {
      List<IntervalRow> rows = rows(key, basis, left, most);
      if (rows.stream().anyMatch(row -> !row.tally().isEmpty())) {
        return true;
      }
      if (rows.size() < most) {
        return false;
      }
      left = left.after(rows.get(rows.size() - 1).start());
      most = SEVERAL;
    }
  }

  /** From one queue and channel to the next, without a look at the rows in between. */
  private List<byte[]> prefixes(byte[] kind, @Nullable String queue) {
    byte[] from = queue == null ? kind : RowKey.of(kind, queue);
    return files.read(
        from,
        RowKey.behind(from),
        true,
        rows -> {
          List<byte[]> prefixes = new ArrayList<>();
          for (rows.seek(from); rows.isValid(); rows.seek(RowKey.behind(last(prefixes)))) {
            prefixes.add(RowKey.prefix(rows.key()));
          }
          return prefixes;
        });
  }

  private static byte[] last(List<byte[]> prefixes) {
    return prefixes.get(prefixes.size() - 1);
  }

  @Override
  public List<IntervalRow> rows(QueueKey key, Basis basis, Period period, int most) {
    return rows(
        RowKey.of(basis, key),
        period,
        most,
        (start, value) -> RowValue.row(key, basis, start, value));
  }

  @Override
  public List<TeamRow> teams(String queue, Period period, int most) {
    return rows(
        RowKey.ofTeam(queue), period, most, (start, value) -> RowValue.team(queue, start, value));
  }

  private interface Reading<T> {
    T of(long start, byte[] value);
  }

  private <T> List<T> rows(byte[] prefix, Period period, int most, Reading<T> reading) {
    byte[] from = RowKey.at(prefix, period.from());
    byte[] to =
        period.to() == Long.MAX_VALUE ? RowKey.behind(prefix) : RowKey.at(prefix, period.to());
    return files.read(
        from,
        to,
        period.to() - WEEK <= period.from(),
        rows -> {
          List<T> found = new ArrayList<>();
          for (rows.seek(from); rows.isValid() && found.size() < most; rows.next()) {
            found.add(reading.of(RowKey.start(rows.key()), rows.value()));
          }
          return found;
        });
  }

  @Override
  public synchronized void expire(long start) {
    List<byte[]> all = new ArrayList<>();
    Arrays.stream(Basis.values()).forEach(basis -> all.addAll(prefixes(RowKey.of(basis), null)));
    all.addAll(prefixes(RowKey.ofTeams(), null));
    files.call(
        db -> {
          for (byte[] prefix : all) {
            if (hasBefore(prefix, start)) {
              db.deleteRange(RowKey.at(prefix, Long.MIN_VALUE), RowKey.at(prefix, start));
            }
          }
          return all;
        });
  }

  private boolean hasBefore(byte[] prefix, long start) {
    byte[] from = RowKey.at(prefix, Long.MIN_VALUE);
    return files.read(
        from,
        RowKey.at(prefix, start),
        true,
        rows -> {
          rows.seek(from);
          return rows.isValid();
        });
  }

  /** Sorts everything on disk, which makes it as small and as quick to read as it gets. */
  public void compact() {
    files.call(
        db -> {
          db.compactRange();
          return db;
        });
  }

  @Override
  public void close() {
    files.close();
  }

  /** The directory. */
  public Path directory() {
    return files.directory();
  }

  /** What is done with the database. */
  interface Use<T> {
    T with(RocksDB db) throws RocksDBException;
  }

  /** What is read between two keys. */
  interface Scan<T> {
    T of(RocksIterator rows);
  }
}
