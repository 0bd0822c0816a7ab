// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.blob.BinaryObjectDataCell;
import org.knime.core.data.blob.BinaryObjectDataValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.plot.PlotSettings;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.NodeCall;
import org.scorewalk.nodes.SmallTables;
import org.scorewalk.nodes.particleplot.PlotDialog.Range;
import org.scorewalk.nodes.particleplot.PlotDialog.Steps;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

class ParticlePlotNodeTest extends ExecutionTestBase {

    private static final Density RING = new RingDensity(1.5, 1.5, 0, 0, 0.033, List.of("x", "y"));

    private static final DataTableSpec PARTICLES = SmallTables.spec("run", IntCell.TYPE, "step", IntCell.TYPE,
        "particle", IntCell.TYPE, "x", DoubleCell.TYPE, "y", DoubleCell.TYPE);

    private static NodeCall configure(final ParticlePlotParameters parameters, final PortObjectSpec... specs)
        throws InvalidSettingsException {
        final NodeCall call = NodeCall.configure(parameters, specs);
        ParticlePlotNode.configure(call, call);
        return call;
    }

    private NodeCall execute(final ParticlePlotParameters parameters, final PortObject... objects)
        throws CanceledExecutionException, KNIMEException {
        final NodeCall call = NodeCall.execute(parameters, context(), objects);
        ParticlePlotNode.execute(call, call);
        return call;
    }

    private BufferedDataTable ring(final int particles, final int steps) {
        final Random random = new Random(4);
        final List<Object[]> rows = new ArrayList<>();
        for (int step = 0; step <= steps; step++) {
            for (int k = 1; k <= particles; k++) {
                rows.add(new Object[]{1, step, k, random.nextGaussian(), random.nextGaussian()});
            }
        }
        return SmallTables.table(context(), PARTICLES, rows.toArray(Object[][]::new));
    }

    private static BufferedImage image(final NodeCall call) {
        final ImagePortObject object = call.outData(0);
        try {
            return ImageIO.read(new ByteArrayInputStream(((PNGImageContent)content(object)).getByteArray()));
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object content(final ImagePortObject object) {
        return ((org.knime.core.data.image.png.PNGImageValue)object.toDataCell()).getImageContent();
    }

    private static byte[] gif(final NodeCall call) throws IOException {
        final BufferedDataTable table = call.outData(1);
        final var cell = SmallTables.rows(table).get(0).getCell(0);
        try (var in = ((BinaryObjectDataValue)cell).openInputStream()) {
            return in.readAllBytes();
        }
    }

    private static int frames(final byte[] gif) throws IOException {
        final var reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(gif)));
        return reader.getNumImages(true);
    }

    @Test
    void configureTellsAllOfBothOutputs() throws InvalidSettingsException {
        final NodeCall call =
            configure(new ParticlePlotParameters(), PARTICLES, ScoreFunctionPortObjectSpec.of(RING));

        assertThat(call.<ImagePortObjectSpec>outSpec(0).getDataType()).isEqualTo(PNGImageContent.TYPE);
        final DataTableSpec animation = call.outSpec(1);
        assertThat(animation.getColumnNames()).containsExactly("animation", "frames", "frames per second");
        assertThat(animation.getColumnSpec(0).getType()).isEqualTo(BinaryObjectDataCell.TYPE);
        assertThat(call.warning()).isNull();
    }

    @Test
    void defaultsDrawAStripAndAnAnimationOfAllSteps() throws Exception {
        final NodeCall call = execute(new ParticlePlotParameters(), ring(500, 4), new ScoreFunctionPortObject(RING));

        assertThat(image(call).getWidth()).isEqualTo(5 * 400);
        assertThat(image(call).getHeight()).isEqualTo(400);
        assertThat(frames(gif(call))).isEqualTo(5);
        final BufferedDataTable animation = call.outData(1);
        assertThat(SmallTables.numbers(animation, "frames")).containsExactly(5);
        assertThat(SmallTables.numbers(animation, "frames per second")).containsExactly(5);
        assertThat(call.warning()).isNull();
        assertThat(red(image(call))).isPositive();
    }

    @Test
    void outlineNeedsAScoreFunctionAndTheOption() throws Exception {
        final ParticlePlotParameters off = new ParticlePlotParameters();
        off.m_outline = false;

        assertThat(red(image(execute(new ParticlePlotParameters(), ring(50, 1))))).isZero();
        assertThat(red(image(execute(off, ring(50, 1), new ScoreFunctionPortObject(RING))))).isZero();
    }

    private static int[] corner(final BufferedImage image) {
        return image.getRGB(0, 0, 400, 34, null, 0, 400);
    }

