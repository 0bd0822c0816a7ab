// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.node.port.PortType;

/** A group of ports of a node's definition. */
record PortGroup(String id, Side side, PortText input, PortText output, Mode mode) {

    PortGroup {
        Objects.requireNonNull(id);
        Objects.requireNonNull(side);
        Objects.requireNonNull(mode);
    }

    /** Which side of the node a group is on. */
    enum Side {
        INPUT, OUTPUT, BOTH;

        boolean hasInput() {
            return this != OUTPUT;
        }

        boolean hasOutput() {
            return this != INPUT;
        }
    }

    /** Name and description, XML fragments both. */
    record PortText(String name, String description) {

        PortText {
            Objects.requireNonNull(name);
            Objects.requireNonNull(description);
        }
    }

    /** The types that a group allows: a list, or, where that is null, a condition. */
    record Supported(List<PortType> types, Predicate<PortType> predicate) {

        static Supported of(final PortType... types) {
            return new Supported(List.of(types), null);
        }

        static Supported of(final Predicate<PortType> predicate) {
            return new Supported(null, Objects.requireNonNull(predicate));
        }

        PortType[] array() {
            return types.toArray(PortType[]::new);
        }
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

    /** Added by the user, or, with a default type, from the start. */
    record OptionalPort(PortType defaultType, Supported supported) implements Mode {
    }

    /** Always there, the type can be changed. */
    record Exchangeable(PortType defaultType, Supported supported) implements Mode {
    }

    /** Any number of ports. */
    record Extendable(List<PortType> fixed, List<PortType> defaults, Supported supported) implements Mode {
    }
}
