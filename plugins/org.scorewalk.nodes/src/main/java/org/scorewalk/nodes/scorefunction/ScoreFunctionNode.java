// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.DensityFamily;
import org.scorewalk.engine.density.ProductDensity;
import org.scorewalk.engine.density.TemperedDensity;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;
import org.scorewalk.nodes.util.CoordinateNames;
import org.scorewalk.nodes.util.ExecutionMonitors;
import org.scorewalk.nodes.util.UserErrors;

/** Configures and executes the Score Function node. */
final class ScoreFunctionNode {

    private ScoreFunctionNode() {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ScoreFunctionParameters parameters = input.getParameters();
        UserErrors.configuring(() -> {
            final var table = first(input.getInPortSpecs(), DataTableSpec.class);
            final var factor = first(input.getInPortSpecs(), ScoreFunctionPortObjectSpec.class);
            final var factorDocument = factor.map(ScoreFunctionPortObjectSpec::document);
            if (table.isPresent()) {
                final var own = TemperedDensity.announce(TableDensity.announce(parameters, table.get()),
                    parameters.m_temperature);
                output.setOutSpec(0, ScoreFunctionPortObjectSpec.incomplete(factorDocument.isEmpty() ? own
                    : ProductDensity.announce(List.of(own, factorDocument.get()))));
                return;
            }
            final var own = typedDensity(parameters, factorDocument);
            final var known = factor.flatMap(ScoreFunctionPortObjectSpec::density);
            output.setOutSpec(0, factor.isPresent() && known.isEmpty()
                ? ScoreFunctionPortObjectSpec
                    .incomplete(ProductDensity.announce(List.of(own.document(), factorDocument.get())))
                : ScoreFunctionPortObjectSpec.of(product(own, known)));
        });
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final ScoreFunctionParameters parameters = input.getParameters();
        UserErrors.executing(() -> {
            final var monitor = ExecutionMonitors.of(input.getExecutionContext());
            monitor.check();
            final var table = first(input.getInPortObjects(), BufferedDataTable.class);
            final var factor =
                first(input.getInPortObjects(), ScoreFunctionPortObject.class).map(ScoreFunctionPortObject::density);
            final var own = table.isEmpty() ? typedDensity(parameters, factor.map(Density::document))
                : TemperedDensity.of(TableDensity.density(parameters, table.get(), monitor),
                    parameters.m_temperature);
            monitor.check();
            final var score = new ScoreFunctionPortObject(product(own, factor));
            output.setOutData(0, score);
            output.setInternalData(score);
        });
    }

    private static <T> Optional<T> first(final Object[] inputs, final Class<T> type) {
        return Arrays.stream(inputs).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** The typed density; where nobody has named its coordinates, they get the names of the factor's. */
    private static Density typedDensity(final ScoreFunctionParameters parameters,
        final Optional<DensityDocument> factor) {
        final var density = parameters.typedDensity();
        final var names = factor.map(DensityDocument::coordinates).orElse(List.of());
        final boolean renamed = !names.isEmpty() && names.size() == density.dimension()
            && CoordinateNames.read(parameters.m_coordinateNames).isEmpty()
            && parameters.m_density != DensityFamily.EXPRESSION;
        return renamed ? parameters.typedDensity(names) : density;
    }

    private static Density product(final Density own, final Optional<Density> factor) {
        return factor.isEmpty() ? own : ProductDensity.of(List.of(own, factor.get()));
    }
}