    private static int red(final BufferedImage image) {
        int red = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                red += (image.getRGB(x, y) & 0xFFFFFF) == 0xFF0000 ? 1 : 0;
            }
        }
        return red;
    }

    @Test
    void sameTableGivesTheSameFiles() throws Exception {
        final NodeCall one = execute(new ParticlePlotParameters(), ring(500, 4));
        final NodeCall two = execute(new ParticlePlotParameters(), ring(500, 4));

        assertThat(content(one.outData(0))).isEqualTo(content(two.outData(0)));
        assertThat(gif(one)).isEqualTo(gif(two));
    }

    @ParameterizedTest
    @CsvSource({"TRAJECTORY, 800, 400", "HISTOGRAM, 478, 400"})
    void otherKindsAreDrawn(final PlotSettings.Kind kind, final int width, final int height) throws Exception {
        final ParticlePlotParameters parameters = new ParticlePlotParameters();
        parameters.m_figure = kind;

        final NodeCall call = execute(parameters, ring(50, 9));

        assertThat(image(call).getWidth()).isEqualTo(width);
        assertThat(image(call).getHeight()).isEqualTo(height);
        assertThat(frames(gif(call))).isGreaterThan(5);
    }

    @Test
    void runsTableGivesTitlesAndPutsExactDrawsAside() throws Exception {
        final ParticlePlotParameters parameters = new ParticlePlotParameters();
        parameters.m_figure = PlotSettings.Kind.HISTOGRAM;
        final List<Object[]> rows = new ArrayList<>();
        final List<Object[]> runs = new ArrayList<>();
        for (int run = 1; run <= 5; run++) {
            rows.add(new Object[]{run, 1, 1, 0.5 * run, 0.0});
            rows.add(new Object[]{run, 2, 1, 0.0, 0.5 * run});
            runs.add(new Object[]{run, run == 5 ? "Exact draws" : "Langevin", 1000, run == 5 ? null : 0.01});
        }
        final BufferedDataTable particles = SmallTables.table(context(), PARTICLES, rows.toArray(Object[][]::new));
        final BufferedDataTable names = SmallTables.table(context(), SmallTables.spec("run", IntCell.TYPE, "algorithm",
            StringCell.TYPE, "steps", IntCell.TYPE, "step size", DoubleCell.TYPE), runs.toArray(Object[][]::new));

        assertThat(image(execute(parameters, particles, names)).getWidth()).as("2 x 2 and one beside")
            .isEqualTo(3 * 478);
        assertThat(image(execute(parameters, particles)).getHeight()).as("3 columns, 2 rows").isEqualTo(2 * 400);
        assertThat(image(execute(parameters, particles)).getWidth()).isEqualTo(3 * 478);
        assertThat(corner(image(execute(parameters, particles, names))))
            .as("title of the first panel").isNotEqualTo(corner(image(execute(parameters, particles))));
    }

    @Test
    void ownTablesNeedNoIndexColumns() throws Exception {
        final BufferedDataTable table = SmallTables.table(context(), SmallTables.doubles("height", "weight", "age"),
            new Object[]{1.7, 60.0, 30.0}, new Object[]{1.8, 80.0, 40.0}, new Object[]{1.6, 55.0, 50.0});

        final NodeCall call = execute(new ParticlePlotParameters(), table);

        assertThat(image(call).getWidth()).isEqualTo(400);
        assertThat(call.warning()).contains("'height' and 'weight'", "'X column'");
    }

    @Test
    void columnsOfTheScoreFunctionComeFirst() throws Exception {
        final DataTableSpec spec = SmallTables.doubles("weight", "y", "x");
        final ParticlePlotParameters automatic = new ParticlePlotParameters();

        final PlotColumns columns =
            PlotColumns.of(automatic, spec, java.util.Optional.of(ScoreFunctionPortObjectSpec.of(RING)));

        assertThat(columns.x()).isEqualTo("x");
        assertThat(columns.y()).isEqualTo("y");
        assertThat(columns.guessed()).isFalse();
    }

    @Test
    void outlineOfOtherCoordinatesIsLeftOutWithAWarning() throws Exception {
        final Density other = new GaussianDensity(new double[]{0, 0, 0},
            new double[][]{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, List.of("a", "b", "c"));

        assertThat(configure(new ParticlePlotParameters(), PARTICLES, ScoreFunctionPortObjectSpec.of(other)).warning())
            .contains("No outline is drawn", "'a', 'b', 'c'");
        final NodeCall call = execute(new ParticlePlotParameters(), ring(50, 1), new ScoreFunctionPortObject(other));
        assertThat(call.warning()).contains("No outline is drawn");
        assertThat(red(image(call))).isZero();
    }

    @Test
    void planeDensitiesWithoutNamesMeanTheAxes() throws Exception {
        final NodeCall call = execute(new ParticlePlotParameters(), ring(50, 1),
            new ScoreFunctionPortObject(new StandardNormalDensity(2, List.of())));

        assertThat(call.warning()).isNull();
        assertThat(red(image(call))).isPositive();
    }

    @Test
    void wrongColumnsAreNamedAtConfigure() {
        final ParticlePlotParameters missing = new ParticlePlotParameters();
        missing.m_xColumn = "nowhere";
        final ParticlePlotParameters text = new ParticlePlotParameters();
        text.m_yColumn = "name";
        final ParticlePlotParameters fraction = new ParticlePlotParameters();
        fraction.m_stepColumn = "x";
        final DataTableSpec spec = SmallTables.spec("x", DoubleCell.TYPE, "y", DoubleCell.TYPE, "name",
            StringCell.TYPE);

        assertThatThrownBy(() -> configure(missing, spec)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'nowhere'").hasMessageContaining("'Particles'");
        assertThatThrownBy(() -> configure(text, spec)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'name'").hasMessageContaining("no numbers");
        assertThatThrownBy(() -> configure(fraction, spec)).isInstanceOf(InvalidSettingsException.class)
            .hasMessageContaining("'x'").hasMessageContaining("'Step column'");
        assertThatThrownBy(() -> configure(new ParticlePlotParameters(), SmallTables.doubles("only")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'only'").hasMessageContaining("two");
        assertThatThrownBy(() -> configure(new ParticlePlotParameters(), spec, SmallTables.doubles("a")))
            .isInstanceOf(InvalidSettingsException.class).hasMessageContaining("'run'").hasMessageContaining("'Runs'");
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "Infinity, Infinity", ", missing cell"})
    void cellsThatCannotBeDrawnAreNamedWithTheirRow(final Double value, final String word) {
        final BufferedDataTable table = SmallTables.table(context(), PARTICLES, new Object[]{1, 0, 1, 0.0, 0.0},
            new Object[]{1, 1, 1, 0.0, value});

        assertThatThrownBy(() -> execute(new ParticlePlotParameters(), table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("'y'").hasMessageContaining("'Row1'").hasMessageContaining(word);
    }

    @Test
    void missingStepsAreNamedWithTheirRow() {
        final BufferedDataTable table = SmallTables.table(context(), PARTICLES, new Object[]{1, null, 1, 0.0, 0.0});

        assertThatThrownBy(() -> execute(new ParticlePlotParameters(), table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("'step'").hasMessageContaining("'Row0'");
    }

    @Test
    void emptyTablesAreRefused() {
        final BufferedDataTable table = SmallTables.table(context(), PARTICLES);

        assertThatThrownBy(() -> execute(new ParticlePlotParameters(), table)).isInstanceOf(KNIMEException.class)
            .hasMessageContaining("no rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maximum number of frames", "Point size", "Point opacity", "Point colour", "Outline colour",
        "Bins of the x axis", "Panel width", "Resolution factor", "Frames per second", "Memory for points (MB)",
        "Panels per row", "x axis", "'Steps'"})
    void settingsOutOfRangeAreNamed(final String option) throws InvalidSettingsException {
        final ParticlePlotParameters p = new ParticlePlotParameters();
        p.validate();
        switch (option) {
            case "Maximum number of frames" -> p.m_maxFrames = 0;
            case "Point size" -> p.m_pointSize = 0;
            case "Point opacity" -> p.m_pointOpacity = Double.NaN;
            case "Point colour" -> p.m_pointColor = "blueish";
            case "Outline colour" -> p.m_outlineColor = "#12345";
            case "Bins of the x axis" -> p.m_binsX = 1001;
            case "Panel width" -> p.m_panelWidth = 10;
            case "Resolution factor" -> p.m_resolution = 9;
            case "Frames per second" -> p.m_framesPerSecond = 0;
            case "Memory for points (MB)" -> p.m_memory = -1;
            case "Panels per row" -> p.m_columns = -1;
            case "x axis" -> {
                p.m_limits = Range.FIXED;
                p.m_xMin = 5;
            }
            default -> {
                p.m_steps = Steps.LIST;
                p.m_stepList = "first";
            }
        }

        assertThatThrownBy(p::validate).isInstanceOf(InvalidSettingsException.class).hasMessageContaining(option);
    }

    @Test
    void coloursMayBeNamed() {
        assertThat(Rgb.read("", "#00fF7f")).isEqualTo(0x00FF7F);
        assertThat(Rgb.read("", " Navy ")).isEqualTo(0x000080);
    }

    @Test
    void cancelStopsWithoutResult() {
        final BufferedDataTable table = ring(5000, 9);
        execution().cancel();

        assertThatThrownBy(() -> execute(new ParticlePlotParameters(), table))
            .isInstanceOf(CanceledExecutionException.class);
    }
}
