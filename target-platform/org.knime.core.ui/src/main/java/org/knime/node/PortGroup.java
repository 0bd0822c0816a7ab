// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * A group of ports of a node's definition.
 *
 * @param id the key of the group in saved workflows
 * @param isInput which side of the node it is on
 * @param name an XML fragment
 * @param description an XML fragment
 * @param mode what the user may do with it
 */
record PortGroup(String id, boolean isInput, String name, String description, Mode mode) {

    PortGroup {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(description);
        Objects.requireNonNull(mode,
            "The port group '" + id + "' is neither fixed, optional, extendable nor exchangeable.");
    }

    /** What the user may do with the group. */
    sealed interface Mode {
    }

    /** Always there. */
    record Fixed(PortType type) implements Mode {

        Fixed {
            Objects.requireNonNull(type);
        }
    }

    /** Added by the user, or, with a default type, there from the start. */
    record OptionalPort(PortType defaultType, Predicate<PortType> supported) implements Mode {
    }

    /** Always there, the type can be changed. */
    record Exchangeable(PortType defaultType, Predicate<PortType> supported) implements Mode {
    }

    /** Any number of ports. */
    record Extendable(List<PortType> fixed, List<PortType> defaults, Predicate<PortType> supported) implements Mode {
    }

    /** The types that a condition allows. */
    static PortType[] types(final Predicate<PortType> supported) {
        if (supported instanceof Listed listed) {
            return listed.types().toArray(PortType[]::new);
        }
        return PortTypeRegistry.getInstance().availablePortTypes().stream().filter(supported).toArray(PortType[]::new);
    }

    /** A condition that is a list of types. */
    record Listed(List<PortType> types) implements Predicate<PortType> {

        @Override
        public boolean test(final PortType type) {
            return types.contains(type);
        }
    }
}
