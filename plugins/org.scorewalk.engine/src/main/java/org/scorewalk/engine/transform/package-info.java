// SPDX-License-Identifier: Apache-2.0
/** Maps between bounded parameters and the whole real line, on which samplers move. */
package org.scorewalk.engine.transform;
