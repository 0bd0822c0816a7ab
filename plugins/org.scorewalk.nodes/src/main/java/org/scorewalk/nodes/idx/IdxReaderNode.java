// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.idx;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.util.FileUtil;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Parallelism;
import org.scorewalk.engine.idx.IdxImages;
import org.scorewalk.engine.idx.SmallPng;
import org.scorewalk.nodes.util.ExecutionMonitors;
import org.scorewalk.nodes.util.PngCells;
import org.scorewalk.nodes.util.UserErrors;

/** Configures and executes the IDX Reader node. */
final class IdxReaderNode {

    private IdxReaderNode() {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final IdxReaderParameters parameters = input.getParameters();
        if (parameters.m_images == null || parameters.m_images.isBlank()) {
            throw new InvalidSettingsException(
                "The option 'Image file' is empty. Give the path or URL of an IDX file.");
        }
        source("Image file", parameters.m_images);
        if (parameters.hasLabels()) {
            source("Label file", parameters.m_labels);
        }
        parameters.validate();
        output.setOutSpec(0, spec(parameters));
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final IdxReaderParameters parameters = input.getParameters();
        UserErrors.executing(() -> {
            final var execution = input.getExecutionContext();
            final var monitor = ExecutionMonitors.of(execution);
            final var container = execution.createDataContainer(spec(parameters));
            try (Rows rows = new Rows(container, parameters, monitor)) {
                final Optional<IdxImages.Source> labels =
                    parameters.hasLabels() ? Optional.of(source("Label file", parameters.m_labels)) : Optional.empty();
                IdxImages.read(source("Image file", parameters.m_images), labels, parameters.choice(), rows, monitor);
                rows.write();
            } finally {
                container.close();
            }
            output.setOutData(0, container.getTable());
        });
    }

    private static DataTableSpec spec(final IdxReaderParameters parameters) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(new DataColumnSpecCreator("image", PngCells.TYPE).createSpec());
        if (parameters.hasLabels()) {
            final var label = new DataColumnSpecCreator("label", IntCell.TYPE);
            label.setDomain(new DataColumnDomainCreator(new IntCell(0), new IntCell(255)).createDomain());
            columns.add(label.createSpec());
        }
        if (parameters.m_vector) {
            columns.add(new DataColumnSpecCreator("pixels", DoubleVectorCellFactory.TYPE).createSpec());
        }
        return new DataTableSpec("Images", columns.toArray(DataColumnSpec[]::new));
    }

    /** Writes images as rows; some at a time become cells, in all threads, since that takes most of the time. */
    private static final class Rows implements IdxImages.Sink, AutoCloseable {

        private static final int IMAGES = 1024;

        private static final int BYTES = 1 << 22;

        private final BufferedDataContainer m_container;

        private final IdxReaderParameters m_parameters;

        private final Monitor m_monitor;

        private final Parallelism m_workers = new Parallelism();

        private final SmallPng[] m_png = new SmallPng[m_workers.size()];

        private final List<byte[]> m_pixels = new ArrayList<>();

        private final List<Integer> m_labels = new ArrayList<>();

        private IdxImages.Size m_size;

        private long m_rows;

        Rows(final BufferedDataContainer container, final IdxReaderParameters parameters, final Monitor monitor) {
            m_container = container;
            m_parameters = parameters;
            m_monitor = monitor;
            Arrays.setAll(m_png, w -> new SmallPng());
        }

        @Override
        public void begin(final IdxImages.Size size, final int chosen) {
            m_size = size;
        }

        @Override
        public void image(final int index, final byte[] pixels, final int label) {
            m_pixels.add(pixels);
            m_labels.add(label);
            if (m_pixels.size() == IMAGES || (long)m_pixels.size() * pixels.length >= BYTES) {
                write();
            }
        }

        /** Writes what has come since the last time. */
        void write() {
            final DataCell[] images = new DataCell[m_pixels.size()];
            m_workers.forEach(images.length, (worker, i) -> images[i] = PngCells.of(m_png[worker],
                new SmallPng.Image(m_size.width(), m_size.height(), m_size.channels(), m_pixels.get(i))), m_monitor,
                () -> { });
            for (int i = 0; i < images.length; i++) {
                final List<DataCell> cells = new ArrayList<>();
                cells.add(images[i]);
                if (m_parameters.hasLabels()) {
                    cells.add(new IntCell(m_labels.get(i)));
                }
                if (m_parameters.m_vector) {
                    final byte[] pixels = m_pixels.get(i);
                    final double[] numbers = new double[pixels.length];
                    Arrays.setAll(numbers, j -> pixels[j] & 255);
                    cells.add(DoubleVectorCellFactory.createCell(numbers));
                }
                m_container.addRowToTable(new DefaultRow(RowKey.createRowKey(m_rows), cells));
                m_rows++;
            }
            m_pixels.clear();
            m_labels.clear();
        }

        @Override
        public void close() {
            for (final SmallPng png : m_png) {
                png.close();
            }
        }
    }

    /** Finds a file; nothing is opened yet. */
    private static IdxImages.Source source(final String option, final String location) throws InvalidSettingsException {
        final URL url;
        try {
            url = FileUtil.toURL(location.strip());
        } catch (InvalidPathException | MalformedURLException e) {
            throw new InvalidSettingsException(
                ("The option '%s' is '%s', which is neither a path nor a URL: %s. Correct it.")
                .formatted(option, location, e.getMessage()), e);
        }
        return new FileSource(option, location.strip(), url);
    }

    /** A file of the operating system, where the URL stands for one, or whatever a URL gives. */
    private record FileSource(String option, String location, URL url) implements IdxImages.Source {

        @Override
        public InputStream open() throws IOException {
            final Path path = path();
            try {
                return path == null ? FileUtil.openStreamWithTimeout(url) : Files.newInputStream(path);
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        @Override
        public long length() throws IOException {
            final Path path = path();
            return path == null ? -1 : Files.size(path);
        }

        private Path path() throws IOException {
            final Path path;
            try {
                path = FileUtil.resolveToPath(url);
            } catch (URISyntaxException e) {
                throw new InputException(
                    "The option '%s' is '%s', which is no valid URL: %s. Correct it.".formatted(option,
                    location, e.getMessage()), e);
            } catch (NoSuchFileException e) {
                throw notFound(e);
            } catch (IOException e) { // KNIME refuses the URL
                throw unreadable(e);
            }
            InputException.check(path == null || !Files.isDirectory(path),
                "The option '%s' is '%s', which is a folder. Give the path of a file in it.", option, location);
            if (path != null && !Files.isRegularFile(path)) {
                throw notFound(null);
            }
            return path;
        }

        private InputException unreadable(final IOException cause) {
            return new InputException(
                "The file '%s', which the option '%s' names, cannot be opened (%s). Correct the path or URL."
                    .formatted(location, option, cause.getMessage()), cause);
        }

        private InputException notFound(final IOException cause) {
            return new InputException(
                "The file '%s', which the option '%s' names, does not exist. Correct the path.".formatted(location,
                option),
                cause);
        }
    }
}
