// Copyright the Tideboard authors. SPDX-License-Identifier: Apache-2.0
package io.tideboard.history.rocks;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * How RocksDB is set up: one cache holds what was read, the indexes, and what is not on disk yet,
 * so that its size bounds the memory.
 */
final class RocksMemory implements AutoCloseable {

  private static final int BLOCK = 16 << 10;
  private static final long TABLE = 64L << 20;
  private static final long LARGEST_BUFFER = 32L << 20;
  private static final int OPEN_FILES = 256;

  private final Cache cache;
  private final WriteBufferManager buffers;
  private final Options options;

  RocksMemory(long bytes) {
    cache = new LRUCache(bytes);
    buffers = new WriteBufferManager(bytes / 2, cache);
    options =
        new Options()
            .setCreateIfMissing(true)
            // Of two values the greater one holds; see RowValue.
            .setMergeOperatorName("max")
            .setWriteBufferManager(buffers)
            .setWriteBufferSize(Math.min(LARGEST_BUFFER, bytes / 4))
            .setMaxOpenFiles(OPEN_FILES)
            .setMaxBackgroundJobs(2)
            .setTargetFileSizeBase(TABLE)
            .setMaxBytesForLevelBase(4 * TABLE)
            .setLevelCompactionDynamicLevelBytes(true)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
            .setKeepLogFileNum(2)
            .setMaxLogFileSize(1 << 20)
            .setTableFormatConfig(
                new BlockBasedTableConfig()
                    .setBlockCache(cache)
                    .setBlockSize(BLOCK)
                    .setCacheIndexAndFilterBlocks(true)
                    .setPinTopLevelIndexAndFilter(true)
                    .setIndexType(IndexType.kTwoLevelIndexSearch));
  }

  Options options() {
    return options;
  }

  @Override
  public void close() {
    options.close();
    buffers.close();
    cache.close();
  }
}
