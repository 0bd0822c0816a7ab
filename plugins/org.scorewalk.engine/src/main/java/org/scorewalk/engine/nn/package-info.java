// SPDX-License-Identifier: Apache-2.0
/**
 * Dense networks and their training. A {@link org.scorewalk.engine.nn.DenseNetwork} is a plain value that computes in
 * Java on every platform; a {@link org.scorewalk.engine.nn.TrainableNetwork} is the same network while it is trained:
 * matrix products by OpenBLAS as ND4J ships it, everything else in Java loops that the just-in-time compiler turns into
 * vector instructions. {@link org.scorewalk.engine.nn.Dl4j} converts to and from DL4J's {@code MultiLayerNetwork}.
 */
package org.scorewalk.engine.nn;
