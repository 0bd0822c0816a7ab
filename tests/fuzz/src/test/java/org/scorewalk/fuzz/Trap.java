// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

/** A class that no plugin.xml registers. Files name it; nobody may load it. */
public final class Trap {

    /** Set where the class is loaded. */
    static final String SPRUNG = "org.scorewalk.fuzz.trap";

    static {
        System.setProperty(SPRUNG, "true");
    }
}
