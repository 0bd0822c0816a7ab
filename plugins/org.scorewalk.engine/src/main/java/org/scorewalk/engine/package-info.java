// SPDX-License-Identifier: Apache-2.0

/** What all parts of the engine share: progress and cancel, errors for the user, threads, stored models. */
package org.scorewalk.engine;
