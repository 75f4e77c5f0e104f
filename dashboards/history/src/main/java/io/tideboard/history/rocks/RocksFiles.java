// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.rocks;

import io.tideboard.history.StoreUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/** A directory with RocksDB in it. Nothing reaches the database once it is closed. */
final class RocksFiles implements AutoCloseable {

  private final Path directory;
  private final boolean temporary;
  private final RocksMemory memory;
  private final RocksDB db;
  private final ReadWriteLock open = new ReentrantReadWriteLock();
  private boolean closed;

  private RocksFiles(Path directory, boolean temporary, RocksMemory memory)
      throws RocksDBException {
    this.directory = directory;
    this.temporary = temporary;
    this.memory = memory;
    this.db = RocksDB.open(memory.options(), directory.toString());
  }

  static RocksFiles temporary(long cache) {
    try {
      return open(Files.createTempDirectory("tideboard-history-"), true, cache);
    } catch (IOException e) {
      throw new StoreUnavailable("no temporary directory can be made for the history", e);
    }
  }

  static RocksFiles open(Path directory, long cache) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "'" + directory + "' as history.dir: expected a directory that can be made or is there",
          e);
    }
    return open(directory, false, cache);
  }

  private static RocksFiles open(Path directory, boolean temporary, long cache) {
    RocksDB.loadLibrary();
    RocksMemory memory = new RocksMemory(cache);
    try {
      return new RocksFiles(directory, temporary, memory);
    } catch (RocksDBException e) {
      memory.close();
      throw unopened(directory, e);
    }
  }

  private static StoreUnavailable unopened(Path directory, RocksDBException why) {
    String message = String.valueOf(why.getMessage());
    return new StoreUnavailable(
        message.contains("lock")
            ? "'" + directory + "' as history.dir: another process uses it; expected one of its own"
            : "'" + directory + "' as history.dir cannot be opened (" + message + ")",
        why);
  }

  Path directory() {
    return directory;
  }

  /** Does something with the database. */
  <T> T call(RocksStore.Use<T> use) {
    open.readLock().lock();
    try {
      if (closed) {
        throw new StoreUnavailable(this + " is closed", null);
      }
      return use.with(db);
    } catch (RocksDBException e) {
      throw new StoreUnavailable(this + " cannot be used (" + e.getMessage() + ")", e);
    } finally {
      open.readLock().unlock();
    }
  }

  /**
   * Reads between two keys.
   *
   * @param keep whether what is read may push out of memory what was read before
   */
  <T> T read(byte[] from, byte[] to, boolean keep, RocksStore.Scan<T> scan) {
    return call(
        db -> {
          try (Slice lower = new Slice(from);
              Slice upper = new Slice(to);
              ReadOptions options =
                  new ReadOptions()
                      .setIterateLowerBound(lower)
                      .setIterateUpperBound(upper)
                      .setFillCache(keep);
              RocksIterator rows = db.newIterator(options)) {
            T found = scan.of(rows);
            // An iterator that fails looks like one that is at its end.
            rows.status();
            return found;
          }
        });
  }

  @Override
  public void close() {
    open.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        db.close();
        memory.close();
        delete();
      }
    } finally {
      open.writeLock().unlock();
    }
  }

  private void delete() {
    if (!temporary) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be deleted", e);
    }
  }

  @Override
  public String toString() {
    return "the history in '" + directory + "'";
  }
}
