package io.ringside.topology;

import java.util.Map;

import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** Gives all stores on disk one budget of native memory, instead of some 200 MB each. */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long BUDGET = 128L << 20;
    private static final long FOR_WRITES = 48L << 20;

    // One budget for the process is what this class is for; RocksDB gives no other place to share it.
    private static final Cache CACHE = new LRUCache(BUDGET, -1, false, 0.1);
    private static final WriteBufferManager WRITES = new WriteBufferManager(FOR_WRITES, CACHE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(WRITES);
        options.setWriteBufferSize(8 << 20);
        options.setMaxWriteBufferNumber(2);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String store, Options options) {
        // The budget outlives any one store.
    }
}
