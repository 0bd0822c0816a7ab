// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a node computes: its parameters class, what it says before execution and what it does. */
public abstract sealed class DefaultModel implements FluentNodeAPI permits StandardDefaultModel {

    DefaultModel() {
    }

    /** First step: the parameters. */
    public interface RequireModelParameters {

        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Second step: what is known before execution. */
    public interface RequireConfigureOrRearrangeColumns {

        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);
    }

    /** The code that runs before execution. */
    @FunctionalInterface
    public interface ConfigureOrRearrangerConsumer<I, O> {

        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** What that code may ask for. */
    public interface ConfigureInput {

        <S extends NodeParameters> S getParameters();

        PortObjectSpec[] getInPortSpecs();

        <S extends PortObjectSpec> S getInPortSpec(int index);

        DataTableSpec[] getInTableSpecs();

        DataTableSpec getInTableSpec(int portIndex);

        PortType[] getOutPortTypes();
    }

    /** Where that code puts its results. */
    public interface ConfigureOutput {

        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        void setWarningMessage(String message);
    }

    /** What the execution may ask for. */
    public interface ExecuteInput {

        <S extends NodeParameters> S getParameters();

        ExecutionContext getExecutionContext();

        PortObject[] getInPortObjects();

        <D extends PortObject> D getInPortObject(int portIndex);

        BufferedDataTable[] getInTables();

        BufferedDataTable getInTable(int portIndex);

        PortType[] getOutPortTypes();
    }

    /** Where the execution puts its results. */
    public interface ExecuteOutput {

        <D extends PortObject> void setOutData(int index, D data);

        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /** Objects that are saved with the node and handed to its view. */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        void setWarningMessage(String message);
    }

    /** Third step: the execution. */
    public interface RequireExecute {

        DefaultModel execute(ExecuteConsumer execute);
    }

    /** The code that executes the node. */
    @FunctionalInterface
    public interface ExecuteConsumer {

        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }
}
