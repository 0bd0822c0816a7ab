// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.knime.core.data.DataRow;

/**
 * The rows of one table, as bytes in blocks of about 64 KiB. Small tables stay in memory; when they grow beyond a limit
 * all blocks move to a temporary file. Rows are appended by one thread, then read by any number of threads.
 * <p>
 * The store is counted: it is dropped when the last holder releases it. The file is deleted at once where the system
 * lets an open file be deleted (its space is then free when the store is dropped or garbage, even after a crash), else
 * when the store is dropped or the virtual machine ends.
 */
public final class RowStore {

    private static final int BLOCK_SIZE = 1 << 16;

    /** Blocks in memory, or the file that holds them. */
    private static final class Blocks {

        /** Those whose files have still to be deleted. */
        private static final Set<Blocks> TO_DELETE = ConcurrentHashMap.newKeySet();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> TO_DELETE.forEach(Blocks::drop), "tables"));
        }

        private final TempDirectory m_directory;

        private final long m_limit;

        private byte[][] m_memory = new byte[4][];

        private long[] m_ends = new long[4];

        private int m_count;

        private RandomAccessFile m_file;

        private Path m_path;

        private boolean m_dropped;

        Blocks(final TempDirectory directory, final long limit) {
            m_directory = directory;
            m_limit = limit;
        }

        private long end() {
            return m_count == 0 ? 0 : m_ends[m_count - 1];
        }

        synchronized void append(final Bytes block) throws IOException {
            checkThere();
            if (m_file == null && end() + block.size() > m_limit) {
                moveToFile();
            }
            if (m_count == m_ends.length) {
                m_ends = Arrays.copyOf(m_ends, m_count * 2);
                if (m_memory != null) {
                    m_memory = Arrays.copyOf(m_memory, m_count * 2);
                }
            }
            if (m_file == null) {
                m_memory[m_count] = block.toArray();
            } else {
                m_file.seek(end());
                m_file.write(block.array(), 0, block.size());
            }
            m_ends[m_count] = end() + block.size();
            m_count++;
        }

        private void moveToFile() throws IOException {
            m_path = Files.createTempFile(m_directory.path(), "table", ".bin");
            m_file = new RandomAccessFile(m_path.toFile(), "rw"); // a channel would be closed by an interrupt
            try {
                Files.delete(m_path);
            } catch (IOException e) { // NOSONAR Windows keeps open files
                TO_DELETE.add(this);
            }
            for (int i = 0; i < m_count; i++) {
                m_file.write(m_memory[i]);
            }
            m_memory = null;
        }

        synchronized Bytes read(final int block) throws IOException {
            checkThere();
            final long start = block == 0 ? 0 : m_ends[block - 1];
            final int size = (int)(m_ends[block] - start);
            if (m_file == null) {
                return new Bytes(m_memory[block], size);
            }
            final byte[] bytes = new byte[size];
            m_file.seek(start);
            m_file.readFully(bytes);
            return new Bytes(bytes, size);
        }

        private void checkThere() {
            if (m_dropped) {
                throw new IllegalStateException(
                    "The table does not exist any more: the node that made it was reset or its execution failed.");
            }
        }

        synchronized boolean isOnDisk() {
            return m_file != null;
        }

        synchronized void drop() {
            m_dropped = true;
            m_memory = null;
            TO_DELETE.remove(this);
            if (m_file == null) {
                return;
            }
            try {
                m_file.close();
                Files.deleteIfExists(m_path);
            } catch (IOException e) {
                System.getLogger(RowStore.class.getName()).log(System.Logger.Level.WARNING,
                    "The temporary file \"" + m_path + "\" cannot be deleted.", e);
            }
            m_file = null;
        }
    }

    private final int m_columns;

    private final Blocks m_blocks;

    private final AtomicInteger m_holders = new AtomicInteger(1);

    private Bytes m_open = new Bytes(BLOCK_SIZE + BLOCK_SIZE / 8);

    private long[] m_firstRows = new long[4];

    private int m_fullBlocks;

    private long m_size;

    /**
     * @param columns number of columns
     * @param directory for the file, if one is needed
     */
    public RowStore(final int columns, final TempDirectory directory) {
        this(columns, directory, defaultLimit());
    }

    /**
     * @param columns number of columns
     * @param directory for the file, if one is needed
     * @param memoryLimit bytes that may stay in memory
     */
    public RowStore(final int columns, final TempDirectory directory, final long memoryLimit) {
        m_columns = columns;
        m_blocks = new Blocks(directory, memoryLimit);
    }

    private static long defaultLimit() {
        return Math.min(16L << 20, Runtime.getRuntime().maxMemory() / 64);
    }

    /** @return the number of rows */
    public long size() {
        return m_size;
    }

    /** @return the number of columns */
    public int columns() {
        return m_columns;
    }

    /** @return whether the rows are in a file */
    public boolean isOnDisk() {
        return m_blocks.isOnDisk();
    }

    /** @param row the next row, with the right number of cells */
    void append(final DataRow row) {
        final int before = m_open.size();
        try {
            RowCodec.write(row, m_size, m_columns, m_open);
        } catch (RuntimeException e) {
            m_open.truncate(before);
            throw e;
        }
        m_size++;
        if (m_open.size() >= BLOCK_SIZE) {
            flush();
        }
    }

    private void flush() {
        try {
            m_blocks.append(m_open);
        } catch (IOException e) {
            throw new UncheckedIOException("A table cannot be written to disk: " + e.getMessage(), e);
        }
        m_fullBlocks++;
        if (m_fullBlocks == m_firstRows.length) {
            m_firstRows = Arrays.copyOf(m_firstRows, m_fullBlocks * 2);
        }
        m_firstRows[m_fullBlocks] = m_size;
        m_open = m_open.array().length > 4 * BLOCK_SIZE ? new Bytes(BLOCK_SIZE + BLOCK_SIZE / 8) : m_open;
        m_open.truncate(0);
    }

    /** Ends the appending, after which rows may be read by any thread. */
    void finish() {
        if (m_open.size() > 0) {
            flush();
        }
        m_open = new Bytes(0);
    }

    /** One more holder. */
    public void retain() {
        if (m_holders.getAndUpdate(n -> n == 0 ? 0 : n + 1) == 0) {
            throw new IllegalStateException("The table does not exist any more.");
        }
    }

    /** One holder less; the last one drops the rows. */
    public void release() {
        if (m_holders.getAndUpdate(n -> Math.max(0, n - 1)) == 1) {
            m_blocks.drop();
        }
    }

    /** @return the block with this row, and the number of the block's first row */
    BlockOfRows blockAt(final long row) {
        final int at = Arrays.binarySearch(m_firstRows, 0, m_fullBlocks + 1, row);
        final int block = at >= 0 ? at : -at - 2;
        try {
            final Bytes bytes = block < m_fullBlocks ? m_blocks.read(block)
                : new Bytes(m_open.array(), m_open.size());
            final long end = block < m_fullBlocks ? m_firstRows[block + 1] : m_size;
            return new BlockOfRows(bytes, m_firstRows[block], end);
        } catch (IOException e) {
            throw new UncheckedIOException("A table cannot be read from disk: " + e.getMessage(), e);
        }
    }

    /** Bytes of the rows from {@code first} up to {@code end}, which is excluded. */
    record BlockOfRows(Bytes bytes, long first, long end) {
    }
}
