// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.knime.core.data.blob.BinaryObjectCellFactory;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageBlobCell;
import org.knime.core.data.image.png.PNGImageCell;
import org.knime.core.data.image.png.PNGImageCellFactory;
import org.knime.core.data.vector.doublevector.DenseDoubleVectorCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.InvalidSettingsException;

/** The cell classes that exist here. A file may name only these: no class is loaded because a file says so. */
final class KnownCells {

    private static final Map<String, Class<? extends DataCell>> CELLS = Stream
        .<Class<? extends DataCell>> of(DoubleCell.class, IntCell.class, LongCell.class, BooleanCell.class,
            StringCell.class, MissingCell.class, ListCell.class, DenseDoubleVectorCell.class,
            BinaryObjectDataCell.class, PNGImageCell.class, PNGImageBlobCell.class)
        .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private static final Map<Class<?>, Supplier<DataCellFactory>> FACTORIES = Map.of( //
        DoubleCell.class, DoubleCell.DoubleCellFactory::new, //
        IntCell.class, IntCell.IntCellFactory::new, //
        LongCell.class, LongCell.LongCellFactory::new, //
        BooleanCell.class, BooleanCell.BooleanCellFactory::new, //
        StringCell.class, StringCell.StringCellFactory::new, //
        DenseDoubleVectorCell.class, DoubleVectorCellFactory::new, //
        BinaryObjectDataCell.class, BinaryObjectCellFactory::new, //
        PNGImageCell.class, PNGImageCellFactory::new);

    private KnownCells() {
    }

    static Class<? extends DataCell> cellClass(final String name) throws InvalidSettingsException {
        final Class<? extends DataCell> cell = CELLS.get(name);
        if (cell == null) {
            throw new InvalidSettingsException("The cell type \"" + name + "\" is not known here.");
        }
        return cell;
    }

    static Class<? extends DataValue> valueClass(final String name) throws InvalidSettingsException {
        for (final Class<? extends DataCell> cell : CELLS.values()) {
            for (final Class<? extends DataValue> value : DataType.getType(cell).getValueClasses()) {
                if (value.getName().equals(name)) {
                    return value;
                }
            }
        }
        throw new InvalidSettingsException("The kind of value \"" + name + "\" is not known here.");
    }

    static Optional<DataCellFactory> factory(final Class<? extends DataCell> cell) {
        return Optional.ofNullable(cell).map(FACTORIES::get).map(Supplier::get);
    }
}
