// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.util.DuplicateKeyException;

class TableStoreTest {

    private static final long ALWAYS_DISK = 0;

    private static final long NEVER_DISK = Long.MAX_VALUE;

    @TempDir
    Path m_temp;

    private RowStore store(final int columns, final long limit) {
        return new RowStore(columns, () -> m_temp, limit);
    }

    private static TableBuilder builder(final RowStore store, final DataType... types) {
        final String[] names = new String[types.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = "c" + i;
        }
        return new TableBuilder(new DataTableSpec(names, types), new TableBuilder.Options(false, true, true, 60),
            store);
    }

    private static List<DataRow> rows(final RowStore store) {
        final List<DataRow> rows = new ArrayList<>();
        new RowReader(store).forEachRemaining(rows::add);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {ALWAYS_DISK, 200_000, NEVER_DISK})
    void everyKindOfCellComesBack(final long limit) throws Exception {
        final ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        final DataType vector = DoubleVectorCellFactory.TYPE;
        final RowStore store = store(9, limit);
        final TableBuilder builder = builder(store, DoubleCell.TYPE, IntCell.TYPE, LongCell.TYPE, BooleanCell.TYPE,
            StringCell.TYPE, ListCell.getCollectionType(DoubleCell.TYPE), vector,
            PNGImageCellFactory.TYPE, BinaryObjectDataCell.TYPE);
        final List<DataRow> written = new ArrayList<>();
        final Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            final byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            final DataCell list = CollectionCellFactory
                .createListCell(List.of(new DoubleCell(random.nextGaussian()), DataType.getMissingCell()));
            final DataRow row = new DefaultRow(i % 3 == 0 ? RowKey.createRowKey(i) : new RowKey("ä\uD800" + i),
                i % 7 == 0 ? new MissingCell("why") : new DoubleCell(random.nextGaussian()),
                new IntCell(random.nextInt()), new LongCell(random.nextLong()),
                random.nextBoolean() ? BooleanCell.TRUE : BooleanCell.FALSE, new StringCell("s\n\uDC00€" + i), list,
                DoubleVectorCellFactory.createCell(new double[]{i, Double.NaN}),
                PNGImageCellFactory.create(png.toByteArray()), new BinaryObjectCellFactory().create(bytes));
            written.add(row);
            builder.add(row);
        }
        builder.finish();
        assertThat(store.size()).isEqualTo(1000);
        assertThat(store.isOnDisk()).isEqualTo(limit != NEVER_DISK);
        assertThat(rows(store)).isEqualTo(written);
        assertThat(((MissingCell)rows(store).get(0).getCell(0)).getError()).isEqualTo("why");
        store.release();
    }

    @Test
    void aRangeOfRowsStartsAnywhere() {
        final RowStore store = store(1, ALWAYS_DISK);
        final TableBuilder builder = builder(store, IntCell.TYPE);
        for (int i = 0; i < 50_000; i++) {
            builder.add(new DefaultRow(RowKey.createRowKey(i), new IntCell(i)));
        }
        builder.finish();
        for (final int from : new int[]{0, 1, 10_921, 10_922, 10_923, 32_767, 49_999}) {
            final RowReader reader = new RowReader(store, from, from + 3, null, null);
            assertThat(reader.next().getCell(0)).isEqualTo(new IntCell(from));
            assertThat(reader.hasNext()).isEqualTo(from < 49_999);
        }
        store.release();
    }

    @Test
    void everyKindOfCellAndKeyCanBeSkipped() throws Exception {
        final ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", png);
        final List<DataCell> kinds = List.of(new DoubleCell(1), new IntCell(2), new LongCell(3), BooleanCell.FALSE,
            new StringCell("text"), new StringCell("\uD800"), DataType.getMissingCell(), new MissingCell("why"),
            CollectionCellFactory.createListCell(List.of(new StringCell("in"), new DoubleCell(2))),
            DoubleVectorCellFactory.createCell(new double[]{1, 2, 3}), PNGImageCellFactory.create(png.toByteArray()),
            new BinaryObjectCellFactory().create(new byte[]{9, 8, 7}));
        for (final DataCell kind : kinds) {
            final RowStore store = store(2, NEVER_DISK);
            final TableBuilder builder = builder(store, kind.isMissing() ? IntCell.TYPE : kind.getType(), IntCell.TYPE);
            for (int i = 0; i < 3; i++) {
                builder.add(new DefaultRow("key " + i, kind, new IntCell(i)));
            }
            builder.finish();
            assertThat(new RowReader(store, 2, 3, null, null).next()).as("%s", kind)
                .isEqualTo(new DefaultRow("key 2", kind, new IntCell(2)));
            assertThat(new RowReader(store, 1, 3, new boolean[]{false, true}, null).next().getCell(1))
                .as("%s", kind).isEqualTo(new IntCell(1));
        }
    }

    @Test
    void onlyTheWantedColumnsAreRead() {
        final RowStore store = store(2, NEVER_DISK);
        final TableBuilder builder = builder(store, StringCell.TYPE, IntCell.TYPE);
        builder.add(new DefaultRow("a", new StringCell("x"), new IntCell(3)));
        builder.finish();
        final DataRow row = new RowReader(store, 0, 1, new boolean[]{false, true}, null).next();
        assertThat(row.getCell(1)).isEqualTo(new IntCell(3));
        assertThatThrownBy(() -> row.getCell(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsLeftOnDiskWhenTheLastHolderReleases() throws Exception {
        final RowStore store = store(1, ALWAYS_DISK);
        final TableBuilder builder = builder(store, IntCell.TYPE);
        for (int i = 0; i < 50_000; i++) {
            builder.add(new DefaultRow(RowKey.createRowKey(i), new IntCell(i)));
        }
        builder.finish();
        store.retain();
        store.release();
        assertThat(rows(store)).hasSize(50_000);
        store.release();
        try (var files = Files.list(m_temp)) {
            assertThat(files).isEmpty();
        }
        assertThatThrownBy(() -> rows(store)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("does not exist any more");
        assertThatThrownBy(store::retain).isInstanceOf(IllegalStateException.class);
        assertThatCode(store::release).doesNotThrowAnyException();
    }

    @Test
    void manyThreadsReadAtOnceAndAnInterruptOfOneHurtsNoOther() throws Exception {
        final RowStore store = store(1, ALWAYS_DISK);
        final TableBuilder builder = builder(store, LongCell.TYPE);
        for (int i = 0; i < 100_000; i++) {
            builder.add(new DefaultRow(RowKey.createRowKey(i), new LongCell(i)));
        }
        builder.finish();
        final ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            final List<Future<Long>> sums = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                final boolean interrupted = t == 0;
                sums.add(threads.submit(() -> {
                    if (interrupted) {
                        Thread.currentThread().interrupt();
                    }
                    long sum = 0;
                    for (final RowReader r = new RowReader(store); r.hasNext();) {
                        sum += ((LongCell)r.next().getCell(0)).getLongValue();
                    }
                    return sum;
                }));
            }
            for (final Future<Long> sum : sums) {
                assertThat(sum.get()).isEqualTo(99_999L * 100_000 / 2);
            }
        } finally {
            threads.shutdownNow();
        }
        store.release();
    }

    private void add(final TableBuilder builder, final String key) {
        builder.add(new DefaultRow(key, new IntCell(0)));
    }

    private void assertDuplicate(final String duplicate, final String... before) {
        final TableBuilder builder = builder(store(1, NEVER_DISK), IntCell.TYPE);
        for (final String key : before) {
            add(builder, key);
        }
        assertThatThrownBy(() -> add(builder, duplicate)).isInstanceOf(DuplicateKeyException.class)
            .hasMessage("Encountered duplicate row ID \"" + duplicate + "\"")
            .hasCauseInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void duplicateKeysAreFoundWhateverTheirForm() {
        assertDuplicate("a", "a");
        assertDuplicate("Row0", "Row0");
        assertDuplicate("Row0", "Row0", "Row1", "x");
        assertDuplicate("Row2", "Row0", "Row2");
        assertDuplicate("Row1", "Row0", "Row1", "Row5", "Row9");
        assertDuplicate("", "x", "");
        final String[] many = new String[20_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = "key" + i * 31;
        }
        assertDuplicate("key31", many);
        assertDuplicate("key" + 19_999 * 31, many);
    }

    @Test
    void differentKeysAreTakenEvenIfTheyLookLikeNumberedOnes() {
        final TableBuilder builder = builder(store(1, ALWAYS_DISK), IntCell.TYPE);
        for (final String key : new String[]{"Row1", "Row00", "Row2", "Row0", "Row4 ", "Row-1", "Row", "row7",
            "Row99999999999999999999", "Row9", "Row10", "Row09"}) {
            assertThatCode(() -> add(builder, key)).doesNotThrowAnyException();
        }
        builder.finish();
        assertThat(rows(builder.store())).extracting(r -> r.getKey().getString()).containsExactly("Row1", "Row00",
            "Row2", "Row0", "Row4 ", "Row-1", "Row", "row7", "Row99999999999999999999", "Row9", "Row10", "Row09");
    }

    @Test
    void randomKeysAreJudgedLikeASetWouldJudgeThem() {
        final Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            final TableBuilder builder = builder(store(1, NEVER_DISK), IntCell.TYPE);
            final java.util.Set<String> known = new java.util.HashSet<>();
            for (int i = 0; i < 12; i++) {
                final String key = (random.nextInt(4) == 0 ? "R" : "Row") + random.nextInt(14);
                if (known.add(key)) {
                    assertThatCode(() -> add(builder, key)).doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(() -> add(builder, key)).isInstanceOf(DuplicateKeyException.class);
                    break;
                }
            }
        }
    }

    @Test
    void numbersInKeysAreRecognisedWithoutParsing() {
        for (final long n : new long[]{0, 9, 10, 99, 100, 1234567890123L, Long.MAX_VALUE}) {
            assertThat(RowCodec.isNumber("Row" + n, n)).isTrue();
            assertThat(RowCodec.isNumber("Row0" + n, n)).isFalse();
            assertThat(RowCodec.isNumber("Row" + n + "0", n)).isFalse();
            assertThat(RowCodec.isNumber("row" + n, n)).isFalse();
            assertThat(RowCodec.isNumber("Row", n)).isFalse();
        }
        assertThat(RowCodec.isNumber("Row1", 2)).isFalse();
        assertThat(RowCodec.isNumber("", 0)).isFalse();
    }

    @Test
    void aRowThatCannotBeStoredLeavesNoTrace() {
        final RowStore store = store(2, NEVER_DISK);
        final TableBuilder builder = new TableBuilder(
            new DataTableSpec(new String[]{"a", "b"},
                new DataType[]{IntCell.TYPE, DataType.getCommonSuperType(IntCell.TYPE, StringCell.TYPE)}),
            new TableBuilder.Options(false, true, false, 60), store);
        builder.add(new DefaultRow("x", new IntCell(1), new StringCell("y")));
        assertThatThrownBy(() -> builder.add(new DefaultRow("bad", new IntCell(2), new UnknownCell())))
            .hasMessageContaining("UnknownCell");
        builder.add(new DefaultRow("z", new IntCell(3), new IntCell(4)));
        builder.finish();
        assertThat(rows(store)).containsExactly(new DefaultRow("x", new IntCell(1), new StringCell("y")),
            new DefaultRow("z", new IntCell(3), new IntCell(4)));
    }

    private static final class UnknownCell extends DataCell {

        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "unknown";
        }

        @Override
        protected boolean equalsDataCell(final DataCell dc) {
            return true;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }
}
