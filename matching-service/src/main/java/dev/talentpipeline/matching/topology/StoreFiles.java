package dev.talentpipeline.matching.topology;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.AbstractEventListener;
import org.rocksdb.AbstractEventListener.EnabledEventCallback;
import org.rocksdb.FlushJobInfo;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * Reaches the files behind the state stores, which Streams keeps to itself: a store that forgets an entry still has its bytes in older files
 * until RocksDB merges them, and in a quiet market that is never. Each store's database makes itself known when it writes a file.
 *
 * <p>Streams makes an instance by itself for every store, so what they know is shared. A store is opened, cleaned and closed by the thread
 * of its task, so no database is closed while it is being cleaned.
 */
public final class StoreFiles implements RocksDBConfigSetter {

    private static final Map<String, RocksDB> OPEN = new ConcurrentHashMap<>();

    private final IdentityHashMap<Options, Watcher> watchers = new IdentityHashMap<>();

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        Watcher watcher = new Watcher();
        watchers.put(options, watcher);
        options.setListeners(List.of(watcher));
    }

    @Override
    public void close(String store, Options options) {
        Watcher watcher = watchers.remove(options);
        if (watcher != null) {
            watcher.forget();
            watcher.close();
        }
    }

    /** Merges all files of the task's store into new ones, without what the store has forgotten. The store was flushed just before. */
    static void clean(TaskId task, String store) {
        RocksDB database = OPEN.get(task + "/" + store);
        if (database != null) {
            try {
                database.compactRange();
            } catch (RocksDBException e) {
                throw new IllegalStateException("store (%s of %s) must be mergeable.".formatted(store, task), e);
            }
        }
    }

    /** Learns of a database when it has written a file {@code …/TASK/rocksdb/STORE/NUMBER.sst}. */
    private static final class Watcher extends AbstractEventListener {

        private String name = "";
        private boolean closed;

        Watcher() {
            super(EnabledEventCallback.ON_FLUSH_COMPLETED);
        }

        @Override
        public synchronized void onFlushCompleted(RocksDB database, FlushJobInfo flush) {
            if (closed) {
                // The last flush of all: the database is gone after it.
                return;
            }
            String[] path = flush.getFilePath().split("/", -1);
            name = path[path.length - 4] + "/" + path[path.length - 2];
            OPEN.put(name, database);
        }

        synchronized void forget() {
            closed = true;
            OPEN.remove(name);
        }
    }
}
