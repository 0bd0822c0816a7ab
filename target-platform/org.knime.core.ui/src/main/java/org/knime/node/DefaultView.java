// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Page.RequireFromFileOrString;
import org.knime.node.parameters.NodeParameters;

/** A node's view: an HTML page, the data it starts with and the methods it may call. */
public final class DefaultView implements FluentNodeAPI {

    private final Class<? extends NodeParameters> m_parametersClass;

    private final String m_description;

    private final Page m_page;

    private DefaultInitialData<?> m_initialData;

    private DefaultDataService m_dataService;

    private DefaultView(final Class<? extends NodeParameters> parametersClass, final String description,
        final Page page) {
        m_parametersClass = parametersClass;
        m_description = description;
        m_page = page;
    }

    static RequireViewParameters create() {
        return parametersClass -> description -> page -> new DefaultView(parametersClass,
            Objects.requireNonNull(description), page.apply(Page.create()));
    }

    public <D> DefaultView initialData(final Function<RequireInitialData, DefaultInitialData<D>> initialData) {
        m_initialData = initialData.apply(new RequireInitialData() {
            @Override
            public <T> DefaultInitialData<T> data(final Function<ViewInput, T> data) {
                return new DefaultInitialData<>(data);
            }
        });
        return this;
    }

    public DefaultView dataService(final Function<RequireDataService, DefaultDataService> dataService) {
        m_dataService = dataService.apply(new RequireDataService() {
            @Override
            public SingleHandlerDataService handler(final Function<ViewInput, Object> handler) {
                return new SingleHandlerDataService(handler);
            }

            @Override
            public MultipleNamedHandlersDataService addHandler(final String name,
                final Function<ViewInput, Object> handler) {
                return new MultipleNamedHandlersDataService().addHandler(name, handler);
            }
        });
        return this;
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return Optional.ofNullable(m_parametersClass);
    }

    String description() {
        return m_description;
    }

    Page page() {
        return m_page;
    }

    /** Computes what the page starts with; empty if it starts with nothing. */
    Optional<Function<ViewInput, ?>> initialDataFunction() {
        return Optional.ofNullable(m_initialData).map(data -> data.m_data);
    }

    /** The objects whose methods the page may call, by name; the name of a single one is empty. */
    Map<String, Function<ViewInput, Object>> handlers() {
        return m_dataService == null ? Map.of() : m_dataService.handlers();
    }

    /** First step: the parameters. */
    public interface RequireViewParameters {

        RequireDescription parametersClass(Class<? extends NodeParameters> parametersClass);

        default RequireDescription withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Second step: what the view shows. */
    public interface RequireDescription {

        RequirePage description(String description);
    }

    /** Third step: the page. */
    public interface RequirePage {

        DefaultView page(Function<RequireFromFileOrString, Page> page);
    }

    /** The data with which the page starts. */
    public interface RequireInitialData {

        <D> DefaultInitialData<D> data(Function<ViewInput, D> data);
    }

    /** One object, or several named ones, whose public methods the page may call. */
    public interface RequireDataService extends AllowAddingNamedHandler {

        SingleHandlerDataService handler(Function<ViewInput, Object> handler);
    }

    /** Adds a named object whose public methods the page may call. */
    public interface AllowAddingNamedHandler {

        MultipleNamedHandlersDataService addHandler(String name, Function<ViewInput, Object> handler);
    }

    /** What the view knows of its node. */
    public interface ViewInput {

        <S extends NodeParameters> S getParameters();

        default BufferedDataTable[] getInternalTables() {
            return Arrays.stream(getInternalPortObjects()).map(BufferedDataTable.class::cast)
                .toArray(BufferedDataTable[]::new);
        }

        PortObject[] getInternalPortObjects();
    }

    /** What all data services share. */
    abstract static class AbstractDataService<T> {
    }

    /** Objects whose methods the page may call. */
    public abstract static class DefaultDataService extends AbstractDataService<DefaultDataService>
        implements FluentNodeAPI {

        abstract Map<String, Function<ViewInput, Object>> handlers();
    }

    /** The data with which the page starts. */
    public static final class DefaultInitialData<D> extends AbstractDataService<DefaultInitialData<D>>
        implements FluentNodeAPI {

        private final Function<ViewInput, D> m_data;

        private DefaultInitialData(final Function<ViewInput, D> data) {
            m_data = Objects.requireNonNull(data);
        }
    }

    /** One object. */
    public static final class SingleHandlerDataService extends DefaultDataService {

        private final Function<ViewInput, Object> m_handler;

        private SingleHandlerDataService(final Function<ViewInput, Object> handler) {
            m_handler = Objects.requireNonNull(handler);
        }

        @Override
        Map<String, Function<ViewInput, Object>> handlers() {
            return Map.of("", m_handler);
        }
    }

    /** Several objects with names. */
    public static final class MultipleNamedHandlersDataService extends DefaultDataService
        implements AllowAddingNamedHandler {

        private final Map<String, Function<ViewInput, Object>> m_handlers = new LinkedHashMap<>();

        private MultipleNamedHandlersDataService() {
        }

        @Override
        public MultipleNamedHandlersDataService addHandler(final String name,
            final Function<ViewInput, Object> handler) {
            m_handlers.put(Objects.requireNonNull(name), Objects.requireNonNull(handler));
            return this;
        }

        @Override
        Map<String, Function<ViewInput, Object>> handlers() {
            return m_handlers;
        }
    }
}
