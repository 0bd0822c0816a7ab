// SPDX-License-Identifier: Apache-2.0
/**
 * What a host needs beyond KNIME's public names: the extensions that are present ({@link
 * org.scorewalk.standin.core.Extensions}), the life cycle of a node ({@link org.scorewalk.standin.core.NodeDriver},
 * {@link org.scorewalk.standin.core.NodeExecution}) and the copy that a port object becomes when it is handed on
 * ({@link org.scorewalk.standin.core.PortObjects}). Nodes must not use this package: KNIME has none of it.
 */
package org.scorewalk.standin.core;
